"""Caches the results of lines by their template, so that similar lines are read once.

Lines that differ only in the digits of times and numbers have one template. Everything in one of them is at the same offset
in the others, and the bytes from the first literal to the last return code determine the result.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ckrtool.logs.engine.seen import SeenOnce
from ckrtool.logs.engine.span_cache import SpanCache, arguments, behind, moved
from ckrtool.logs.lazy_re import lazy
from ckrtool.logs.line import bare_numbers
from ckrtool.logs.line.read_line import read_line
from ckrtool.logs.line.result import code_of, name_of
from ckrtool.numerals import VENDOR_FIRST

if TYPE_CHECKING:
    from ckrtool.logs.dialects.grammar import Grammar
    from ckrtool.logs.line.result import LineResult

LONGEST = 1024
MOST = 32768
TO_THE_END = 1 << 30
# What may make another number of the same line, after the last return code, one too.
AGAIN = lazy(
    rb"C_[A-Z]|CKR|CK_|kcs|KCS|ryptoki|p\d\d|P\d\d|(?<![A-Za-z])[rR][vV](?![A-Za-z])|Exception|:[0-9A-Fa-f]{8}:"
)
# What may make a number before the first literal one, with other digits.
BEFORE = lazy(
    rb"(?:[Ee]rr|ERR|[Rr]et|[Cc]ode|rc|[Rr]esult|[Ss]tatus|RV|CK)[\w\s\"':=(\[]{0,24}\d"
    rb"|0[xX][0-9A-Fa-f]{1,16}\s(?:\w{2,3} )?(?:return|thrown|report|raised)"
)
# Words whose digits say something: PKCS #11 is not PKCS #12.
NUMBERED = lazy(rb"(?i:p|kcs\s?#?\s?|win|sw|tss)\d")
# In a trace a number of decimal digits only may be a call's, and another one of its length a thread's.
TRACED = lazy(NUMBERED.pattern + rb"|[0-9A-Fa-f]{8}|0[xX]")


class TemplateEntry:
    """Lines with one template: which of their bytes the result depends on, and the results by these bytes.

    `vendor` is a result whose code is a vendor's number in hexadecimal, with the bytes before and after the number.
    """

    __slots__ = ("first", "last", "readings", "vendor")

    def __init__(self) -> None:
        self.first = TO_THE_END
        self.last = 0
        self.readings: dict[bytes, LineResult] = {}
        self.vendor: tuple[bytes, bytes, LineResult] | None = None

    def learn(self, line: bytes, first: int, last: int, reading: LineResult) -> None:
        """Remember what a line says, of which the bytes from `first` to `last` tell it."""
        if first < self.first or last > self.last:
            self.first, self.last = min(first, self.first), max(last, self.last)
            self.readings.clear()
            self.vendor = None
        if self.vendor is None and len(reading.outcomes) == 1:
            self._learn_vendor(line, reading)
        self.readings[line[self.first : self.last]] = reading

    def _learn_vendor(self, line: bytes, reading: LineResult) -> None:
        """Keep a result that lines with another vendor's number have too, but for the number."""
        span = reading.outcomes[0]
        if span.bare and not reading.exact and vendor_value(line[span.start : span.end]) == span.code.value:
            self.vendor = line[self.first : span.start], line[span.end : self.last], reading

    def of_vendor(self, line: bytes) -> LineResult | None:
        """Return the result of a line that differs from a known one in a vendor's number only."""
        if self.vendor is None:
            return None
        before, after, reading = self.vendor
        span = reading.outcomes[0]
        if line[self.first : span.start] != before or line[span.end : self.last] != after:
            return None
        value = vendor_value(line[span.start : span.end])
        if value is None:
            return None
        code = code_of(value, name_of(value), span.code.function)
        return reading._replace(outcomes=(span._replace(code=code),))


def vendor_value(token: bytes) -> int | None:
    """Return the value of `0x` and eight digits in the vendor range, None for all else and for what other systems use too."""
    if len(token) != len("0x80000000") or token[:2] not in (b"0x", b"0X"):
        return None
    value = int(token, 16)
    return value if value > VENDOR_FIRST and not bare_numbers.is_of_windows(value) else None


class LineCache:
    """The results of lines by the bytes that they depend on. After about MOST entries it starts afresh."""

    __slots__ = ("_alike", "_entries", "_seen", "alike", "cores", "grammar", "in_trace")

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.in_trace = False
        self.cores = SpanCache()
        self._alike: dict[bytes, TemplateEntry] = {}
        self.alike = self._alike.get  # by template
        self._entries = 0
        self._seen = SeenOnce()

    def forget(self, *, in_trace: bool) -> None:
        """Drop all results; `in_trace` says whether weak forms count from here on."""
        self.in_trace = in_trace
        self._alike.clear()
        self._seen.clear()
        self.cores.clear()
        self._entries = 0

    def find(self, line: bytes, shape: bytes) -> LineResult | None:
        """Return the result of a line with the template `shape`, if a similar one was read; offsets are from its start."""
        alike = self.alike(shape)
        return None if alike is None else alike.readings.get(line[alike.first : alike.last])

    def of_vendor(self, line: bytes, shape: bytes) -> LineResult | None:
        """Return the result of a line that differs from a known one in a vendor's number only: there may be millions of these."""
        alike = self.alike(shape)
        return None if alike is None else alike.of_vendor(line)

    def read(self, line: bytes, shape: bytes, anchor: int) -> LineResult:
        """Read a line (CR may end it) and cache the result; `anchor` is the offset of its first literal."""
        text = line.removesuffix(b"\r")
        reading = read_line(text, in_trace=self.in_trace, grammar=self.grammar)
        if reading.core:
            self.cores.learn(text, reading)
        self.learn(line, shape, anchor, reading)
        return reading

    def learn(self, line: bytes, shape: bytes, anchor: int, reading: LineResult, place: int = 0) -> None:
        """Cache the result of a line whose template was seen before; the offsets of `reading` are from `place`."""
        if len(line) > LONGEST or not self._seen.seen(shape):
            return
        if self._entries >= MOST:
            self.forget(in_trace=self.in_trace)
        self._entries += 1
        reading = moved(reading, place)._replace(core_at=reading.core_at + place)
        first, last = _telling(reading, line, anchor)
        self._alike.setdefault(shape, TemplateEntry()).learn(line, first, last, reading)


def _telling(reading: LineResult, line: bytes, anchor: int) -> tuple[int, int]:
    """Return the part of a line whose digits its result depends on.

    The bytes on each side show where a number ends, and whether it counts something.
    """
    if reading.exact:
        return 0, TO_THE_END
    first, last = anchor, TO_THE_END
    if reading.outcomes:
        first = min(first, max(0, reading.outcomes[0].start - 1))
        final = max(reading.outcomes, key=attrgetter("end"))
        if not AGAIN.search(line, final.end):
            last = final.end + behind(line, final)
        if reading.core and anchor == reading.core_at:
            place, width = arguments(line, anchor)
            first = place + width if width else first  # the arguments do not matter
    if (not reading.outcomes or line.count(b"C_") > 1) and BEFORE.search(line, 0, first):
        return 0, last
    told = (TRACED if reading.call or reading.returns else NUMBERED).search(line, 0, first)
    return (first if told is None else told.start()), last
