"""Runs plans in worker processes and comes back with a whole result, whatever the module does to them."""
