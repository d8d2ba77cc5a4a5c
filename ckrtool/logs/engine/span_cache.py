"""Caches results by the slice of a line from its only function to its return code: in an ordinary line that slice determines the result.

This holds where the function comes first, where what follows it says the code at once, and where nothing else in the
line could be a function, a name, or part of a known program's form. All of these are asked of each line anew, or of its
whole block at once where that has none; only the reading itself is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.logs.engine.seen import SeenOnce
from ckrtool.logs.input.searchable import is_wrapped, searchable
from ckrtool.logs.lazy_re import lazy
from ckrtool.logs.line import function_numbers
from ckrtool.logs.line.mentions import REACH, is_argument, is_mentioned, is_source, is_told

if TYPE_CHECKING:
    from ckrtool.logs.dialects.grammar import Grammar
    from ckrtool.logs.line.functions_and_names import Function, Mention
    from ckrtool.logs.line.result import CodeSpan, LineResult

# So many bytes after a name or a hexadecimal number decide whether it is one; a decimal may count what the next word names.
BEHIND = 2
BEHIND_DECIMAL = 16
BEFORE = 2  # so many before the function show whether its name begins there
OPENING = 16  # how the bytes from a function on begin; it tells how many of them may say everything:
LENGTHS = 12  # so many lengths at most
MOST = 32768
# No word of a form and no name of another API is made of hexadecimal digits and x alone.
ARGUMENTS = lazy(rb"C_[A-Za-z]{3,40}\((?P<numbers>[0-9A-Fa-fxX, ]{1,60})\)")


def core_of(line: bytes, view: bytes, function: Function, found: list[Mention]) -> int:
    """Return how many bytes from the function on say everything, or 0; `found` are the line's codes in order."""
    start, end, _ = function
    if found[0].start < end or view[start - 1 : start].isalnum() or view[start - 1 : start] == b"_":
        return 0
    last = found[-1]
    if any(said.bare for said in found) and (
        len(found) > 1 or function_numbers.told_at_once(view, end, len(view)) != last[:3]
    ):
        return 0
    width = behind(view, last)
    stop = last.end + width
    core = line[max(0, start - BEFORE) : stop]
    tail = line[last.end : stop]
    if len(tail) == width and (tail.isspace() or tail.startswith(b"_")):
        return 0  # what comes next would decide
    if b"\\" in core or b"\x1b" in core or core.count(b"CKR") != sum(not said.bare for said in found):
        return 0
    return stop - start


def tells_names(view: bytes, function: Function, found: list[Mention]) -> bool:
    """Return whether the line says that the function returned the only name after it, or there is no name."""
    named = [said for said in found if not said.bare]
    start = function[0]
    return not named or (
        len(named) == 1 and is_told(view, max(start, named[0].start - REACH), named[0].start)
    )


def behind(view: bytes, last: Mention | CodeSpan) -> int:
    """Return how many bytes after the last code decide whether it is one: a decimal number may be a count."""
    start, end = last.start, last.end
    if not last.bare or view[start : start + 2] in (b"0x", b"0X"):
        return BEHIND
    following = view[end : end + BEHIND]
    return BEHIND_DECIMAL if following[:1].isalpha() or following[1:].isalpha() else BEHIND


class SpanCache:
    """Results of lines by the bytes of their slice."""

    __slots__ = ("_reach", "_readings", "_seen")

    def __init__(self) -> None:
        self._seen = SeenOnce()
        self._reach: dict[bytes, tuple[int, ...]] = {}
        self._readings: dict[bytes, LineResult] = {}

    def clear(self) -> None:
        """Forget them."""
        self._seen.clear()
        self._reach.clear()
        self._readings.clear()

    def learn(self, line: bytes, reading: LineResult) -> None:
        """Cache the result of a line whose slice was seen before; cached offsets count from its function, the anchor."""
        anchor = reading.core_at
        if anchor < BEFORE:
            return
        place, width = arguments(line, anchor)
        if width:
            line = line[:place] + line[place + width :]
        length = reading.core - width
        core = line[anchor - BEFORE : anchor + length]
        if not self._seen.seen(core):
            return
        if len(self._readings) >= MOST or len(self._reach) >= MOST:
            self.clear()
        opening = line[anchor : anchor + OPENING]
        lengths = self._reach.get(opening, ())
        if length not in lengths:
            if len(lengths) >= LENGTHS:
                return
            self._reach[opening] = (*lengths, length)
        self._readings[core] = moved(reading, -anchor - width)._replace(core_at=0, core=length)

    def find(self, line: bytes, anchor: int) -> LineResult | None:
        """Return the reading that the bytes at `anchor` stand for, if they are known."""
        if anchor < BEFORE:
            return None
        place, width = arguments(line, anchor)
        if width:
            line = line[:place] + line[place + width :]
        for length in self._reach.get(line[anchor : anchor + OPENING], ()):
            known = self._readings.get(line[anchor - BEFORE : anchor + length])
            if known is not None and known.core == length:
                if not width:
                    return known
                return moved(known, width) if width + length < function_numbers.REACH else None
        return None


def arguments(line: bytes, anchor: int) -> tuple[int, int]:
    """Return where the numbers between the parentheses after a function begin, and how long they are: handles, lengths."""
    match = ARGUMENTS.match(line, anchor)
    return (0, 0) if match is None else (match.start("numbers"), len(match["numbers"]))


def moved(reading: LineResult, by: int) -> LineResult:
    """Return a result whose codes are shifted by so many bytes."""
    if not by:
        return reading
    return reading._replace(
        outcomes=tuple(one._replace(start=one.start + by, end=one.end + by) for one in reading.outcomes)
    )


def is_calm(block: bytes, grammar: Grammar) -> bool:
    """Return whether nothing in a block could wrap or colour a line, make it an argument, or one of a known program."""
    signs = (b"\\", b"\x1b", b"\n ", b" std", b'{"log":', *grammar.touching, *grammar.before, *grammar.after)
    return not block.startswith(b" ") and not any(map(block.__contains__, signs))


def holds(
    line: bytes,
    anchor: int,
    reading: LineResult,
    grammar: Grammar,
    *,
    calm: bool,
    alone: bool,
    in_trace: bool,
) -> bool:
    """Return whether the rest of a line leaves the reading of its core as it is.

    The caller has seen that no other function or name stands in it; `alone` says that no other literal does either,
    and `calm` that the line is from a block that is.
    """
    view = line
    if not (calm and alone):
        if line.endswith(grammar.touching, 0, anchor) or is_argument(line) or is_wrapped(line):
            return False
        view = searchable(line)
        if len(view) != len(line):
            return False
        before, after = line[:anchor], line[anchor + reading.outcomes[-1].end :]
        if (
            not alone
            or any(map(before.__contains__, grammar.before))
            or any(map(after.__contains__, grammar.after))
        ) and grammar.match(view, at_end=False, in_trace=in_trace) is not None:
            return False
    if is_source(view):
        return False
    return reading.told or not any(
        is_mentioned(view, anchor + outcome.start, anchor + outcome.end)
        for outcome in reading.outcomes
        if not outcome.bare
    )
