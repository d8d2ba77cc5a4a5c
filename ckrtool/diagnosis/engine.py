"""Explain the failed calls of a trace and count all calls."""

from __future__ import annotations

from collections import deque
from itertools import chain

from ckrtool.calls.model.objects import NEVER_KEPT
from ckrtool.calls.model.operations import size_query
from ckrtool.calls.model.readings import Readings
from ckrtool.calls.shows import shows
from ckrtool.diagnosis.cause import ORDER, Cause, lower_if_uncertain
from ckrtool.diagnosis.doubt import agreed
from ckrtool.diagnosis.holes import missing_before
from ckrtool.diagnosis.mistakes import Mistakes
from ckrtool.diagnosis.rule import VAGUE, Case
from ckrtool.diagnosis.rules import (
    arguments,
    attributes,
    buffers,
    data,
    flags,
    keys,
    library,
    logins,
    mechanisms,
    objects,
    operations,
    pins,
    sessions,
    slots,
)
from ckrtool.knowledge import advice, legality, registry
from ckrtool.numerals import VENDOR_FIRST, hex_of, normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.readings import View
    from ckrtool.calls.model.state import Process
    from ckrtool.calls.record import Call
    from ckrtool.diagnosis.cause import Certainty
    from ckrtool.diagnosis.rule import Rule

FAMILIES = (
    library, sessions, objects, keys, operations, logins, flags, mechanisms, slots, arguments, attributes, buffers, pins, data,
)  # fmt: skip
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)
MOST_CAUSES = 3
MOST_THREADS, MOST_WAITING = 4096, 256
LOWERED: dict[Certainty, Certainty] = {"proven": "likely", "likely": "likely", "possible": "possible"}
"""The certainty of a cause when the return code is not one of the rule's own codes."""
ATTRIBUTE_CODES = frozenset({0x11, 0x12})
BUFFER_TOO_SMALL, NO_EVENT, ALREADY_INITIALISED, ALREADY_LOGGED_IN = 0x150, 0x8, 0x191, 0x100
ALREADY_DONE = {"C_Initialize": ALREADY_INITIALISED, "C_Login": ALREADY_LOGGED_IN}


class Failure:
    """A failed call with its causes; `normal` is true if correct programs get this return code too (see `is_normal`)."""

    __slots__ = (
        "call",
        "causes",
        "file",
        "held",
        "name",
        "normal",
        "repeats",
        "timeline",
        "value",
        "verdict",
    )

    def __init__(self, call: Call, causes: list[Cause], file: str | None, *, normal: bool) -> None:
        self.call = call
        self.causes = causes
        self.file = file
        self.normal = normal
        self.repeats = 0
        self.held = False  # the next call of its thread may be a repetition of it
        self.timeline: list[tuple[int, str, int | None]] = []
        self.value = normalise(call.rv or 0)
        code = registry.code(self.value)
        self.name = code.name if code else None
        self.verdict = legality.check(call.function, self.value).verdict

    def same_as(self, other: Failure) -> bool:
        """Return whether another failure has the same function, return code and first cause."""
        cause = self.causes[0].id if self.causes else None
        other_cause = other.causes[0].id if other.causes else None
        return (self.call.function, self.value, cause) == (other.call.function, other.value, other_cause)

    def as_dict(self) -> dict[str, object]:
        """Return the JSON object of schema `ckr.why/1`."""
        return {
            "schema": "ckr.why/1",
            "file": self.file,
            "line": self.call.shown_at,
            "function": self.call.function,
            "value": self.value,
            "name": self.name,
            "verdict": self.verdict,
            "process": self.call.process,
            "thread": self.call.thread,
            "normal": self.normal,
            "repeats": self.repeats,
            "causes": [cause.as_dict() for cause in self.causes],
        }


