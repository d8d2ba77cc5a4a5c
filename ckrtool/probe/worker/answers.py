"""Updates the verdict, the variables and the state of the module from the results of calls."""

from __future__ import annotations

from ckrtool.probe.protocol import DEVICE_TELLS
from ckrtool.probe.worker import compare
from ckrtool.probe.worker.calls import normalise
from ckrtool.probe.worker.guards import is_login, passes_pin
from ckrtool.probe.worker.scope import absent_slot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.protocol import Message, Step
    from ckrtool.probe.worker.calls import Answer, Caller, Place
    from ckrtool.probe.worker.course import Course
    from ckrtool.probe.worker.guards import Guards
    from ckrtool.probe.worker.state import State

_CKA_TOKEN = 1


class Answers:
    """Processes the results of calls."""

    def __init__(self, caller: Caller, guards: Guards, state: State) -> None:
        self._context = caller.context
        self._guards = guards
        self._state = state

    def compare(self, step: Step, numbers: dict[str, int], answer: Answer) -> Message:
        """Compare a result with the expectation of the step, and track state changes; return further items of the `leave` message."""
        assert answer.rv is not None
        rv = normalise(answer.rv)
        more: Message = {"met": compare.rv_expected(step, rv), "bad": []}
        if rv != 0:
            if not step.get("fork"):
                self._state.doubt(step["call"], numbers, rv)
            return more
        if more["met"] and step.get("output"):
            more["bad"] = compare.outputs(self._context, step, answer.values)
            more["met"] = not more["bad"]
        if not step.get("fork"):
            made, gone = self._state.follow(step["call"], numbers, answer.values, _may_persist(step))
            more.update({"own": [hex(handle) for handle in made]} if made else {})
            more.update({"gone": [hex(handle) for handle in gone]} if gone else {})
        return more

    def take(
        self,
        course: Course,
        step: Step,
        numbers: dict[str, int],
        answer: Answer,
        place: Place,
        sources: tuple[str, ...],
        *,
        met: bool,
    ) -> None:
        """Process the result of a call; `met` is whether it is as the step expects."""
        course.as_expected = course.as_expected and met
        if answer.rv is None:
            course.verdict.fail("child", step["n"], step.get("stop", True))
            return
        rv = normalise(answer.rv)
        course.verdict.judge(step, rv)
        if not step.get("fork"):
            self._note(course, step, rv, numbers, place)
        if rv == 0:
            self._learn(course, step, numbers, answer, place, sources)
        if met:
            course.done.add(step["n"])
            return
        self._handle_unexpected(course, step, rv)
        if rv == 0 and step.get("cleanup") and step["call"] == "C_FindObjects":
            self._guards.inspect(numbers.get("hSession"), answer.values.get("phObject", []), place)

    def _note(self, course: Course, step: Step, rv: int, numbers: dict[str, int], place: Place) -> None:
        """Note operations that a call of this process began or ended, and changes in the use of the PIN."""
        session = numbers.get("hSession")
        course.causes.returned(step, session, rv)
        if is_login(step["call"]):
            self._guards.after_login(step, rv, session or 0)
        elif passes_pin(step):
            self._guards.after_pin(rv)
        if rv in DEVICE_TELLS:
            self._guards.ask_device(step["call"], session, place)

    def _learn(
        self,
        course: Course,
        step: Step,
        numbers: dict[str, int],
        answer: Answer,
        place: Place,
        sources: tuple[str, ...],
    ) -> None:
        """Save the variables of the step, and note the information about slots and tokens."""
        self._guards.learn(step["call"], numbers, answer.values)
        if "pSlotList" in answer.values:
            course.scope.save("no_slot", absent_slot(answer.values["pSlotList"]), (), ())
        for param, name in (step.get("save") or {}).items():
            if param in answer.values:
                course.scope.save(name, answer.values[param], sources, place.iteration)

    def _handle_unexpected(self, course: Course, step: Step, rv: int) -> None:
        verdict = course.verdict
        course.causes.note_unexpected(step, rv)
        if is_login(step["call"]) and self._guards.pin_ended:
            verdict.fail("pin-not-accepted", step["n"], True)
        elif rv in (step.get("skip_on") or ()):
            verdict.end("skipped", step.get("skip_reason") or "refused", step["n"])
        elif rv in (step.get("refused_on") or ()):
            verdict.excused = verdict.refused = True
            verdict.lacking += bool(step.get("needs"))
        elif step.get("optional"):
            verdict.excused = True
        else:
            verdict.fail("mismatch", step["n"], step.get("stop", True))


def _may_persist(step: Step) -> bool:
    """Return whether objects that the step creates may outlive the session, that is unless CKA_TOKEN is false in every template."""
    templates = [expr["template"] for expr in step["args"].values() if "template" in expr]
    return not all(
        any(row[0] == _CKA_TOKEN and row[2].get("bool") is False for row in template)
        for template in templates
    )
