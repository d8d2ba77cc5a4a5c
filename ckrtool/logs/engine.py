"""Goes through a log block by block and gives the lines that hold return codes."""

from __future__ import annotations

import re
from typing import NamedTuple

from ckrtool.logs.candidates import ALWAYS, NOWHERE, WHEN_OPENED, Finder
from ckrtool.logs.outcome import NOTHING, Outcome, Reading, code_of
from ckrtool.logs.pairing import OpenCalls
from ckrtool.logs.reading import FUNCTION_NAMES, read_line
from ckrtool.logs.view import searchable

# Lines that differ in times, numbers and identifiers only are read once: the key of a line is its outline, without
# hexadecimal digits, and the exact bytes from its first to its last return code.
HEX_DIGITS = b"0123456789abcdefABCDEF"
DIGITS = bytes.maketrans(b"123456789", b"000000000")
LEFT = 512
NEAR = 8  # so much just before the first literal is kept but for its digits: it tells `12: C_Login` from `at: C_Login`
LONGEST_KEY = 1024
MOST_CACHED = 32768
# How the bytes from a function on begin; it tells how many of them say everything.
OPENING = 16
DIGITS = bytes.maketrans(b"123456789", b"000000000")
LEFT = 512
NEAR = 8  # so much just before the first literal is kept but for its digits: it tells `12: C_Login` from `at: C_Login`
LONGEST_KEY = 1024
MOST_CACHED = 32768
# A function and what comes right after it, where that says everything; MARGIN is what may stand behind a number.
CORE = 64
MARGIN = 16
MOST_BELOW = 8192
# What may make another number of the same line a return code.
AGAIN = re.compile(rb"C_[A-Z]|CKR|CK_|[rR][vV]|Exception|:[0-9A-Fa-f]{8}:")

# The lines of a stack trace below a Java or Node.js exception, and the line of the native call.
STACK_LINE = re.compile(rb"[^\r\n]{0,80}?(?:\s+at |\s+\.\.\. |Caused by: [^\r\n]*PKCS11Exception)")
NATIVE = re.compile(rb"(?:PKCS11(?:\.|::)|native\) |method: ')(?P<function>C_[A-Z][A-Za-z]{2,40})")
MOST_LINES_BELOW = 80
# What may make another number of the same line a return code.
AGAIN = re.compile(rb"C_[A-Z]|CKR|CK_|[rR][vV]|Exception|:[0-9A-Fa-f]{8}:")

# The stack trace below a Java or Node.js exception, up to the line of the native call.
BELOW = re.compile(
    rb"(?:\r?\n(?:[^\r\n]{0,60}?\s+at [^\r\n]*|\s+\.\.\. [^\r\n]*|Caused by: [^\r\n]*PKCS11Exception[^\r\n]*|"
    rb"[^\r\n]{0,40}\[errors?\][^\r\n]*)){0,60}?"
    rb"\r?\n[^\r\n]{0,60}?\s+at [^\r\n]{0,200}?(?:PKCS11(?:\.|::)|native\) )(?P<function>C_[A-Z]\w+)"
)
BELOW_JS = re.compile(rb"\r?\n\s+method: '(?P<function>C_\w+)'")


class Hit(NamedTuple):
    """A line with return codes: where it starts and ends in its block (`end` is before LF or CR LF), and the codes.

    The outcomes' offsets are relative to `anchor`, a place in the block.
    """

    start: int
    end: int
    anchor: int
    outcomes: tuple[Outcome, ...]


