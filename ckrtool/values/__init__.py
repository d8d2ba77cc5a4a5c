"""Decodes text to return codes: literals, the names of every binding, printed forms, and the facts about the result."""
