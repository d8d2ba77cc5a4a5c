"""Starts a worker, by the fork server or as a new interpreter, with a journal, a wake-up pipe and captured output."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from ckrtool.probe import journal
from ckrtool.probe.supervision.capture import Capture
from ckrtool.probe.supervision.forkserver import root
from ckrtool.probe.waiting import ended_child

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ckrtool.probe.pin.redaction import Redactor
    from ckrtool.probe.protocol import Plan
    from ckrtool.probe.supervision.forkserver import ForkServer

_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from ckrtool.probe.worker.main import main; main(sys.argv[1:])"


def _pidfd(pid: int) -> int | None:
    try:
        return os.pidfd_open(pid)
    except (AttributeError, OSError):
        return None


class Forked:
    """A worker forked by the fork server: a child of this process without a Popen object."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self._status: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, or the negative number of the signal that ended the process; None while it runs."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._status = os.waitstatus_to_exitcode(status) if pid else None
        return self._status


class Spawned:
    """A started worker process, with the supervisor's ends of its pipes and its journal.

    `mark` is contained in its arguments, its output and the name of its journal. `input` is the rest of its standard input.
    """

    def __init__(
        self,
        plan: Plan,
        pin: bytes | None,
        env: Mapping[str, str],
        redactor: Redactor,
        server: ForkServer | None = None,
    ) -> None:
        self.mark = os.urandom(8).hex()
        journal_fd = journal.create(self.mark)
        self.wakeup, wakeup_end = os.pipe()
        output, output_end = os.pipe()
        stdin_end, self.stdin = os.pipe()
        self._stdin_open = True
        ends = [stdin_end, output_end, journal_fd, wakeup_end]
        try:
            self.reader = journal.Reader(journal_fd)
            self.capture = Capture(output, redactor, self.mark)
            pid = server.fork(self.mark, ends) if server else None
            self.process: Forked | subprocess.Popen[bytes] = Forked(pid) if pid else self._spawn(ends, env)
        except BaseException:
            for fd in (self.wakeup, output, self.stdin):
                os.close(fd)
            raise
        finally:
            for fd in ends:
                os.close(fd)
        for fd in (self.wakeup, self.stdin):
            os.set_blocking(fd, False)
        raw = json.dumps(plan).encode("ascii")
        secret = pin or b""
        self.input = len(raw).to_bytes(8, "big") + raw + len(secret).to_bytes(8, "big") + secret
        self.pidfd = _pidfd(self.process.pid)

    def _spawn(self, ends: list[int], env: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the worker as a new interpreter."""
        stdin_end, output_end, journal_fd, wakeup_end = ends
        arguments = [str(journal_fd), str(wakeup_end), str(os.getpid()), self.mark]
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _START, root(), *arguments],
            stdin=stdin_end,
            stdout=output_end,
            stderr=output_end,
            pass_fds=(journal_fd, wakeup_end),
            start_new_session=True,
            env=dict(env),
        )

    def _close_stdin(self) -> None:
        if self._stdin_open:
            self._stdin_open = False
            os.close(self.stdin)

    def feed(self) -> bool:
        """Write more of the plan and the PIN to the worker; return False when all is written."""
        try:
            written = os.write(self.stdin, self.input)
            self.input = self.input[written:]
        except BlockingIOError:
            return True
        except OSError:
            self.input = b""
        if self.input:
            return True
        self._close_stdin()
        return False

    def drain_wakeup(self) -> bool:
        """Empty the wake-up pipe; return False if every write end of it is closed."""
        try:
            return bool(os.read(self.wakeup, 65536))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def has_ended(self) -> bool:
        """Return whether the process has ended, without reaping it."""
        return ended_child(self.process.pid) is not None

    def close(self) -> None:
        """Close the supervisor's ends."""
        self._close_stdin()
        self.reader.close()
        self.capture.close()
        os.close(self.wakeup)
        if self.pidfd is not None:
            os.close(self.pidfd)
