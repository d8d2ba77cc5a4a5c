"""Sequence files: read, checked as a whole, and turned into the steps of a plan; those that come with the program too."""
