"""Goes through a log block by block and gives the lines that hold return codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ckrtool.logs.below import function_below
from ckrtool.logs.candidates import ALWAYS, NOWHERE, WHEN_OPENED, Finder, Places
from ckrtool.logs.core import holds
from ckrtool.logs.durations import Durations, between
from ckrtool.logs.memory import LineMemory
from ckrtool.logs.outcome import NOTHING, Outcome, Reading, code_of
from ckrtool.logs.pairing import OpenCalls
from ckrtool.logs.view import searchable

if TYPE_CHECKING:
    from ckrtool.logs.dialects import Dialect


class Hit(NamedTuple):
    """A line with return codes: where it starts and ends in its block (`end` is before LF or CR LF), and the codes.

    The outcomes' offsets are relative to `anchor`, a place in the block.
    """

    start: int
    end: int
    anchor: int
    outcomes: tuple[Outcome, ...]


class Marks(NamedTuple):
    """What a line of a trace says of its call; b"" where it does not."""

    thread: bytes = b""
    time: bytes = b""
    ms: bytes = b""


NO_MARKS = Marks()


class Engine:
    """Reads a stream of blocks of whole lines. It remembers what a trace needs: open calls, and that one was seen.

    With `count_calls`, `calls` and `durations` say which functions the traces called, and how long that took.
    """

    def __init__(self, *, count_calls: bool = False) -> None:
        self.calls: dict[str, int] = {}
        self.durations = Durations()
        self._count = count_calls
        self._after = b""
        self._open = OpenCalls()
        self._memory = LineMemory()

    def new_file(self) -> None:
        """Forget the trace of the file before."""
        self._open.clear()
        self._memory.forget(opened=False)

    def read(self, block: bytes, after: bytes = b"") -> list[Hit]:
        """Return the lines of `block` that hold return codes, in order. `block` is whole lines, `after` what was read behind them."""
        self._after = after
        hits: list[Hit] = []
        position = 0
        while position < NOWHERE:
            finders = ALWAYS + WHEN_OPENED if self._memory.opened else ALWAYS
            position = self._scan(block, position, finders, hits)
        return hits

    def _scan(self, block: bytes, position: int, finders: tuple[Finder, ...], hits: list[Hit]) -> int:
        """Read candidate lines from `position`; return where to go on with more finders once a trace was seen."""
        memory = self._memory
        opened = memory.opened
        functions = Places(block, position, finders[:1])
        words = Places(block, position, finders[1:])
        while (anchor := min(functions.next, words.next)) < NOWHERE:
            start = block.rfind(b"\n", position, anchor) + 1 or position
            end, text_end = _ends(block, anchor)
            line = block[start:text_end]
            reading = memory.find(line, anchor - start)
            if reading is None and functions.next < end:
                function = functions.next
                reading = self._by_core(line, start, end, functions, words)
                if reading is not None:
                    anchor = function
            if reading is None:
                reading = memory.read(line, anchor - start)
            if functions.next < end:
                functions.move(end)
            if words.next < end:
                words.move(end)
            position = end
            if reading is NOTHING:
                continue
            outcomes = self._follow(reading, block, start, text_end) if reading.follow else reading.outcomes
            if outcomes:
                hits.append(Hit(start, text_end, anchor, outcomes))
            if reading.opens and not opened:
                memory.forget(opened=True)
                return end
        return NOWHERE

    def _by_core(self, line: bytes, start: int, end: int, functions: Places, words: Places) -> Reading | None:
        """Return what the core of the line says, from its first function on, if it is known and the rest leaves it so."""
        function = functions.next
        reading = self._memory.cores.find(line, function - start)
        if reading is None:
            return None
        last = function + reading.outcomes[-1].end
        functions.move(last)
        if functions.next < end:
            return None
        alone = words.next >= end
        if not alone and words.next > function:
            words.move(last)
            alone = words.next >= end
        return (
            reading
            if holds(line, function - start, reading, alone=alone, opened=self._memory.opened)
            else None
        )

    def _follow(self, reading: Reading, block: bytes, start: int, end: int) -> tuple[Outcome, ...]:
        """Keep the account of calls; return the outcomes with the function that they belong to."""
        if reading.counted is not None and self._count:
            self.calls[reading.counted] = self.calls.get(reading.counted, 0) + 1
        if reading.call is not None:
            dialect, function = reading.call
            if dialect.pairing != "named":
                marks = _marks(dialect, block[start:end])
                self._open.enter(dialect, marks.thread, function, marks.time)
            return ()
        if reading.returns is not None:
            return self._returned(reading, reading.returns, block[start:end])
        if reading.ahead:
            return _owned(reading.outcomes, function_below(block, end, self._after))
        return reading.outcomes

    def _returned(self, reading: Reading, dialect: Dialect, line: bytes) -> tuple[Outcome, ...]:
        """Return the outcomes of a return with the function whose call it closes."""
        if dialect.pairing == "named" and not self._count:
            return reading.outcomes
        marks = _marks(dialect, line)
        code = reading.outcomes[0].code
        if dialect.pairing == "named":
            if code.function:
                self.durations.add(code.function, float(marks.ms or b"-1"))
            return reading.outcomes
        call = self._open.leave(dialect, marks.thread, code.value)
        if call is None:
            return reading.outcomes
        if self._count:
            self.durations.add(call.function, between(call.time, marks.time))
        return _owned(reading.outcomes, call.function)


def _ends(block: bytes, anchor: int) -> tuple[int, int]:
    """Return where the line ends, and where its text does: before CR LF, too."""
    end = block.find(b"\n", anchor)
    if end < 0:
        return len(block), len(block)
    return end, end - 1 if block[end - 1] == 0x0D else end


def _marks(dialect: Dialect, line: bytes) -> Marks:
    """Return the marks of this very line; a cached reading is shared by lines of several threads and times."""
    if dialect.groups.isdisjoint(Marks._fields):
        return NO_MARKS
    match = dialect.pattern.search(searchable(line))
    if match is None:
        return NO_MARKS
    get = match.groupdict(b"").get
    return Marks(get("thread", b""), get("time", b""), get("ms", b""))


def _owned(outcomes: tuple[Outcome, ...], function: str | None) -> tuple[Outcome, ...]:
    if function is None:
        return outcomes
    return tuple(
        outcome
        if outcome.code.function
        else outcome._replace(code=code_of(outcome.code.value, outcome.code.name, function))
        for outcome in outcomes
    )
