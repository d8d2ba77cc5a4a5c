"""Matches file names against shell patterns without `fnmatch`, which needs 0.1 ms to compile each pattern."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY = 6  # length of the index key: "lib" and three more characters


class Globs:
    """Shell patterns, indexed by their first characters."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = {}
        for pattern in patterns:
            head = pattern.split("*", 1)[0][:_KEY]
            plain = len(head) == _KEY and "?" not in head and "[" not in head
            self._by_key.setdefault(head if plain else "", []).append(pattern)

    def match(self, name: str) -> bool:
        """Return whether a name matches one of the patterns."""
        found = (*self._by_key.get(name[:_KEY], ()), *self._by_key.get("", ()))
        return any(matches(name, pattern) for pattern in found)


def matches(name: str, pattern: str) -> bool:
    """Return whether a name matches a shell pattern, with the rules of `fnmatch.fnmatchcase`."""
    if "?" in pattern or "[" in pattern:
        from fnmatch import fnmatchcase

        return fnmatchcase(name, pattern)
    first, *others = pattern.split("*")
    if not others:
        return name == pattern
    last = others.pop()
    if not name.startswith(first) or not name.endswith(last) or len(name) < len(first) + len(last):
        return False
    at, end = len(first), len(name) - len(last)
    for part in others:  # the leftmost match leaves the most characters for the parts after it
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
