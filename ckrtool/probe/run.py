"""Runs the probe once, from a request to the report and the exit status. The only part that uses both plan and judge."""

from __future__ import annotations

import os
import time
from importlib import import_module

from ckrtool._records import field, record
from ckrtool.knowledge import stacks
from ckrtool.printable import printable
from ckrtool.probe import protocol
from ckrtool.probe.pin import read
from ckrtool.probe.pin import sources as pins
from ckrtool.probe.pin.redaction import Redactor
from ckrtool.probe.results import Directive
from ckrtool.probe.sequences import application, builtin
from ckrtool.probe.supervision import supervisor
from ckrtool.probe.supervision.interruption import Interruption
from ckrtool.probe.target.choose import Chosen, choose, raise_limits, token_info

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.probe.conclude import Outcome
    from ckrtool.probe.facts.report_types import Members
    from ckrtool.probe.pin.failed_logins import LoginWatch
    from ckrtool.probe.pin.sources import Secret
    from ckrtool.probe.reporting.build_report import Meta
    from ckrtool.probe.request import Request, Selection
    from ckrtool.probe.results import RunResult, SequenceResult
    from ckrtool.probe.supervision.forkserver import ForkServer
    from ckrtool.probe.target import modules
    from ckrtool.probe.verify.doubts import Doubt


LATER = (
    "ckrtool.probe.verify.check",
    "ckrtool.probe.facts.slots",
    "ckrtool.probe.facts.certificates",
    "ckrtool.knowledge.legality",
    "ckrtool.probe.judge.environment",
    "ckrtool.probe.judge.judge",
    "ckrtool.probe.reporting.build_report",
    "ckrtool.probe.conclude",
)
"""Modules needed after the workers have ended; imported while they run."""


@record
class Watcher:
    """Watches a run: chooses the slot after `identity`, maintains the mark of the login, and reports progress."""

    request: Request
    selection: Selection
    watch: LoginWatch | None
    progress: Callable[[str, str | None], None]
    chosen: Chosen = field(default_factory=Chosen)
    blocked: str | None = None
    reserved: str | None = None
    redactor: Redactor = field(default_factory=lambda: Redactor(None))
    token: Members | None = None  # CK_TOKEN_INFO of the chosen token
    module: str = ""  # path of the module

    def hide(self, secret: Secret | None) -> None:
        """Redact this PIN in all data kept from now on."""
        self.redactor = Redactor(None if secret is None else secret.reveal())
        if self.watch is not None:
            self.watch.marks.redactor = self.redactor

    def event(self, sequence: str, message: protocol.Message) -> None:
        """Process one message of a worker."""
        if message.get("m") == "enter":
            self.progress(sequence, message.get("f"))
        if self.watch is not None:
            self.watch.observe(message)

    def settle(self) -> None:
        """Remove the reserved mark if no login was made. A successful login has removed it; an existing mark is another run's."""
        if self.watch is not None and self.reserved is not None and not self.watch.entered:
            self.watch.marks.remove(self.reserved)

    def finished(self, result: SequenceResult) -> Directive | None:
        """Process a finished sequence; after `identity` return the chosen slot and the sequences to skip."""
        self.progress(result.name, None)
        if result.name != "identity" or result.outcome == "skipped":
            return None
        self.chosen = choose(result, self.request)
        directive = Directive()
        if self.chosen.missing is not None:
            directive.stop = self.chosen.reason
        elif self.chosen.slot is None:
            directive.skip = dict.fromkeys(self.selection.needing_slot, self.chosen.reason or "no-token")
        else:
            directive.vars = {"slot": self.chosen.slot}
            directive.serial = self.chosen.serial
            self.token = token_info(result, self.chosen.slot)
        self._skip_after_failed_login(directive)
        if self.request.no_objects:
            directive.skip |= dict.fromkeys(self.selection.making_objects, "no-objects")
        elif self._generation_off(result):
            off = dict.fromkeys(self.selection.generating(self.request), "generation-off")
            directive.skip = {**off, **directive.skip}
        return directive

    def _generation_off(self, identity: SequenceResult) -> bool:
        """Return whether the profile of the module's stack forbids generating keys for a test."""
        from ckrtool.probe.facts import slots

        info = slots.library_info([identity]) or {}
        known = stacks.stack_for_module(self.module, str(info.get("manufacturerID") or ""))
        return known is not None and stacks.no_generation(known) is not None

    def _skip_after_failed_login(self, directive: Directive) -> None:
        """Skip the sequences that log in if an earlier login failed; else reserve the mark."""
        if (
            self.watch is None
            or self.request.risk_pin
            or (self.request.pin and self.request.pin.kind == "prompt")
        ):
            return
        names = self.selection.logging_in(with_pin=self.request.pin is not None)
        since = self.watch.marks.failed_at(self.chosen.serial)
        if since is None and names:
            serial = self.chosen.serial or ""
            if self.watch.marks.reserve(serial):
                self.reserved = self.watch.reserved = serial
            else:
                since = self.watch.marks.failed_at(self.chosen.serial) or "another run, now in progress"
        if since is not None:
            self.blocked = since
            directive.skip |= dict.fromkeys(names, "login-failed-before")


