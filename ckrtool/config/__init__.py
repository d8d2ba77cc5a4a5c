"""Locates and reads the configuration files."""
