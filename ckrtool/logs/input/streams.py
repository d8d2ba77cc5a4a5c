"""Read bytes from stdin or files as soon as they are available, and write output before the next read."""

from __future__ import annotations

import errno
import os
import sys
from stat import S_ISREG

from ckrtool.errors import SurroundingsError
from ckrtool.logs.input.forms import SHOWN, foreign

_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows translates line ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    """The reads of an input; if one fails, the reads of a named file end, and those of stdin raise SurroundingsError.

    So does an input whose text can't be read as it is, unless it is passed on `as_it_is`, which a warning tells.
    """

    def __init__(
        self,
        descriptor: int,
        name: str | None = None,
        failed: list[str] | None = None,
        as_it_is: Callable[[str], None] | None = None,
    ) -> None:
        self.descriptor = descriptor
        self._name = name
        self._failed = failed
        self._as_it_is = as_it_is

    def __iter__(self) -> Iterator[bytes]:
        """Yield the reads."""
        keep_memory()
        data = self._read()
        if self._is_foreign(data[:SHOWN]):
            return
        while data:
            yield data
            data = self._read()

    def _is_foreign(self, head: bytes) -> bool:
        """Report an input whose text can't be read as it is; return whether it is not to be read."""
        form = foreign(head)
        if form is None:
            return False
        if self._as_it_is is not None:
            self._as_it_is(f"{_shown(self._name)}: {form}")
            return False
        self.fail(OSError(errno.EILSEQ, form))
        return True

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
            raise SurroundingsError(f"can't read {_reason(None, error)}") from error
        self._failed.append(_reason(self._name, error))

    @property
    def size(self) -> int:
        """The size of a file in bytes; 0 if the input is not a regular file."""
        status = os.fstat(self.descriptor)
        return status.st_size if S_ISREG(status.st_mode) else 0

    @property
    def is_large(self) -> bool:
        """Whether the input is a file that several processes may read."""
        if self.size < LARGE or not hasattr(os, "pread"):  # Windows has none
            return False
        try:
            head = os.pread(self.descriptor, SHOWN, os.lseek(self.descriptor, 0, os.SEEK_CUR))
        except OSError:
            return False
        return foreign(head) is None


def each_input(
    files: list[str] | None, as_it_is: Callable[[str], None] | None = None
) -> Iterator[tuple[str | None, Reads]]:
    """Yield the name (None for stdin if no file is named) and the reads of each input.

    An input whose text can't be read as it is counts as unreadable; with `as_it_is` it is read, and this is called with a warning.
    Raise UnreadableError with the names of the unreadable files after the readable ones.
    """
    if not files:
        yield None, Reads(_stdin(), as_it_is=as_it_is)
        return
    failed: list[str] = []
    for name in files:
        if name == STDIN:
            yield name, Reads(_stdin(), as_it_is=as_it_is)
            continue
        try:
            descriptor = os.open(name, os.O_RDONLY | _BINARY)
        except (OSError, ValueError) as error:
            failed.append(_reason(name, error))
            continue
        try:
            yield name, Reads(descriptor, name, failed, as_it_is)
        finally:
            os.close(descriptor)
    if failed:
        raise UnreadableError(failed, everything=len(failed) == len(files))


def warning_of_long_line(name: str | None) -> str:
    """Return the warning that only the first part of a line in a file, or in stdin, was searched."""
    return (
        f"ckr: warning: {_shown(name)}: a line is longer than 1 MiB, only its beginning was searched; "
        "put each record on a line of its own (jq -c '.[]')"
    )


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


def _reason(name: str | None, error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{_shown(name)}: {reason}"


def _shown(name: str | None) -> str:
    return "stdin" if name is None else repr(name)
