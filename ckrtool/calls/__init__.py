"""Parse traces into records of calls, and replay these records on a model of Cryptoki."""
