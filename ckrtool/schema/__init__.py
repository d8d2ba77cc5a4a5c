"""Validators for data files, the project's own and the site's. All problems of a file are found at once, each with file and key."""
