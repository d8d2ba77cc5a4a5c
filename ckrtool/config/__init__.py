"""Which configuration files are read, and what they say."""
