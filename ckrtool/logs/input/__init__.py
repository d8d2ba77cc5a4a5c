"""Reads log files and pipes in chunks of whole lines, and prepares lines for searching."""
