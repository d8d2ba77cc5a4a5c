"""Tests of reading one file in several processes."""
