"""Keeps a PIN inside a process: prevents core files and access to memory by other processes, and wipes variables shown in /proc.

A worker calls this before it loads anything, `ckr` as soon as it has a PIN.
"""

from __future__ import annotations

import contextlib
import ctypes
import resource
import sys

from ckrtool._parent import end_with

_PR_SET_DUMPABLE = 4


def protect(parent: int | None) -> None:
    """Disable core files and access to the memory of this process; with `parent`, ask the kernel to kill this process when the parent ends.

    Exit at once if the parent has already ended.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, ctypes.c_ulong(0), 0, 0, 0)
    if parent is not None:
        end_with(parent)


def wipe_variable(name: bytes) -> None:
    """Overwrite the value of a variable in the memory that /proc/PID/environ shows, which deleting it from `os.environ` does not do."""
    with contextlib.suppress(ValueError):  # no such symbol: not a system with /proc
        entries = ctypes.POINTER(ctypes.c_void_p).in_dll(ctypes.CDLL(None), "environ")
        for index in range(1 << 20):
            address = entries[index] if entries else None
            if not address:
                return
            text = ctypes.string_at(address)
            if text.startswith(name + b"="):
                ctypes.memset(address + len(name) + 1, 0, len(text) - len(name) - 1)
