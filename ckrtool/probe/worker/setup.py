"""Prepares the worker process before it loads the module: input, journal, output, and detection of processes that the module starts."""

from __future__ import annotations

import contextlib
import ctypes
import os

from ckrtool.probe.journal import Writer
from ckrtool.probe.protocol import output_mark
from ckrtool.probe.waiting import ended_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_IONBF = 2  # stdio.h of glibc and musl
_PART = 4096
_HIGH_DESCRIPTOR = 900  # higher than any number that a module gets by opening files


def open_journal(journal: int, wakeup: int) -> Writer:
    """Map the journal, and move the descriptor of the wake-up pipe to a number that a module is unlikely to use."""
    import fcntl

    try:
        high = fcntl.fcntl(wakeup, fcntl.F_DUPFD_CLOEXEC, _HIGH_DESCRIPTOR)
        os.close(wakeup)
    except (OSError, ValueError):
        high = wakeup  # the limit of open files is too low
    os.set_blocking(high, False)
    writer = Writer(journal, high)
    os.close(journal)
    return writer


class Marker:
    """Writes a mark to the captured output before each call, so that output can be assigned to calls."""

    def __init__(self, mark: str) -> None:
        import fcntl

        self._mark = mark
        self._number = 0
        try:
            self._output = fcntl.fcntl(1, fcntl.F_DUPFD_CLOEXEC, _HIGH_DESCRIPTOR + 1)
        except (OSError, ValueError):
            self._output = os.dup(1)
        self._file = os.fstat(self._output).st_ino

    def next_call(self) -> bool:
        """Write the mark of the next call; return False if the module has closed or reused the descriptor."""
        self._number += 1
        with contextlib.suppress(OSError):
            if os.fstat(self._output).st_ino == self._file:
                os.write(self._output, output_mark(self._mark, self._number))
                return True
        return False


_siblings_before: set[bytes] = set()


def _siblings() -> set[bytes]:
    """Return the children of our parent, which becomes the parent of processes started by the module when their own parent ends."""
    parent = os.getppid()
    try:
        fd = os.open(b"/proc/%d/task/%d/children" % (parent, parent), os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return set()
    try:
        text = part = os.read(fd, _PART)
        while len(part) == _PART:
            part = os.read(fd, _PART)
            text += part
        return set(text.split())
    except OSError:
        return set()
    finally:
        os.close(fd)


def remember_siblings() -> None:
    """Record the processes that the module did not start; called before it is loaded."""
    _siblings_before.update(_siblings())


def _lives(pid: bytes) -> bool:
    with contextlib.suppress(OSError), open(b"/proc/%b/stat" % pid, "rb") as file:  # noqa: PTH123
        return file.read().rpartition(b") ")[2][:1] not in (b"Z", b"X", b"")
    return False


def child_runs() -> bool:
    """Return whether a process started by the module is running (ended ones are left for the module to reap)."""
    with contextlib.suppress(ChildProcessError):
        if ended_child() is None:
            return True
    found = _siblings() - _siblings_before
    if any(map(_lives, found)):
        return True
    return bool(found) and not _siblings() <= found | _siblings_before  # each ends before it can be inspected


def _read_exactly(size: int) -> bytes:
    """Return `size` bytes from standard input; raise EOFError if it ends before."""
    parts = bytearray()
    while len(parts) < size:
        part = os.read(0, size - len(parts))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


def read_input() -> tuple[bytes, bytes]:
    """Return the plan and the PIN, read from standard input, which is then replaced by /dev/null."""
    plan = _read_exactly(int.from_bytes(_read_exactly(8), "big"))
    pin = _read_exactly(int.from_bytes(_read_exactly(8), "big"))
    while os.read(0, 4096):
        pass
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    return plan, pin


def unbuffer() -> None:
    """Make stdout of the C library unbuffered, because this process ends without the usual flush."""
    libc = ctypes.CDLL(None)
    try:
        stdout = ctypes.c_void_p.in_dll(libc, "stdout")
    except ValueError:
        return  # the symbol has another name on this system
    libc.setvbuf.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
    libc.setvbuf(stdout, None, _IONBF, 0)


def flusher() -> Callable[[], None]:
    """Return a function that flushes all streams of the C library (fflush(NULL))."""
    fflush = ctypes.CDLL(None).fflush
    return lambda: fflush(None)


def libraries() -> list[str]:
    """Return the paths of the libraries that this process has loaded; empty if the system is not Linux."""
    with contextlib.suppress(OSError), open("/proc/self/maps", "rb") as maps:  # noqa: PTH123
        paths = {line[line.index(b"/") :].rstrip(b"\n") for line in maps if b".so" in line and b"/" in line}
        return sorted(os.fsdecode(path).encode("utf-8", "backslashreplace").decode() for path in paths)
    return []
