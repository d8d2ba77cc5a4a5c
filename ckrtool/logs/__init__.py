"""Return codes in logs: dialects, annotate, scan. Pure generators over bytes."""
