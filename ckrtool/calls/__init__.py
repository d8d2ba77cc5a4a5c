"""Traces that show arguments as records of calls, and the model of Cryptoki that replays these records."""
