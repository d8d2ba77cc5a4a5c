"""Memory shared with a module: buffers with a guard zone behind them, and reading where a module's pointer points."""

from __future__ import annotations

import ctypes
import os

GUARD = 4096
"""Bytes behind each buffer: what a module writes there by mistake harms nothing, and is seen."""

LARGEST = 16 << 20
"""No buffer is larger than this, whatever a module or a sequence asks for."""

FILL = bytes([0xA5])
"""What output lists and guard zones are filled with, so that what a module did not write can be told."""

UNTOUCHED = FILL * 8
"""What an output list is filled with before the call, an entry."""


class Buffer:
    """Exactly `size` bytes with a guard zone behind them.

    `size` is what the module is told; ValueError above `LARGEST`.
    """

    __slots__ = ("_memory", "address", "size")

    def __init__(self, size: int, content: bytes = b"") -> None:
        if not 0 <= size <= LARGEST:
            raise ValueError(f"a buffer of {size} bytes is not made")
        self._memory = ctypes.create_string_buffer(size + GUARD)
        self.address = ctypes.addressof(self._memory)
        self.size = size
        self.restore(content)

    def restore(self, content: bytes) -> None:
        """Put bytes at the beginning and the guard zone behind, as of a new buffer."""
        if content:
            ctypes.memmove(self.address, content, len(content))
        ctypes.memset(self.address + self.size, FILL[0], GUARD)

    def read(self, length: int | None = None, offset: int = 0) -> bytes:
        """Return `length` bytes (default: all), never more than the buffer holds."""
        wanted = self.size if length is None else length
        return ctypes.string_at(self.address + offset, max(0, min(wanted, self.size - offset)))

    def write(self, content: bytes) -> None:
        """Put bytes at the beginning; they must fit."""
        ctypes.memmove(self.address, content, min(len(content), self.size))

    def overrun(self) -> int:
        """Return how many bytes of the guard zone were changed, counted up to the last one."""
        guard = ctypes.string_at(self.address + self.size, GUARD)
        return len(guard.rstrip(FILL))

    def mark(self) -> None:
        """Fill a list with a pattern, so that entries that a module did not write can be told."""
        ctypes.memset(self.address, FILL[0], self.size)

    def is_zero(self) -> bool:
        """Return whether nothing but zeros stands in it."""
        return not self.read().strip(b"\0")

    def wipe(self) -> None:
        """Overwrite the content with zeros (a PIN)."""
        ctypes.memset(self.address, 0, self.size)


class _Iovec(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


_libc = ctypes.CDLL(None, use_errno=True)
_READV = getattr(_libc, "process_vm_readv", None)
_EPERM, _ENOSYS = 1, 38


def peek(address: int | None, size: int) -> bytes | None:
    """Read memory that a module points at, without a crash where nothing is there: None for an address that can't be read.

    Where the system has no `process_vm_readv` (or forbids it), it is read directly, which is as unsafe as any program does it.
    """
    if not address:
        return None
    target = ctypes.create_string_buffer(size)
    if _READV is not None:
        here = _Iovec(ctypes.addressof(target), size)
        there = _Iovec(address, size)
        _READV.restype = ctypes.c_ssize_t
        got = _READV(
            os.getpid(),
            ctypes.byref(here),
            ctypes.c_ulong(1),
            ctypes.byref(there),
            ctypes.c_ulong(1),
            ctypes.c_ulong(0),
        )
        if got == size:
            return target.raw
        if ctypes.get_errno() not in (_EPERM, _ENOSYS):
            return None
    return ctypes.string_at(address, size)


def is_code(address: int) -> bool:
    """Return whether a program may run at that address; True where the system does not tell (no Linux)."""
    try:
        with open("/proc/self/maps", "rb") as maps:  # noqa: PTH123
            for line in maps:
                area, rights = line.split(None, 2)[:2]
                first, _, last = area.partition(b"-")
                if int(first, 16) <= address < int(last, 16):
                    return b"x" in rights
    except OSError:
        return True
    return False


def peek_string(address: int | None, longest: int = 64) -> bytes | None:
    """Read a string ended by NUL, at most `longest` bytes of it; None for an address that can't be read."""
    out = bytearray()
    for offset in range(longest):
        byte = peek(address + offset if address else None, 1)
        if byte is None:
            return None
        if byte == b"\0":
            break
        out += byte
    return bytes(out)
