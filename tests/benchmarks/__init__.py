"""Measurements, not tests: run by hand with `python -m tests.benchmarks`."""
