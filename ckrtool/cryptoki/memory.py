"""Memory shared with a module: buffers followed by a guard zone, and safe reads through a module's pointers."""

from __future__ import annotations

import ctypes
import os

GUARD = 4096
"""Number of bytes after each buffer: a module that writes too much damages only these, and the overrun is detected."""

LARGEST = 16 << 20
"""Size in bytes of the largest buffer; larger requests from a module or a sequence are refused or cut."""

FILL = bytes([0xA5])
"""The byte that output lists and guard zones are filled with, to recognise memory that the module did not write."""

UNTOUCHED = FILL * 8
"""An entry of an output list (8 bytes) as it is before the call."""


class Buffer:
    """Exactly `size` bytes, followed by a guard zone.

    `size` is the length that is passed to the module. Raises ValueError above `LARGEST`.
    """

    __slots__ = ("_memory", "address", "size")

    def __init__(self, size: int, content: bytes = b"") -> None:
        if not 0 <= size <= LARGEST:
            raise ValueError(f"a buffer of {size} bytes is too large")
        self._memory = ctypes.create_string_buffer(size + GUARD)
        self.address = ctypes.addressof(self._memory)
        self.size = size
        self.restore(content)

    def restore(self, content: bytes) -> None:
        """Copy `content` to the beginning and refill the guard zone, as in a new buffer."""
        if content:
            ctypes.memmove(self.address, content, len(content))
        ctypes.memset(self.address + self.size, FILL[0], GUARD)

    def read(self, length: int | None = None, offset: int = 0) -> bytes:
        """Return `length` bytes from `offset` (default: all), at most those up to the end of the buffer."""
        wanted = self.size if length is None else length
        return ctypes.string_at(self.address + offset, max(0, min(wanted, self.size - offset)))

    def write(self, content: bytes) -> None:
        """Copy `content` to the beginning; bytes beyond the end of the buffer are dropped."""
        ctypes.memmove(self.address, content, min(len(content), self.size))

    def overrun(self) -> int:
        """Return the number of bytes from the start of the guard zone to the last one that was changed."""
        guard = ctypes.string_at(self.address + self.size, GUARD)
        return len(guard.rstrip(FILL))

    def fill(self) -> None:
        """Fill a list with `FILL`, so that entries that the module does not write can be recognised."""
        ctypes.memset(self.address, FILL[0], self.size)

    def is_zero(self) -> bool:
        """Return whether all bytes are zero."""
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
    """Return `size` bytes at `address`; None for an address that can't be read, without a crash.

    Where the system has no `process_vm_readv`, or forbids it, the memory is read directly, and a bad address crashes.
    """
    if not address:
        return None
    target = ctypes.create_string_buffer(size)
    if _READV is not None:
        local = _Iovec(ctypes.addressof(target), size)
        remote = _Iovec(address, size)
        _READV.restype = ctypes.c_ssize_t
        count = _READV(
            os.getpid(),
            ctypes.byref(local),
            ctypes.c_ulong(1),
            ctypes.byref(remote),
            ctypes.c_ulong(1),
            ctypes.c_ulong(0),
        )
        if count == size:
            return target.raw
        if ctypes.get_errno() not in (_EPERM, _ENOSYS):
            return None
    return ctypes.string_at(address, size)


def is_code(address: int) -> bool:
    """Return whether the memory at `address` is executable; True where that is unknown (other systems than Linux)."""
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
    """Return the NUL-terminated string at `address`, cut to `longest` bytes; None for an address that can't be read."""
    out = bytearray()
    for offset in range(longest):
        byte = peek(address + offset if address else None, 1)
        if byte is None:
            return None
        if byte == b"\0":
            break
        out += byte
    return bytes(out)
