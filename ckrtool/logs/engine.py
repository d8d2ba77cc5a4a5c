"""Goes through a log block by block and gives the lines that hold return codes."""

from __future__ import annotations

import re
from typing import NamedTuple

from ckrtool.logs.candidates import ALWAYS, NOWHERE, WHEN_OPENED, Finder
from ckrtool.logs.outcome import NOTHING, Outcome, Reading, code_of
from ckrtool.logs.pairing import OpenCalls
from ckrtool.logs.reading import FUNCTION_NAMES, read_line
from ckrtool.logs.view import searchable

# Lines that differ in times, numbers and identifiers only are read once: the key of a line is its outline, all
# hexadecimal digits blanked, with the exact bytes from its first to its last return code.
OUTLINE = bytes.maketrans(b"123456789abcdefABCDEF", b"0" * 21)
LEFT = 512
LONGEST_KEY = 1024
MOST_CACHED = 8192
MOST_BELOW = 8192
# What may make another number of the same line a return code.
AGAIN = re.compile(rb"C_[A-Z]|CKR|CK_|[rR][vV]|[Ee]rror|failed|[Rr]eturn|code")

# The lines of a stack trace below a Java or Node.js exception, and the line of the native call.
STACK_LINE = re.compile(rb"[^\r\n]{0,80}?(?:\s+at |\s+\.\.\. |Caused by: [^\r\n]*PKCS11Exception)")
NATIVE = re.compile(rb"(?:PKCS11(?:\.|::)|native\) |method: ')(?P<function>C_[A-Z][A-Za-z]{2,40})")
MOST_LINES_BELOW = 80
# What may make another number of the same line a return code.
AGAIN = re.compile(rb"C_[A-Z]|CKR|CK_|[rR][vV]|[Ee]rror|failed|[Rr]eturn|code")

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

    def new_file(self) -> None:
        """Forget the trace of the file before."""
        self._opened = False
        self._open.clear()
        self._forget()

    def _forget(self) -> None:
        self._cache.clear()
        self._spans.clear()

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
            first = max(start, anchor - LEFT)
            outline = block[first:text_end].translate(OUTLINE)
            kept = spans.get(outline)
            key = (outline, block[anchor + kept[0] : anchor + kept[1]]) if kept is not None else None
            reading = cache.get(key) if key is not None else None
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
        reading = read_line(line, anchor, opened=self._opened)
        if len(outline) > LONGEST_KEY or anchor > LEFT:
            return reading
        first, last = _telling(reading, line, anchor)
        if kept is not None:
            first, last = min(first, kept[0]), max(last, kept[1])
        if len(self._cache) >= MOST_CACHED or len(self._spans) >= MOST_CACHED:
            self._forget()
        self._spans[outline] = first, last
        self._cache[outline, line[anchor + first : anchor + last]] = reading
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
    """Return the part of a line, from the anchor, that its reading depends on digit by digit."""
    if not reading.outcomes:
        return 0, len(line) - anchor
    first = min(0, reading.outcomes[0].start)
    last = max(outcome.end for outcome in reading.outcomes)
    if AGAIN.search(line, anchor + last):
        last = len(line) - anchor
    return first, last


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
