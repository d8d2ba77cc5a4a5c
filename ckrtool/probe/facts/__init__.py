"""Names and facts of modules, slots and tokens, shared by the judge and the report."""
