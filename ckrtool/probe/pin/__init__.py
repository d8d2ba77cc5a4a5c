"""Handles the PIN outside the worker: its source, the record of failed logins, and its redaction in all output."""
