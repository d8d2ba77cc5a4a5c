"""From results to text: each module is a pure function of a result. `formats` is the table of output formats of a probe report."""