class Engine:
    """Reads a stream of blocks of whole lines. It remembers what a trace needs: open calls, and that one was seen."""

    def __init__(self, *, count_calls: bool = False) -> None:
        self.calls: dict[str, int] = {}
        self._count = count_calls
        self._opened = False
        self._open = OpenCalls()
        self._cache: dict[tuple[bytes, bytes], Reading] = {}
        self._spans: dict[bytes, tuple[int, int]] = {}
        self._cores: dict[tuple[bytes, bytes], Reading] = {}
        self._reach: dict[bytes, int] = {}

    def new_file(self) -> None:
        """Forget the trace of the file before."""
        self._opened = False
        self._open.clear()
        self._forget()

    def _forget(self) -> None:
        self._cache.clear()
        self._spans.clear()
        self._cores.clear()
        self._reach.clear()

    def read(self, block: bytes) -> list[Hit]:
        """Return the lines of `block` that hold return codes, in order. `block` is whole lines."""
        hits: list[Hit] = []
        position = 0
        while True:
            opened = self._opened
            position = self._scan(block, position, ALWAYS + WHEN_OPENED if opened else ALWAYS, hits)
            if position >= NOWHERE:
                return hits

    def _scan(self, block: bytes, position: int, finders: tuple[Finder, ...], hits: list[Hit]) -> int:
        """Read candidate lines from `position`; return where to go on once the stream turned out to be a trace."""
        active = [(at, find) for find in finders if (at := find(block, position)) < NOWHERE]
        opened = self._opened
        cache = self._cache
        spans = self._spans
        while active:
            anchor = min(active)[0] if len(active) > 1 else active[0][0]
            start = block.rfind(b"\n", position, anchor) + 1 or position
            end = block.find(b"\n", anchor)
            if end < 0:
                end = len(block)
            position = end
            text_end = end - 1 if block[end - 1 : end] == b"\r" and end > anchor else end
            near = max(start, anchor - NEAR)
            outline = b"%b\n%b\n%b" % (
                block[max(start, anchor - LEFT) : near].translate(None, HEX_DIGITS),
                block[near:anchor].translate(DIGITS),
                block[anchor:text_end].translate(None, HEX_DIGITS),
            )
            kept = spans.get(outline)
            reading = None
            if kept is not None:
                reading = cache.get(
                    (outline, block[max(start, anchor + kept[0]) : min(anchor + kept[1], text_end)])
                )
            if reading is None:
                reading = self._read_new(block[start:text_end], anchor - start, outline, kept)
            if reading is not NOTHING:
                outcomes = (
                    self._follow(reading, block, start, text_end) if _has_state(reading) else reading.outcomes
                )
                if outcomes:
                    hits.append(Hit(start, text_end, anchor, outcomes))
                if reading.opens and not opened:
                    self._opened = True
                    self._forget()
                    return end
            active = [
                (at, find) if at >= end else (moved, find)
                for at, find in active
                if at >= end or (moved := find(block, end)) < NOWHERE
            ]
        return NOWHERE

    def _read_new(self, line: bytes, anchor: int, outline: bytes, kept: tuple[int, int] | None) -> Reading:
        """Read a line and remember what it says for others like it."""
        opening = line[anchor : anchor + OPENING]
        reach = self._reach.get(opening)
        if reach is not None:
            known = self._cores.get(
                (line[max(0, anchor - NEAR) : anchor].translate(DIGITS), line[anchor : anchor + reach])
            )
            if known is not None and not AGAIN.search(line, anchor + reach):
                return known
        reading = read_line(line, anchor, opened=self._opened)
        if reading.core and not AGAIN.search(line, anchor + reading.core):
            reach = max(reading.core, reach or 0)
            self._reach[opening] = reach
            left = line[max(0, anchor - NEAR) : anchor].translate(DIGITS)
            self._cores[left, line[anchor : anchor + reach]] = reading
        if len(outline) > LONGEST_KEY or anchor > LEFT:
            return reading
        first, last = _telling(reading, line, anchor)
        if kept is not None:
            first, last = min(first, kept[0]), max(last, kept[1])
        if len(self._cache) + len(self._spans) + len(self._cores) + len(self._reach) >= MOST_CACHED:
            self._forget()
        self._spans[outline] = first, last
        self._cache[outline, line[max(0, anchor + first) : anchor + last]] = reading
        return reading

    def _follow(self, reading: Reading, block: bytes, start: int, end: int) -> tuple[Outcome, ...]:
        """Keep the account of calls; return the outcomes with the function that they belong to."""
        if reading.counted is not None and self._count:
            self.calls[reading.counted] = self.calls.get(reading.counted, 0) + 1
        if reading.call is not None:
            dialect, function = reading.call
            if dialect.pairing != "named":
                self._open.enter(dialect, _thread(dialect.pattern, block[start:end]), function)
            return ()
        if reading.returns is not None:
            dialect = reading.returns
            found = self._open.leave(
                dialect, _thread(dialect.pattern, block[start:end]), reading.outcomes[0].code.value
            )
            return _owned(reading.outcomes, found)
        if reading.ahead:
            return _owned(reading.outcomes, _below(block, end))
        return reading.outcomes


def _telling(reading: Reading, line: bytes, anchor: int) -> tuple[int, int]:
    """Return the part of a line, from the anchor, that its reading depends on digit by digit.

    A byte more on each side shows where a number ends.
    """
    if not reading.outcomes:
        return 0, len(line) - anchor
    first = reading.outcomes[0].start
    last = max(outcome.end for outcome in reading.outcomes)
    last = len(line) - anchor if AGAIN.search(line, anchor + last) else last + 1
    return (first - 1 if first < 0 else 0), last


def _has_state(reading: Reading) -> bool:
    return (
        reading.counted is not None
        or reading.call is not None
        or reading.returns is not None
        or reading.ahead
    )


def _thread(pattern: re.Pattern[bytes], line: bytes) -> bytes:
    """Return the thread's mark on this very line; a cached reading is shared by lines of several threads."""
    if "thread" not in pattern.groupindex:
        return b""
    match = pattern.search(searchable(line))
    return (match["thread"] or b"") if match else b""


def _owned(outcomes: tuple[Outcome, ...], function: str | None) -> tuple[Outcome, ...]:
    if function is None:
        return outcomes
    return tuple(
        outcome
        if outcome.code.function
        else outcome._replace(code=code_of(outcome.code.value, outcome.code.name, function))
        for outcome in outcomes
    )


def _below(block: bytes, end: int) -> str | None:
    """Return the function that the stack trace below names, as far as it has been read."""
    limit = min(len(block), end + MOST_BELOW)
    position = block.find(b"\n", end) + 1
    for _ in range(MOST_LINES_BELOW):
        if not 0 < position < limit:
            return None
        stop = block.find(b"\n", position)
        stop = stop if stop >= 0 else len(block)
        native = NATIVE.search(block, position, stop)
        if native is not None:
            function = native["function"].decode()
            return function if function in FUNCTION_NAMES else None
        if not STACK_LINE.match(block, position, stop):
            return None
        position = stop + 1
    return None
