"""Runs sequences: step by step, with loops, guards, comparisons, and a clean-up that always happens."""

from __future__ import annotations

from ckrtool.cryptoki.values import ExprError, Pin, UnsetError
from ckrtool.probe.protocol import DEVICE_TELLS
from ckrtool.probe.worker import bench, compare
from ckrtool.probe.worker.calls import Answer, Place, normalise
from ckrtool.probe.worker.causes import Cause, Causes
from ckrtool.probe.worker.cleanup import CleanUp
from ckrtool.probe.worker.guards import Guards, RefusedError, hands_over, is_login
from ckrtool.probe.worker.scope import Scope, absent_slot
from ckrtool.probe.worker.state import State
from ckrtool.probe.worker.verdict import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.cryptoki.arguments import Call
    from ckrtool.probe.protocol import Message, Plan, Sequence, Step
    from ckrtool.probe.worker.calls import Caller

_NO_LOGOUT = {"shared": "login-shared", "unsure": "state-unknown"}
_CKA_TOKEN = 1
CKF_SIGN = 0x800
_UNDOES = frozenset(
    ("C_Logout", "C_CloseSession", "C_Finalize")
)  # left to a later sequence, they have not happened
_NUMBERS = ("hSession", "slotID", "hObject", "userType", "flags")


