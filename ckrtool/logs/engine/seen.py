"""Tells whether a key has been seen before; used to cache only what repeats, because most lines of a varied log never do."""

from __future__ import annotations

MOST = 32768


class SeenOnce:
    """A bounded set of hashes. A hash collision only caches a line one occurrence early."""

    __slots__ = ("_hashes",)

    def __init__(self) -> None:
        self._hashes: set[int] = set()

    def seen(self, key: bytes) -> bool:
        """Return True from the second time a key is given."""
        hashed = hash(key)
        if hashed in self._hashes:
            return True
        if len(self._hashes) >= MOST:
            self._hashes.clear()
        self._hashes.add(hashed)
        return False

    def clear(self) -> None:
        """Forget all keys."""
        self._hashes.clear()
