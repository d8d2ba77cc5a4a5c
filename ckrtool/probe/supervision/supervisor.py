"""Runs a plan in worker processes and always comes back with a whole result, whatever the module does."""

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
    """Open /dev/null where we were started with a standard descriptor closed.

    Else the journal or a pipe would get its number, and the worker's own stdin or stdout would overwrite it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number, which is this one


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
    """Run every sequence of the plan and say what happened.

    A sequence has a worker process of its own; those that log in or use the PIN share one. Per-call limits are
    the plan's (`timeout`, `slow_timeout`, a step's `timeout`); `max_time` seconds is for the whole run. After a
    fatal outcome in loading, C_Initialize or C_Finalize the rest is skipped unless `keep_going`; after three lost
    workers the run ends.

    `env` is the workers' environment (default: ours); leave out the variable that holds a PIN. `server`, if it was started before
    (with that environment), forks them.
    `on_event(sequence name, message)` sees each message as it arrives. `on_sequence` sees each
    finished sequence and may set variables for, or skip, those to come (not those already sent to a shared worker).

    `examine(run)` sees the whole run before the PIN is blanked in it: in hex the digits of a short one stand by chance too.

    After a signal that `interruption` heard, the call under way is given up and the rest is skipped.

    `ask` is called once, before the first sequence that needs the PIN, and returns the PIN, or the reason to skip all of them.

    `meanwhile` does something of our own at each step, a few milliseconds at most: one is taken whenever a worker gives nothing to do.

    Never raises for anything a module does. KeyboardInterrupt, and what the hooks raise, passes through when the worker, its
    group and its copies are gone.
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
    """The state of one run: what is still to be done, and what has been lost."""

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
        """Run group by group; every sequence of the plan has a result in the end."""
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
        """Return the sequences by worker: each its own, those that log in or use the PIN together."""
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
        """Return the sequences that are to be run; the others get their result here."""
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
        """Take the PIN, or the reason why nothing that needs it is run; asked once, as late as possible."""
        ask, self._ask = self._ask, None
        if ask is None:
            return
        self._pin, reason = ask()
        self._pin_ended = self._pin_ended or reason
        self._redactor = Redactor(self._pin)
        if self._pin is not None:
            hardening.protect(None)

    def _run_worker(self, group: list[int]) -> list[int]:
        """Run sequences in one worker; return those that it did not come to."""
        sequences = [self._sequence(index) for index in group]
        secret = self._pin if any(uses_pin(one) or logs_in(one) for one in sequences) else None
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
        if collector.login_open or collector.login_rv != 0:
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
