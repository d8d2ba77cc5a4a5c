"""Mutually exclusive options."""

from __future__ import annotations


def one_of(**asked: bool) -> str:
    """Return the name of the argument that is true, "text" if none is; raises UsageError for two."""
    chosen = [name for name, given in asked.items() if given]
    if len(chosen) > 1:
        from ckrtool.errors import UsageError

        raise UsageError(f"--{chosen[0]} and --{chosen[1]} cannot be used together", "Choose one.")
    return chosen[0] if chosen else "text"
