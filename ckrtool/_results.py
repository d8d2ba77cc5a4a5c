"""What the functions of the Python API return: frozen, slotted classes whose `as_dict()` is the JSON of the command."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """The JSON object of one answer."""

    _answer: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Return the object that the command prints with `--json`, as a mapping of the caller's own."""
        return deepcopy(self._answer)


def shared_answer(result: Result) -> dict[str, Any]:
    """Return the object itself, for readers that change nothing in it."""
    return result._answer  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class Decoded(Result):
    """One value (`ckr decode`): `kind` is standard, historic, vendor, undefined, constant or unknown.

    `value` is the whole CK_RV with sign extension undone, None where the text has no single value.
    """

    input: str
    kind: str
    value: int | None
    name: str | None
    summary: str | None
    category: str | None
    retry: str | None
    function: str | None


@dataclass(frozen=True, slots=True)
class Advice:
    """One cause, check, step or warning, with what it may cost (`danger`) and when it does not apply (`unless`)."""

    text: str
    because: str | None
    unless: str | None
    danger: str | None
    ref: str | None


@dataclass(frozen=True, slots=True)
class Explanation(Decoded):
    """Everything that `ckr explain` says of a code for a function and a stack."""

    spec: str
    causes: tuple[Advice, ...]
    checks: tuple[Advice, ...]
    recovery: tuple[Advice, ...]
    warnings: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Legal(Result):
    """What a function may return (`ckr returns`): the names, in the order of their values."""

    function: str
    names: tuple[str, ...]
    values: frozenset[int]


@dataclass(frozen=True, slots=True)
class Verdict(Result):
    """Whether a function may return a code (`ckr check`); false where it may not."""

    function: str
    value: int
    name: str | None
    verdict: str
    allowed: bool

    def __bool__(self) -> bool:
        """Return whether the return is allowed."""
        return self.allowed


@dataclass(frozen=True, slots=True)
class Cause:
    """What explains a failed call: `certainty` is proven, likely or possible; `lines` are those that prove it."""

    id: str
    certainty: str
    text: str
    fix: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Failure(Result):
    """A failed call of a trace with its causes, the certain ones first (`ckr why`)."""

    line: int | None
    function: str
    value: int
    name: str | None
    normal: bool
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis(Result):
    """The failed calls of a trace, and what `ckr why` says at its end (`as_dict()`)."""

    failures: tuple[Failure, ...]
    calls: int


@dataclass(frozen=True, slots=True)
class Summary(Result):
    """What a log says as a whole (`ckr scan`)."""

    lines: int
    failed: bool
