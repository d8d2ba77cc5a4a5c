"""The supervisor's end of the fork server (worker/forkserver.py), which is started once and then forks one worker per request."""

from __future__ import annotations

import _socket
import contextlib
import os
import subprocess
import sys

import ckrtool
from ckrtool.probe.waiting import ended_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

_START = (
    "import gc, sys; gc.disable(); sys.path.insert(0, sys.argv[1]); from ckrtool.probe.worker import forkserver; gc.enable(); "
    "forkserver.main(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])"
)
_PLACEHOLDER = "no-worker-yet".ljust(64, "-")  # overwritten with the arguments of each worker
_START_TIMEOUT = 20.0  # seconds in which a worker must have started; the first one waits for the imports


def root() -> str:
    """Return the folder (or ZIP file) that contains the package, which a worker needs in sys.path."""
    return os.path.dirname(os.path.dirname(os.path.abspath(ckrtool.__file__)))  # noqa: PTH100, PTH120


class ForkServer:
    """A process that has imported the worker's code and forks workers, which become our children (we are the subreaper).

    If it cannot be started or does not answer, `fork` returns None, and each worker is started as a new interpreter.
    """

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = dict(env)
        self._process: subprocess.Popen[bytes] | None = None
        self._control: _socket.socket | None = None

    def __enter__(self) -> Self:
        """Start the process and return at once, while it does its imports."""
        if not sys.platform.startswith("linux"):
            return self
        import fcntl

        ours, end = _socket.socketpair(_socket.AF_UNIX, _socket.SOCK_SEQPACKET)
        # If a standard descriptor is closed in this process, the socket gets its number, which the new process uses for something else.
        theirs = fcntl.fcntl(end.fileno(), fcntl.F_DUPFD_CLOEXEC, 3)
        end.close()
        try:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-I",
                    "-S",
                    "-c",
                    _START,
                    root(),
                    str(theirs),
                    str(os.getpid()),
                    _PLACEHOLDER,
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs,),
                start_new_session=True,
                env=self._env,
            )
            ours.settimeout(_START_TIMEOUT)
            self._control = ours
        except OSError:
            ours.close()
        finally:
            os.close(theirs)
        return self

    def __exit__(self, *_: object) -> None:
        self._give_up()

    def _give_up(self) -> None:
        """Kill the process; it has not loaded a module, so it needs no time to end."""
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def fork(self, mark: str, fds: list[int]) -> int | None:
        """Start a worker with these descriptors (standard input, output, journal, wake-up pipe); return its process ID.

        Return None if that failed.
        """
        if self._control is None:
            return None
        passed = b"".join(fd.to_bytes(4, sys.byteorder) for fd in fds)
        pid = 0
        with contextlib.suppress(OSError):
            self._control.sendmsg([mark.encode("ascii")], [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, passed)])
            pid = int.from_bytes(self._control.recv(8), "little")
        if not pid or not _is_ours(pid):
            self._give_up()
            return None
        return pid


def _is_ours(pid: int) -> bool:
    """Return whether a process is our child, since only a child can be waited for."""
    try:
        ended_child(pid)
    except ChildProcessError:
        return False
    return True
