"""Kills the copies of one worker, even if each copy forks the next one and ends before it can be inspected.

Such a chain cannot be killed reliably one process at a time, because the process that was inspected is gone when the signal arrives.
A process cannot escape a signal to its group: the kernel delivers it to all members at once, including a child that is being forked.
But the group may also contain another program, which must not be killed. Therefore a process that cannot be killed otherwise is
stopped with its whole group and inspected; if it is not a copy, it is continued.
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
    5.0  # seconds in which all copies must be gone; only a process stuck in the kernel needs longer
)
_EXEC_WAIT = 0.05  # seconds in which a copy outside the group may still call exec
_STOP_GROUPS_AFTER = 0.2  # seconds after which groups are stopped
_POLL_INTERVAL = 0.002
_MAX_DEPTH = 64  # deeper descendants come up when their ancestors have ended
_REAP_LIMIT = 512  # ended processes to reap before the running ones are inspected again


class Ending:
    """Kills the copies that a worker left, and records what was seen of our descendants since the worker ended.

    `group` is the process group of the worker, `marks` are the marks of all workers of this run. Processes in `before` (identities)
    are ignored.
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
        self.running: list[ProcessInfo] = []  # other programs, as of the last pass
        self.unended: list[Process] = []

    def run(self) -> None:
        """Kill every copy, or give up after some seconds; `unended` then has at least one entry."""
        try:
            while not self._look() and not self._late():
                if self._age < _EXEC_WAIT or not self._changed:
                    time.sleep(_POLL_INTERVAL)
            if not self._settled and not self.unended and self._last:
                self.unended = [self._last]  # the chain still exists, but its current process was not seen
        finally:
            self._resume_stopped()

    def _late(self) -> bool:
        """Return whether to give up; a chain leaves thousands of ended processes, so reaping them all gets more time."""
        return self._age >= (2 * _END_TIMEOUT if self._reaped and not self.unended else _END_TIMEOUT)

    def _look(self) -> bool:
        """Inspect every process once and kill copies; return whether there was nothing to do."""
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
            self._settled = False  # a process ID may have been reused: the last pass inspects all processes
        return self._settled

    # --- inspecting ----------------------------------------------------------------------------------------------

    def _unknown(self, parent: int, depth: int = _MAX_DEPTH) -> Iterator[ProcessInfo]:
        """Iterate over the running descendants of a process, the newest first, which is the one of a chain that can still be caught.

        Also descend into a process that is ending: that may take a while, and its child goes on.
        """
        reaped = 0
        for pid in reversed(procfs.children(parent)):
            if reaped >= _REAP_LIMIT:
                return
            if pid == self._group:  # the supervisor waits for the worker itself
                seen = procfs.process_info(pid)
                self._changed |= (
                    seen is not None and not seen.ended
                )  # until it has ended, its children are not our children
                continue
            if pid in self._spent:
                self._skipped = True
                continue
            if self._was_before(pid):
                continue
            if parent == self._here and self._reap(pid):
                self._changed = self._reaped = True  # it may have had a child, which has only now become ours
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
                self._spent.add(pid)  # another program has to wait for it, and may never do so
                self._changed |= pid not in self._spent_before

    def _was_before(self, pid: int) -> bool:
        if pid not in self._before_numbers:
            return False
        seen = procfs.process_info(pid)
        return seen is not None and seen.identity in self._before

    @staticmethod
    def _reap(pid: int) -> bool:
        """Reap an orphan if it has ended; return whether it is gone."""
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
            self._changed = True  # it is ending: whether it was a copy is no longer visible
        return False

    # --- killing ----------------------------------------------------------------------------------------------

    def _kill_group(self) -> None:
        """Kill the worker's group. Its number cannot be reused, because the worker has not been waited for."""
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
        """Stop a process and its group, if the group can only contain our descendants.

        Every process of a session descends from the process that created it. A descendant of ours that is not in our session is in a
        session created by a descendant, and a process cannot join a group of another session.
        """
        if seen.group > 1 and seen.session > 1 and seen.session != os.getsid(0):
            self._stopped.add(seen.group)
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(seen.group, signal.SIGSTOP)

    def _resume_stopped(self) -> None:
        """Continue stopped processes that are not copies, one by one, because the group number may be reused when all members are gone."""
        if self._stopped:
            for seen in procfs.descendants(self._here):
                if seen.group in self._stopped and not procfs.has_mark(seen, self._marks):
                    self._send(seen.pid, signal.SIGCONT)

    @staticmethod
    def _send(pid: int, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)
