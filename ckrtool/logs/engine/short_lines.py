"""Cache the results of short lines by their text, because most lines of a trace recur."""

from __future__ import annotations

from ckrtool.logs.line.words import JOINERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.engine.recipes import CachedResult
    from ckrtool.logs.input.searchable import SearchableLine

    # The searchable form of a line if it differs from the line, its words (None if it is to be split), and its result.
    Known = tuple[SearchableLine | None, list[bytes] | None, CachedResult]

LONGEST = 64
MOST = 2048
FEW_DIGITS = 7  # some patterns do not match longer numbers at the start of a line
DIGITS = b"0123456789"


class ShortLines:
    """The results of short lines; the number at the start of a line, such as that of a call, is not compared."""

    __slots__ = ("_numbered", "_others")

    def __init__(self) -> None:
        self._numbered: dict[bytes, Known] = {}
        self._others: dict[bytes, Known] = {}

    def clear(self) -> None:
        """Drop all results."""
        self._numbered.clear()
        self._others.clear()

    def find(self, line: bytes) -> Known | None:
        """Return the result of a line; None if it is not in the cache."""
        if len(line) > LONGEST:
            return None
        rest = line.lstrip(DIGITS)
        if rest is line:
            return self._others.get(line)
        if len(line) - len(rest) <= FEW_DIGITS:
            return self._numbered.get(rest)
        return self._numbered.get(_without_number(line, rest))

    def keep(self, line: bytes, words: list[bytes], result: CachedResult) -> None:
        """Cache the result of a line that is its own searchable form."""
        if len(line) > LONGEST:
            return
        if len(self._numbered) + len(self._others) >= MOST:
            self.clear()
        rest = line.lstrip(DIGITS)
        if rest is line:
            self._others[line] = None, words, result
        elif words[0].rstrip(JOINERS) == line[: -len(rest)] and not result[0].begins:
            self._numbered[_without_number(line, rest)] = None, None, result


def _without_number(line: bytes, rest: bytes) -> bytes:
    """Return the key of a line that starts with a number: the rest, and the number of digits if it may matter."""
    digits = len(line) - len(rest)
    return rest if digits <= FEW_DIGITS else b"%b\n%d" % (rest, digits)
