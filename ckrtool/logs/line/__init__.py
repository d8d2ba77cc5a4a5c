"""Reads one line: which return codes it holds and which function returned them."""
