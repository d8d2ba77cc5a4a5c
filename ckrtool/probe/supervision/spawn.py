"""Starts a worker: a fresh interpreter in a session of its own, with the journal, the bell and a captured output."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys

import ckrtool
from ckrtool.probe import journal
from ckrtool.probe.supervision.capture import Capture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ckrtool.probe.pin.redaction import Blanker
    from ckrtool.probe.protocol import Plan

_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from ckrtool.probe.worker.main import main; main(sys.argv[1:])"


def _root() -> str:
    """Return what the worker needs on its path: the folder (or ZIP file) that holds the package."""
    return os.path.dirname(os.path.dirname(os.path.abspath(ckrtool.__file__)))  # noqa: PTH100, PTH120


def _pidfd(pid: int) -> int | None:
    try:
        return os.pidfd_open(pid)
    except (AttributeError, OSError):
        return None


class Spawned:
    """A process that was started, and our ends of everything between it and us.

    `mark` stands in its arguments, its output and its journal's name; `input` is what it reads on standard input.
    """

    def __init__(self, plan: Plan, pin: bytes | None, env: Mapping[str, str], blanker: Blanker) -> None:
        self.mark = secrets.token_hex(8)
        journal_fd = journal.create(self.mark)
        self.bell, bell_end = os.pipe()
        output, output_end = os.pipe()
        try:
            self.reader = journal.Reader(journal_fd)
            self.capture = Capture(output, blanker, self.mark)
            ends = [str(journal_fd), str(bell_end), str(os.getpid()), self.mark]
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _START, _root(), *ends],
                stdin=subprocess.PIPE,
                stdout=output_end,
                stderr=output_end,
                pass_fds=(journal_fd, bell_end),
                start_new_session=True,
                env=dict(env),
                bufsize=0,
            )
        except BaseException:
            os.close(self.bell)
            os.close(output)
            raise
        finally:
            for fd in (journal_fd, bell_end, output_end):
                os.close(fd)
        assert self.process.stdin
        self.stdin = self.process.stdin
        for fd in (self.bell, self.stdin.fileno()):
            os.set_blocking(fd, False)
        raw = json.dumps(plan).encode("ascii")
        secret = pin or b""
        self.input = len(raw).to_bytes(8, "big") + raw + len(secret).to_bytes(8, "big") + secret
        self.pidfd = _pidfd(self.process.pid)

    def feed(self) -> bool:
        """Write what the worker has not read yet of its plan and PIN; False when that is over."""
        try:
            written = os.write(self.stdin.fileno(), self.input)
            self.input = self.input[written:]
        except BlockingIOError:
            return True
        except OSError:
            self.input = b""
        if self.input:
            return True
        self.stdin.close()
        return False

    def ring(self) -> bool:
        """Read the bell; False where every end of it is closed."""
        try:
            return bool(os.read(self.bell, 65536))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def has_ended(self) -> bool:
        """Return whether the process has ended, without reaping it."""
        return os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def close(self) -> None:
        """Close our ends."""
        self.stdin.close()
        self.reader.close()
        self.capture.close()
        os.close(self.bell)
        if self.pidfd is not None:
            os.close(self.pidfd)
