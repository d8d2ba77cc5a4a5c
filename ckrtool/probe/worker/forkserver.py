"""The fork server: has imported the worker's code and no PKCS #11 module, and forks one worker per request.

The supervisor starts it as a new interpreter with the environment of the workers; it never receives the PIN. Each worker is forked
twice, so that the supervisor, which is the subreaper, becomes its parent. The worker then gets its own session, standard descriptors
and argument, as if it had been started as a new program. Linux only.

A request on the control socket is the worker's mark with four descriptors: standard input, output, journal, wakeup. The answer is
the worker's process ID as eight bytes, little endian; zero if it could not be started.
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
PLACE = 64  # length of the placeholder, enough for name, process ID and mark
_POLL_INTERVAL = 0.0002  # seconds between checks of the parent


def main(control: int, parent: int, placeholder: str) -> None:
    """Serve requests until the supervisor closes its end; each worker overwrites the argument `placeholder` with its own."""
    hardening.protect(parent)
    gc.freeze()  # objects shared by all workers are excluded from garbage collection, which would copy their pages
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
    """Fork a worker and return its process ID once it has its own session and the supervisor as parent; 0 if that fails."""
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
    answer = os.read(reading, 8) if between > 0 else b""
    os.close(reading)
    if between > 0:
        os.waitpid(between, 0)
    return int.from_bytes(answer, "little") if len(answer) == 8 else 0


def _become(mark: bytes, fds: list[int], parents: tuple[int, int], arguments: int | None) -> NoReturn:
    """Turn this process into a worker: set up its descriptors and arguments, close those of the parent, and run."""
    try:
        stdin, output, journal, wakeup = fds
        between, parent = parents
        while os.getppid() == between:  # the intermediate process ends at once
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
    """Return the address of an argument of this process in the memory that /proc/PID/cmdline shows, None if it is not found."""
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
    """Overwrite the placeholder with the worker's arguments: its name, its parent, and the mark by which copies are recognised."""
    import ctypes

    if arguments is not None:
        own = b"\0".join((_NAME, str(parent).encode(), mark)).ljust(PLACE, b"\0")
        ctypes.memmove(arguments, own, PLACE)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
