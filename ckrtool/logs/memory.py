"""Remembers what lines said, so that lines alike are read once.

Lines that differ in times, numbers and identifiers only share an outline: the line without hexadecimal digits. With
the exact bytes from the first to the last return code it is a key to the whole reading. Where a function and what
comes right after it say everything, these few bytes alone are a second key, whatever else stands in the line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ckrtool.logs.reading import read_line

if TYPE_CHECKING:
    from ckrtool.logs.outcome import Reading

HEX_DIGITS = b"0123456789abcdefABCDEF"
DIGITS = bytes.maketrans(b"123456789", b"000000000")
LEFT = 512
NEAR = 8  # so much just before the first literal is kept but for its digits: it tells `12: C_Login` from `at: C_Login`
LONGEST_KEY = 1024
MOST = 32768
# How the bytes from a function on begin; it tells how many of them say everything.
OPENING = 16
TO_THE_END = 1 << 30
# What may make another number of the same line a return code.
AGAIN = re.compile(rb"C_[A-Z]|CKR|CK_|[rR][vV]|Exception|:[0-9A-Fa-f]{8}:")

# What may make a number before the function a return code, with another number.
BEFORE = re.compile(rb"(?:[Ee]rr|ERR|[Rr]et|[Cc]ode|rc|[Rr]esult|[Ss]tatus|RV|CK)[\w\s\"':=(\[]{0,24}\d")


class LineMemory:
    """The readings of lines, by what they depend on. At most MOST entries; then it starts afresh."""

    __slots__ = ("_cache", "_cores", "_reach", "_spans", "opened")

    def __init__(self) -> None:
        self.opened = False
        self._cache: dict[tuple[bytes, bytes], Reading] = {}
        self._spans: dict[bytes, tuple[int, int]] = {}
        self._cores: dict[tuple[bytes, bytes], Reading] = {}
        self._reach: dict[bytes, int] = {}

    def forget(self, *, opened: bool) -> None:
        """Forget all readings; `opened` says whether weak forms count from here on."""
        self.opened = opened
        self._cache.clear()
        self._spans.clear()
        self._cores.clear()
        self._reach.clear()

    def reading(self, block: bytes, start: int, anchor: int, end: int) -> Reading:
        """Return what the line from `start` to `end` (without its ending) says; `anchor` is its first literal."""
        near = max(start, anchor - NEAR)
        outline = b"%b\n%b\n%b" % (
            block[max(start, anchor - LEFT) : near].translate(None, HEX_DIGITS),
            block[near:anchor].translate(DIGITS),
            block[anchor:end].translate(None, HEX_DIGITS),
        )
        span = self._spans.get(outline)
        if span is not None:
            exact = block[max(start, anchor + span[0]) : min(anchor + span[1], end)]
            known = self._cache.get((outline, exact))
            if known is not None:
                return known
        line = block[start:end]
        anchor -= start
        return self._by_core(line, anchor) or self._new(line, anchor, outline, span)

    def _by_core(self, line: bytes, anchor: int) -> Reading | None:
        reach = self._reach.get(line[anchor : anchor + OPENING])
        if reach is None:
            return None
        known = self._cores.get(_core(line, anchor, reach))
        return None if known is None or AGAIN.search(line, anchor + reach) else known

    def _new(self, line: bytes, anchor: int, outline: bytes, span: tuple[int, int] | None) -> Reading:
        """Read a line and remember what it says for others like it."""
        reading = read_line(line, anchor, opened=self.opened)
        if len(self._cache) + len(self._spans) + len(self._cores) + len(self._reach) >= MOST:
            self.forget(opened=self.opened)
            span = None
        if reading.core and not AGAIN.search(line, anchor + reading.core):
            opening = line[anchor : anchor + OPENING]
            reach = max(reading.core, self._reach.get(opening, 0))
            self._reach[opening] = reach
            self._cores[_core(line, anchor, reach)] = reading
        if len(outline) <= LONGEST_KEY and anchor <= LEFT:
            first, last = _telling(reading, line, anchor)
            if span is not None:
                first, last = min(first, span[0]), max(last, span[1])
            self._spans[outline] = first, last
            self._cache[outline, line[max(0, anchor + first) : anchor + last]] = reading
        return reading


def _core(line: bytes, anchor: int, reach: int) -> tuple[bytes, bytes]:
    return line[max(0, anchor - NEAR) : anchor].translate(DIGITS), line[anchor : anchor + reach]


def _telling(reading: Reading, line: bytes, anchor: int) -> tuple[int, int]:
    """Return the part of a line, from the anchor, that its reading depends on digit by digit.

    A byte more on each side shows where a number ends.
    """
    if not reading.outcomes:
        return (-anchor if BEFORE.search(line, 0, anchor) else 0), TO_THE_END
    if reading.exact:
        return -anchor, TO_THE_END
    first = reading.outcomes[0].start
    last = max(outcome.end for outcome in reading.outcomes)
    last = TO_THE_END if AGAIN.search(line, anchor + last) else last + 1
    return (first - 1 if first < 0 else 0), last
