"""Words and formats: each module is a pure function of a result."""
