"""Read a file in several processes, with the same results in the same order as in one.

The first process reads the head of the file, so that the others start with what it has learnt about its lines. What the results of
a segment depend on besides its bytes is a state, such as an open call of a trace. A process guesses the state at the start of its
segment by reading the bytes before it, and makes the results. Then it waits until the process of the segment before hands over the
true state. If the guess was right, which is the rule, it delivers its results; else it reads the segment again.
"""

from __future__ import annotations

import os

from ckrtool.logs.parallel.ring import Ring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.logs.parallel.plan import Plan
    from ckrtool.logs.parallel.protocol import State, Work
    from ckrtool.logs.parallel.ring import Message

# Kinds of messages. A state is for the next process. The end of the file, or the number of the error of a read or write, is passed
# on to the first process, which then sends the totals round.
STATE, END, UNREADABLE, UNWRITABLE, TOTALS = "state", "end", "unreadable", "unwritable", "totals"

BEFORE = 1 << 16
"""Number of bytes read before a segment to guess the state at its start; more than are kept to find the details of a call."""


class Unreadable(Exception):
    """A read failed; `number` is that of its error."""

    def __init__(self, number: int) -> None:
        self.number = number


class Stopped(Exception):
    """The user wants the reading to stop."""


def read_in_processes(
    descriptor: int, plan: Plan, work: Work, stopped: Callable[[], bool] = lambda: False
) -> tuple[list[Any], OSError | None]:
    """Read a file; return the totals of all processes, and the error of the read that failed or None.

    The results before such a read are delivered. If `stopped` returns True, the results so far are delivered, up to one segment.
    Raise OSError if results could not be written, and Broken if a process was killed.
    """
    process = _Process(descriptor, plan, work, stopped)
    start = work.state()
    with Ring(plan.processes) as ring:
        try:
            kind, content = process.read(ring)
        except Stopped:
            kind, content = END, None
        if kind == UNWRITABLE:
            raise OSError(content, os.strerror(content))
        totals = ring.go_round(TOTALS, work.total())
    work.drop()
    work.resume(start, 1)  # another file may follow
    return totals, OSError(content, os.strerror(content)) if kind == UNREADABLE else None


class _Process:
    """One of the processes; `stopped` is asked before each read."""

    def __init__(self, descriptor: int, plan: Plan, work: Work, stopped: Callable[[], bool]) -> None:
        self._descriptor = descriptor
        self._plan = plan
        self._work = work
        self._stopped = stopped
        self._start = work.state()
        self._seed = self._start  # the state from which the next guess starts
        self._line = 1
        self._counted = plan.start

    def read(self, ring: Ring) -> Message:
        """Do the work of the first process; return END, or what went wrong where."""
        failed = self._read(self._plan.start, self._plan.place(0), at_once=True)
        if failed is not None:
            return self._end(failed)
        self._seed = self._work.lasting(self._work.state(), self._start, self._start)
        if ring.fork(self._serve):
            return self._read_segments(0, ring)
        return self._end(self._read(self._plan.place(0), None, at_once=True))

    def _serve(self, number: int, ring: Ring) -> None:
        """Do the work of another process."""
        self._stopped = lambda: False  # the first process decides
        self._work.begin()
        try:
            message = self._read_segments(number, ring)
        except OSError as error:
            message = UNWRITABLE, error.errno
        if message[0] != TOTALS:
            ring.send(message)
            message = ring.receive()
        ring.send((TOTALS, [*message[1], self._work.total()]))

    def _read_segments(self, number: int, ring: Ring) -> Message:
        """Read every segment of process `number`; return the message that is not for this process."""
        for segment in range(number, self._plan.segments, self._plan.processes):
            begin = self._plan.place(segment)
            end = self._plan.place(segment + 1) if segment < self._plan.segments - 1 else None
            guess = self._guess(begin) if segment else None
            failed = self._read(begin, end, at_once=segment == 0)
            if segment:
                kind, state = ring.receive()
                if kind != STATE:
                    return kind, state
                if state != guess:
                    failed = self._read_again(begin, end, state)
                self._seed = self._work.lasting(state, guess or self._start, self._seed)
            if failed is not None or end is None:
                return self._end(failed)
            self._work.deliver()
            ring.send((STATE, tuple(self._work.state())))
        return ring.receive()

    def _end(self, failed: Unreadable | None) -> Message:
        """Deliver the rest of the results, after the end of the file or before a read that failed."""
        self._work.finish()
        self._work.deliver()
        return (END, None) if failed is None else (UNREADABLE, failed.number)

    def _guess(self, begin: int) -> State | None:
        """Read the bytes before a segment; return the state at its start, or None if there is no line end in them."""
        size = min(self._plan.size, BEFORE)
        try:
            data = self._bytes(begin - size, size)
            first = data.find(b"\n") + 1
            if not first or len(data) < size:
                return None
            self._resume(self._seed, begin - size + first)
        except Unreadable:
            return None
        self._work.push(data[first:])
        self._work.drop()
        return tuple(self._work.state())

    def _read_again(self, begin: int, end: int | None, state: State) -> Unreadable | None:
        """Drop what was made of a segment and read it from the true state."""
        self._work.drop()
        try:
            self._resume(state, begin)
        except Unreadable as failed:
            return failed
        return self._read(begin, end, at_once=True)

    def _read(self, begin: int, end: int | None, *, at_once: bool) -> Unreadable | None:
        """Read up to an offset or the end of the file; deliver the results of each read if they may be delivered `at_once`.

        Return the read that failed, or None.
        """
        size = self._plan.size
        try:
            while data := self._bytes(begin, size if end is None else min(size, end - begin)):
                self._work.push(data)
                if at_once:
                    self._work.deliver()
                begin += len(data)
        except Unreadable as failed:
            return failed
        return None

    def _resume(self, state: State, place: int) -> None:
        """Set the state of the work at an offset in the file, and the number of the line there if it matters."""
        while self._work.numbered and self._counted < place:
            data = self._bytes(self._counted, min(self._plan.size, place - self._counted))
            if not data:
                break
            self._line += data.count(b"\n")
            self._counted += len(data)
        self._work.resume(state, self._line)

    def _bytes(self, place: int, length: int) -> bytes:
        if self._stopped():
            raise Stopped
        try:
            return os.pread(self._descriptor, length, place)
        except OSError as error:
            raise Unreadable(error.errno or 0) from error
