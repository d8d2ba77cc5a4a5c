"""Reads a stream of chunks: finds candidate lines, caches results, pairs the calls and returns of a trace."""
