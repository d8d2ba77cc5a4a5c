"""Names and data of modules, slots and tokens, used by the judge and the report."""
