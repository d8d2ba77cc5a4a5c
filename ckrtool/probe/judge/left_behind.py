"""Findings on objects that a run created and did not destroy: whether a search afterwards found them on the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.judge.finding import finding
from ckrtool.probe.protocol import LOGIN_CALLS, MAKES_OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe import protocol
    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.reporting.build_report import Meta
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult
    from ckrtool.probe.sequences.sequence import Sequence, Step

TOKEN, LABEL = "1", "3"  # CKA_TOKEN and CKA_LABEL, as keys in the worker's output
_LOST = ("crashed", "exited", "hung")
OBJECT_HANDLE_INVALID = 0x082
_MOST_LOGINS = 3  # the first, and two more after lost workers


def is_search(call: CallResult, step: Step | None) -> bool:
    """Return whether a call is the search for the run's label at the end of a sequence."""
    cleanup = call.kind == "cleanup" if step is None else bool(step.plan.get("cleanup"))
    return call.function == "C_FindObjects" and cleanup


def looked_at(call: CallResult, sequence: SequenceResult) -> list[Finding]:
    """Return CKA_LABEL and CKA_TOKEN of each object that a search found and the worker could read after it."""
    after = sequence.calls[sequence.calls.index(call) + 1 :]
    return [
        one.output["pTemplate"]  # type: ignore[misc]
        for one in after
        if (one.function, one.kind, one.step) == ("C_GetAttributeValue", "guard", call.step)
        and isinstance(one.output.get("pTemplate"), dict)
    ]


def own(call: CallResult, sequence: SequenceResult, label: str) -> list[Finding] | None:
    """Return the found objects that have the run's label; None if the worker could read none of them."""
    seen = looked_at(call, sequence)
    return [one for one in seen if one.get(LABEL) == label] if seen else None


def _nothing_there(call: CallResult, sequence: SequenceResult) -> bool:
    """Return whether all handles that a search returned are invalid (CKR_OBJECT_HANDLE_INVALID)."""
    after = sequence.calls[sequence.calls.index(call) + 1 :]
    asked = [
        one
        for one in after
        if (one.function, one.kind, one.step) == ("C_GetAttributeValue", "guard", call.step)
    ]
    return bool(asked) and all(one.rv == OBJECT_HANDLE_INVALID for one in asked)


def _maker(sequence: SequenceResult) -> str | None:
    """Return the function that created the sequence's objects; None if there are several."""
    made = {call.function for call in sequence.calls if call.function in MAKES_OBJECTS and call.rv == 0}
    return made.pop() if len(made) == 1 else None


def searched(call: CallResult, sequence: SequenceResult, meta: Meta, detail: str) -> Finding:
    """Return the finding on a search for the run's label that returned objects, although none should be on the token."""
    found = own(call, sequence, meta.label)
    handles = f"label {meta.label}, handles {call.output.get('phObject')!r:.200}"
    where = f"in {sequence.name}: {detail}; {handles}"
    if found is None and _nothing_there(call, sequence):
        title = "C_FindObjects returned an invalid object handle"
        return finding("error", "search-wrong", title, where, function=call.function, calls=(call,))
    if found is None:
        title = (
            "a search for the probe's objects found objects on the token whose attributes could not be read"
        )
        return finding("error", "object-left-behind", title, where, function=call.function, calls=(call,))
    if any(one.get(TOKEN) is not False for one in found):
        title = "a session object of the probe was stored on the token"
        return finding(
            "error",
            "object-left-behind",
            title,
            where,
            function=_maker(sequence) or call.function,
            calls=(call,),
        )
    if found:
        title = (
            "C_FindObjectsInit does not honour CKA_TOKEN: a search for token objects finds a session object"
        )
    else:
        title = "C_FindObjectsInit does not filter: a search for one label finds objects with other labels"
    return finding("error", "search-unfiltered", title, where, function="C_FindObjectsInit")


def unsearched(run: RunResult, meta: Meta) -> bool:
    """Return whether a worker was lost that had created objects, or was creating one, and no later sequence searched for them."""
    lost = [at for at, result in enumerate(run.sequences) if _lost_with_objects(result)]
    return bool(lost) and not any(
        _found(result, meta) is not None for result in run.sequences[lost[-1] + 1 :]
    )


def planned(known: Sequence, run: RunResult) -> protocol.Sequence:
    """Return the search for the plan, with a login if all earlier ones succeeded and another is allowed, and without one otherwise."""
    made = known.planned()
    logins = [
        call.rv
        for result in run.sequences
        for call in result.calls
        if call.pin and call.kind == "step" and call.outcome == "returned" and call.met
    ]
    lost = any(call.pin and call.outcome in _LOST for result in run.sequences for call in result.calls)
    if lost or run.login_rv != 0 or len(logins) >= _MOST_LOGINS:
        made["steps"] = [step for step in made["steps"] if step["call"] not in (*LOGIN_CALLS, "C_Logout")]
    return made


def findings(run: RunResult, meta: Meta, lost: set[int]) -> Iterator[Finding]:
    """Yield a finding for each sequence that left objects, with the result of later searches for them.

    Sequences of the workers `lost` are left out: there every call failed from one on, which has its own finding.
    """
    for at, result in enumerate(run.sequences):
        if result.worker in lost:
            continue
        if not result.left_objects and not (result.outcome in _LOST and _lost_with_objects(result)):
            continue
        later = run.sequences[at if result.outcome not in _LOST else at + 1 :]
        searches = [found for one in later if (found := _found(one, meta)) is not None]
        if any(count for count, _ in searches):
            continue  # object-left-behind reports it
        handles = (
            f"handles {', '.join(result.left_objects[:8])}"
            if result.left_objects
            else "created when the worker was lost"
        )
        title = f"{result.name} did not destroy its objects; session objects end with their session"
        yield finding(
            "warning", "session-objects-left", title, f"label {meta.label}, {handles}; {_words(searches)}"
        )


def _words(searches: list[tuple[int, bool]]) -> str:
    if not searches:
        return "no search checked whether one of them is on the token"
    if any(logged_in for _, logged_in in searches):
        return "a search afterwards found none of them on the token"
    return "a search afterwards found none on the token, but it can't find private objects without a login"


def _lost_with_objects(result: SequenceResult) -> bool:
    if result.outcome not in _LOST or not result.calls:
        return False
    last = result.calls[-1].function
    return bool(result.left_objects) or last in MAKES_OBJECTS or last.startswith("Session.generate_key")


def _found(result: SequenceResult, meta: Meta) -> tuple[int, bool] | None:
    """Return the number of objects that a sequence's search found, and whether it was logged in; None if it did not search."""
    for call in result.calls:
        known = meta.step(result.name, call.step) if call.kind in ("step", "cleanup") else None
        if is_search(call, known) and call.outcome == "returned" and call.rv == 0:
            count = call.output.get("pulObjectCount")
            ours = own(call, result, meta.label)
            number = len(ours) if ours is not None else count if isinstance(count, int) else 0
            return number, _logged_in(result)
    return None


def _logged_in(result: SequenceResult) -> bool:
    """Return whether the sequence was logged in, by its own login or by an earlier one in the same worker."""
    return any(
        (call.function in LOGIN_CALLS or call.pin)
        and (call.rv == 0 or (call.outcome == "skipped" and call.reason in ("shared", "login-shared")))
        for call in result.calls
    )
