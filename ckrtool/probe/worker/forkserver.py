"""A warm parent of workers: it has imported the worker's code and no module, and forks one worker for each request.

Started by the supervisor as a fresh interpreter with the workers' environment; it is never given the PIN. Each worker is forked
twice, so that the supervisor, who is the reaper of orphans, becomes its parent; it then has a session, standard descriptors and an
argument of its own, as if it were started by itself. Linux only.

A request on the control socket is the worker's mark with four descriptors: standard input, output, journal, wakeup. The answer is
the worker's process id as eight bytes, little endian; zero where it could not be started.
"""

from __future__ import annotations

import _socket
import contextlib
import gc
import os
import sys
import time

from ckrtool.probe import hardening
from ckrtool.probe.worker import main as worker
from ckrtool.probe.worker import runner  # noqa: F401 - imported before the fork, for all workers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

_DESCRIPTORS = 4
_MARK = 16
_NAME = b"ckrtool.probe.worker.main"
PLACE = 64  # length of the placeholder, enough for name, process id and mark
_POLL_INTERVAL = 0.0002  # seconds between looks at who the parent is


def main(control: int, parent: int, placeholder: str) -> None:
    """Serve requests until the supervisor closes its end; `placeholder` is the argument that gives way to a worker's own ones."""
    hardening.protect(parent)
    gc.freeze()  # what is here is for all workers: none looks through it for garbage, which would copy its pages
    arguments = _argument_at(placeholder.encode()) if len(placeholder) == PLACE else None
    server = _socket.socket(fileno=control)
    while True:
        mark, ancillary, _, _ = server.recvmsg(_MARK, _socket.CMSG_SPACE(4 * _DESCRIPTORS))
        fds = [
            int.from_bytes(data[at : at + 4], sys.byteorder)
            for _, _, data in ancillary
            for at in range(0, len(data), 4)
        ]
        if len(mark) != _MARK or len(fds) != _DESCRIPTORS:
            os._exit(0)
        pid = _start(mark, fds, parent, arguments)
        for fd in fds:
            os.close(fd)
        server.send(pid.to_bytes(8, "little"))


def _start(mark: bytes, fds: list[int], parent: int, arguments: int | None) -> int:
    """Fork a worker and return its process id when it has a session of its own and the supervisor as parent; 0 where that fails."""
    reading, writing = os.pipe()
    try:
        between = os.fork()
    except OSError:
        between = -1
    if between == 0:
        between = os.getpid()
        if os.fork() == 0:
            os.setsid()
            os.write(writing, os.getpid().to_bytes(8, "little"))
            _become(mark, fds, (between, parent), arguments)
        os._exit(0)
    os.close(writing)
    told = os.read(reading, 8) if between > 0 else b""
    os.close(reading)
    if between > 0:
        os.waitpid(between, 0)
    return int.from_bytes(told, "little") if len(told) == 8 else 0


def _become(mark: bytes, fds: list[int], parents: tuple[int, int], arguments: int | None) -> NoReturn:
    """Be a worker: what a program started by itself has is made, and what is the parent's closed."""
    try:
        stdin, output, journal, wakeup = fds
        between, parent = parents
        while os.getppid() == between:  # it ends at once
            time.sleep(_POLL_INTERVAL)
        for fd, number in ((stdin, 0), (output, 1), (output, 2)):
            os.dup2(fd, number)
        kept = (0, 1, 2, journal, wakeup)
        for number in map(int, os.listdir("/proc/self/fd")):  # noqa: PTH208
            if number not in kept:
                with contextlib.suppress(OSError):
                    os.close(number)
        _name(mark, parent, arguments)
        worker.main([str(journal), str(wakeup), str(parent), mark.decode("ascii")])
    finally:
        os._exit(0)


def _argument_at(text: bytes) -> int | None:
    """Return the address of one of this process's arguments in the memory that /proc/PID/cmdline shows; None where it is not found."""
    import ctypes

    try:
        with open("/proc/self/stat", "rb") as stat:  # noqa: PTH123
            fields = stat.read().rpartition(b") ")[2].split()
        first, last = (
            int(fields[45]),
            int(fields[46]),
        )  # arg_start and arg_end, fields 48 and 49 (proc_pid_stat(5))
    except (OSError, ValueError, IndexError):
        return None
    if not 0 < first < last or last - first > 1 << 20:
        return None
    at = ctypes.string_at(first, last - first).find(b"\0" + text + b"\0")
    return None if at < 0 else first + at + 1


def _name(mark: bytes, parent: int, arguments: int | None) -> None:
    """Put a worker's arguments where the placeholder is: what it is, whose, and the mark by which a copy of it is known."""
    import ctypes

    if arguments is not None:
        own = b"\0".join((_NAME, str(parent).encode(), mark)).ljust(PLACE, b"\0")
        ctypes.memmove(arguments, own, PLACE)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
