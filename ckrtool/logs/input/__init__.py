"""Read log files and pipes in chunks of whole lines, and prepare lines for searching."""
