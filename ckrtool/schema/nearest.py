"""Finds the known name nearest to an unknown one, for messages."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known name most similar to `name`, ignoring case; None if none is similar (`cutoff` as in difflib)."""
    by_key = {entry.lower(): entry for entry in known}
    close = get_close_matches(name.lower()[:100], by_key, 1, cutoff)
    return by_key[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return " (did you mean NAME?)"; "" if no known name is similar."""
    close = nearest(name, known)
    return f" (did you mean {close}?)" if close else ""
