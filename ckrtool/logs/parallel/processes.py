"""Read a file in several processes, with the same results in the same order as in one.

What the results of a segment depend on besides its bytes is a state, such as an open call of a trace. A process guesses the state
at the start of its segment by reading the bytes before it, and makes the results. Then it waits until the process of the segment
before hands over the true state. If the guess was right, which is the rule, it delivers its results; else it reads the segment again.
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
    Raise NoProcesses if nothing was read because the system has no process left, OSError if results could not be written, and
    Broken if a process was killed.
    """
    with Ring(plan.processes) as ring:
        process = _Process(descriptor, plan, work, ring)
        ring.fork(process.serve)
        process.stopped = stopped
        try:
            kind, content = process.read_segments(0)
        except Stopped:
            kind, content = END, None
        if kind == UNWRITABLE:
            raise OSError(content, os.strerror(content))
        ring.send((TOTALS, [work.total()]))
        while (message := ring.receive())[0] != TOTALS:
            pass  # a state, after `stopped`
    work.drop()
    work.resume(process.start, 1)  # another file may follow
    totals: list[Any] = message[1]
    return totals, OSError(content, os.strerror(content)) if kind == UNREADABLE else None


class _Process:
    """One of the processes; `start` is the state at the start of a file, and `stopped` is asked before each read."""

    def __init__(self, descriptor: int, plan: Plan, work: Work, ring: Ring) -> None:
        self.stopped: Callable[[], bool] = lambda: False
        self._descriptor = descriptor
        self._plan = plan
        self._work = work
        self._ring = ring
        self.start = work.state()
        self._seed = self.start  # the state from which the next guess starts
        self._line = 1
        self._counted = plan.start

    def serve(self, number: int) -> None:
        """Do the work of a child."""
        try:
            message = self.read_segments(number)
        except OSError as error:
            message = UNWRITABLE, error.errno
        if message[0] != TOTALS:
            self._ring.send(message)
            message = self._ring.receive()
        self._ring.send((TOTALS, [*message[1], self._work.total()]))

    def read_segments(self, number: int) -> Message:
        """Read every segment of process `number`; return the message that is not for this process."""
        for segment in range(number, self._plan.segments, self._plan.processes):
            guess = self._guess(segment) if segment else self.start
            failed = self._read(segment, at_once=segment == 0)
            if segment:
                message = self._ring.receive()
                if message[0] != STATE:
                    return message
                if message[1] != guess:
                    failed = self._read_again(segment, message[1])
                self._seed = self._work.lasting(message[1], guess or self.start, self._seed)
            if failed is not None or segment == self._plan.segments - 1:
                self._work.finish()
                self._work.deliver()
                return (END, None) if failed is None else (UNREADABLE, failed.number)
            self._work.deliver()
            self._ring.send((STATE, tuple(self._work.state())))
        return self._ring.receive()

    def _guess(self, segment: int) -> State | None:
        """Read the bytes before a segment; return the state at its start, or None if there is no line end in them."""
        size = self._plan.size
        place = self._plan.place(segment) - size
        try:
            data = self._bytes(place, size)
            first = data.find(b"\n") + 1
            if not first or len(data) < size:
                return None
            self._resume(self._seed, place + first)
        except Unreadable:
            return None
        self._work.push(data[first:])
        self._work.drop()
        return tuple(self._work.state())

    def _read_again(self, segment: int, state: State) -> Unreadable | None:
        """Drop what was made of a segment and read it from the true state."""
        self._work.drop()
        try:
            self._resume(state, self._plan.place(segment))
        except Unreadable as failed:
            return failed
        return self._read(segment, at_once=True)

    def _read(self, segment: int, *, at_once: bool) -> Unreadable | None:
        """Read a segment, and deliver the results of each read if they may be delivered `at_once`; return the read that failed."""
        size = self._plan.size
        place = self._plan.place(segment)
        last = segment == self._plan.segments - 1
        end = self._plan.place(segment + 1)
        try:
            while data := self._bytes(place, size if last else min(size, end - place)):
                self._work.push(data)
                if at_once:
                    self._work.deliver()
                place += len(data)
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
        if self.stopped():
            raise Stopped
        try:
            return os.pread(self._descriptor, length, place)
        except OSError as error:
            raise Unreadable(error.errno or 0) from error
