"""How known programs print a call and its return code: the compiled lines of data/dialects."""
