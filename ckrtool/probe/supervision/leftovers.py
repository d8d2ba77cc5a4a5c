"""How a worker ended, and what it leaves behind: copies of it are ended, programs that the module started are told of.

A module that forks makes a copy of our worker, with our memory and perhaps the PIN in it. `setsid` takes such a copy out of the
worker's group and session, but not out of our family: we are the reaper of orphans (PR_SET_CHILD_SUBREAPER), so when the worker
has ended, whatever it started and that still runs is our own child. What is still a copy (it never called exec) is ours to end;
another program, which the module started on purpose, is not.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, Self

    from ckrtool.probe.results import Process

_PR_SET_CHILD_SUBREAPER, _PR_GET_CHILD_SUBREAPER = 36, 37
_GONE = (
    5.0  # seconds in which what was killed has to be gone; only a process stuck in the kernel needs longer
)
_LOOK_AGAIN = 0.002
_EXEC_SOON = 0.05  # seconds in which a copy outside the group may still become another program
_DEEPEST = 64


def end_of(status: int | None) -> tuple[Literal["crashed", "exited"], str | None, int | None]:
    """Return how a process ended by itself: the signal's name, or the exit code (negative status: a signal)."""
    if status is None or status >= 0:
        return "exited", None, status
    try:
        return "crashed", signal.Signals(-status).name, None
    except ValueError:
        return "crashed", f"signal {-status}", None


def _read(pid: int, name: str) -> bytes:
    """Return one of the kernel's files on a process; empty where it is gone, or not for us to read."""
    try:
        with open(f"/proc/{pid}/{name}", "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""


def _children(pid: int) -> list[int]:
    """Return a process's children, zombies too (Linux)."""
    out: list[int] = []
    with contextlib.suppress(OSError):
        for thread in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208
            out += map(int, _read(pid, f"task/{thread}/children").split())
    return out


def _below(pid: int, depth: int = _DEEPEST) -> Iterator[int]:
    for child in _children(pid):
        yield child
        if depth:
            yield from _below(child, depth - 1)


def _is_zombie(pid: int) -> bool:
    return _read(pid, "stat").rpartition(b") ")[2][:1] in (b"Z", b"X", b"")


def _is_dying(pid: int) -> bool:
    """Return whether a process has given up its memory: there is nothing left by which a copy could be told."""
    return _read(pid, "statm").startswith(b"0 ")


def _name(pid: int) -> str:
    return _read(pid, "comm").decode("utf-8", "backslashreplace").strip()


class Family:
    """The processes below this one, for the time of a run; those that were there before it are none of its business."""

    def __enter__(self) -> Self:
        self._reaps = self._reaper(True)
        self._before = set(_below(os.getpid()))
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

    def end_copies(self, group: int, mark: str) -> tuple[list[Process], list[Process]]:
        """End what is ours of a worker that is no more; return (pid, name) of what was ended outside its group, and of what runs on.

        Ours is what stayed in the worker's `group`, and every copy of it: the worker's `mark` stands in its arguments, or in the name
        of a map in its memory (the journal's).
        """
        killed: dict[int, str] = {}
        start = time.monotonic()
        while True:
            known = {*self._before, group}  # the worker itself is for its owner to wait for
            children = [pid for pid in _children(os.getpid()) if pid not in known]
            alive = [pid for pid in children if not self._reap(pid)]
            ours = [
                pid for pid in alive if pid in killed or self._group(pid) == group or self._is_copy(pid, mark)
            ]
            now = time.monotonic()
            settled = alive == children and not any(map(_is_dying, alive))
            if (settled and not ours) or now >= start + _GONE:
                break  # one that has just ended may have had a child, which is ours only now
            for pid in ours:
                if self._group(pid) != group:
                    if now < start + _EXEC_SOON:
                        continue
                    killed.setdefault(pid, _name(pid))
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)  # a child not yet waited for: the number can't be another's
            time.sleep(_LOOK_AGAIN)
        survivors = [(pid, _name(pid)) for child in alive for pid in (child, *_below(child))]
        self._before |= {pid for pid, _ in survivors}  # told of once, by the worker that started them
        return list(killed.items()), survivors

    @staticmethod
    def _reap(pid: int) -> bool:
        """Take an orphan that has ended off the kernel's list; True if it has."""
        with contextlib.suppress(ChildProcessError):
            return _is_zombie(pid) and os.waitpid(pid, os.WNOHANG)[0] == pid
        return True

    @staticmethod
    def _group(pid: int) -> int:
        try:
            return os.getpgid(pid)
        except OSError:
            return -1

    @staticmethod
    def _is_copy(pid: int, mark: str) -> bool:
        """Return whether a process is a copy of the worker; its memory can be looked at by root only, its arguments by all."""
        return mark.encode() in _read(pid, "cmdline").split(b"\0") or mark.encode() in _read(pid, "maps")
