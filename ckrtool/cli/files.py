"""Output files: written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

from ckrtool.errors import SurroundingsError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO

_STANDARD = {"/dev/stdout": 1, "/dev/stderr": 2}


def expect_writable(path: Path | str) -> None:
    """Raise what `write_whole` would, as far as that can be told before the work that makes the content."""
    with _told(path):
        descriptor = _own_descriptor(path)
        if descriptor is not None:
            os.fstat(descriptor)
            return
        target, mode = _target(path)
        if mode is None or stat.S_ISREG(mode):
            tempfile.TemporaryFile(dir=target.parent).close()


def write_whole(path: Path | str, data: str | bytes) -> None:
    """Write `data` (text as UTF-8) to `path` so that a reader sees the old content or all of the new.

    The new content is written beside the target and renamed over it. The name in between is hidden and ends
    in `.tmp`, so that a collector of `*.prom` or `*.xml` never reads half a file. A symbolic link stays one;
    an existing file keeps its permissions, a new one gets what the umask leaves. Devices and pipes
    (`/dev/stdout`, a FIFO) can't be renamed over and are written to directly.

    Raises SurroundingsError (exit 3) when it can't be written; then the target is as it was.
    """
    content = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    with _told(path):
        descriptor = _own_descriptor(path)
        if descriptor is not None:
            with open(descriptor, "wb", buffering=0, closefd=False) as stream:
                _write_all(stream, content)
            return
        target, mode = _target(path)
        if mode is not None and not stat.S_ISREG(mode):
            _write_through(target, content)
        else:
            _write_beside(target, content, _permissions(mode))


@contextmanager
def _told(path: Path | str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SurroundingsError(
            f"can't write {str(path)!r}: {reason}",
            "Nothing was written. Name a file in a folder that exists, has room and may be written to.",
        ) from error


def _target(path: Path | str) -> tuple[Path, int | None]:
    """Return the file behind symbolic links, with its type and permission bits; None where there is nothing yet."""
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return target, None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(21, os.strerror(21))
    return target, mode


def _permissions(mode: int | None) -> int:
    if mode is not None:
        return stat.S_IMODE(mode)
    mask = os.umask(0)  # reading the umask means setting it
    os.umask(mask)
    return 0o666 & ~mask


def _own_descriptor(path: Path | str) -> int | None:
    """Return which of our descriptors a path names: `/proc/self/fd` can't be opened by a process that must not be looked at (PIN)."""
    text = str(path)
    if text in _STANDARD:
        return _STANDARD[text]
    folder, _, number = text.rpartition("/")
    ours = (
        folder in ("/dev/fd", "/proc/self/fd") and number.isascii() and number.isdigit() and len(number) < 8
    )
    return int(number) if ours else None


def _write_through(target: Path, content: bytes) -> None:
    with target.open("wb", buffering=0) as stream:
        _write_all(stream, content)


def _write_all(stream: FileIO, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[stream.write(view) or 0 :]


def _write_beside(target: Path, content: bytes, permissions: int) -> None:
    # A name as long as a file system allows would leave no room for what is put around it.
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            if hasattr(os, "fchmod"):  # Windows has no such permissions
                os.fchmod(stream.fileno(), permissions)
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:  # Ctrl-C too: nothing half-written stays behind
        with suppress(OSError):
            Path(name).unlink()
        raise
