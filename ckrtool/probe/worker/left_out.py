"""Handles steps that are left out: reports each with its reason, and dependent steps with the first cause."""

from __future__ import annotations

from ckrtool.probe.worker.calls import Place
from ckrtool.probe.worker.causes import Cause
from ckrtool.probe.worker.guards import MECHANISMS_UNKNOWN
from ckrtool.probe.worker.step_arguments import session_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cryptoki.values import ExprError, UnsetError
    from ckrtool.probe.protocol import Step
    from ckrtool.probe.worker.calls import Caller
    from ckrtool.probe.worker.course import Course
    from ckrtool.probe.worker.guards import RefusedError

_UNDOES = frozenset(
    ("C_Logout", "C_CloseSession", "C_Finalize")
)  # if left to a later sequence, they have not been made yet


class LeftOut:
    """Writes a message for each step left out, and records the consequences for the verdict and for later steps."""

    def __init__(self, caller: Caller) -> None:
        self._context = caller.context
        self._journal = caller.journal

    def skip(self, course: Course, step: Step, place: Place, reason: str, detail: str | None = None) -> None:
        """Write that the step is skipped, with the reason."""
        in_force = reason in ("shared", "login-shared") and step["call"] not in _UNDOES
        course.as_expected = course.as_expected and in_force
        self._journal.write(place.message("skip", step["call"], reason=reason, detail=detail))

    def block_dependents(self, course: Course, step: Step, cause: Cause) -> None:
        """Record that steps which depend on this one cannot be made, and why."""
        course.causes.left_out(step, session_of(step, self._context), cause)

    def follower(self, course: Course, step: Step) -> None:
        """Leave out a step that is only made after another: if that one was refused or lacks its mechanism, so does this one."""
        verdict = course.verdict
        if step.get("needs"):
            verdict.needed += 1
            verdict.lacking += verdict.outcome == "passed"
        cause = Cause("follows", course.causes.unexpected)
        self.skip(course, step, Place(course.index, step["n"]), cause.reason, cause.detail)
        self.block_dependents(course, step, cause)

    def of_lost_operation(self, course: Course, step: Step, place: Place) -> bool:
        """Leave out a step of an operation that was not begun, or ended by an error; return whether it is left out."""
        cause = course.causes.of_operation(step, session_of(step, self._context))
        if cause is None:
            return False
        course.verdict.lacking += bool(step.get("needs")) and course.verdict.outcome == "passed"
        self.skip(course, step, place, cause.reason, cause.detail)
        self.block_dependents(course, step, cause)
        return True

    def unset(self, course: Course, step: Step, place: Place, error: UnsetError) -> None:
        """Skip a step that needs an unset variable; the sequence counts as skipped unless there is an excuse."""
        cause = course.causes.of_variable(str(error))
        self.skip(course, step, place, cause.reason, cause.detail)
        self.block_dependents(course, step, cause)
        verdict = course.verdict
        verdict.lacking += verdict.refused and bool(step.get("needs"))
        if verdict.outcome == "passed" and not (
            verdict.excused or step.get("optional") or step.get("cleanup")
        ):
            verdict.outcome, verdict.reason, verdict.step = "skipped", cause.reason, step["n"]

    def refused(self, course: Course, step: Step, place: Place, refused: RefusedError) -> None:
        """Skip a step that a guard refused."""
        course.verdict.lacking += refused.reason == "mechanism-missing"
        course.verdict.excused = True
        self.skip(course, step, place, refused.reason, refused.detail)
        course.causes.refused(step, session_of(step, self._context), refused.reason, refused.detail)
        if refused.reason == MECHANISMS_UNKNOWN:  # not tested is not passed
            course.verdict.fail(refused.reason, step["n"], stop=False)
        if refused.ends and not step.get("optional"):
            course.verdict.end("skipped", refused.reason, step["n"])

    def without_value(self, course: Course, step: Step, place: Place, error: ExprError) -> None:
        """Skip a step with an argument that has no value."""
        no_pin = str(error) == "no PIN"
        self.skip(course, step, place, "no-pin" if no_pin else "argument", str(error))
        if no_pin:
            course.verdict.end("skipped", "no-pin", step["n"])
        else:
            course.verdict.fail("argument", step["n"], step.get("stop", True))

    def missing(self, course: Course, step: Step, place: Place, why: str) -> None:
        """Write that the module does not have the function of the step; `why` is "null-entry" or "no-such-list"."""
        course.as_expected = False
        cause = Cause("follows", f"step {step['n']} ({step['call']}) could not be called: {why}")
        self.block_dependents(course, step, cause)
        self._journal.write(place.message("missing", step["call"], why=why))
        if step.get("optional"):
            course.verdict.excused = True
            return
        reason = f"missing: {step['call']}"
        if why == "no-such-list":  # supporting an older version of the standard is not a fault
            course.verdict.end("skipped", reason, step["n"])
        else:
            course.verdict.fail(reason, step["n"], step.get("stop", True))
