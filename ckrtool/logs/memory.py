"""Remembers what lines said, so that lines alike are read once.

Lines that differ in times, numbers and identifiers only share an outline: the line without hexadecimal digits. With
the exact bytes from the first to the last return code it is a key to the whole reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.logs.core import Cores, behind
from ckrtool.logs.later import later
from ckrtool.logs.reading import read_line

if TYPE_CHECKING:
    from ckrtool.logs.outcome import Reading

HEX_DIGITS = b"0123456789abcdefABCDEF"
DIGITS = bytes.maketrans(b"123456789", b"000000000")
LEFT = 512
NEAR = 8  # so much just before the first literal is kept but for its digits: it tells `12: C_Login` from `at: C_Login`
LONGEST = 1024
MOST = 32768
TO_THE_END = 1 << 30
# What may make another number of the same line a return code; a digit in a word may split a name,
# and one in a colour may end it.
AGAIN = later(
    rb"C_[A-Z]|CKR|CK_|kcs|KCS|ryptoki|p11|P11|[rR][vV]|Exception|:[0-9A-Fa-f]{8}:|\d[A-Z_]|[A-Z_]\d|\x1b|\\"
)

# What may make a number before the function a return code, with another number.
BEFORE = later(
    rb"(?:[Ee]rr|ERR|[Rr]et|[Cc]ode|rc|[Rr]esult|[Ss]tatus|RV|CK)[\w\s\"':=(\[]{0,24}\d"
    rb"|0[xX][0-9A-Fa-f]{1,16}\s(?:\w{2,3} )?(?:return|thrown|report|raised)"
)


class _Alike:
    """Lines with one outline: which of their bytes tell what they say, and the readings by these bytes."""

    __slots__ = ("first", "last", "readings")

    def __init__(self) -> None:
        self.first = 0
        self.last = 0
        self.readings: dict[bytes, Reading] = {}


class LineMemory:
    """The readings of lines, by what they depend on. About MOST entries; then it starts afresh."""

    __slots__ = ("_alike", "_entries", "cores", "opened")

    def __init__(self) -> None:
        self.opened = False
        self.cores = Cores()
        self._alike: dict[tuple[bytes, bytes], _Alike] = {}
        self._entries = 0

    def forget(self, *, opened: bool) -> None:
        """Forget all readings; `opened` says whether weak forms count from here on."""
        self.opened = opened
        self._alike.clear()
        self.cores.clear()
        self._entries = 0

    def find(self, line: bytes, anchor: int) -> Reading | None:
        """Return what a line says if one alike was read; `anchor` is its first function, or else its first literal."""
        if anchor > LEFT or len(line) > LONGEST:
            return None
        alike = self._alike.get(_outline(line, anchor))
        if alike is None:
            return None
        first = anchor + alike.first
        return alike.readings.get(line[max(0, first) : anchor + alike.last])

    def read(self, line: bytes, anchor: int) -> Reading:
        """Read a line and remember what it says for others like it."""
        reading = read_line(line, anchor, opened=self.opened)
        if anchor > LEFT or len(line) > LONGEST:
            return reading
        if self._entries >= MOST:
            self.forget(opened=self.opened)
        self._entries += 1
        if reading.core:
            self.cores.learn(line, anchor, reading)
        alike = self._alike.setdefault(_outline(line, anchor), _Alike())
        first, last = _telling(reading, line, anchor)
        if first < alike.first or last > alike.last:
            alike.first, alike.last = min(first, alike.first), max(last, alike.last)
            alike.readings.clear()
        alike.readings[line[max(0, anchor + alike.first) : anchor + alike.last]] = reading
        return reading


def _outline(line: bytes, anchor: int) -> tuple[bytes, bytes]:
    near = line[anchor - NEAR : anchor] if anchor > NEAR else line[:anchor]
    return line.translate(None, HEX_DIGITS), near.translate(DIGITS)


def _telling(reading: Reading, line: bytes, anchor: int) -> tuple[int, int]:
    """Return the part of a line, from the anchor, that its reading depends on digit by digit.

    What is on each side shows where a number ends, and whether it counts something.
    """
    if not reading.outcomes:
        return (-anchor if BEFORE.search(line, 0, anchor) else 0), TO_THE_END
    if reading.exact:
        return -anchor, TO_THE_END
    first = reading.outcomes[0].start
    last = max(outcome.end for outcome in reading.outcomes)
    last = TO_THE_END if AGAIN.search(line, anchor + last) else last + behind(line, anchor + last)
    return (first - 1 if first < 0 else 0), last
