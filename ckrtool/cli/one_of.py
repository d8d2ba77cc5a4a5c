"""Options of which one may be given."""

from __future__ import annotations


def one_of(**asked: bool) -> str:
    """Return the one form that was asked for, "text" where none was; raise UsageError for two."""
    chosen = [name for name, given in asked.items() if given]
    if len(chosen) > 1:
        from ckrtool.errors import UsageError

        raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other")
    return chosen[0] if chosen else "text"
