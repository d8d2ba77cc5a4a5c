"""Runs plans in worker processes and returns a complete result, even if the module crashes, hangs or ends them."""
