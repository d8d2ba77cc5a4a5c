"""How a worker ended, and what it leaves behind: copies of it are ended, programs that the module started are told of.

A module that forks makes a copy of our worker, with our memory and perhaps the PIN in it. `setsid` takes such a copy out of the
worker's group and session, but not out of our process_tree: we are the reaper of orphans (PR_SET_CHILD_SUBREAPER), so when the worker
has ended, whatever it started and that still runs is our own child. What is still a copy (it never called exec) is ours to end;
another program, which the module started on purpose, is not.
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
_REAP_LIMIT = 4096  # so many orphans are taken off the kernel's list before deadlines are looked at again


def end_of(status: int | None) -> tuple[Literal["crashed", "exited"], str | None, int | None]:
    """Return how a process ended by itself: the signal's name, or the exit code (negative status: a signal)."""
    if status is None or status >= 0:
        return "exited", None, status
    try:
        return "crashed", signal.Signals(-status).name, None
    except ValueError:
        return "crashed", f"signal {-status}", None


@record(frozen=True, slots=True)
class Leftovers:
    """What a worker left, each as (pid, name): copies that were killed outside its group, programs that run on, what could not be ended."""

    copies: list[Process]
    survivors: list[Process]
    unended: list[Process]


@contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Let another Ctrl-C wait: what is left half done now would run on for ever."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ProcessTree:
    """The processes below this one, for the time of a run; those that were there before it are none of its business."""

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
        """Become the reaper of orphans, or stop being it; return whether we were."""
        if not sys.platform.startswith("linux"):
            return False
        libc = ctypes.CDLL(None)
        before = ctypes.c_int(0)
        libc.prctl(_PR_GET_CHILD_SUBREAPER, ctypes.byref(before), 0, 0, 0)
        libc.prctl(_PR_SET_CHILD_SUBREAPER, ctypes.c_ulong(on), 0, 0, 0)
        return bool(before.value)

    def reap_orphans(self, worker: int) -> bool:
        """Take orphans that have ended off the kernel's list while the worker runs; return whether there were any.

        A chain of copies leaves thousands a second: soon nobody on this machine could start a process any more.
        """
        found = False
        strangers = {worker, *(pid for pid, _ in self._before)}  # for others to wait for
        with suppress(ChildProcessError):
            for _ in range(_REAP_LIMIT):
                ended = ended_child()
                if ended is None or ended in strangers:
                    break
                os.waitpid(ended, os.WNOHANG)
                found = True
        return found

    def end_copies(self, group: int, mark: str) -> Leftovers:
        """End what is ours of a worker that is no more, and say what was left.

        Ours is what stayed in the worker's `group`, and every copy of it: the worker's `mark` stands in its arguments, or in the name
        of a map in its memory (the journal's). What could not be ended of an earlier worker is tried again.
        """
        self._marks.append(mark.encode())
        ending = Ending(group, self._marks, self._before | self._reported)
        with _sigint_blocked():
            ending.run()
        self._reported |= {seen.identity for seen in ending.running}  # once, by the worker that started them
        survivors = [(seen.pid, procfs.name(seen.pid)) for seen in ending.running]
        copies = [one for one in ending.killed.items() if one not in ending.unended]
        return Leftovers(copies, survivors, ending.unended)
