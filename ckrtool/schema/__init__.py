"""Reading and validating TOML: data files, a site's overlay, configuration and sequences.

`toml_reader` is the only module that parses TOML; it bounds the size and nesting of hostile files and knows the line of each key.
`tomlfile` checks a file against a form of `forms` and returns all problems at once, each with file, line and key.
"""
