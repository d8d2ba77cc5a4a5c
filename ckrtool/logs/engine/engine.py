"""Reads a log block by block and returns the lines that hold return codes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects.prefilter import NOWHERE
from ckrtool.logs.engine.durations import Durations, between
from ckrtool.logs.engine.line_cache import LineCache
from ckrtool.logs.engine.open_calls import OpenCalls
from ckrtool.logs.engine.span_cache import holds, is_calm
from ckrtool.logs.engine.template import template_of
from ckrtool.logs.line.result import NOTHING, CodeSpan, LineResult, code_of
from ckrtool.logs.line.stack_trace import function_above, function_below

if TYPE_CHECKING:
    from ckrtool.logs.dialects.model import Dialect
    from ckrtool.logs.dialects.prefilter import Candidates


# A line with return codes: where it starts and ends in its block (before LF or CR LF), the place in the block that the
# codes' offsets count from, and the codes. A plain tuple: one is made for each such line.
LineHit = tuple[int, int, int, tuple[CodeSpan, ...]]
# With so many candidates for a line each, looking up every line is faster than looking for the next candidate.
DENSE = 0.4


class Engine:
    """Reads a stream of blocks of whole lines. Keeps the open calls of a trace, and whether a trace line has been seen.

    With `count_calls`, `calls` and `durations` say which functions the traces called, and how long that took.
    """

    def __init__(self, *, count_calls: bool = False) -> None:
        self.calls: dict[str, int] = {}
        self.durations = Durations()
        self._count = count_calls
        self._after = b""
        self._open = OpenCalls()
        self._grammar = current()
        self._memory = LineCache(self._grammar)
        self._dense = False
        self._calm: bool | None = None
        self._candidates = 0
        self._search: Candidates | None = None

    @property
    def in_trace(self) -> bool:
        """Return whether a trace was seen in this file."""
        return self._memory.in_trace

    def new_file(self) -> None:
        """Drop the open calls and the cache of the previous file."""
        self._open.clear()
        self._memory.forget(in_trace=False)

    def may_hold(self, block: bytes) -> bool:
        """Return whether `block`, the next one to be read, holds a candidate; `read` goes on with the same search."""
        if self._dense:
            return True
        self._search = self._candidates_in(block, 0)
        return self._search.next < NOWHERE

    def read(self, block: bytes, after: bytes = b"") -> list[LineHit]:
        """Return the lines of `block` that hold return codes, in order. `block` is whole lines, `after` what was read after them."""
        self._after = after
        self._candidates = 0
        self._calm = None
        hits: list[LineHit] = []
        go_through = self._by_line if self._dense else self._by_literal
        position = 0
        while position < len(block):
            position = go_through(block, position, hits)
        self._search = None
        self._dense = self._candidates > 0 and self._candidates > DENSE * block.count(b"\n")
        if hits and block.endswith(b"\r") and hits[-1][1] == len(block) - 1:
            start, _, place, outcomes = hits[-1]  # without LF, the CR is text
            hits[-1] = start, len(block), place, outcomes
        return hits

    def _candidates_in(self, block: bytes, start: int) -> Candidates:
        """Return the candidates from `start` on; in a trace weak lines are candidates too."""
        search = self._grammar.in_trace if self._memory.in_trace else self._grammar.always
        return search.candidates(block, start)

    def _by_literal(self, block: bytes, position: int, hits: list[LineHit]) -> int:
        """Read candidate lines from `position`; return where to go on with more finders once a trace was seen."""
        candidates = self._search
        if candidates is None or position or candidates.block is not block:
            candidates = self._candidates_in(block, position)
        find = self._memory.find
        while (anchor := candidates.next) < NOWHERE:
            start = block.rfind(b"\n", position, anchor) + 1 or position
            end = block.find(b"\n", anchor)
            end = end if end >= 0 else len(block)
            position = end + 1
            line = block[start:end]
            shape = template_of(line)
            reading = find(line, shape)
            if reading is None:
                if self._unknown(candidates, start, line, shape, hits):
                    return position
            elif reading is not NOTHING:
                self._take(reading, block, start, line, start, hits)
            self._candidates += 1
            candidates.move(position)
        return len(block)

    def _by_line(self, block: bytes, position: int, hits: list[LineHit]) -> int:
        """Do what `_by_literal` does, looking up every line: faster where every other one or so is a candidate."""
        candidates: Candidates | None = None
        rest = block[position:] if position else block
        shapes = template_of(rest).split(b"\n")
        count = 0
        for line, shape, alike in zip(
            rest.split(b"\n"), shapes, map(self._memory.alike, shapes), strict=True
        ):
            start = position
            position += len(line) + 1
            if alike is not None:
                reading = alike.readings.get(line[alike.first : alike.last])
                if reading is not None:
                    count += 1
                    if reading.follow:
                        self._take(reading, block, start, line, start, hits)
                    elif reading.outcomes:
                        hits.append((start, position - 1 - line.endswith(b"\r"), start, reading.outcomes))
                    continue
            if candidates is None:
                candidates = self._candidates_in(block, start)
            candidates.move(start)
            if candidates.next < position:
                count += 1
                if self._unknown(candidates, start, line, shape, hits):
                    break
        self._candidates += count
        return position

    def _unknown(
        self, candidates: Candidates, start: int, line: bytes, shape: bytes, hits: list[LineHit]
    ) -> bool:
        """Read a candidate line that is in no cache; return whether from here on more finders are needed."""
        memory = self._memory
        known = memory.of_vendor(line, shape)
        if known is not None:
            self._take(known, candidates.block, start, line, start, hits)
            return False
        anchor = candidates.next - start
        place = candidates.functions.next
        reading = None
        text = line.removesuffix(b"\r")
        if place < start + len(text):
            reading = self._by_core(candidates, start, text)
            if reading is not None:
                memory.learn(line, shape, anchor, reading, place - start)
        if reading is None:
            place = start
            reading = memory.read(line, shape, anchor)
            if reading is NOTHING:
                return False
        self._take(reading, candidates.block, start, line, place, hits)
        if reading.opens and not memory.in_trace:
            memory.forget(in_trace=True)
            return True
        return False

    def _by_core(self, candidates: Candidates, start: int, line: bytes) -> LineResult | None:
        """Return the cached result of the slice from the line's first function on, if the rest of the line does not change it."""
        functions, words = candidates.functions, candidates.words
        function = functions.next
        end = start + len(line)
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
        if self._calm is None:
            self._calm = is_calm(candidates.block, self._grammar)
        in_trace = self._memory.in_trace
        kept = holds(
            line, function - start, reading, self._grammar, calm=self._calm, alone=alone, in_trace=in_trace
        )
        return reading if kept else None

    def _take(
        self, reading: LineResult, block: bytes, start: int, line: bytes, place: int, hits: list[LineHit]
    ) -> None:
        """Add the result of a line, and update the open calls; the offsets of `reading` are from `place`."""
        end = start + len(line) - line.endswith(b"\r")
        outcomes = self._follow(reading, block, start, end) if reading.follow else reading.outcomes
        if outcomes:
            hits.append((start, end, place, outcomes))

    def _follow(self, reading: LineResult, block: bytes, start: int, end: int) -> tuple[CodeSpan, ...]:
        """Update the open calls; return the codes with the function that they belong to."""
        if reading.counted is not None and self._count:
            self.calls[reading.counted] = self.calls.get(reading.counted, 0) + 1
        if reading.call is not None:
            dialect, function = reading.call
            if dialect.pairing != "named":
                line = block[start:end]
                self._open.enter(dialect, line[reading.marks.thread], function, line[reading.marks.time])
            return ()
        if reading.returns is not None:
            return self._returned(reading, reading.returns, block[start:end])
        if reading.ahead:
            return _owned(reading.outcomes, function_below(block, end, self._after))
        if reading.above is not None:
            return _owned(reading.outcomes, function_above(block, start, reading.above.above))
        return reading.outcomes

    def _returned(self, reading: LineResult, dialect: Dialect, line: bytes) -> tuple[CodeSpan, ...]:
        """Return the outcomes of a return with the function whose call it closes."""
        if dialect.pairing == "named" and not self._count:
            return reading.outcomes
        marks = reading.marks
        code = reading.outcomes[0].code
        if dialect.pairing == "named":
            if code.function:
                self.durations.add(code.function, float(line[marks.ms] or b"-1"))
            return reading.outcomes
        call = self._open.leave(dialect, line[marks.thread], code.value)
        if call is None:
            return reading.outcomes
        if self._count:
            self.durations.add(call.function, between(call.time, line[marks.time]))
        return _owned(reading.outcomes, call.function)


@lru_cache(maxsize=4096)
def _owned(outcomes: tuple[CodeSpan, ...], function: str | None) -> tuple[CodeSpan, ...]:
    if function is None:
        return outcomes
    return tuple(
        outcome
        if outcome.code.function
        else outcome._replace(code=code_of(outcome.code.value, outcome.code.name, function))
        for outcome in outcomes
    )
