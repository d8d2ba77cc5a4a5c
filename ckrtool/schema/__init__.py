"""Reading and validating TOML: data files, a site's overlay, configuration and sequences.

`toml_reader` is the only module that parses TOML; its limits keep hostile content harmless, and it knows the line of each key.
`tomlfile` checks a file against a form of `forms` and returns all problems at once, each with file, line and key.
"""
