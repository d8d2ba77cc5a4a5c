"""A rule: the codes and functions it looks at, and the function that finds causes."""

from __future__ import annotations

from typing import NamedTuple

from ckrtool._tables.codes import NAMES
from ckrtool.calls.model.replay import Model  # noqa: TC001
from ckrtool.calls.model.state import Process  # noqa: TC001
from ckrtool.calls.record import Call  # noqa: TC001  a NamedTuple's fields are read at run time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.diagnosis.cause import Cause

    Find = Callable[["Case"], Iterator[Cause]]

VAGUE = frozenset(
    NAMES[name]
    for name in ("CKR_GENERAL_ERROR", "CKR_FUNCTION_FAILED", "CKR_ARGUMENTS_BAD", "CKR_DEVICE_ERROR", "CKR_FUNCTION_REJECTED",
    "CKR_DATA_INVALID")
)  # fmt: skip
"""Codes that say little: a rule for another code that fits is then a likely cause."""


class Case(NamedTuple):
    """A failed call with what was known before it."""

    call: Call
    process: Process
    model: Model


class Rule:
    """One rule: `codes` are those that name the cause.

    For the codes in `near` what it finds is likely at most. With `vague` it is tried for codes that say little too, and
    gives what would be proven there as likely; with `weak` also what is likely.
    """

    __slots__ = ("codes", "find", "near", "vague", "weak")

    def __init__(
        self,
        codes: tuple[str, ...],
        find: Find,
        *,
        near: tuple[str, ...] = (),
        vague: bool = False,
        weak: bool = False,
    ) -> None:
        self.codes = frozenset(NAMES[name] for name in codes)
        self.near = frozenset(NAMES[name] for name in near)
        self.find = find
        self.vague = vague or weak
        self.weak = weak
