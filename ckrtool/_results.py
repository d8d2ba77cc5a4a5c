"""The results of the Python API: frozen, slotted classes whose `as_dict()` is the JSON object of the command."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Result:
    """The base class of results: holds the JSON object of the command."""

    _answer: dict[str, Any]

    def as_dict(self) -> dict[str, Any]:
        """Return a copy of the object that the command prints with `--json`."""
        return deepcopy(self._answer)


def shared_answer(result: Result) -> dict[str, Any]:
    """Return the JSON object itself, not a copy, for callers that do not modify it."""
    return result._answer  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class Decoded(Result):
    """One value (`ckr decode`): `kind` is standard, historic, vendor, undefined, constant or unknown.

    `value` is the CK_RV with sign extension removed, None if the text has no single value.
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
    """One cause, check, step or warning, with its risk (`danger`) and when it does not apply (`unless`).

    `when` are the functions that it is for, and `stack` is the stack that it is for; None means all.
    """

    text: str
    because: str | None
    unless: str | None
    danger: str | None
    ref: str | None
    when: tuple[str, ...] | None
    stack: str | None


@dataclass(frozen=True, slots=True)
class Explanation(Decoded):
    """The explanation of a code for a function and a stack (`ckr explain`)."""

    spec: str
    causes: tuple[Advice, ...]
    checks: tuple[Advice, ...]
    recovery: tuple[Advice, ...]
    warnings: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class Legal(Result):
    """The codes that a function may return (`ckr returns`): the names, in the order of their values."""

    function: str
    names: tuple[str, ...]
    values: frozenset[int]


@dataclass(frozen=True, slots=True)
class Verdict(Result):
    """Whether a function may return a code (`ckr check`); false if it may not."""

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
    """A cause of a failed call: `certainty` is proven, likely or possible; `lines` are the lines that prove it."""

    id: str
    certainty: str
    text: str
    fix: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Failure(Result):
    """A failed call of a trace with its causes, the most certain first (`ckr why`)."""

    line: int | None
    function: str
    value: int
    name: str | None
    normal: bool
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis(Result):
    """The failed calls of a trace; `as_dict()` is the summary that `ckr why` prints at the end."""

    failures: tuple[Failure, ...]
    calls: int


@dataclass(frozen=True, slots=True)
class Summary(Result):
    """The summary of a log (`ckr scan`)."""

    lines: int
    failed: bool
