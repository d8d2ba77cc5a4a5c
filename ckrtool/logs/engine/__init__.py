"""Read a stream of chunks: find candidate lines, cache their results, and pair the calls and returns of a trace."""
