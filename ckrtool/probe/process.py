"""One worker process, from start to end: fed, listened to, never waited for longer than its deadline, and gone afterwards."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import select
import signal
import subprocess
import sys
import time

from ckrtool.probe import journal
from ckrtool.probe.capture import Capture
from ckrtool.probe.leftovers import MARK, name_end, survivors_of
from ckrtool.probe.results import WorkerResult

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ckrtool.probe.blanking import Blanker
    from ckrtool.probe.protocol import Message, Plan

_START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from ckrtool.probe.worker import main; main(sys.argv[1:])"
_OWN_TIME = 60.0  # seconds for what is no call: starting, reading the plan, comparing
_POLITE = 0.3  # seconds between SIGTERM and SIGKILL
_GONE = 5.0  # seconds after SIGKILL; only a process stuck in the kernel needs longer
_LOOK_AGAIN = 0.02  # seconds between looks at the journal where the bell is gone
_SLICE = 1.0  # seconds after which deadlines are looked at, whatever happens


def _root() -> str:
    """Return what the worker needs on its path: the folder (or ZIP file) that holds the package."""
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120


def _pidfd(pid: int) -> int | None:
    try:
        return os.pidfd_open(pid)
    except (AttributeError, OSError):
        return None


class Worker:
    """A running worker.

    `hear` is called with each message. `deadline` (monotonic seconds, None: none) is the whole run's. `blanker` knows the
    run's PIN, also where this worker is not given it.
    """

    def __init__(
        self,
        plan: Plan,
        pin: bytes | None,
        env: Mapping[str, str],
        hear: Callable[[Message], None],
        deadline: float | None,
        blanker: Blanker,
    ) -> None:
        self._blanker = blanker
        self._hear = hear
        self._deadline = deadline
        self._mark = secrets.token_hex(8)
        self._open: Message | None = None
        self._entered = [""]  # functions by the number of their call; 0 is before the first
        self._children: list[str] = []
        self._until = time.monotonic() + _OWN_TIME
        self._pin_open = False
        self._doubt = False
        self._pin_calls: set[int] = set()
        self._done = False
        self._broken = False
        self._bell_gone = False
        journal_fd = journal.create()
        bell, bell_end = os.pipe()
        output, output_end = os.pipe()
        self._bell = bell
        try:
            self._reader = journal.Reader(journal_fd)
            self._capture = Capture(output, blanker, self._mark)
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-I",
                    "-S",
                    "-c",
                    _START,
                    _root(),
                    str(journal_fd),
                    str(bell_end),
                    str(os.getpid()),
                    self._mark,
                ],
                stdin=subprocess.PIPE,
                stdout=output_end,
                stderr=output_end,
                pass_fds=(journal_fd, bell_end),
                start_new_session=True,
                env={**env, MARK: self._mark},
                bufsize=0,
            )
        except BaseException:
            os.close(bell)
            os.close(output)
            raise
        finally:
            for fd in (journal_fd, bell_end, output_end):
                os.close(fd)
        os.set_blocking(bell, False)
        raw = json.dumps(plan).encode("ascii")
        secret = pin or b""
        self._input = len(raw).to_bytes(8, "big") + raw + len(secret).to_bytes(8, "big") + secret
        self._pidfd = _pidfd(self._process.pid)
        self.hung: str | None = None  # "timeout" or "max-time" where it was ended by us

    @property
    def open_call(self) -> Message | None:
        """The `enter` message of the call under way, None between calls."""
        return self._open

    # --- listening -------------------------------------------------------------------------------------------------

    def run(self) -> WorkerResult:
        """Listen until the process has ended, or end it at its deadline; return how it ended."""
        try:
            self._listen()
        finally:
            ended = self._finish()
        return ended

    def _listen(self) -> None:
        poller = select.poll()
        assert self._process.stdin
        stdin = self._process.stdin.fileno()
        os.set_blocking(stdin, False)
        poller.register(stdin, select.POLLOUT)
        for fd in (self._bell, self._capture.descriptor, self._pidfd):
            if fd is not None:
                poller.register(fd, select.POLLIN)
        while True:
            events = dict(poller.poll(max(0, 1000 * self._patience())))
            if stdin in events and not self._feed():
                poller.unregister(stdin)
            if self._bell in events and not self._ring():
                poller.unregister(self._bell)
                self._bell_gone = True
            was_open = self._capture.open
            self._take()
            if was_open and not self._capture.open:
                poller.unregister(self._capture.descriptor)
            if self._ended(events):
                return
            if self._late():
                return

    def _patience(self) -> float:
        now = time.monotonic()
        limit = min(self._until, self._deadline if self._deadline is not None else self._until) - now
        slice_ = _LOOK_AGAIN if self._bell_gone or self._pidfd is None else _SLICE
        return max(0.0, min(limit, slice_))

    def _feed(self) -> bool:
        """Write what the worker has not read yet of its plan and PIN; False when that is over."""
        stdin = self._process.stdin
        assert stdin
        try:
            written = os.write(stdin.fileno(), self._input)
            self._input = self._input[written:]
        except BlockingIOError:
            return True
        except OSError:
            self._input = b""
        if self._input:
            return True
        stdin.close()
        return False

    def _ring(self) -> bool:
        """Read the bell; False where every end of it is closed."""
        try:
            return bool(os.read(self._bell, 65536))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def _take(self) -> None:
        """Take messages and output; output read while a call that carries the PIN may have been under way is noted as doubtful."""
        self._listen_to_journal()
        if not self._capture.open:
            return
        clean = not self._pin_open
        before = self._capture.begin()
        everything = self._capture.read()
        self._listen_to_journal()
        if self._doubt:
            self._capture.doubt_since(before)
            if clean and not self._pin_open and everything:
                self._doubt = False

    def _listen_to_journal(self) -> None:
        for message in self._reader.messages():
            word = message["m"]
            if word == "enter":
                self._open = message
                self._entered.append(str(message.get("f")))
                self._until = time.monotonic() + (message.get("t") or _OWN_TIME)
                if message.get("pin"):
                    self._pin_open = self._doubt = True
                    self._pin_calls.add(len(self._entered) - 1)
            elif word in ("leave", "child"):
                self._open = None
                self._pin_open = False
                if message.get("child"):
                    self._children.append(str(message.get("f")))
                self._until = time.monotonic() + _OWN_TIME
            elif word == "done":
                self._done = True
            elif word == "broken":
                self._broken = True
            self._hear(message)

    def _ended(self, events: dict[int, int]) -> bool:
        if self._pidfd is not None:
            return self._pidfd in events
        return os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def _late(self) -> bool:
        now = time.monotonic()
        if self._deadline is not None and now >= self._deadline:
            self.hung = "max-time"
        elif now >= self._until:
            self.hung = "timeout"
        return self.hung is not None

    def _printed(self) -> dict[str, int]:
        """Return the bytes printed by function."""
        out: dict[str, int] = {}
        for number, count in sorted(self._capture.by_call.items()):
            name = self._entered[number] if number < len(self._entered) else ""
            out[name] = out.get(name, 0) + count
        return out

    # --- ending ----------------------------------------------------------------------------------------------------

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, number)

    def _wait(self, seconds: float) -> bool:
        """Wait for the end of the process without reaping it, going on to read what it prints (it may be stuck in a full pipe)."""
        until = time.monotonic() + seconds
        while True:
            found = os.waitid(os.P_PID, self._process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if found is not None:
                return True
            if time.monotonic() >= until:
                return False
            if self._capture.open:
                self._take()
            time.sleep(0.01)

    def _finish(self) -> WorkerResult:
        """End what is left of the worker's group, reap it, and say how it ended."""
        if not self._wait(0):
            self._signal(signal.SIGTERM)
            if not self._wait(_POLITE):
                self._signal(signal.SIGKILL)
                self._wait(_GONE)
        self._take()
        self._take()
        self._signal(signal.SIGKILL)  # the leader, not yet reaped, keeps the group's number ours
        survivors = [
            (pid, self._blanker.text(name)) for pid, name in survivors_of(self._mark, self._process.pid)
        ]
        status = self._process.poll()
        if self._process.stdin:
            self._process.stdin.close()
        text, dropped = self._capture.finish(self._pin_calls)
        result = WorkerResult(
            ended="hung",
            signal=None,
            exit_code=None,
            noise=text,
            noise_bytes=self._capture.total,
            noise_dropped=dropped,
            noise_calls=self._printed(),
            survivors=survivors,
            process_calls=self._children,
        )
        if self._broken:
            result.ended = "broken"
        elif self._done and not self.hung:
            result.ended = "done"
        elif not self.hung:
            name_end(result, status)
        self._reader.close()
        self._capture.close()
        os.close(self._bell)
        if self._pidfd is not None:
            os.close(self._pidfd)
        return result
