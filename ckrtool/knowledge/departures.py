"""Selects the departures of a stack from the standard that apply to a function and a code."""

from __future__ import annotations

from ckrtool.knowledge import stacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.knowledge.stacks import Stack


def applying(profile: Stack, function: str | None, code: str | None) -> list[dict[str, Any]]:
    """Return the departures that apply, those that name the code first.

    A departure applies if it is about the function, names the code, or names neither functions nor codes.
    """
    ranked = []
    for entry in profile.many("departure"):
        functions = entry.get("functions", ())
        names = codes_in(entry["text"])
        named = code is not None and code in names
        if function in functions:
            ranked.append((0 if named else 1 if not names else 3, entry))
        elif named and (function is None or not functions):
            ranked.append((0, entry))
        elif not functions and not names:
            ranked.append((4, entry))
    return [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]


def naming(stack: str, function: str | None, code: str) -> list[dict[str, Any]]:
    """Return the departures of a stack that name the code and fit the function."""
    profile = stacks.profile(stack)
    found = applying(profile, function, code) if profile else []
    return [entry for entry in found if code in codes_in(entry["text"])]


def codes_in(text: str) -> set[str]:
    """Return the names of the return codes in a text."""
    return {word.rstrip("_") for word in _words(text) if word.startswith("CKR_")}


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() or char == "_" else " " for char in text).split()
