"""Tests of the independent answers."""
