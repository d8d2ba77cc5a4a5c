"""Convert offsets in a line to places among its words, when a line of a new kind is read."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.logs.line.words import Place


class Positions:
    """The positions of the words in a line."""

    __slots__ = ("_starts", "_words")

    def __init__(self, words: Sequence[bytes]) -> None:
        self._words = words
        self._starts = [0, *accumulate(len(word) + 1 for word in words)]

    def numbers(self, start: int, end: int) -> range:
        """Return the numbers of the words from the offset `start` to `end`."""
        return range(bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1))

    def place(self, start: int, end: int) -> Place:
        """Return the range of the line from the offset `start` to `end` as a range of words."""
        first = bisect_right(self._starts, start) - 1
        if start - self._starts[first] == len(self._words[first]):
            first += 1
        last = bisect_right(self._starts, end - 1) - 1
        return first, start - self._starts[first], last, self._starts[last] + len(self._words[last]) - end
