"""Types of the report (`ckr.probe/1`) and its parts, for type checkers only: nothing imports this at run time.

`ckrtool.probe.reporting.report_file` checks that a saved report has these types.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypedDict

if TYPE_CHECKING:
    from ckrtool.probe.results import CallResult

Members = Mapping[str, Any]
"""A structure of the standard: its members by the standard's names, flags as names."""

Severity = Literal["error", "warning", "info"]


class Advice(TypedDict):
    """One item of advice, as in `ckr explain`."""

    text: str
    kind: NotRequired[str]  # dont, check or do
    because: NotRequired[str | None]
    when: NotRequired[list[str] | None]
    stack: NotRequired[str | None]
    unless: NotRequired[str | None]
    danger: NotRequired[str | None]
    ref: NotRequired[str | None]


class Acknowledged(TypedDict):
    """The finding that --ignore or the configuration turned into information."""

    id: str
    severity: Severity


class Consequence(TypedDict):
    """A finding that only follows from another one, and is listed in that one."""

    id: str
    function: str | None
    name: str | None
    title: str


class Evidence(TypedDict):
    """An earlier call that proves a cause."""

    sequence: str
    step: int
    function: str
    text: str


class ProvenCause(TypedDict):
    """Cause of a failed call, as in `ckr why`: an id of `ckr list causes`, with steps in place of lines."""

    id: str
    certainty: str
    text: str
    evidence: list[Evidence]
    fix: str


class Finding(TypedDict):
    """A fault, a warning or information about a module."""

    severity: Severity
    id: str
    function: str | None
    rv: int | None
    name: str | None
    title: str
    detail: str
    meaning: NotRequired[str | None]
    advice: list[Advice]
    places: NotRequired[list[str]]  # the sequences in which it was found
    times: NotRequired[int]  # while findings are merged
    calls: NotRequired[list[CallResult]]  # those that it is about, while findings are compared
    consequences: NotRequired[list[Consequence]]
    causes: NotRequired[list[ProvenCause]]
    acknowledged: NotRequired[Acknowledged]


class Mismatch(TypedDict):
    """An output that differs from what the step expected."""

    param: NotRequired[str]
    got: NotRequired[object]
    expected: NotRequired[object]


class CallReport(TypedDict):
    """One call of a sequence."""

    n: int
    function: str
    args: Members
    rv: int | None
    name: str | None
    ms: float | None  # None for a call that did not return
    expected: list[str]
    met: bool | None
    verdict: str | None
    output: Members
    kind: NotRequired[str]  # load, guard, cleanup or bench; a step of the sequence without it
    iteration: NotRequired[list[int]]
    outcome: NotRequired[str]  # skipped, missing, crashed, hung or exited; returned without it
    signal: NotRequired[str]
    exit_code: NotRequired[int]
    reason: NotRequired[str]
    detail: NotRequired[str]
    mismatches: NotRequired[list[Mismatch]]
    why: NotRequired[str]


class SequenceReport(TypedDict):
    """One sequence with its calls, or the reason why it was skipped."""

    name: str
    profile: NotRequired[str]
    title: NotRequired[str]
    outcome: str  # passed, failed, skipped, crashed, hung or exited
    reason: str | None
    calls: list[CallReport]
    slot: NotRequired[int]  # with --all-tokens
    token: NotRequired[str]
    signal: NotRequired[str]
    exit_code: NotRequired[int]
    left_objects: NotRequired[list[str]]


class Mechanism(TypedDict):
    """A mechanism of a slot (CK_MECHANISM_INFO)."""

    type: str
    min: int | None
    max: int | None
    flags: list[str]


class Slot(TypedDict):
    """A slot with its CK_SLOT_INFO, CK_TOKEN_INFO and mechanisms; None for a structure that was not read."""

    id: int
    info: Members | None
    token: Members | None
    mechanisms: list[Mechanism]


class Interface(TypedDict):
    """An entry of C_GetInterfaceList."""

    name: str | None
    version: str | None


class Module(TypedDict):
    """The module's file and its CK_INFO."""

    path: str
    found_by: str
    sha256: str | None
    interfaces: list[Interface]
    info: Members | None


class Certificate(TypedDict):
    """A certificate on the token."""

    label: str
    not_after: str | None
    private_key: bool | None  # None: private keys could not be seen


class Summary(TypedDict):
    """Counts of calls and findings."""

    calls: int
    met: int
    errors: int
    warnings: int


class Report(TypedDict):
    """A whole report."""

    schema: str
    ckr: dict[str, str]
    started: str
    duration_ms: float
    profile: str
    host: dict[str, str]
    module: Module
    slots: list[Slot]
    sequences: list[SequenceReport]
    bench: NotRequired[list[Members]]
    certificates: NotRequired[list[Certificate]]
    interrupted: NotRequired[str]  # the signal's name
    findings: list[Finding]
    summary: Summary
