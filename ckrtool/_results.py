"""The results of the Python API: frozen, slotted classes whose `as_dict()` is the JSON object of the command."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import FrozenInstanceError, dataclass, field
from typing import Any, Never, TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def _result(cls: type[Class]) -> type[Class]:
    """Return a frozen and slotted data class.

    The `__setattr__` of such a class raises TypeError for names that are not fields, so it is replaced.
    """
    made = dataclass(frozen=True, slots=True)(cls)
    made.__setattr__ = _refuse_to_set  # type: ignore[method-assign]
    made.__delattr__ = _refuse_to_delete  # type: ignore[method-assign]
    return made


def _refuse_to_set(_: object, name: str, _value: object) -> Never:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: object, name: str) -> Never:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


@_result
class Result:
    """The base class of results. They are equal if their objects are, and can be members of sets."""

    _answer: dict[str, Any] = field(kw_only=True, repr=False, hash=False)

    def as_dict(self) -> dict[str, Any]:
        """Return a copy of the object that the command prints with `--json`."""
        return deepcopy(self._answer)


def shared_answer(result: Result) -> dict[str, Any]:
    """Return the JSON object itself, not a copy, for callers that do not modify it."""
    return result._answer  # noqa: SLF001


@_result
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


@_result
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


@_result
class Explanation(Decoded):
    """The explanation of a code for a function and a stack (`ckr explain`); `spec` is the text of the standard, or the meaning.

    `kind` is also finding, cause or mistake, whose id is the `name`.
    """

    spec: str = field(repr=False)
    causes: tuple[Advice, ...] = field(repr=False)
    checks: tuple[Advice, ...] = field(repr=False)
    recovery: tuple[Advice, ...] = field(repr=False)
    warnings: tuple[Advice, ...] = field(repr=False)


@_result
class Legal(Result):
    """The codes that a function may return (`ckr returns`): the names, in the order of their values."""

    function: str
    names: tuple[str, ...]
    values: frozenset[int]


@_result
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


@_result
class Cause:
    """A cause of a failed call: `certainty` is proven, likely or possible; `lines` are the lines that prove it."""

    id: str
    certainty: str
    text: str
    fix: str
    lines: tuple[int, ...]


@_result
class Failure(Result):
    """A failed call of a trace with its causes, the most certain first (`ckr why`)."""

    line: int | None
    function: str
    value: int
    name: str | None
    normal: bool
    causes: tuple[Cause, ...]


@_result
class Diagnosis(Result):
    """The failed calls of a trace; `as_dict()` is the summary that `ckr why` prints at the end."""

    failures: tuple[Failure, ...]
    calls: int


@_result
class Summary(Result):
    """The summary of a log (`ckr scan`)."""

    lines: int
    failed: bool
