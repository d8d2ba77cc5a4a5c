"""Tells what was met before, so that only what comes again is remembered: most lines of a log whose words change never do."""

from __future__ import annotations

MOST = 32768


class Met:
    """What was met, by its hash: a chance likeness only has something remembered too soon."""

    __slots__ = ("_hashes",)

    def __init__(self) -> None:
        self._hashes: set[int] = set()

    def before(self, what: bytes) -> bool:
        """Return whether this was met before; from now on it was."""
        key = hash(what)
        if key in self._hashes:
            return True
        if len(self._hashes) >= MOST:
            self._hashes.clear()
        self._hashes.add(key)
        return False

    def clear(self) -> None:
        """Forget all."""
        self._hashes.clear()
