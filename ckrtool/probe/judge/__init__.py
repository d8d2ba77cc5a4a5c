"""From what a run found to findings: what is wrong, how grave it is, what the standard says of it, what helps."""
