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
LONGEST = 1024
MOST = 32768
# How the bytes from a function on begin; it tells how many of them say everything.
OPENING = 16
TO_THE_END = 1 << 30
# What may make another number of the same line a return code.
AGAIN = re.compile(rb"C_[A-Z]|CKR|CK_|[rR][vV]|Exception|:[0-9A-Fa-f]{8}:")

# What may make a number before the function a return code, with another number.
BEFORE = re.compile(rb"(?:[Ee]rr|ERR|[Rr]et|[Cc]ode|rc|[Rr]esult|[Ss]tatus|RV|CK)[\w\s\"':=(\[]{0,24}\d")


class _Alike:
    """Lines with one outline: which of their bytes tell what they say, and the readings by these bytes."""

    __slots__ = ("first", "last", "readings")

    def __init__(self) -> None:
        self.first = 0
        self.last = 0
        self.readings: dict[bytes, Reading] = {}


class LineMemory:
    """The readings of lines, by what they depend on. About MOST entries; then it starts afresh."""

    __slots__ = ("_alike", "_cores", "_entries", "_reach", "opened")

    def __init__(self) -> None:
        self.opened = False
        self._alike: dict[tuple[bytes, bytes], _Alike] = {}
        self._cores: dict[tuple[bytes, bytes], Reading] = {}
        self._reach: dict[bytes, int] = {}
        self._entries = 0

    def forget(self, *, opened: bool) -> None:
        """Forget all readings; `opened` says whether weak forms count from here on."""
        self.opened = opened
        self._alike.clear()
        self._cores.clear()
        self._reach.clear()
        self._entries = 0

    def reading(self, block: bytes, start: int, anchor: int, end: int) -> Reading:
        """Return what the line from `start` to `end` (without its ending) says; `anchor` is its first literal."""
        line = block[start:end]
        anchor -= start
        if anchor > LEFT or end - start > LONGEST:
            return read_line(line, anchor, opened=self.opened)
        near = line[anchor - NEAR : anchor] if anchor > NEAR else line[:anchor]
        outline = line.translate(None, HEX_DIGITS), near.translate(DIGITS)
        alike = self._alike.get(outline)
        if alike is not None:
            first = anchor + alike.first
            known = alike.readings.get(line[max(0, first) : anchor + alike.last])
            if known is not None:
                return known
        return self._by_core(line, anchor, outline[1]) or self._new(line, anchor, outline)

    def _by_core(self, line: bytes, anchor: int, near: bytes) -> Reading | None:
        reach = self._reach.get(line[anchor : anchor + OPENING])
        if reach is None:
            return None
        known = self._cores.get((near, line[anchor : anchor + reach]))
        return None if known is None or AGAIN.search(line, anchor + reach) else known

    def _new(self, line: bytes, anchor: int, outline: tuple[bytes, bytes]) -> Reading:
        """Read a line and remember what it says for others like it."""
        reading = read_line(line, anchor, opened=self.opened)
        if self._entries >= MOST:
            self.forget(opened=self.opened)
        self._entries += 1
        if reading.core and not AGAIN.search(line, anchor + reading.core):
            opening = line[anchor : anchor + OPENING]
            reach = max(reading.core, self._reach.get(opening, 0))
            self._reach[opening] = reach
            self._cores[outline[1], line[anchor : anchor + reach]] = reading
        alike = self._alike.setdefault(outline, _Alike())
        first, last = _telling(reading, line, anchor)
        if first < alike.first or last > alike.last:
            alike.first, alike.last = min(first, alike.first), max(last, alike.last)
            alike.readings.clear()
        alike.readings[line[max(0, anchor + alike.first) : anchor + alike.last]] = reading
        return reading


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
