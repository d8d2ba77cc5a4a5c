"""One worker process from start to end: receives its input, sends messages, and is killed at its deadline at the latest."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import time

from ckrtool._records import record
from ckrtool.probe.protocol import SLOW_CALLS
from ckrtool.probe.results import WorkerResult
from ckrtool.probe.supervision.reaper import ProcessTree, end_of
from ckrtool.probe.supervision.spawn import Spawned

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ckrtool.probe.pin.redaction import Redactor
    from ckrtool.probe.protocol import Message, Plan
    from ckrtool.probe.results import Ended
    from ckrtool.probe.supervision.forkserver import ForkServer
    from ckrtool.probe.supervision.interruption import Interruption

_IDLE_TIMEOUT = 60.0  # seconds between calls: starting, reading the plan, comparing results
_RETURN_TIMEOUT = 2.0  # seconds for a call to return after the run was interrupted or --max-time was reached
_TERM_TIMEOUT = 0.3  # seconds between SIGTERM and SIGKILL
_KILL_TIMEOUT = 5.0  # seconds after SIGKILL; only a process stuck in the kernel needs longer
_POLL_INTERVAL = 0.02  # seconds between reads of the journal if the wake-up pipe is lost, and between checks for orphans if there are any
_WITHOUT_STATUS = ("done", "hung", "stopped")
_MAX_WAIT = 1.0  # seconds after which deadlines are checked at the latest


@record
class Limits:
    """Limits of a worker besides the deadlines of its calls: the deadline of the run (monotonic seconds), and a signal to this process."""

    deadline: float | None = None
    interruption: Interruption | None = None


class Worker:
    """A running worker.

    `on_message` is called with each message. `process_tree` knows which processes the module started. `redactor` knows the PIN of
    the run, even if this worker does not receive it. `server`, if given, forks the worker.
    """

    def __init__(
        self,
        plan: Plan,
        pin: bytes | None,
        env: Mapping[str, str],
        on_message: Callable[[Message], None],
        process_tree: ProcessTree,
        limits: Limits,
        redactor: Redactor,
        server: ForkServer | None = None,
    ) -> None:
        self._on_message = on_message
        self._process_tree = process_tree
        self._limits = limits
        self._open: Message | None = None
        self._entered = [""]  # functions by call number; 0 is before the first call
        self._children: list[str] = []
        self._until = time.monotonic() + _IDLE_TIMEOUT
        self._poller = select.poll()
        # Set when the worker was asked to end after the call in progress.
        self._return_by: float | None = None
        self._pin_open = False
        self._output_may_hold_pin = False
        self._pin_calls: set[int] = set()
        self._done = False
        self._broken = False
        self._wakeup_lost = False
        self._orphans = False
        self.hung: str | None = (
            None  # "timeout", "max-time" or "interrupted" if it was ended by the supervisor
        )
        self._spawned = Spawned(plan, pin, env, redactor, server)
        self._capture = self._spawned.capture

    # --- reading -------------------------------------------------------------------------------------------------

    def run(self, meanwhile: Iterator[object]) -> WorkerResult:
        """Read messages and output until the process has ended, or end it at its deadline; return how it ended.

        While there is nothing to read, steps of `meanwhile` are taken before waiting.
        Exceptions of `on_message` are raised after the process is gone.
        """
        try:
            self._listen(meanwhile)
        except BaseException:
            self._on_message = lambda _message: None
            raise
        finally:
            ended = self._finish()
        return ended

    def _listen(self, meanwhile: Iterator[object]) -> None:
        """Feed the plan and read output and wake-ups until the worker ends or a limit is exceeded.

        While no event is pending, `meanwhile` is advanced by one step at a time.
        """
        spawned = self._spawned
        poller = self._poller
        stdin, stop = spawned.stdin, self._limits.interruption
        poller.register(stdin, select.POLLOUT)
        for fd in (
            spawned.wakeup,
            self._capture.descriptor,
            spawned.pidfd,
            stop.descriptor if stop else None,
        ):
            if fd is not None:
                poller.register(fd, select.POLLIN)
        while True:
            events = dict(poller.poll(0))
            if not events:
                busy = next(meanwhile, self) is not self
                events = dict(poller.poll(0 if busy else max(0, 1000 * self._wait_time())))
            if stdin in events and not spawned.feed():
                poller.unregister(stdin)
            if spawned.wakeup in events and not spawned.drain_wakeup():
                poller.unregister(spawned.wakeup)
                self._wakeup_lost = True
            was_open = self._capture.open
            self._take()
            self._orphans = self._process_tree.reap_orphans(spawned.process.pid)
            if was_open and not self._capture.open:
                poller.unregister(self._capture.descriptor)
            if spawned.pidfd in events if spawned.pidfd is not None else spawned.has_ended():
                return
            if self._late():
                return

    def _wait_time(self) -> float:
        now = time.monotonic()
        deadline = self._limits.deadline
        limit = min(self._until, deadline if deadline is not None else self._until) - now
        if self._return_by is not None:
            limit = self._return_by - now
        often = self._wakeup_lost or self._orphans or self._spawned.pidfd is None
        longest = _POLL_INTERVAL if often else _MAX_WAIT
        return max(0.0, min(limit, longest))

    def _take(self) -> None:
        """Read messages and output; mark output that was read while a call that carries the PIN may have been in progress."""
        self._read_journal()
        if not self._capture.open:
            return
        clean = not self._pin_open
        before = self._capture.begin()
        everything = self._capture.read()
        self._read_journal()
        if self._output_may_hold_pin:
            self._capture.mark_possible_pin(before)
            if clean and not self._pin_open and everything:
                self._output_may_hold_pin = False

    def _read_journal(self) -> None:
        for message in self._spawned.reader.messages():
            word = message["m"]
            if word == "enter":
                self._open = message
                self._entered.append(str(message.get("f")))
                self._until = time.monotonic() + (message.get("t") or _IDLE_TIMEOUT)
                if message.get("pin"):
                    self._pin_open = self._output_may_hold_pin = True
                    self._pin_calls.add(len(self._entered) - 1)
            elif word in ("leave", "child"):
                self._open = None
                self._pin_open = False
                if message.get("child"):
                    self._children.append(str(message.get("f")))
                self._until = time.monotonic() + _IDLE_TIMEOUT
            elif word == "done":
                self._done = True
            elif word == "broken":
                self._broken = True
            self._on_message(message)

    def _late(self) -> bool:
        """Return whether the worker must be killed now; a call in progress may return first if only the run is to end."""
        now = time.monotonic()
        limits = self._limits
        if self._return_by is not None:
            return now >= self._return_by
        if limits.interruption is not None and limits.interruption.number is not None:
            self._ask_to_end("interrupted", now)
        elif limits.deadline is not None and now >= limits.deadline:
            self._ask_to_end("max-time", now)
        elif now >= self._until:
            self.hung = "timeout"
            return True
        return False

    def _ask_to_end(self, reason: str, now: float) -> None:
        """Ask the worker, and no process that the module started, to end before its next call (worker/stopping.py)."""
        self.hung = reason
        slow = reason == "interrupted" or str((self._open or {}).get("f")) in SLOW_CALLS or self._pin_open
        self._return_by = now + (_RETURN_TIMEOUT if slow else _TERM_TIMEOUT)
        stop = self._limits.interruption
        if stop is not None and stop.descriptor is not None:
            self._poller.unregister(stop.descriptor)  # it stays readable
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self._spawned.process.pid, signal.SIGTERM)

    def _printed(self) -> dict[str, int]:
        """Return the number of bytes printed per function."""
        out: dict[str, int] = {}
        for number, count in sorted(self._capture.by_call.items()):
            name = self._entered[number] if number < len(self._entered) else ""
            out[name] = out.get(name, 0) + count
        return out

    # --- ending ----------------------------------------------------------------------------------------------------

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._spawned.process.pid, number)

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self._spawned.process.pid, signal.SIGKILL)

    def _wait(self, seconds: float) -> bool:
        """Wait until the process has ended, without reaping it; keep reading its output, since it may block on a full pipe.

        Return False if it still runs after `seconds`.
        """
        until = time.monotonic() + seconds
        while not self._spawned.has_ended():
            if time.monotonic() >= until:
                return False
            if self._capture.open:
                self._take()
            self._process_tree.reap_orphans(self._spawned.process.pid)
            time.sleep(0.01)
        return True

    def _end(self) -> None:
        """End the process; its group is killed even if an exception, such as another Ctrl-C, interrupts this."""
        try:
            if not self._wait(0):
                self._signal(signal.SIGTERM)
                if self.hung is not None:  # the worker itself notes SIGTERM until the call returns
                    self._kill()
                if not self._wait(_TERM_TIMEOUT):
                    self._signal(signal.SIGKILL)
                    self._wait(_KILL_TIMEOUT)
            self._take()
            self._take()
        finally:
            self._signal(signal.SIGKILL)  # the leader is not reaped yet, so the group number cannot be reused

    def _finish(self) -> WorkerResult:
        """End the worker and its copies, reap it, and return how it ended."""
        process = self._spawned.process
        try:
            try:
                self._end()
            finally:
                left = self._process_tree.end_copies(process.pid, self._spawned.mark)
            status = process.poll()
            text, dropped = self._capture.finish(self._pin_calls)
            lost = self._spawned.reader.lost or int(not self._spawned.reader.is_whole())
        finally:
            self._spawned.close()
        how, number, code = end_of(status)
        ended = self._how(status)
        return WorkerResult(
            ended=ended or how,
            signal=None if ended in _WITHOUT_STATUS else number,
            exit_code=None if ended in _WITHOUT_STATUS else code,
            noise=text,
            noise_bytes=self._capture.total,
            noise_dropped=dropped,
            survivors=left.survivors,
            copies=left.copies,
            unended=left.unended,
            noise_calls=self._printed(),
            process_calls=self._children,
            lost_messages=lost,
        )

    def _how(self, status: int | None) -> Ended | None:
        """Return how the worker ended, None if it ended by itself, so that its exit status tells a crash from an exit.

        A signal that both this process and the worker received (systemd sends it to all) is not a crash. A worker that ended before
        its first call had not loaded the module.
        """
        stop = self._limits.interruption
        if stop is not None and stop.number is not None and status == -stop.number:
            self.hung = "interrupted"
        if self._broken or (len(self._entered) == 1 and not self._done and self.hung in (None, "timeout")):
            return "broken"
        if self._done and self._return_by is not None:
            return "done"
        if self.hung:
            return "hung" if self._open or self.hung == "timeout" else "stopped"
        return "done" if self._done else None
