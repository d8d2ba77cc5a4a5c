"""Runs the sequences of a plan, one after another, and cleans up after each."""

from __future__ import annotations

from ckrtool.probe.worker import bench
from ckrtool.probe.worker.calls import Place
from ckrtool.probe.worker.cleanup import CleanUp
from ckrtool.probe.worker.course import Course
from ckrtool.probe.worker.guards import MECHANISMS_UNKNOWN, Guards, RefusedError, is_login
from ckrtool.probe.worker.state import State
from ckrtool.probe.worker.step_arguments import numbers_of
from ckrtool.probe.worker.steps import Steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.probe.protocol import Plan, Step
    from ckrtool.probe.worker.calls import Caller

CKF_SIGN = 0x800


class Runner:
    """Runs the sequences of a plan in the loaded module.

    Several sequences in one worker share C_Initialize and the login, which are made once and undone after the last sequence.
    """

    def __init__(self, plan: Plan, caller: Caller) -> None:
        self._plan = plan
        self._caller = caller
        self._journal = caller.journal
        self._state = State()
        self._guards = Guards(plan, caller, self._state)
        self._clean_up = CleanUp(caller, self._state)
        self._steps = Steps(caller, self._guards, self._clean_up, self._state)

    def run(self) -> None:
        """Run all sequences; each ends with an `end` message."""
        for index in range(len(self._plan["sequences"])):
            if index:
                self._journal.write({"m": "begin", "s": index})
            self._run_one(Course(self._plan, index, inherited=self._state.initialised))

    def _run_one(self, course: Course) -> None:
        verdict, steps = course.verdict, course.sequence["steps"]
        if self._guards.pin_ended and any(is_login(step["call"]) for step in steps):
            verdict.end("skipped", self._guards.pin_ended, 0)
        repeated: list[Step] = []
        for step in steps:
            if repeated and repeated[0].get("bench") != step.get("bench"):
                self._repeat(course, repeated)
                repeated = []
            if step.get("key"):
                self._use_key(course, step)
            elif not verdict.stopped or step.get("cleanup"):
                self._steps.run(course, step)
            if step.get("bench"):
                repeated.append(step)
        self._repeat(course, repeated)
        if verdict.nothing_done:
            verdict.outcome = "skipped"
            verdict.reason = "session-objects-refused" if verdict.refused else "mechanism-missing"
        if verdict.reason == MECHANISMS_UNKNOWN and not verdict.judged:
            verdict.outcome = "skipped"
        self._clean_up.run(
            course.sequence, course.index, last=course.last, logout=self._steps.sharing.logout_due
        )
        self._journal.write(
            {
                "m": "end",
                "s": course.index,
                "outcome": verdict.outcome,
                "reason": verdict.reason,
                "n": verdict.step,
            },
            last=True,
        )

    def _repeat(self, course: Course, steps: list[Step]) -> None:
        """Measure an operation for the seconds of `--bench` if the plan asks for it and every step returned what was expected."""
        seconds = self._plan.get("bench")
        if not steps or not seconds or course.verdict.stopped:
            return
        if any(step["n"] not in course.done for step in steps):
            return
        context = self._caller.context

        def learn(step: Step, values: dict[str, Any]) -> None:
            self._state.follow(step["call"], numbers_of(step, context), values)
            for param, name in (step.get("save") or {}).items():
                if param in values:
                    course.scope.save(name, values[param], (), ())
            context.variables = course.scope.view()

        context.variables = course.scope.view()
        bench.measure(self._caller, steps, seconds, Place(course.index, steps[-1]["n"], (), "bench"), learn)

    def _use_key(self, course: Course, step: Step) -> None:
        """Make the steps that `KeyUse` completes, all of them when the first is reached."""
        steps = [step for step in course.sequence["steps"] if step.get("key")]
        if step is not steps[0] or course.verdict.stopped:
            return
        from ckrtool.probe.worker.key_use import KeyUse

        def make(one: Step) -> dict[str, Any]:
            if not course.verdict.stopped:
                self._steps.run(course, one)
            done = course.as_expected and not course.verdict.stopped
            return {**course.scope.view(), "as_expected": done}

        def offers(mechanism: int, one: Step) -> bool:
            slot = self._caller.context.number({"var": "slot"})
            try:
                return self._guards.offers(slot, mechanism, CKF_SIGN, Place(course.index, one["n"]))
            except RefusedError as refused:
                course.verdict.end("skipped", refused.reason, one["n"])
                return False

        def end(reason: str, one: Step) -> None:
            course.verdict.end("skipped", reason, one["n"])

        KeyUse(steps, make, offers, end).run(course.sequence.get("key") or [])
