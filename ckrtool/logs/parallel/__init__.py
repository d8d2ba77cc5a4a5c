"""Read a large file in several processes."""
