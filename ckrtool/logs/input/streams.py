"""Bytes in and bytes out: stdin or files as they come, and output that is written before the next read."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ckrtool.errors import SurroundingsError

_BINARY = getattr(os, "O_BINARY", 0)  # without it Windows translates line ends

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
AT_ONCE = 1 << 17  # larger blocks are given back to the system and asked for again each time


class UnreadableError(SurroundingsError):
    """Files that can't be read; `everything` says that no other was."""

    def __init__(self, failed: list[str], *, everything: bool) -> None:
        hint = None if everything else "The other input was read to its end."
        super().__init__(f"can't read {'; '.join(failed)}", hint)
        self.everything = everything


def _stdin() -> int:
    """Return the descriptor of stdin; raise SurroundingsError where it is closed."""
    if sys.stdin is None:
        raise SurroundingsError("stdin is closed, there is nothing to read")
    return sys.stdin.fileno()


def each_input(files: list[str] | None) -> Iterator[tuple[str | None, Iterator[bytes]]]:
    """Give each input as its name (None for stdin when no file is named) and its reads.

    Raises UnreadableError naming the unreadable files after the readable ones were given.
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
    """Return all of a file, or of stdin for `-`; raises SurroundingsError where it can't be read."""
    return b"".join(chunk for _, chunks in each_input([name]) for chunk in chunks)


def write_out(data: bytes) -> None:
    """Write to stdout and hand it on at once."""
    if data:
        out = sys.stdout.buffer
        out.write(data)
        out.flush()


def _reads(descriptor: int) -> Iterator[bytes]:
    while data := os.read(descriptor, AT_ONCE):
        yield data


def _guarded(name: str, descriptor: int, failed: list[str]) -> Iterator[bytes]:
    """Give the reads of a file; one that can't be read (any more), such as a folder, is noted."""
    try:
        yield from _reads(descriptor)
    except OSError as error:
        failed.append(_reason(name, error))


def _reason(name: str, error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{name!r}: {words}"
