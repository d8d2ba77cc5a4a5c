"""What keeps a PIN inside a process: no core file, memory that no other process reads, no variable left in /proc.

The worker does it to itself before it loads anything, `ckr` as soon as it holds a PIN.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


def protect(parent: int | None) -> None:
    """Forbid core files and reading this process's memory; with `parent`, die when it does.

    A worker whose parent is gone already ends here.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_DUMPABLE, ctypes.c_ulong(0), 0, 0, 0)
        if parent is not None:
            libc.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(0)


def wipe_variable(name: bytes) -> None:
    """Overwrite a variable's value in the block of memory that /proc/PID/environ shows; taking it from `environ` leaves it there."""
    with contextlib.suppress(ValueError):  # no such symbol: not a system with /proc
        entries = ctypes.POINTER(ctypes.c_void_p).in_dll(ctypes.CDLL(None), "environ")
        for index in range(1 << 20):
            address = entries[index] if entries else None
            if not address:
                return
            text = ctypes.string_at(address)
            if text.startswith(name + b"="):
                ctypes.memset(address + len(name) + 1, 0, len(text) - len(name) - 1)