def run(
    request: Request,
    selection: Selection,
    choice: modules.Choice,
    progress: Callable[[str, str | None], None],
    server: ForkServer | None = None,
) -> Outcome:
    """Run the selected sequences on the chosen module; raise SurroundingsError and UsageError only before anything is loaded.

    `server`, if already started (with the environment of the workers), forks the workers.
    """
    started = time.monotonic()
    uses_pin = any(sequence.needs_pin for sequence in selection.sequences) or (
        selection.application and request.pin is not None
    )
    watch = _watch(request, choice) if uses_pin else None
    late = uses_pin and request.pin is not None and request.pin.kind == "prompt"
    secret = (
        read.read(request.pin, request.max_time, empty=request.risk_pin)
        if uses_pin and request.pin and not late
        else None
    )
    watcher = Watcher(request, selection, watch, progress, module=choice.path)
    watcher.hide(secret)
    begun = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    later = map(import_module, LATER)
    # No `finally`: after Ctrl-C it is not certain whether C_Login was reached, so the mark stays.
    doubts: list[Doubt] = []
    with Interruption() as interruption:

        def examine(whole_run: RunResult) -> None:
            """Run the independent checks before the PIN is redacted, which could damage a signature that contains its digits by chance."""
            from ckrtool.probe.verify import check

            redactor = Redactor(None if secret is None else secret.reveal())
            for doubt in check.doubts(whole_run.sequences):
                doubt.title, doubt.detail = redactor.text(doubt.title), redactor.text(doubt.detail)
                doubts.append(doubt)

        def supervised(planned: protocol.Plan) -> RunResult:
            return supervisor.run(
                planned,
                pin=None if secret is None else secret.reveal(),
                max_time=_left(request.max_time, started),
                keep_going=request.keep_going,
                env=pins.worker_environment(request.pin),
                on_event=watcher.event,
                on_sequence=watcher.finished,
                interruption=interruption,
                examine=examine,
                server=server,
                ask=ask if late else None,
                meanwhile=later,
            )

        def ask() -> tuple[bytes | None, str | None]:
            nonlocal secret, late
            late = False
            secret, reason = _ask(request, watcher, choice, interruption, _left(request.max_time, started))
            watcher.hide(secret)
            return None if secret is None else secret.reveal(), reason

        whole = plan(request, selection, choice, given=late or secret is not None)
        result = supervised(whole)
        from ckrtool.probe import all_tokens, conclude
        from ckrtool.probe.judge import left_behind
        from ckrtool.probe.reporting.build_report import Meta

        meta = Meta(
            begun,
            selection.profile,
            choice.path,
            choice.found_by,
            request.spec,
            whole["label"],
            selection.by_name,
        )
        all_tokens.run(supervised, whole, result, watcher.chosen, selection, meta)
        if left_behind.unsearched(result, meta) and watcher.chosen.slot is not None:
            _search(supervised, whole, result, watcher, meta)
    watcher.settle()
    watcher.chosen = watcher.chosen.redacted(watcher.redactor)
    return conclude.conclude(
        result, meta, request, watcher.chosen, interruption, blocked=watcher.blocked, doubts=doubts
    )


