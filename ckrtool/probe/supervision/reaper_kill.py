"""The end of one worker's copies, also where each makes the next one and ends before it is seen.

Such a chain of copies can't be ended one by one for certain: whoever is looked at is gone when the signal comes. A signal to a
group can't be run away from: the kernel gives it to all members at once, and to what a member is just forking. But another
program, which is not ours to end, may be in the group. So what can't be ended otherwise is stopped with its whole group, then looked
at, and what is no copy goes on.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time

from ckrtool.probe.supervision import procfs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.results import Process
    from ckrtool.probe.supervision.procfs import ProcessInfo

_END_TIMEOUT = (
    5.0  # seconds in which everything has to be gone; only a process stuck in the kernel needs longer
)
_EXEC_WAIT = 0.05  # seconds in which a copy outside the group may still become another program
_STOP_GROUPS_AFTER = 0.2  # seconds after which groups are stopped
_POLL_INTERVAL = 0.002
_MAX_DEPTH = 64  # what is deeper comes up when what is above it has ended
_REAP_LIMIT = (
    512  # so many that have ended are taken off the kernel's list before the living are looked at again
)


class Ending:
    """What was seen of the processes below us since a worker's end.

    `group` is the worker's, `marks` are this run's workers'; what is in `before` (identities) is not looked at.
    """

    def __init__(self, group: int, marks: list[bytes], before: set[tuple[int, int]]) -> None:
        self._group = group
        self._marks = marks
        self._before = before
        self._before_numbers = {pid for pid, _ in before}
        self._start = time.monotonic()
        self._age = 0.0
        self._settled = self._changed = self._skipped = self._reaped = False
        self._here = os.getpid()
        self._stopped: set[int] = set()
        self._spent: set[int] = set()
        self._spent_before: set[int] = set()
        self._copies: set[tuple[int, int]] = set()
        self._programs: set[tuple[int, int]] = set()
        self._last: Process | None = None
        self.killed: dict[int, str] = {}
        self.running: list[ProcessInfo] = []  # other programs, as of the last look
        self.unended: list[Process] = []

    def run(self) -> None:
        """End every copy, or give up after some seconds; `unended` then tells of at least one."""
        try:
            while not self._look() and not self._late():
                if self._age < _EXEC_WAIT or not self._changed:
                    time.sleep(_POLL_INTERVAL)
            if not self._settled and not self.unended and self._last:
                self.unended = [self._last]  # the chain is there, only its present link was not seen
        finally:
            self._resume_stopped()

    def _late(self) -> bool:
        """Return whether to give up; a chain leaves thousands that have ended, which are waited for to the last."""
        return self._age >= (2 * _END_TIMEOUT if self._reaped and not self.unended else _END_TIMEOUT)

    def _look(self) -> bool:
        """Look at every process once and do what is to be done; return whether there was nothing to do."""
        self._age = time.monotonic() - self._start
        self._changed = self._skipped = self._reaped = False
        self.running, self.unended = [], []
        for seen in self._unknown(self._here):
            if seen.group == self._group:
                self._kill_group()
                self._note(seen)
            elif self._is_copy(seen):
                self._end(seen)
            elif seen.identity in self._programs:
                self.running.append(seen)
        self._settled = not self._changed and not self.unended
        if self._settled and self._skipped:
            self._spent_before, self._spent = self._spent, set()
            self._settled = False  # a number may have been used again: the last look is at all of them
        return self._settled

    # --- who is there ----------------------------------------------------------------------------------------------

    def _unknown(self, parent: int, depth: int = _MAX_DEPTH) -> Iterator[ProcessInfo]:
        """Iterate over what lives below a process, the newest first: the one link of a chain that can still be caught.

        Also below what is just ending: it may take its time over that, while the child that it left goes on.
        """
        reaped = 0
        for pid in reversed(procfs.children(parent)):
            if reaped >= _REAP_LIMIT:
                return
            if pid == self._group:  # the worker itself is for its owner to wait for
                seen = procfs.process_info(pid)
                self._changed |= seen is not None and not seen.ended  # until then its children are not ours
                continue
            if pid in self._spent:
                self._skipped = True
                continue
            if self._was_before(pid):
                continue
            if parent == self._here and self._reap(pid):
                self._changed = self._reaped = True  # it may have had a child, which is ours only now
                reaped += 1
                continue
            seen = procfs.process_info(pid)
            if seen and not seen.ended:
                yield seen
                if depth:
                    yield from self._unknown(pid, depth - 1)
            elif parent == self._here:
                self._changed = True
            else:
                self._spent.add(pid)  # for a program to wait for, which may never do so
                self._changed |= pid not in self._spent_before

    def _was_before(self, pid: int) -> bool:
        if pid not in self._before_numbers:
            return False
        seen = procfs.process_info(pid)
        return seen is not None and seen.identity in self._before

    @staticmethod
    def _reap(pid: int) -> bool:
        """Take an orphan that has ended off the kernel's list; True if it has."""
        with contextlib.suppress(ChildProcessError):
            return os.waitpid(pid, os.WNOHANG)[0] == pid
        return True

    def _is_copy(self, seen: ProcessInfo) -> bool:
        if seen.identity in self._copies:
            return True
        if seen.identity in self._programs:
            return False
        if self._age >= _STOP_GROUPS_AFTER:
            self._stop(seen)
        if procfs.has_mark(seen, self._marks):
            if self._age >= _EXEC_WAIT:
                self._copies.add(seen.identity)
                self._changed = True
            return True
        if procfs.has_memory(seen):
            self._programs.add(seen.identity)
        else:
            self._changed = True  # it is just ending: nothing can be said of it any more
        return False

    # --- what is done ----------------------------------------------------------------------------------------------

    def _kill_group(self) -> None:
        """Kill what stayed in the worker's group, whose number is the worker's as long as nobody has waited for that."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._group, signal.SIGKILL)

    def _end(self, seen: ProcessInfo) -> None:
        late = self._age >= _EXEC_WAIT
        if late:
            self._send(seen.pid, signal.SIGKILL)
        self._note(seen)
        if late:
            self.killed.setdefault(*self.unended[-1])

    def _note(self, seen: ProcessInfo) -> None:
        self._last = (seen.pid, procfs.name(seen.pid))
        self.unended.append(self._last)

    def _stop(self, seen: ProcessInfo) -> None:
        """Stop a process with its group, where that is certain to hold nothing but what was started below us.

        Every process of a session descends from the one that made it. One below us that is not in our session is in a session made
        below us, and no process can go to a group of another session than its own.
        """
        if seen.group > 1 and seen.session > 1 and seen.session != os.getsid(0):
            self._stopped.add(seen.group)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(seen.group, signal.SIGSTOP)

    def _resume_stopped(self) -> None:
        """Let go on what was stopped and is no copy: each by itself, a group's number may be another's when all its members are gone."""
        if self._stopped:
            for seen in procfs.descendants(self._here):
                if seen.group in self._stopped and not procfs.has_mark(seen, self._marks):
                    self._send(seen.pid, signal.SIGCONT)

    @staticmethod
    def _send(pid: int, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)
