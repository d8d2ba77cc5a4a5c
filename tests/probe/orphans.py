"""What runs on when `ckr` has ended: it comes to the test's own process, which lets none of it live on."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

_PR_SET_CHILD_SUBREAPER = 36
_NEWEST = 50  # what may live of a chain, which leaves thousands that have ended
_LONGEST = 40  # seconds; the longest of the fake module's processes ends by itself after 30


class Orphans:
    """Adopts whatever a process that is started in the `with` leaves, and ends it at the end."""

    def __enter__(self) -> Self:
        self._adopt(True)
        self._before = self._children()
        return self

    def __exit__(self, *_: object) -> None:
        quiet, until = time.monotonic(), time.monotonic() + _LONGEST
        while time.monotonic() < min(quiet + 0.1, until):
            if self._look(end=True):
                quiet = time.monotonic()
        self._adopt(False)

    def left(self) -> list[str]:
        """Return the names of what still runs, or goes on starting others that end at once."""
        names: list[str] = []
        self._look()  # what had ended before is no longer there
        until = time.monotonic() + 0.2
        while time.monotonic() < until:
            names += self._look()
        return sorted(set(names))

    def _look(self, end: bool = False) -> list[str]:
        names = []
        for number, pid in enumerate(sorted(self._children() - self._before, reverse=True)):
            if number < _NEWEST:
                names.append(self._of(pid, "comm"))
                if end:
                    self._end(pid)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        return names

    @staticmethod
    def _adopt(on: bool) -> None:
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, ctypes.c_ulong(on), 0, 0, 0)

    @staticmethod
    def _children() -> set[int]:
        return set(map(int, Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()))

    @staticmethod
    def _of(pid: int, name: str) -> str:
        try:
            return Path(f"/proc/{pid}/{name}").read_text().strip()
        except OSError:
            return ""

    @staticmethod
    def _end(pid: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            group = os.getpgid(pid)
            if os.getsid(pid) != os.getsid(0):
                os.killpg(group, signal.SIGKILL)
            os.kill(pid, signal.SIGKILL)
