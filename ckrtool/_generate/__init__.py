"""Writes or checks _tables, man/ and completions/ from data/ and the command tree. Not in the wheel."""
