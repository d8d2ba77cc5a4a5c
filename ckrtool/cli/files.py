"""Output files, written atomically."""

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
    """Raise SurroundingsError if `write_whole` would fail, as far as that is known before the content exists."""
    with _as_surroundings_error(path):
        descriptor = _open_descriptor(path)
        if descriptor is not None:
            os.fstat(descriptor)
            return
        target, mode = _target(path)
        if mode is None or stat.S_ISREG(mode):
            tempfile.TemporaryFile(dir=target.parent).close()


def write_whole(path: Path | str, data: str | bytes) -> None:
    """Write `data` (text as UTF-8) to `path` so that a reader sees either the old content or all of the new.

    The content is written to a temporary file in the same folder, which is then renamed to the target. The temporary
    name is hidden and ends in `.tmp`, so that a collector of `*.prom` or `*.xml` never reads a partial file. A symbolic
    link is preserved; an existing file keeps its permissions, a new one gets those of the umask. Devices and pipes
    (`/dev/stdout`, a FIFO) can't be replaced and are written to directly.

    Raises SurroundingsError (exit status 3) if the write fails; the target is then unchanged.
    """
    content = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    with _as_surroundings_error(path):
        descriptor = _open_descriptor(path)
        if descriptor is not None:
            with open(descriptor, "wb", buffering=0, closefd=False) as stream:
                _write_all(stream, content)
            return
        target, mode = _target(path)
        if mode is not None and not stat.S_ISREG(mode):
            _write_through(target, content)
        else:
            _replace(target, content, _permissions(mode))


@contextmanager
def _as_surroundings_error(path: Path | str) -> Iterator[None]:
    """Raise SurroundingsError in place of an OSError or ValueError about `path`."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SurroundingsError(
            f"can't write {str(path)!r}: {reason}",
            "Nothing was written. Name a file in an existing, writable folder with free space.",
        ) from error


def _target(path: Path | str) -> tuple[Path, int | None]:
    """Return the path with symbolic links resolved, and its mode (type and permissions), None if it does not exist.

    Raises IsADirectoryError for a folder.
    """
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
    mask = os.umask(0)  # the umask can be read only by setting it
    os.umask(mask)
    return 0o666 & ~mask


def _open_descriptor(path: Path | str) -> int | None:
    """Return the open descriptor that a path such as /dev/stdout names, None for other paths.

    `/proc/self/fd` can't be opened in a process that is not dumpable because of the PIN.
    """
    text = str(path)
    if text in _STANDARD:
        return _STANDARD[text]
    folder, _, number = text.rpartition("/")
    is_descriptor = (
        folder in ("/dev/fd", "/proc/self/fd") and number.isascii() and number.isdigit() and len(number) < 8
    )
    return int(number) if is_descriptor else None


def _write_through(target: Path, content: bytes) -> None:
    with target.open("wb", buffering=0) as stream:
        _write_all(stream, content)


def _write_all(stream: FileIO, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[stream.write(view) or 0 :]


def _replace(target: Path, content: bytes, permissions: int) -> None:
    # The name is cut: a name of the maximum length would be too long with the prefix and suffix.
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            if hasattr(os, "fchmod"):  # Windows has no such permissions
                os.fchmod(stream.fileno(), permissions)
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:  # also on Ctrl-C: leave no partial file
        with suppress(OSError):
            Path(name).unlink()
        raise