class Engine:
    """Explain the calls of several files; a failure is yielded once no later call can be counted as its repetition."""

    def __init__(self) -> None:
        self.calls = 0
        self.failures = 0
        self.normal = 0
        self.explained = 0
        self.mistakes = Mistakes()
        self._file: str | None = None
        self._readings = Readings()
        self._joined, self._apart = Mistakes(), Mistakes()  # of the file, in each reading
        self._waiting: deque[Failure] = deque()
        self._last: dict[
            tuple[str, str | None], Failure
        ] = {}  # by thread: the failure that was its last call

    def begin(self, file: str | None) -> None:
        """Begin a file: its calls are those of another program, so the model starts empty."""
        self._file = file
        self._readings = Readings()
        self._last = {}
        self._joined, self._apart = Mistakes(), Mistakes()
        self._joined.begin(file)
        self._apart.begin(file)

    def push(self, call: Call) -> Iterator[Failure]:
        """Process a call and yield the failures that are complete."""
        self.calls += 1
        thread = (call.origin, call.thread)
        views = self._readings.views(call)
        failure = self._explain(self._readings.valid(views)) if call.rv else None
        for mistakes, view in zip((self._joined, self._apart), views, strict=False):
            mistakes.before(view.call, view.process, view.model)
            view.model.apply(view.process, view.call)
        previous = self._last.get(thread)
        if failure is not None and previous is not None and not failure.normal and failure.same_as(previous):
            previous.repeats += 1
            return
        if previous is not None:
            previous.held = False
        if failure is not None and not failure.normal:
            failure.held = True
            self._last[thread] = failure
        elif previous is not None:
            del self._last[thread]
        if len(self._last) > MOST_THREADS:
            oldest = self._last.pop(next(iter(self._last)))
            oldest.held = False
        if failure is not None:
            self._waiting.append(failure)
        yield from self._ready()

    def _ready(self) -> Iterator[Failure]:
        """Yield the failures at the head of the queue that no later call can repeat; a long queue is shortened anyway."""
        while self._waiting and (not self._waiting[0].held or len(self._waiting) > MOST_WAITING):
            yield self._waiting.popleft()

    def end(self) -> Iterator[Failure]:
        """End the file: yield its remaining failures and record the mistakes that its end shows."""
        self._add_mistakes()
        yield from self._waiting
        self._waiting.clear()
        self._last = {}

    def _add_mistakes(self) -> None:
        """Add the file's mistakes to those of all files; where two readings are possible, those of both."""
        readings = self._readings
        for model, mistakes in ((readings.joined, self._joined), (readings.apart, self._apart)):
            for process in model.processes.values() if model is not None else ():
                mistakes.end(process)
        if readings.are_threads:
            self.mistakes.add(self._joined)
        elif readings.are_processes:
            self.mistakes.add(self._apart)
        else:
            self.mistakes.add(self._joined.common(self._apart))

    def _explain(self, views: tuple[View, ...]) -> Failure:
        """Return the failure of a call; where two readings are possible, with what they agree on."""
        found = [causes_of(Case(*view)) for view in views]
        causes = found[0] if len(found) == 1 else agreed(*found)[:MOST_CAUSES]
        normal = all(is_normal(view.call, view.process) for view in views)
        call, process, _ = views[0]
        if normal:
            self.normal += 1
        else:
            self.failures += 1
            if causes and causes[0].certainty != "possible":
                self.explained += 1
        failure = Failure(call, causes or ([] if normal else general(call)), self._file, normal=normal)
        handle = call.number_of("hSession")
        session = process.sessions.get(handle) or process.closed.get(handle) if handle is not None else None
        failure.timeline = list(session.history) if session is not None else []
        return failure

    def summary(self) -> dict[str, object]:
        """Return the JSON object of schema `ckr.why.summary/1`."""
        return {
            "schema": "ckr.why.summary/1",
            "calls": self.calls,
            "failures": self.failures,
            "normal": self.normal,
            "explained": self.explained,
            "mistakes": self.mistakes.as_list(),
        }


def causes_of(case: Case) -> list[Cause]:
    """Return at most three causes of a failed call, the most certain first."""
    value = normalise(case.call.rv or 0)
    unspecific = value in VAGUE or value >= VENDOR_FIRST
    found: list[tuple[tuple[int, bool, int], Cause]] = []
    sure = case.call.certain and not case.process.tangled
    linked = shows(case.call.dialect, "handles")
    for rule in RULES:
        direct = value in rule.codes
        if not direct and value not in rule.near and not (unspecific and rule.vague):
            continue
        for cause in rule.find(case):
            # Without handles, lines of other calls may be about another session or object.
            other_lines = any(item.line != case.call.shown_at for item in cause.evidence)
            lower_if_uncertain(
                cause, sure=sure and (linked or not other_lines) and not missing_before(case, cause)
            )
            if not direct and value not in rule.near and cause.certainty != "proven" and not rule.weak:
                continue
            rank = (
                ORDER[cause.certainty if direct else LOWERED[cause.certainty]],
                not direct,
                ORDER[cause.certainty],
            )
            if not direct:
                cause.certainty = LOWERED[cause.certainty]
            found.append((rank, cause))
    found.sort(key=lambda pair: pair[0])
    unique: dict[str, Cause] = {}
    for _, cause in found:
        unique.setdefault(cause.id, cause)
    return list(unique.values())[:MOST_CAUSES]


def is_normal(call: Call, process: Process) -> bool:
    """Return whether correct programs get this return code too, such as CKR_BUFFER_TOO_SMALL for a size query."""
    if call.rv == ALREADY_DONE.get(call.function):
        return True
    if call.function == "C_WaitForSlotEvent" and call.rv == NO_EVENT:
        return True
    if call.rv == BUFFER_TOO_SMALL:
        return size_query(call) is True
    if call.function == "C_GetAttributeValue" and call.rv in ATTRIBUTE_CODES:
        session = process.session_of(call)
        search = session.search if session is not None else None
        return search is not None and not (search.ended and _only_secrets(call))
    return False


def _only_secrets(call: Call) -> bool:
    """Return whether a call asks only for the secret part of a key."""
    asked = call.template()
    return bool(asked) and all(item.name in NEVER_KEPT for item in asked)


def general(call: Call) -> list[Cause]:
    """Return the first causes that `ckr explain` lists for the code, as possible causes."""
    explained = advice.explain(normalise(call.rv or 0), call.function)
    if explained is None:
        value = hex_of(normalise(call.rv or 0))
        text = f"{value} is not a code of the standard; the module's vendor defines its meaning"
        return [
            Cause(
                "general",
                "possible",
                (),
                text=text,
                fix=f"Run `ckr decode {value}` to see which vendors use the number, and read the module's log.",
            )
        ]
    fixes = chain(explained.recovery, explained.checks)
    fix = next((item.text for item in fixes if not item.danger), "")
    return [
        Cause("general", "possible", (), text=item.text, fix=fix) for item in explained.causes[:MOST_CAUSES]
    ]
