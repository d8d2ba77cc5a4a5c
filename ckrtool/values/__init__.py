"""Text to return code: literals, names in every binding, printed forms, and what is known of the result."""
