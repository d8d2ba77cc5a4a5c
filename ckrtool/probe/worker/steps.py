"""Makes one step of a sequence, once or for each member of its loop: checks before the call, compares after it."""

from __future__ import annotations

from ckrtool.cryptoki.values import LARGEST_VALUE_BYTES, VALUE_BYTES, ExprError, UnsetError
from ckrtool.probe.worker import compare
from ckrtool.probe.worker.answers import Answers
from ckrtool.probe.worker.calls import Place
from ckrtool.probe.worker.guards import RefusedError, is_login, passes_pin
from ckrtool.probe.worker.left_out import LeftOut
from ckrtool.probe.worker.sharing import Sharing
from ckrtool.probe.worker.step_arguments import numbers_of, pin_length_of, slot_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.cryptoki.arguments import Call
    from ckrtool.probe.protocol import Message, Step
    from ckrtool.probe.worker.calls import Answer, Caller
    from ckrtool.probe.worker.cleanup import CleanUp
    from ckrtool.probe.worker.course import Course
    from ckrtool.probe.worker.guards import Guards
    from ckrtool.probe.worker.state import State


class Steps:
    """Makes steps of the sequence whose state (`Course`) is passed."""

    def __init__(self, caller: Caller, guards: Guards, clean_up: CleanUp, state: State) -> None:
        self._caller = caller
        self._context = caller.context
        self._guards = guards
        self._clean_up = clean_up
        self._state = state
        self._answers = Answers(caller, guards, state)
        self._left_out = LeftOut(caller)
        self.sharing = Sharing(caller.context, state)

    def run(self, course: Course, step: Step) -> None:
        """Make a step, or report why it is left out."""
        was_stopped = course.verdict.stopped
        if step.get("follows") and not course.as_expected:
            self._left_out.follower(course, step)
            return
        course.as_expected = True
        try:
            for sources, indices, loop in course.scope.iterations(step):
                self._context.variables = course.scope.view(sources, indices, **loop)
                place = Place(course.index, step["n"], indices, "cleanup" if was_stopped else "step")
                self._try(course, step, place, sources)
                if course.verdict.stopped and not was_stopped:
                    return
        except UnsetError as error:
            self._left_out.unset(course, step, Place(course.index, step["n"]), error)

    def _try(self, course: Course, step: Step, place: Place, sources: tuple[str, ...]) -> None:
        course.verdict.needed += bool(step.get("needs"))
        try:
            if self._shared(course, step, place):
                return
            self._guards.before_slot(step, place)
            if self._left_out.of_lost_operation(course, step, place):
                return
            self._guards.needs(step, slot_of(step, self._context), place)
            if self._without_call(course, step, place):
                return
            call = self._caller.prepare(step["call"], step["args"])
            numbers = numbers_of(step, self._context)
            self._guards.before_write(step, course.sequence.get("effect", ""), numbers)
            self._guard(step, call, numbers, place)
            if compare.expects_ok(step):
                self._clean_up.ahead_of(step["call"], numbers, place)
            self._call(course, step, call, numbers, place, sources)
        except UnsetError as error:
            self._left_out.unset(course, step, place, error)
        except RefusedError as refused:
            self._left_out.refused(course, step, place, refused)
        except ExprError as error:
            self._left_out.without_value(course, step, place, error)

    def _shared(self, course: Course, step: Step, place: Place) -> bool:
        """Leave out a step that another sequence of this worker has made or will undo; return whether it was left out."""
        reason = self.sharing.reason_to_leave_out(step, course)
        if reason is None:
            return False
        self._left_out.skip(course, step, place, reason)
        if step["call"] == "C_Initialize":
            course.inherited = False  # a second C_Initialize in this sequence is intended
        return True

    def _without_call(self, course: Course, step: Step, place: Place) -> bool:
        """Handle a step whose function is missing, or that several threads make; return whether it was handled."""
        missing = self._caller.missing(step["call"])
        if missing:
            self._left_out.missing(course, step, place, missing)
        elif step.get("threads"):
            self._in_threads(course, step, place)
        return bool(missing or step.get("threads"))

    def _in_threads(self, course: Course, step: Step, place: Place) -> None:
        """Make the operation of a step in all sessions at once, with one thread per session."""
        from ckrtool.probe.worker import threads

        sessions = list(self._state.sessions)[: threads.THREADS]
        mechanism, key, expected = 0, None, None
        if "pMechanism" in step["args"]:
            mechanism = int(step["args"]["pMechanism"]["mechanism"])
            expected = threads.DIGEST
        if "hKey" in step["args"]:
            key = self._context.number(step["args"]["hKey"])
            expected = self._context.plain({"var": "signature"})
        functions = list(dict.fromkeys((step["call"], step["call"].removesuffix("Init"))))
        lanes = [threads.Lane(session, mechanism, key, threads.DATA, expected) for session in sessions]
        if len(lanes) > 1 and not any(self._caller.missing(name) for name in functions):
            course.as_expected = threads.Threads(self._caller, place, functions, lanes).run()
            if not course.as_expected:
                course.verdict.fail("mismatch", step["n"], step.get("stop", True))

    def _guard(self, step: Step, call: Call, numbers: dict[str, int], place: Place) -> None:
        if step["call"] == "C_OpenSession":
            self._guards.before_session(step, numbers, place)
        elif is_login(step["call"]):
            session = numbers.get("hSession", 0)
            self._guards.before_login(
                step, numbers.get("userType"), session, self._state.sessions.get(session), pin_length_of(step, self._context), place,
                with_pin=call.carries_pin,
            )  # fmt: skip
        elif passes_pin(step):
            self._guards.before_pin(self._state.sessions.get(numbers.get("hSession", 0)), place)

    def _call(
        self,
        course: Course,
        step: Step,
        call: Call,
        numbers: dict[str, int],
        place: Place,
        sources: tuple[str, ...],
    ) -> None:
        met = larger = False

        def check(answer: Answer) -> Message:
            nonlocal met, larger
            more = self._answers.compare(step, numbers, answer)
            larger = not larger and compare.lacks_room(step, answer)
            met = more["met"] = more["met"] or larger
            return more

        answer = self._caller.make(call, place, step.get("timeout"), bool(step.get("fork")), check)
        if larger:
            self._context.value_bytes = LARGEST_VALUE_BYTES
            call = self._caller.prepare(step["call"], step["args"])
            self._context.value_bytes = VALUE_BYTES
            answer = self._caller.make(call, place, step.get("timeout"), check=check)
        self._answers.take(course, step, numbers, answer, place, sources, met=met)
