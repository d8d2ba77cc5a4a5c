"""Asks whether a child process has ended, without reaping it (POSIX waitid with WNOWAIT)."""

from __future__ import annotations

import ctypes
import os
import sys

_ANY, _ONE = 0, 1  # P_ALL and P_PID of <sys/wait.h>, the same on Linux and macOS
_WNOHANG, _WEXITED = 1, 4
_WNOWAIT = 0x20 if sys.platform == "darwin" else 0x01000000
_PID_OFFSET = (
    12 if sys.platform == "darwin" or ctypes.sizeof(ctypes.c_void_p) == 4 else 16
)  # of si_pid in siginfo_t
_SIGINFO_BYTES = 128


def ended_child(pid: int | None = None) -> int | None:
    """Return the process ID of a child that has ended and is not reaped, None if all children are running.

    With `pid` only that child is checked. Raises ChildProcessError if there is no such child.
    """
    if hasattr(os, "waitid"):
        kind = os.P_ALL if pid is None else os.P_PID
        result = os.waitid(kind, pid or 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        return None if result is None else result.si_pid
    return _by_libc(pid)


def _by_libc(pid: int | None) -> int | None:
    """Call the C library's waitid: Python has os.waitid on macOS only from 3.13."""
    info = (ctypes.c_char * _SIGINFO_BYTES)()
    libc = ctypes.CDLL(None, use_errno=True)
    kind = _ANY if pid is None else _ONE
    while libc.waitid(kind, ctypes.c_uint(pid or 0), info, _WEXITED | _WNOHANG | _WNOWAIT) != 0:
        number = ctypes.get_errno()
        error = OSError(number, os.strerror(number))  # OSError picks its subclass by the number
        if not isinstance(error, InterruptedError):
            raise error
    return ctypes.c_int.from_buffer(info, _PID_OFFSET).value or None
