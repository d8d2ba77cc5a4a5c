"""One module per built-in sequence: its steps, loaded only when it is run."""