def _ask(
    request: Request,
    watcher: Watcher,
    choice: modules.Choice,
    interruption: Interruption,
    seconds: float | None,
) -> tuple[Secret | None, str | None]:
    """Return the PIN typed by a person, or the reason not to ask for it, according to the flags of the token."""
    assert request.pin is not None
    flags = int((watcher.token or {}).get("flags") or 0)
    if not request.risk_pin:
        for flag, reason in protocol.PIN_FLAGS:
            if flags & flag:
                return None, reason
    label = watcher.redactor.text(str((watcher.token or {}).get("label") or ""))
    notice = prompt_notice(label, choice.path, stacks.stack_for_module(choice.path))
    watcher.progress("", None)  # the prompt has the line for itself
    with interruption.paused():
        return read.read(request.pin, seconds, notice, empty=request.risk_pin), None


def prompt_notice(label: str, path: str, stack: str | None) -> str:
    """Return the text shown before the PIN prompt: the token, and the cost of a wrong PIN."""
    known = stacks.profile(stack) if stack else None
    lockout = str(known.facts.get("lockout") or "").partition(";")[0] if known else ""
    cost = f"lockout: {lockout[:1].lower()}{lockout[1:]}" if lockout else "a wrong PIN uses up one try"
    named = f"token {label}" if label else "the token"
    return printable(f"{named} in {path}; {cost}")


def _search(
    supervised: Callable[[protocol.Plan], RunResult],
    whole: protocol.Plan,
    result: RunResult,
    watcher: Watcher,
    meta: Meta,
) -> None:
    """Search the token, in a new worker, for objects that a lost worker may have left; add the result to that of the run."""
    from ckrtool.probe.judge import left_behind

    known = builtin.sequence(builtin.LEFT_BEHIND)
    again: protocol.Plan = {
        **whole,
        "vars": {**whole["vars"], "slot": watcher.chosen.slot or 0},
        "sequences": [left_behind.planned(known, result)],
    }
    if again["pin"]:
        again["pin"] = {**again["pin"], "serial": watcher.chosen.serial}
    found = supervised(again)
    meta.sequences = {**meta.sequences, known.name: known}
    for sequence in found.sequences:
        sequence.worker = None if sequence.worker is None else sequence.worker + len(result.workers)
    result.sequences += found.sequences
    result.workers += found.workers
    result.login_calls += found.login_calls
    result.duration_ns += found.duration_ns


def _left(max_time: float | None, started: float) -> float | None:
    """Return the rest of --max-time in seconds, which includes the time spent waiting for the PIN."""
    return None if max_time is None else max(0.0, max_time - (time.monotonic() - started))


def plan(request: Request, selection: Selection, choice: modules.Choice, *, given: bool) -> protocol.Plan:
    """Return the plan for the supervisor."""
    known: dict[str, int | str | list[int]] = {} if request.slot is None else {"slot": request.slot}
    made: protocol.Plan = {
        "schema": protocol.PLAN_SCHEMA,
        "module": {"path": choice.path, "init_args": request.init_args},
        "label": f"ckr-probe-{os.urandom(6).hex()}",
        "limits": dict(protocol.DEFAULT_LIMITS),
        "vars": known,
        "pin": None,
        "sequences": [sequence.planned(read_write=request.read_write) for sequence in selection.sequences],
    }
    if selection.application:
        names = selection.logging_in(with_pin=request.pin is not None)
        made["sequences"].append(application.planned(logs_in=application.NAME in names))
    if request.pin is not None:
        protected = request.pin.kind == "protected-path"
        made["pin"] = {"given": given, "protected_path": protected, "risk": request.risk_pin}
    for sequence in made["sequences"]:
        if sequence["name"] == builtin.KEY and request.key is not None:
            sequence["key"] = request.key
    if request.bench is not None:
        made["bench"] = request.bench
    if request.timeout is not None:
        made["timeout"] = request.timeout
        made["slow_timeout"] = request.timeout
    raise_limits(made, request)
    return made


def _watch(request: Request, choice: modules.Choice) -> LoginWatch:
    """Return the watch for logins; without --risk-pin, check that a mark can be written before a PIN is used."""
    from ckrtool.probe.pin.failed_logins import LoginWatch, Marks

    marks = Marks(choice.path)
    if not request.risk_pin:
        marks.prepare()
    return LoginWatch(marks)
