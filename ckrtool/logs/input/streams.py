"""Read bytes from stdin or files as soon as they are available, and write output before the next read."""

from __future__ import annotations

import errno
import os
import sys
from stat import S_ISREG

from ckrtool.errors import SurroundingsError

_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows translates line ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
AT_ONCE = 1 << 19
LARGE = 1 << 22
"""Size from which a file may be read in several processes."""
KEPT = 1 << 24
"""Size of a block whose release makes glibc keep smaller ones, instead of returning each to the system and requesting it again."""


class UnreadableError(SurroundingsError):
    """Files that can't be read; `everything` is True if no other file was read."""

    def __init__(self, failed: list[str], *, everything: bool) -> None:
        hint = None if everything else "The other input was read to its end."
        super().__init__(f"can't read {'; '.join(failed)}", hint)
        self.everything = everything


def _stdin() -> int:
    """Return the descriptor of stdin; raise SurroundingsError if it is closed."""
    if sys.stdin is None:
        raise SurroundingsError("stdin is closed, there is nothing to read")
    return sys.stdin.fileno()


def keep_memory() -> None:
    """Make glibc keep the memory of blocks that are released."""
    bytes(KEPT)  # is not touched, so it takes no time


class Reads:
    """The reads of an input; if one fails, the reads of a named file end, and those of stdin raise OSError."""

    def __init__(self, descriptor: int, name: str | None = None, failed: list[str] | None = None) -> None:
        self.descriptor = descriptor
        self._name = name
        self._failed = failed

    def __iter__(self) -> Iterator[bytes]:
        """Yield the reads."""
        keep_memory()
        while data := self._read():
            yield data

    def _read(self) -> bytes:
        try:
            return os.read(self.descriptor, AT_ONCE)
        except OSError as error:
            self.fail(error)
            return b""

    def more_within(self, seconds: float) -> bool:
        """Return whether there is more input, or its end, within so many seconds; False if the system does not tell."""
        from select import select

        try:
            return bool(select([self.descriptor], [], [], seconds)[0])
        except (OSError, ValueError):  # on Windows; a descriptor beyond its limit
            return self.size > 0

    def fail(self, error: OSError) -> None:
        """Keep the error of a read of a named file, which is reported after the other inputs."""
        if self._name is None or self._failed is None:
            raise error
        self._failed.append(_reason(self._name, error))

    @property
    def size(self) -> int:
        """The size of a file in bytes; 0 if the input is not a regular file."""
        status = os.fstat(self.descriptor)
        return status.st_size if S_ISREG(status.st_mode) else 0


def each_input(files: list[str] | None) -> Iterator[tuple[str | None, Reads]]:
    """Yield the name (None for stdin if no file is named) and the reads of each input.

    Raise UnreadableError with the names of the unreadable files after the readable ones.
    """
    if not files:
        yield None, Reads(_stdin())
        return
    failed: list[str] = []
    for name in files:
        if name == STDIN:
            yield name, Reads(_stdin())
            continue
        try:
            descriptor = os.open(name, os.O_RDONLY | _BINARY)
        except (OSError, ValueError) as error:
            failed.append(_reason(name, error))
            continue
        try:
            yield name, Reads(descriptor, name, failed)
        finally:
            os.close(descriptor)
    if failed:
        raise UnreadableError(failed, everything=len(failed) == len(files))


def whole(name: str) -> bytes:
    """Return the content of a file, or of stdin for `-`; raise SurroundingsError if it can't be read."""
    return b"".join(chunk for _, chunks in each_input([name]) for chunk in chunks)


def write_out(data: bytes) -> None:
    """Write to stdout and flush it."""
    if data:
        out = sys.stdout.buffer
        rest = memoryview(data)
        while rest:  # PYTHONUNBUFFERED makes short writes possible
            written = out.write(rest)
            if written is None:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            rest = rest[written:]
        out.flush()


def _reason(name: str, error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name!r}: {reason}"
