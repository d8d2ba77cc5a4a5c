"""The formats in which known programs print calls and return codes, compiled from data/dialects."""
