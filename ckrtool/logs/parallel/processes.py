"""Read a file in several processes, with the same results in the same order as in one.

The first process reads the head of the file. That shows whether the rest is worth other processes, and these start with what the
first one has learnt about the lines. What the results of a segment depend on besides its bytes is a state, such as an open call of
a trace. A process guesses the state at the start of its segment by reading the bytes before it, and makes the results. Then it
waits until the process of the segment before hands over the true state. If the guess was right, which is the rule, it delivers its
results; else it reads the segment again. Where guesses are wrong time after time, most segments are read without one.
"""

from __future__ import annotations

import os
import sys
from time import process_time

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.parallel.ring import OneProcess, Ring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.logs.parallel.plan import Plan
    from ckrtool.logs.parallel.protocol import State, Work
    from ckrtool.logs.parallel.ring import Message

# Kinds of messages. A state is for the next process. An `End`, the number of the error of a write, and that one process is to
# read the file are passed on to the first process, which sends the totals round after an end.
STATE, END, UNWRITABLE, ALONE, TOTALS = "state", "end", "unwritable", "alone", "totals"

BEFORE = 1 << 16
"""Number of bytes read before a segment to guess the state at its start; more than are kept to find the details of a call."""
PAUSES = (0, 3, 15)
"""Numbers of segments that a process reads without a guess after one, two, and more wrong guesses."""


class Unreadable(Exception):
    """A read failed; `number` is that of its error."""

    def __init__(self, number: int) -> None:
        self.number = number


class End(NamedTuple):
    """The offset at which the reading of a file ended, and the number of the error of the read there or None."""

    place: int
    error: int | None = None


class Stopped(Exception):
    """The user wants the reading to stop."""


def read_in_processes(
    descriptor: int, plan: Plan, work: Work, stopped: Callable[[], bool] = lambda: False
) -> tuple[list[Any], End | None]:
    """Read a file; return the totals of all processes, and the end of the reading; None if `stopped` has returned True.

    The results before a read that failed are delivered, and those before `stopped` returned True, up to one segment. Raise
    OneProcess if one process is to read the file, OSError if results could not be written, and Broken if a process was killed.
    """
    process = _Process(descriptor, plan, work, stopped)
    start = work.state()
    with Ring(plan.processes) as ring:
        try:
            kind, content = process.read(ring)
            if kind == UNWRITABLE:
                raise OSError(content, os.strerror(content))
            if kind == ALONE:
                raise OneProcess
        except Stopped:
            content = None
        finally:
            work.drop()
            work.resume(start, 1)  # the file or another one may follow
        totals = ring.go_round(TOTALS, work.total())
    return totals, None if content is None else End(*content)


class _Process:
    """One of the processes; `stopped` is asked before each read."""

    def __init__(self, descriptor: int, plan: Plan, work: Work, stopped: Callable[[], bool]) -> None:
        self._descriptor = descriptor
        self._plan = plan
        self._work = work
        self._stopped = stopped
        self._start = work.state()
        self._seed = self._start  # the state from which the next guess starts
        self._wrong = 0  # number of the last guesses that were wrong
        self._pause = 0  # number of segments before the next guess

    def read(self, ring: Ring) -> Message:
        """Do the work of the first process; return END, or what went wrong where."""
        plan = self._plan
        end = plan.place(0)
        head = self._read(plan.start, end - plan.size, at_once=True)
        before = process_time()
        if head.place == end - plan.size:
            head = self._read(head.place, end, at_once=True)
        if head.place < end:
            return self._end(head)
        left = (process_time() - before) * plan.reads * plan.segments
        self._seed = self._work.lasting(self._work.state(), self._start, self._start)
        if left >= plan.worth and ring.fork(self._serve):
            return self._read_segments(0, ring)
        return self._end(self._read(end, sys.maxsize, at_once=True))

    def _serve(self, number: int, ring: Ring) -> None:
        """Do the work of another process."""
        self._stopped = lambda: False  # the first process decides
        self._work.begin()
        try:
            message = self._read_segments(number, ring)
        except OneProcess:
            message = ALONE, None
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
            end = self._plan.end(segment)
            if segment == 0:
                read = self._read(begin, end, at_once=True)
            else:
                guess = self._guess(begin)
                first = self._work.line()  # counted from the start of the guess
                read = End(begin) if guess is None else self._read(begin, end, at_once=False)
                kind, content = ring.receive()
                if kind != STATE:
                    return kind, content
                state, line = content
                if state == guess:
                    self._work.renumber(line + self._work.line() - first)
                else:
                    read = self._read_again(begin, end, state, line)
                self._learn(guess, state)
            if read.error is not None or read.place < end:
                return self._end(read)
            self._work.deliver()
            ring.send((STATE, (tuple(self._work.state()), self._work.line())))
        return ring.receive()

    def _end(self, end: End) -> Message:
        """Deliver the rest of the results, after the end of the file or before a read that failed."""
        self._work.finish()
        self._work.deliver()
        return END, tuple(end)

    def _learn(self, guess: State | None, state: State) -> None:
        """Prepare the next guess after one that was right or wrong, or after a segment without one."""
        if guess == state:
            self._wrong = 0
        elif guess is not None:
            self._pause = PAUSES[min(self._wrong, len(PAUSES) - 1)]
            self._wrong += 1
        self._seed = self._work.lasting(state, state if guess is None else guess, self._seed)

    def _guess(self, begin: int) -> State | None:
        """Read the bytes before a segment and return the state after them.

        Return None if they contain no line end, or while guesses are paused because the last ones were wrong.
        """
        if self._pause:
            self._pause -= 1
            return None
        size = min(self._plan.size, BEFORE)
        try:
            data = self._bytes(begin - size, size)
            first = data.find(b"\n") + 1
            if not first or len(data) < size:
                return None
        except Unreadable:
            return None
        self._work.resume(self._seed, 1)
        self._work.push(data[first:])
        self._work.drop()
        return tuple(self._work.state())

    def _read_again(self, begin: int, end: int, state: State, line: int) -> End:
        """Drop what was made of a segment and read it from the true state."""
        self._work.drop()
        self._work.resume(state, line)
        return self._read(begin, end, at_once=True)

    def _read(self, begin: int, end: int, *, at_once: bool) -> End:
        """Read up to an offset or the end of the file; deliver the results of each read if they may be delivered `at_once`."""
        try:
            while data := self._bytes(begin, min(self._plan.size, end - begin)):
                self._work.push(data)
                if at_once:
                    self._work.deliver()
                begin += len(data)
        except Unreadable as failed:
            return End(begin, failed.number)
        return End(begin)

    def _bytes(self, place: int, length: int) -> bytes:
        if self._stopped():
            raise Stopped
        try:
            return os.pread(self._descriptor, length, place)
        except OSError as error:
            raise Unreadable(error.errno or 0) from error
