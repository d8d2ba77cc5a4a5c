"""Base class of the parsers of dialects in which every line names its thread: one open call per thread."""

from __future__ import annotations

from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.record import Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MOST_THREADS = 4096


class ThreadParser:
    """Keep the open call of each thread; if another call of the thread starts, the open one never returned."""

    dialect = ""
    begins_with: frozenset[str] | None = None
    """The functions one of which is every process's first call in this dialect; None if that is not known."""

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._open: dict[bytes, Call] = {}
        self._begun: set[str] = set()
        self._hole = 0  # the last line that belongs to a call whose first line is missing

    def inside(self, function: str) -> bool:
        """Return whether a call of this function has not returned yet."""
        return any(call.function == function for call in self._open.values())

    def finish(self) -> None:
        """End the trace; calls that are still open never returned."""
        for call in self._open.values():
            self._emit(call)
        self._open.clear()

    def enter(
        self,
        line: int,
        thread: bytes,
        function: str,
        process: int | None = None,
        *,
        run: str = "1",
        mixed: bool = False,
    ) -> Call | None:
        """Start a call and return it; return None if `function` is not a function of the standard.

        `run` distinguishes programs where the process is not given.
        `mixed` is true if `thread` does not tell threads apart: a call that is open may still return then, and its lines
        be among those of the new one.
        """
        if function not in FUNCTIONS:
            return None
        call = Call(self.dialect, function, line)
        lost = self._open.pop(thread, None)
        if lost is not None:
            if mixed:
                lost.certain = call.certain = False
            self._emit(lost)
        call.thread = thread.decode("latin-1") or None
        call.process = process
        call.origin = f"process {process}" if process is not None else f"run {run}"
        if call.origin not in self._begun:
            call.first = self.begins_with is None or function in self.begins_with or bool(self._begun)
            self._begun.add(call.origin)
        self._open[thread] = call
        if len(self._open) > MOST_THREADS:
            self._emit(self._open.pop(next(iter(self._open))))
        return call

    def call_of(self, thread: bytes) -> Call | None:
        """Return the open call of a thread; None if it has none."""
        return self._open.get(thread)

    def orphan(self, line: int) -> None:
        """Record a line that belongs to a call whose first line is missing."""
        self._hole = line

    def leave(self, line: int, thread: bytes, rv: int | None) -> None:
        """End the open call of a thread with its return code; None if the code is not known."""
        call = self._open.pop(thread, None)
        if call is None:
            self.orphan(line)
            return
        call.hole = max(call.hole, self._hole)
        call.rv = None if rv is None else rv & 0xFFFFFFFFFFFFFFFF
        call.return_line = line
        if call.unclear is not None:
            call.waiting = frozenset(other.function for other in self._open.values())
        self._emit(call)
