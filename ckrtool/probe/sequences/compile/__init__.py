"""Compiles a sequence file into steps, or reports every problem in it."""
