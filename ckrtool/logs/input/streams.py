"""Read bytes from stdin or files as soon as they are available, and write output before the next read."""

from __future__ import annotations

import os
import sys

from ckrtool.errors import SurroundingsError

_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows translates line ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
AT_ONCE = 1 << 19
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


def each_input(files: list[str] | None) -> Iterator[tuple[str | None, Iterator[bytes]]]:
    """Yield the name (None for stdin if no file is named) and the reads of each input.

    Raise UnreadableError with the names of the unreadable files after the readable ones.
    """
    if not files:
        yield None, _reads(_stdin())
        return
    failed: list[str] = []
    for name in files:
        if name == STDIN:
            yield name, _reads(_stdin())
            continue
        try:
            descriptor = os.open(name, os.O_RDONLY | _BINARY)
        except (OSError, ValueError) as error:
            failed.append(_reason(name, error))
            continue
        try:
            yield name, _guarded(name, descriptor, failed)
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
        out.write(data)
        out.flush()


def _reads(descriptor: int) -> Iterator[bytes]:
    bytes(KEPT)  # is not touched, so it takes no time
    while data := os.read(descriptor, AT_ONCE):
        yield data


def _guarded(name: str, descriptor: int, failed: list[str]) -> Iterator[bytes]:
    """Yield the reads of a file; add it to `failed` if a read fails, as for a directory."""
    try:
        yield from _reads(descriptor)
    except OSError as error:
        failed.append(_reason(name, error))


def _reason(name: str, error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name!r}: {reason}"
