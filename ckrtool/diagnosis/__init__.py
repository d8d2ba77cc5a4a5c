"""Explain why calls in a trace failed: rules over the model of Cryptoki, and mistakes that no return code reports."""
