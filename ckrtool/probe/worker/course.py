"""How far a sequence has come: its variables, its verdict so far, and what its steps could not save or begin."""

from __future__ import annotations

from ckrtool.probe.worker.causes import Causes
from ckrtool.probe.worker.scope import Scope, absent_slot
from ckrtool.probe.worker.verdict import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Plan, Sequence


class Course:
    """The course of one sequence.

    `last` says that no other sequence of this worker follows, `inherited` that C_Initialize was made by one before, and
    `as_expected` that the step before came back as the sequence expects.
    """

    def __init__(self, plan: Plan, index: int, *, inherited: bool) -> None:
        self.sequence: Sequence = plan["sequences"][index]
        self.index = index
        self.last = index == len(plan["sequences"]) - 1
        given = {**plan["vars"], **self.sequence.get("vars", {})}
        self.scope = Scope({**given, "label": plan["label"], "no_slot": absent_slot(())})
        self.verdict = Verdict()
        self.causes = Causes()
        self.done: set[int] = set()  # steps that came back as expected
        self.inherited = inherited
        self.as_expected = True
