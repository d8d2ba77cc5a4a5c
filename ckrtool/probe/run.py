"""One run of the probe: from a request to the report and the exit status. The only part that knows both plan and judge."""

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
"""Imported while the workers run: needed when they have ended."""


@record
class Watcher:
    """Follows a run: picks the slot after `identity`, keeps the mark of the login, and tells of progress."""

    request: Request
    selection: Selection
    watch: LoginWatch | None
    progress: Callable[[str, str | None], None]
    chosen: Chosen = field(default_factory=Chosen)
    blocked: str | None = None
    reserved: str | None = None
    redactor: Redactor = field(default_factory=lambda: Redactor(None))
    token: Members | None = None  # what C_GetTokenInfo said of the chosen one
    module: str = ""  # the file

    def hide(self, secret: Secret | None) -> None:
        """Blank this PIN in all that is kept from now on."""
        self.redactor = Redactor(None if secret is None else secret.reveal())
        if self.watch is not None:
            self.watch.marks.redactor = self.redactor

    def event(self, sequence: str, message: protocol.Message) -> None:
        """Take one message of a worker."""
        if message.get("m") == "enter":
            self.progress(sequence, message.get("f"))
        if self.watch is not None:
            self.watch.observe(message, self._again(sequence, message))

    def _again(self, sequence: str, message: protocol.Message) -> bool:
        known = self.selection.by_name.get(sequence)
        number = message.get("n") or 0
        return bool(known and 0 < number <= len(known.steps) and known.steps[number - 1].plan.get("relogin"))

    def settle(self) -> None:
        """Take away what was reserved where no login was made. A success took it away itself: one that is there now is another run's."""
        if self.watch is not None and self.reserved is not None and not self.watch.entered:
            self.watch.marks.remove(self.reserved)

    def finished(self, result: SequenceResult) -> Directive | None:
        """Take a finished sequence; after `identity` say which slot is meant, and what is left out."""
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
        self._mind_the_mark(directive)
        if self.request.no_objects:
            directive.skip |= dict.fromkeys(self.selection.making_objects, "no-objects")
        elif self._generation_off(result):
            off = dict.fromkeys(self.selection.generating(self.request), "generation-off")
            directive.skip = {**off, **directive.skip}
        return directive

    def _generation_off(self, identity: SequenceResult) -> bool:
        """Return whether the profile of the module's family says that no key is to be made for a test."""
        from ckrtool.probe.facts import slots

        info = slots.library_info([identity]) or {}
        known = stacks.stack_for_module(self.module, str(info.get("manufacturerID") or ""))
        return known is not None and stacks.no_generation(known) is not None

    def _mind_the_mark(self, directive: Directive) -> None:
        """Leave out what logs in where an earlier login failed."""
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
                since = self.watch.marks.failed_at(self.chosen.serial) or "another run, now under way"
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
    """Run the selected sequences on the chosen module; SurroundingsError and UsageError come before anything is loaded.

    `server` forks the workers, if it was started already (in the workers' environment).
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
            """Check before the PIN is blanked: its digits stand in hex by chance too, and would hide a signature."""
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
    """Return the PIN that a person types, or the reason not to ask for it: the token's flags are read first."""
    assert request.pin is not None
    flags = int((watcher.token or {}).get("flags") or 0)
    if not request.risk_pin:
        for flag, reason in protocol.PIN_FLAGS:
            if flags & flag:
                return None, reason
    label = watcher.redactor.text(str((watcher.token or {}).get("label") or ""))
    words = question(label, choice.path, stacks.stack_for_module(choice.path))
    watcher.progress("", None)  # the question has the line for itself
    with interruption.paused():
        return read.read(request.pin, seconds, words, empty=request.risk_pin), None


def question(label: str, path: str, stack: str | None) -> str:
    """Return what is said before the PIN is typed: of which token it is, and what a wrong one costs."""
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
    """Look once more, in a new worker, for what a lost one may have left on the token; the result is added to the run's."""
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
    """Return what is left of --max-time: waiting for the PIN counts."""
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
    """Return the follower of the login; without --risk-pin a mark must be writable before a PIN is used."""
    from ckrtool.probe.pin.failed_logins import LoginWatch, Marks

    marks = Marks(choice.path)
    if not request.risk_pin:
        marks.prepare()
    return LoginWatch(marks)
