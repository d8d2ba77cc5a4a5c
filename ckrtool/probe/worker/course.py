"""The state of a running sequence: its variables, its verdict so far, and why steps are left out."""

from __future__ import annotations

from ckrtool.probe.worker.causes import Causes
from ckrtool.probe.worker.scope import Scope, absent_slot
from ckrtool.probe.worker.verdict import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Plan, Sequence


class Course:
    """The state of one running sequence.

    `last` is whether it is the last sequence of this worker, `inherited` whether an earlier sequence called C_Initialize, and
    `as_expected` whether the step before gave the expected result.
    """

    def __init__(self, plan: Plan, index: int, *, inherited: bool) -> None:
        self.sequence: Sequence = plan["sequences"][index]
        self.index = index
        self.last = index == len(plan["sequences"]) - 1
        given = {**plan["vars"], **self.sequence.get("vars", {})}
        self.scope = Scope({**given, "label": plan["label"], "no_slot": absent_slot(())})
        self.verdict = Verdict()
        self.causes = Causes()
        self.done: set[int] = set()  # steps with the expected result
        self.inherited = inherited
        self.as_expected = True
