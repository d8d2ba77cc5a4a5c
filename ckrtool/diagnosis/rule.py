"""A rule: the return codes that it applies to, and the function that finds causes."""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple
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
"""Unspecific codes: for these, rules of other codes are tried too, and what they prove is likely."""


class Case(NamedTuple):
    """A failed call with the state of its process and of the model before it."""

    call: Call
    process: Process
    model: Model


class Rule:
    """One rule: `codes` are the return codes that name the cause.

    For the codes in `near` a cause is likely at most. If `vague` is true, the rule is tried for unspecific codes too;
    causes that it proves are reported there as likely. If `weak` is true, likely causes are reported there as well.
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
