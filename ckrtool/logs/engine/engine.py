"""Read a log block by block and return the lines with return codes."""

from __future__ import annotations

from functools import lru_cache

from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects.prefilter import NOWHERE
from ckrtool.logs.engine.durations import between
from ckrtool.logs.engine.lazy_cache import LazyLineCache
from ckrtool.logs.engine.open_calls import NONE_OPEN, OpenCalls
from ckrtool.logs.engine.open_calls import State as CallsState
from ckrtool.logs.engine.open_calls import lasting as calls_lasting
from ckrtool.logs.engine.short_lines import ShortLines
from ckrtool.logs.input.searchable import SearchableLine, is_escaped, is_wrapped
from ckrtool.logs.line.words import extent, offset, part, split
from ckrtool.logs.stack_lines import kept_above, unfinished

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.logs.dialects.model import Dialect
    from ckrtool.logs.dialects.search import AnyCandidates, Search
    from ckrtool.logs.engine.durations import CallCounts
    from ckrtool.logs.engine.recipes import Reading
    from ckrtool.logs.engine.short_lines import Known
    from ckrtool.logs.line.result import CodeSpan


# A line with return codes: its start and end in its block (before LF or CR LF), the offset in the block to which the codes'
# offsets are relative, and the codes. A plain tuple for speed, because one is created per such line.
LineHit = tuple[int, int, int, "tuple[CodeSpan, ...]"]


# Whether a line of a trace has been seen, the open calls, and the text above the next block that may be part of a traceback.
State = tuple[bool, CallsState, bytes]
START: State = (False, NONE_OPEN, b"")


def lasting(state: State, guess: State, seed: State) -> State:
    """Return what of a true state is likely to count later in the file too: that it is a trace, and calls that are open for long."""
    return state[0], calls_lasting(state[1], guess[1], seed[1]), b""


