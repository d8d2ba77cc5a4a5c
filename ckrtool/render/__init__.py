"""Rendering of results as text, by pure functions of a result. `formats` is the table of the output formats of a probe report."""
