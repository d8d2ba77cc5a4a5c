"""Finds how a worker ended and what it left running: forked copies are killed, other programs it started are reported.

A module that forks makes a copy of the worker, with its memory and perhaps the PIN. `setsid` moves such a copy out of the worker's
group and session, but it remains a descendant of this process, which is the subreaper (PR_SET_CHILD_SUBREAPER): when the worker has
ended, every process that it started and that still runs becomes our child. A copy (it never called exec) is killed; another program,
which the module started on purpose, is left running.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import contextmanager, suppress

from ckrtool._records import record
from ckrtool.probe.supervision import procfs
from ckrtool.probe.supervision.reaper_kill import Ending
from ckrtool.probe.waiting import ended_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, Self

    from ckrtool.probe.results import Process

_PR_SET_CHILD_SUBREAPER, _PR_GET_CHILD_SUBREAPER = 36, 37
_REAP_LIMIT = 4096  # orphans to reap before deadlines are checked again


def end_of(status: int | None) -> tuple[Literal["crashed", "exited"], str | None, int | None]:
    """Return how a process ended, with the name of the signal or the exit code; a negative `status` is a signal."""
    if status is None or status >= 0:
        return "exited", None, status
    try:
        return "crashed", signal.Signals(-status).name, None
    except ValueError:
        return "crashed", f"signal {-status}", None


@record(frozen=True, slots=True)
class Leftovers:
    """Processes that a worker left, as (pid, name): copies killed outside its group, programs still running, processes not killed."""

    copies: list[Process]
    survivors: list[Process]
    unended: list[Process]


@contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Delay another Ctrl-C, because processes that are not killed now would run for ever."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ProcessTree:
    """The descendants of this process during a run; processes that existed before the run are ignored."""

    def __enter__(self) -> Self:
        self._reaps = self._reaper(True)
        self._marks: list[bytes] = []
        self._reported: set[tuple[int, int]] = set()
        self._before = {seen.identity for seen in procfs.descendants(os.getpid())}
        return self

    def __exit__(self, *_: object) -> None:
        if not self._reaps:
            self._reaper(False)

    @staticmethod
    def _reaper(on: bool) -> bool:
        """Set whether this process is the subreaper; return whether it was."""
        if not sys.platform.startswith("linux"):
            return False
        libc = ctypes.CDLL(None)
        before = ctypes.c_int(0)
        libc.prctl(_PR_GET_CHILD_SUBREAPER, ctypes.byref(before), 0, 0, 0)
        libc.prctl(_PR_SET_CHILD_SUBREAPER, ctypes.c_ulong(on), 0, 0, 0)
        return bool(before.value)

    def reap_orphans(self, worker: int) -> bool:
        """Reap orphans that have ended while the worker runs; return whether there were any.

        A chain of copies leaves thousands per second, and the machine would soon have no free process IDs.
        """
        found = False
        strangers = {worker, *(pid for pid, _ in self._before)}  # others wait for these
        with suppress(ChildProcessError):
            for _ in range(_REAP_LIMIT):
                ended = ended_child()
                if ended is None or ended in strangers:
                    break
                os.waitpid(ended, os.WNOHANG)
                found = True
        return found

    def end_copies(self, group: int, mark: str) -> Leftovers:
        """Kill the remaining processes of a worker that has ended; return what was left running.

        Killed are all processes in the worker's `group`, and every copy of the worker: the worker's `mark` is in the copy's arguments, or
        in the name of a mapping in its memory (the journal). Processes of an earlier worker that could not be killed are tried again.
        """
        self._marks.append(mark.encode())
        ending = Ending(group, self._marks, self._before | self._reported)
        with _sigint_blocked():
            ending.run()
        self._reported |= {
            seen.identity for seen in ending.running
        }  # reported once, for the worker that started them
        survivors = [(seen.pid, procfs.name(seen.pid)) for seen in ending.running]
        copies = [process for process in ending.killed.items() if process not in ending.unended]
        return Leftovers(copies, survivors, ending.unended)