class Engine:
    """Read a stream of blocks of whole lines; keep the open calls of a trace, and whether a trace line has been seen.

    `calls`, if given, counts the calls of traces, and may be replaced by other counts between two blocks. Without
    `places` the offsets of the codes are not computed. Without `cached` every candidate line is read anew.
    """

    def __init__(self, *, calls: CallCounts | None = None, places: bool = True, cached: bool = True) -> None:
        self._clean: Callable[[bytes], bytes] | None = None
        self.calls = calls
        self._places = places
        self._before = b""
        self._after = b""
        self._open = OpenCalls()
        self._grammar = current()
        self._cache = LazyLineCache(self._grammar, enabled=cached, counted=calls is not None)
        self._cached = cached
        self._short = ShortLines()
        self._search: AnyCandidates | None = None

    @property
    def in_trace(self) -> bool:
        """Return whether a line of a trace has been seen in this file."""
        return self._cache.in_trace

    def _forget(self, *, in_trace: bool) -> None:
        self._short.clear()
        self._cache.forget(in_trace=in_trace)

    def state(self) -> State:
        """Return what the reading of the next block depends on besides its bytes, for `resume`."""
        return self._cache.in_trace, self._open.state(), self._before

    def resume(self, state: State) -> None:
        """Go on as the engine that was in this state."""
        in_trace, opened, self._before = state
        self._open.resume(opened)
        if in_trace != self._cache.in_trace:
            self._forget(in_trace=in_trace)

    def may_hold(self, block: bytes) -> bool:
        """Return whether the next block contains a candidate; the following `read` of that block reuses the search."""
        self._search = self._candidate_search.candidates(block)
        return self._search.next < NOWHERE

    def skip(self, block: bytes) -> None:
        """Skip a block without candidates."""
        self._search = None
        self._before = kept_above(self._before, block)

    def unfinished(self, block: bytes) -> int:
        """Return where the last line starts whose function the next read may name; the length of the block if there is none."""
        end = unfinished(block)
        for start, stop in self._candidate_search.of_few_lines(block[end:]).lines(0):
            line = block[end + start : end + stop].removesuffix(b"\r")
            _, _, (reading, _, _) = self._short.find(line) or self._read_line(line)
            if reading.result.ahead:
                return end + start
        return len(block)

    def read(
        self, block: bytes, after: bytes = b"", *, clean: Callable[[bytes], bytes] | None = None
    ) -> list[LineHit]:
        """Return the lines with return codes in `block`, in order.

        `block` consists of whole lines; `after` is the text after them that has been read already. `clean` returns the text as
        which a line is read; offsets are then relative to the start of the line in that text.
        """
        self._after = after
        self._clean = clean
        hits: list[LineHit] = []
        position = 0
        while position < len(block):
            position = self._from(block, position, hits)
        self._search = None
        self._before = kept_above(self._before, block)
        if hits and block.endswith(b"\r") and hits[-1][1] == len(block) - 1:
            start, _, place, outcomes = hits[-1]  # without LF, the CR is text
            hits[-1] = start, len(block), place, outcomes
        return hits

    @property
    def _candidate_search(self) -> Search:
        """The search for candidates; in a trace they include weak lines."""
        return self._grammar.in_trace if self._cache.in_trace else self._grammar.always

    def _from(self, block: bytes, position: int, hits: list[LineHit]) -> int:
        """Read candidate lines from `position`; return where to continue: at the end, or after the first line of a trace."""
        candidates = self._search
        if candidates is None or position or candidates.block is not block:
            candidates = self._candidate_search.candidates(block, position)
        clean, find_short, read_line, places = self._clean, self._short.find, self._read_line, self._places
        for start, stop in candidates.lines(position):
            line = block[start:stop]
            end = stop
            if line.endswith(b"\r"):
                line = line[:-1]
                end -= 1
            if clean is not None:
                line = clean(line)
            seen, words, (reading, outcomes, function) = find_short(line) or read_line(line)
            if reading.follows:
                if words is None:
                    words = split(line)
                view = line if seen is None else seen.text
                outcomes = self._follow(reading, outcomes, function, view, words, block, start, end)
            if outcomes:
                place = start
                if places:
                    outcomes, first = placed(outcomes, reading, split(line) if words is None else words, seen)
                    place += first
                hits.append((start, end, place, outcomes))
            if reading.opens and not self._cache.in_trace:
                self._forget(in_trace=True)
                return stop + 1
        return len(block)

    def _read_line(self, line: bytes) -> Known:
        """Return the result of a line."""
        seen = None
        view = line
        if is_escaped(line) or is_wrapped(line):
            seen = SearchableLine(line)
            view = seen.text
        words, result = self._cache.find(view)
        if self._cached and seen is None:
            self._short.keep(line, words, result)
        return seen, words, result

    def _follow(
        self,
        reading: Reading,
        outcomes: tuple[CodeSpan, ...],
        function: str | None,
        line: bytes,
        words: list[bytes],
        block: bytes,
        start: int,
        end: int,
    ) -> tuple[CodeSpan, ...]:
        """Update the open calls, and return the codes with their function."""
        result = reading.result
        if result.counted is not None and self.calls is not None and function is not None:
            self.calls.add(function)
        if result.call is not None:
            dialect = result.call[0]
            if dialect.pairing != "named" and function is not None:
                thread, time, _ = reading.marks
                self._open.enter(
                    dialect,
                    part(line, words, thread),
                    function,
                    part(line, words, time) if self.calls is not None else b"",
                )
            return ()
        if result.returns is not None:
            return self._returned(reading, outcomes, result.returns, line, words)
        if result.ahead:
            from ckrtool.logs.line.stack_trace import function_below

            return _with_function(outcomes, function_below(block, end, self._after))
        if result.above is not None:
            from ckrtool.logs.line.stack_trace import function_above

            return _with_function(outcomes, function_above(self._before, block, start, result.above.above))
        return outcomes

    def _returned(
        self,
        reading: Reading,
        outcomes: tuple[CodeSpan, ...],
        dialect: Dialect,
        line: bytes,
        words: list[bytes],
    ) -> tuple[CodeSpan, ...]:
        """Close the call that a return belongs to, and return the codes with the call's function."""
        calls = self.calls
        if dialect.pairing == "named" and calls is None:
            return outcomes
        thread, time, ms = reading.marks
        code = outcomes[0].code
        if dialect.pairing == "named":
            if code.function and calls is not None:
                calls.durations.add(code.function, float(part(line, words, ms) or b"-1"))
            return outcomes
        call = self._open.leave(dialect, part(line, words, thread), code.value)
        if call is None:
            return outcomes
        if calls is not None:
            calls.durations.add(call.function, between(call.time, part(line, words, time)))
        return _with_function(outcomes, call.function)


def placed(
    outcomes: tuple[CodeSpan, ...], reading: Reading, words: list[bytes], seen: SearchableLine | None
) -> tuple[tuple[CodeSpan, ...], int]:
    """Return the codes of a line with their offsets, and the offset in the line to which these are relative.

    `seen` is the searchable form of the line, None if that is the line itself.
    """
    if reading.alone and seen is None:
        return outcomes, offset(words, reading.codes[0])
    spans = []
    for outcome, place in zip(outcomes, reading.codes, strict=True):
        start, end = extent(words, place)
        if seen is not None:
            start, end = seen.place(start), seen.place(end - 1) + 1
        spans.append(outcome._replace(start=start, end=end))
    return tuple(spans), 0


@lru_cache(maxsize=4096)
def _with_function(outcomes: tuple[CodeSpan, ...], function: str | None) -> tuple[CodeSpan, ...]:
    if function is None:
        return outcomes
    from ckrtool.logs.line.result import code_of

    return tuple(
        outcome
        if outcome.code.function
        else outcome._replace(code=code_of(outcome.code.value, outcome.code.name, function))
        for outcome in outcomes
    )
