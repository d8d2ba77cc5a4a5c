"""Runs a plan in worker processes and always returns a complete result, even if the module crashes, hangs or ends them."""

from __future__ import annotations

import contextlib
import os
import time

from ckrtool.probe import hardening
from ckrtool.probe.pin.redact_result import clean
from ckrtool.probe.pin.redaction import Redactor
from ckrtool.probe.results import LoadResult, RunResult
from ckrtool.probe.supervision.collect import Collector, logs_in, skipped, uses_pin
from ckrtool.probe.supervision.forkserver import ForkServer
from ckrtool.probe.supervision.reaper import ProcessTree
from ckrtool.probe.supervision.worker_process import Limits, Worker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ckrtool.probe.protocol import Message, Plan, Sequence
    from ckrtool.probe.results import Directive, SequenceResult, WorkerResult
    from ckrtool.probe.supervision.interruption import Interruption

_MAX_LOST_WORKERS = 3
_MAX_REPEATED_LOGINS = 2


def _open_standard_descriptors() -> None:
    """Open /dev/null in place of each standard descriptor that is closed.

    Otherwise the journal or a pipe would get its number, and the worker's stdin or stdout would replace it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one


def run(
    plan: Plan,
    *,
    pin: bytes | None = None,
    max_time: float | None = None,
    keep_going: bool = False,
    env: Mapping[str, str] | None = None,
    on_event: Callable[[str, Message], None] | None = None,
    on_sequence: Callable[[SequenceResult], Directive | None] | None = None,
    interruption: Interruption | None = None,
    examine: Callable[[RunResult], None] | None = None,
    server: ForkServer | None = None,
    ask: Callable[[], tuple[bytes | None, str | None]] | None = None,
    meanwhile: Iterator[object] | None = None,
) -> RunResult:
    """Run every sequence of the plan and return the results.

    Each sequence has its own worker process, but sequences that log in or use the PIN share one. The plan sets the limits per call
    (`timeout`, `slow_timeout`, a step's `timeout`); `max_time` is the limit in seconds for the whole run. After a
    fatal outcome in loading, C_Initialize or C_Finalize the rest is skipped unless `keep_going`; after three lost
    workers the run ends.

    `env` is the environment of the workers (default: that of this process) and must not contain a variable with the PIN. `server`, if
    already started with that environment, forks the workers.
    `on_event(sequence name, message)` is called with each message as it arrives. `on_sequence` is called with each finished sequence
    and may set variables for later sequences, or skip them (not those already sent to a shared worker).

    `examine(run)` is called with the whole run before the PIN is redacted, because the digits of a short PIN occur in hex by chance.

    After a signal received by `interruption`, the call in progress is given up and the rest is skipped.

    `ask` is called once, before the first sequence that needs the PIN, and returns the PIN, or the reason to skip all of them.

    `meanwhile` does other work, a few milliseconds per step: one step is taken whenever there is nothing to read from a worker.

    Nothing that a module does raises an exception here. KeyboardInterrupt, and exceptions of the hooks, are raised after the worker,
    its group and its copies have been killed.
    """
    _open_standard_descriptors()
    if pin is not None:
        hardening.protect(None)
    deadline = None if max_time is None else time.monotonic() + max_time
    env = dict(os.environ if env is None else env)
    started = contextlib.nullcontext(server) if server else ForkServer(env)
    with started as forking, ProcessTree() as process_tree:
        return _Run(
            plan,
            pin,
            Limits(deadline, interruption),
            keep_going,
            env,
            on_event,
            on_sequence,
            process_tree,
            forking,
            ask,
            examine,
            meanwhile,
        ).run()


class _Run:
    """The state of one run: what remains to be done, and how many workers were lost."""

    def __init__(
        self,
        plan: Plan,
        pin: bytes | None,
        limits: Limits,
        keep_going: bool,
        env: Mapping[str, str],
        on_event: Callable[[str, Message], None] | None,
        on_sequence: Callable[[SequenceResult], Directive | None] | None,
        process_tree: ProcessTree,
        server: ForkServer,
        ask: Callable[[], tuple[bytes | None, str | None]] | None,
        examine: Callable[[RunResult], None] | None = None,
        meanwhile: Iterator[object] | None = None,
    ) -> None:
        self._plan = plan
        self._pin = pin
        self._redactor = Redactor(pin)
        self._started = time.monotonic_ns()
        self._limits = limits
        self._process_tree = process_tree
        self._keep_going = keep_going
        self._env = env
        self._server = server
        self._ask = ask
        self._examine = examine
        self._meanwhile = meanwhile or iter(())
        self._on_event = on_event
        self._on_sequence = on_sequence
        self._vars = dict(plan["vars"])
        self._skip: dict[str, str] = {}
        self._stop: str | None = None
        self._done: dict[int, SequenceResult] = {}
        self._workers: list[WorkerResult] = []
        self._load: LoadResult | None = None
        self._lost = 0
        self._login_calls = 0
        self._login_rv: int | None = None
        self._pin_ended: str | None = None
        self._logins_again = 0

    def run(self) -> RunResult:
        """Run all groups; return a result for every sequence of the plan."""
        for group in self._groups():
            left = self._unless_skipped(group)
            while left:
                left = self._unless_skipped(self._run_worker(left))
        if self._load is None:
            self._load = LoadResult("not-tried", "the module was not loaded", None)
        run = RunResult(
            load=self._load,
            sequences=[self._done[index] for index in range(len(self._plan["sequences"]))],
            workers=self._workers,
            login_calls=self._login_calls,
            login_rv=self._login_rv,
            duration_ns=time.monotonic_ns() - self._started,
        )
        if self._examine is not None:
            self._examine(run)
        return clean(run, self._redactor)

    def _sequence(self, index: int) -> Sequence:
        return self._plan["sequences"][index]

    def _groups(self) -> list[list[int]]:
        """Return the indices of the sequences per worker: one each, except that those that log in or use the PIN are together."""
        out: list[list[int]] = []
        shared: list[int] = []
        for index, sequence in enumerate(self._plan["sequences"]):
            if "program" in sequence or not (logs_in(sequence) or uses_pin(sequence)):
                out.append([index])
                continue
            if not shared:
                out.append(shared)
            shared.append(index)
        return out

    def _finish(self, index: int, result: SequenceResult) -> None:
        self._done[index] = result
        directive = self._on_sequence(result) if self._on_sequence else None
        if directive:
            self._vars.update(directive.vars)
            self._skip.update(directive.skip)
            self._stop = self._stop or directive.stop
            if directive.serial is not None and self._plan["pin"]:
                self._plan = {**self._plan, "pin": {**self._plan["pin"], "serial": directive.serial}}

    def _unless_skipped(self, group: list[int]) -> list[int]:
        """Return the sequences to run; record the others as skipped."""
        left = []
        for index in group:
            reason = self._reason_to_skip(self._sequence(index))
            if reason is None:
                left.append(index)
            else:
                self._finish(index, skipped(self._sequence(index), reason))
        return left

    def _reason_to_skip(self, sequence: Sequence) -> str | None:
        if self._stop:
            return self._stop
        if sequence["name"] in self._skip:
            return self._skip[sequence["name"]]
        if self._limits.interruption is not None and self._limits.interruption.number is not None:
            return "interrupted"
        if self._limits.deadline is not None and time.monotonic() >= self._limits.deadline:
            return "max-time"
        if uses_pin(sequence) or logs_in(sequence):
            self._ask_for_pin()
        use = self._plan["pin"]
        if uses_pin(sequence) and not (use and (use["given"] or use["protected_path"])):
            return "no-pin"
        if self._pin_ended and (logs_in(sequence) or uses_pin(sequence)):
            return self._pin_ended
        return None

    def _ask_for_pin(self) -> None:
        """Ask for the PIN, once and as late as possible, or for the reason to skip all sequences that need it."""
        ask, self._ask = self._ask, None
        if ask is None:
            return
        self._pin, reason = ask()
        self._pin_ended = self._pin_ended or reason
        self._redactor = Redactor(self._pin)
        if self._pin is not None:
            hardening.protect(None)

    def _run_worker(self, group: list[int]) -> list[int]:
        """Run sequences in one worker; return those that it did not reach."""
        sequences = [self._sequence(index) for index in group]
        secret = self._pin if any(uses_pin(sequence) or logs_in(sequence) for sequence in sequences) else None
        collector = Collector(sequences, len(self._workers))

        def on_message(message: Message) -> None:
            collector.take(message)
            if self._on_event:
                self._on_event(collector.name_of(message), message)

        plan: Plan = {**self._plan, "vars": self._vars, "sequences": sequences}
        worker = Worker(
            plan,
            secret,
            self._env,
            on_message,
            self._process_tree,
            self._limits,
            self._redactor,
            self._server,
        )
        ended = worker.run(self._meanwhile)
        self._workers.append(ended)
        fatal = collector.finish(ended, worker.hung)
        if ended.lost_messages:
            collector.fail_passed()
        self._note_load(collector)
        self._note_login(collector, ended)
        for index, result in zip(group, collector.results, strict=False):
            self._finish(index, result)
        self._note_loss(ended, fatal, worker.hung)
        return group[len(collector.results) :]

    def _note_load(self, collector: Collector) -> None:
        if collector.load is None:
            return
        if self._load is None or (self._load.kind == "ok" and collector.load.kind != "ok"):
            self._load = collector.load
        if collector.load.kind == "broken-start":
            self._stop = self._stop or "broken-start"
        elif collector.load.kind != "ok" and not collector.load.kind.startswith("constructor-"):
            self._stop = self._stop or "not-loaded"

    def _note_login(self, collector: Collector, ended: WorkerResult) -> None:
        self._login_calls += collector.login_calls
        if not collector.login_calls:
            return
        if self._login_rv is None:
            self._login_rv = collector.login_rv
        if collector.login_open or collector.login_rv != 0 or collector.login_refused:
            self._pin_ended = "pin-not-accepted"
        elif ended.ended != "done":
            self._logins_again += 1
            if self._logins_again > _MAX_REPEATED_LOGINS:
                self._pin_ended = "lost-workers"

    def _note_loss(self, ended: WorkerResult, fatal: str | None, hung: str | None) -> None:
        if ended.ended in ("done", "broken"):
            return
        self._lost += 1
        if hung in ("max-time", "interrupted"):
            self._stop = self._stop or hung
        elif fatal and not self._keep_going:
            self._stop = self._stop or f"after-fatal: {fatal}"
        elif self._lost >= _MAX_LOST_WORKERS:
            self._stop = self._stop or "lost-workers"