class Runner:
    """Runs the sequences of a plan in the loaded module.

    Several sequences in one worker share C_Initialize and the login: they are made once, and undone after the last.
    """

    def __init__(self, plan: Plan, caller: Caller) -> None:
        self._plan = plan
        self._caller = caller
        self._journal = caller.journal
        self._state = State()
        self._guards = Guards(plan, caller, self._state)
        self._clean_up = CleanUp(caller, self._state)
        self._logout_due = False
        self._index = 0
        self._scope = Scope({})
        self._verdict = Verdict()
        self._causes = Causes()
        self._done: set[int] = set()  # steps that came back as expected
        self._inherited = False  # C_Initialize was made by a sequence before this one
        self._as_expected = True  # the step before came back as the sequence expects

    @property
    def _last(self) -> bool:
        return self._index == len(self._plan["sequences"]) - 1

    def run(self) -> None:
        """Run all sequences; each ends with an `end` message."""
        for index, sequence in enumerate(self._plan["sequences"]):
            self._index = index
            if index:
                self._journal.write({"m": "begin", "s": index})
            self._run_one(sequence)

    def _run_one(self, sequence: Sequence) -> None:
        given = {**self._plan["vars"], **sequence.get("vars", {})}
        self._scope = Scope({**given, "label": self._plan["label"], "no_slot": absent_slot(())})
        self._verdict = verdict = Verdict()
        self._causes = Causes()
        self._done = set()
        self._inherited = self._state.initialised
        if self._guards.pin_ended and any(is_login(step["call"]) for step in sequence["steps"]):
            verdict.end("skipped", self._guards.pin_ended, 0)
        repeated: list[Step] = []
        for step in sequence["steps"]:
            if repeated and repeated[0].get("bench") != step.get("bench"):
                self._repeat(repeated)
                repeated = []
            if step.get("key"):
                self._use_key(sequence, step)
            elif not verdict.stopped or step.get("cleanup"):
                self._run_step(step)
            if step.get("bench"):
                repeated.append(step)
        self._repeat(repeated)
        if verdict.nothing_done:
            verdict.outcome = "skipped"
            verdict.reason = "session-objects-refused" if verdict.refused else "mechanism-missing"
        self._clean_up.run(sequence, self._index, last=self._last, logout=self._logout_due)
        self._journal.write(
            {
                "m": "end",
                "s": self._index,
                "outcome": verdict.outcome,
                "reason": verdict.reason,
                "n": verdict.step,
            },
            last=True,
        )

    def _repeat(self, steps: list[Step]) -> None:
        """Repeat an operation that was just made, where every step of it came back as expected."""
        seconds = self._plan.get("bench")
        if (
            not steps
            or not seconds
            or self._verdict.stopped
            or any(step["n"] not in self._done for step in steps)
        ):
            return

        def learn(step: Step, values: dict[str, Any]) -> None:
            self._state.follow(step["call"], self._numbers(step), values)
            for param, name in (step.get("save") or {}).items():
                if param in values:
                    self._scope.save(name, values[param], (), ())
            self._caller.context.variables = self._scope.view()

        self._caller.context.variables = self._scope.view()
        bench.measure(self._caller, steps, seconds, Place(self._index, steps[-1]["n"], (), "bench"), learn)

    def _use_key(self, sequence: Sequence, step: Step) -> None:
        """Make the steps that `KeyUse` completes, all of them when the first is reached."""
        steps = [one for one in sequence["steps"] if one.get("key")]
        if step is not steps[0] or self._verdict.stopped:
            return
        from ckrtool.probe.worker.key_use import KeyUse

        def make(one: Step) -> dict[str, Any]:
            if not self._verdict.stopped:
                self._run_step(one)
            done = self._as_expected and not self._verdict.stopped
            return {**self._scope.view(), "as_expected": done}

        def offers(mechanism: int, one: Step) -> bool:
            slot = self._caller.context.number({"var": "slot"})
            return self._guards.offers(slot, mechanism, CKF_SIGN, Place(self._index, one["n"]))

        def end(reason: str, one: Step) -> None:
            self._verdict.end("skipped", reason, one["n"])

        KeyUse(steps, make, offers, end).run(sequence.get("key") or [])

    def _in_threads(self, step: Step, place: Place) -> None:
        """Make the operation of a step in all sessions at once, each in a thread of its own."""
        from ckrtool.probe.worker import threads

        context = self._caller.context
        sessions = list(self._state.sessions)[: threads.THREADS]
        mechanism, key, expected = 0, None, None
        if "pMechanism" in step["args"]:
            mechanism = int(step["args"]["pMechanism"]["mechanism"])
            expected = threads.DIGEST
        if "hKey" in step["args"]:
            key = context.number(step["args"]["hKey"])
            expected = context.plain({"var": "signature"})
        functions = list(dict.fromkeys((step["call"], step["call"].removesuffix("Init"))))
        lanes = [threads.Lane(one, mechanism, key, threads.DATA, expected) for one in sessions]
        if len(lanes) > 1 and not any(self._caller.missing(name) for name in functions):
            self._as_expected = threads.Threads(self._caller, place, functions, lanes).run()
            if not self._as_expected:
                self._verdict.fail("mismatch", step["n"], step.get("stop", True))

    # --- one step ------------------------------------------------------------------------------------------------

    def _run_step(self, step: Step) -> None:
        was_stopped = self._verdict.stopped
        if step.get("follows") and not self._as_expected:
            self._left_out(step)
            cause = Cause("follows", self._causes.departed)
            self._skip(step, Place(self._index, step["n"]), cause.reason, cause.detail)
            self._spoil(step, cause)
            return
        self._as_expected = True
        try:
            for sources, indices, loop in self._scope.iterations(step):
                self._caller.context.variables = self._scope.view(sources, indices, **loop)
                place = Place(self._index, step["n"], indices, "cleanup" if was_stopped else "step")
                self._try_step(step, place, sources)
                if self._verdict.stopped and not was_stopped:
                    return
        except UnsetError as error:
            self._unset(step, Place(self._index, step["n"]), error)

    def _try_step(self, step: Step, place: Place, sources: tuple[str, ...]) -> None:
        self._verdict.needed += bool(step.get("needs"))
        try:
            if self._shared(step, place):
                return
            self._guards.before_slot(step, place)
            if self._follows_lost(step, place):
                return
            self._guards.needs(step, self._slot_of(step), place)
            if self._without_call(step, place):
                return
            call = self._caller.prepare(step["call"], step["args"])
            numbers = self._numbers(step)
            self._guard(step, call, numbers, place)
            if compare.expects_ok(step):
                self._clean_up.ahead_of(step["call"], numbers, place)
            self._call(step, call, numbers, place, sources)
        except UnsetError as error:
            self._unset(step, place, error)
        except RefusedError as refused:
            self._verdict.lacking += refused.reason == "mechanism-missing"
            self._verdict.excused = True
            self._skip(step, place, refused.reason, refused.detail)
            self._causes.refused(step, self._session_of(step), refused.reason, refused.detail)
            if refused.ends and not step.get("optional"):
                self._verdict.end("skipped", refused.reason, step["n"])
        except ExprError as error:
            self._skip(step, place, "no-pin" if str(error) == "no PIN" else "argument", str(error))
            if str(error) == "no PIN":
                self._verdict.end("skipped", "no-pin", step["n"])
            else:
                self._verdict.fail("argument", step["n"], step.get("stop", True))

    def _without_call(self, step: Step, place: Place) -> bool:
        """Deal with a step whose function is missing, or that is made by several threads; True if it is dealt with."""
        missing = self._caller.missing(step["call"])
        if missing:
            self._missing(step, place, missing)
        elif step.get("threads"):
            self._in_threads(step, place)
        return bool(missing or step.get("threads"))

    def _left_out(self, step: Step) -> None:
        """Count a step that only follows another: where that was refused, or lacks its mechanism, this one lacks it too."""
        verdict = self._verdict
        if step.get("needs"):
            verdict.needed += 1
            verdict.lacking += verdict.outcome == "passed"

    def _follows_lost(self, step: Step, place: Place) -> bool:
        """Leave out a step of an operation that an earlier step could not begin, or lost; True if it is left out."""
        cause = self._causes.of_operation(step, self._session_of(step))
        if cause is None:
            return False
        self._verdict.lacking += bool(step.get("needs")) and self._verdict.outcome == "passed"
        self._skip(step, place, cause.reason, cause.detail)
        self._spoil(step, cause)
        return True

    def _spoil(self, step: Step, cause: Cause) -> None:
        self._causes.left_out(step, self._session_of(step), cause)

    def _session_of(self, step: Step) -> int | None:
        """Return the step's session; None where it has none, or the session was never opened."""
        expr = step["args"].get("hSession")
        try:
            return self._caller.context.number(expr) if expr else None
        except ExprError:
            return None

    def _unset(self, step: Step, place: Place, error: UnsetError) -> None:
        """Skip a step that lacks a variable; where nothing excuses that, the sequence did not see what it came for."""
        cause = self._causes.of_variable(str(error))
        self._skip(step, place, cause.reason, cause.detail)
        self._spoil(step, cause)
        verdict = self._verdict
        verdict.lacking += verdict.refused and bool(step.get("needs"))
        if verdict.outcome == "passed" and not (
            verdict.excused or step.get("optional") or step.get("cleanup")
        ):
            verdict.outcome, verdict.reason, verdict.step = "skipped", cause.reason, step["n"]

    def _skip(self, step: Step, place: Place, reason: str, detail: str | None = None) -> None:
        in_force = reason in ("shared", "login-shared") and step["call"] not in _UNDOES
        self._as_expected = self._as_expected and in_force
        self._journal.write(place.message("skip", step["call"], reason=reason, detail=detail))

    def _missing(self, step: Step, place: Place, why: str) -> None:
        self._as_expected = False
        self._spoil(step, Cause("follows", f"step {step['n']} ({step['call']}) could not be made: {why}"))
        self._journal.write(place.message("missing", step["call"], why=why))
        if step.get("optional"):
            self._verdict.excused = True
            return
        reason = f"missing: {step['call']}"
        if why == "no-such-list":  # an older version of the standard is no fault
            self._verdict.end("skipped", reason, step["n"])
        else:
            self._verdict.fail(reason, step["n"], step.get("stop", True))

    def _numbers(self, step: Step) -> dict[str, int]:
        out: dict[str, int] = {}
        for name in _NUMBERS:
            expr = step["args"].get(name)
            if expr:
                out[name] = self._caller.context.number(expr)
        return out

    def _slot_of(self, step: Step) -> int | None:
        if not step.get("needs"):
            return None
        return self._caller.context.number(step.get("needs_slot") or {"var": "slot"})

    def _guard(self, step: Step, call: Call, numbers: dict[str, int], place: Place) -> None:
        if step["call"] == "C_OpenSession":
            self._guards.before_session(step, numbers, place)
        elif is_login(step["call"]):
            session = numbers.get("hSession", 0)
            self._guards.before_login(
                step, numbers.get("userType"), session, self._state.sessions.get(session), self._pin_length(step), place,
                with_pin=call.carries_pin,
            )  # fmt: skip
        elif hands_over(step):
            self._guards.before_pin(self._state.sessions.get(numbers.get("hSession", 0)), place)

    def _pin_length(self, step: Step) -> int | None:
        expr = step["args"].get("pPin")
        raw = self._caller.context.raw(expr) if expr else None
        if isinstance(raw, Pin):
            raw = raw.secret
        return None if raw is None else len(raw)

    def _call(
        self, step: Step, call: Call, numbers: dict[str, int], place: Place, sources: tuple[str, ...]
    ) -> None:
        met = False

        def check(answer: Answer) -> Message:
            nonlocal met
            more = self._compare(step, numbers, answer)
            met = more["met"]
            return more

        fork = bool(step.get("fork"))
        answer = self._caller.make(call, place, step.get("timeout"), fork, check)
        self._as_expected = self._as_expected and met
        if answer.rv is None:
            self._verdict.fail("child", step["n"], step.get("stop", True))
            return
        rv = normalise(answer.rv)
        self._verdict.judge(step, rv)
        if not fork:
            self._note(step, rv, numbers, place)
        if rv == 0:
            self._learn(step, numbers, answer, place, sources)
        if met:
            self._done.add(step["n"])
        else:
            self._unmet(step, rv)
            if rv == 0 and step.get("cleanup") and step["call"] == "C_FindObjects":
                self._guards.look_at(numbers.get("hSession"), answer.values.get("phObject", []), place)

    def _note(self, step: Step, rv: int, numbers: dict[str, int], place: Place) -> None:
        """Take note of what a call of this process has begun or ended: operations, the use of the PIN."""
        session = numbers.get("hSession")
        self._causes.returned(step, session, rv)
        if is_login(step["call"]):
            self._guards.after_login(step, rv, session or 0)
        elif hands_over(step):
            self._guards.after_pin(rv)
        if rv in DEVICE_TELLS:
            self._guards.ask_device(step["call"], session, place)

    def _compare(self, step: Step, numbers: dict[str, int], answer: Answer) -> Message:
        """Compare with what the step expects, and follow what the call changed; the rest of its `leave` message."""
        assert answer.rv is not None
        rv = normalise(answer.rv)
        more: Message = {"met": compare.rv_expected(step, rv), "bad": []}
        if rv != 0:
            return more
        if more["met"] and step.get("output"):
            more["bad"] = compare.outputs(self._caller.context, step, answer.values)
            more["met"] = not more["bad"]
        if not step.get("fork"):
            made, gone = self._state.follow(step["call"], numbers, answer.values, _lasting(step))
            more.update({"own": [hex(handle) for handle in made]} if made else {})
            more.update({"gone": [hex(handle) for handle in gone]} if gone else {})
        return more

    def _learn(
        self, step: Step, numbers: dict[str, int], answer: Answer, place: Place, sources: tuple[str, ...]
    ) -> None:
        self._guards.saw(step["call"], numbers, answer.values)
        if "pSlotList" in answer.values:
            self._scope.save("no_slot", absent_slot(answer.values["pSlotList"]), (), ())
        for param, name in (step.get("save") or {}).items():
            if param in answer.values:
                self._scope.save(name, answer.values[param], sources, place.iteration)

    def _unmet(self, step: Step, rv: int) -> None:
        self._causes.depart(step, rv)
        if is_login(step["call"]) and self._guards.pin_ended:
            self._verdict.fail("pin-not-accepted", step["n"], True)
        elif rv in (step.get("skip_on") or ()):
            self._verdict.end("skipped", step.get("skip_reason") or "refused", step["n"])
        elif rv in (step.get("refused_on") or ()):
            self._verdict.excused = self._verdict.refused = True
            self._verdict.lacking += bool(step.get("needs"))
        elif step.get("optional"):
            self._verdict.excused = True
        else:
            self._verdict.fail("mismatch", step["n"], step.get("stop", True))

    # --- what the sequences of one worker share --------------------------------------------------------------------

    def _shared(self, step: Step, place: Place) -> bool:
        """Leave out what another sequence of this worker has done or will undo; True if the step is dealt with."""
        reason = self._reason_to_share(step)
        if reason is None:
            return False
        self._skip(step, place, reason)
        if step["call"] == "C_Initialize":
            self._inherited = False  # a second one in this sequence is meant
        return True

    def _reason_to_share(self, step: Step) -> str | None:
        name = step["call"]
        state = self._state
        if not compare.expects_ok(step):
            return None
        if name == "C_Initialize":
            return "shared" if self._inherited else None
        if is_login(name) and state.logged_in and not step.get("relogin"):
            return "login-shared" if state.logged_in == "shared" else "shared"
        if name == "C_Logout" and state.logged_in in _NO_LOGOUT:
            return _NO_LOGOUT[state.logged_in]
        if self._last:
            return None
        if name == "C_Logout" and state.logged_in == "own":
            self._logout_due = True
            return "shared"
        if name == "C_Finalize" and state.logged_in:
            return "shared"
        if name == "C_CloseSession" and state.login_session is not None:
            given = step["args"].get("hSession")
            if given and self._caller.context.number(given) == state.login_session:
                return "shared"
        return None


def _lasting(step: Step) -> bool:
    """Return whether what the step makes may outlast its session: no CKA_TOKEN = false in a template."""
    rows = [expr["template"] for expr in step["args"].values() if "template" in expr]
    return not all(any(row[0] == _CKA_TOKEN and row[2].get("bool") is False for row in one) for one in rows)
