"""File name patterns without `fnmatch`, which makes a regular expression of each: a tenth of a millisecond for every pattern."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_KEY = 6  # characters: "lib" and three that differ


class Globs:
    """Many shell patterns, of which those that can't fit a name are not looked at."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = {}
        for pattern in patterns:
            head = pattern.split("*", 1)[0][:_KEY]
            plain = len(head) == _KEY and "?" not in head and "[" not in head
            self._by_key.setdefault(head if plain else "", []).append(pattern)

    def match(self, name: str) -> bool:
        """Return whether a name fits one of the patterns."""
        found = (*self._by_key.get(name[:_KEY], ()), *self._by_key.get("", ()))
        return any(matches(name, pattern) for pattern in found)


def matches(name: str, pattern: str) -> bool:
    """Return whether a name fits a shell pattern, as `fnmatch.fnmatchcase` does."""
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
    for part in others:  # leftmost places leave the most room for what follows
        found = name.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
