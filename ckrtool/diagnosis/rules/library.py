"""The library was not initialised, was finalised, was initialised twice, or was initialised before a fork."""

from __future__ import annotations

from ckrtool.calls.model.replay import BEGINNINGS
from ckrtool.calls.record import NULL, POINTER
from ckrtool.diagnosis.cause import at, here, likely, possible, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import Process
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

MUTEXES = ("CreateMutex", "DestroyMutex", "LockMutex", "UnlockMutex")


def parent(case: Case) -> Process | None:
    """Return another process of the trace that initialised the library, if this one did not; None if there is none."""
    process = case.process
    if process.number is None or process.initialised is not None:
        return None
    for other in case.model.processes.values():
        if other.number not in (None, process.number) and other.initialised is not None:
            return other
    return None


def _not_initialised(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    ref = process.library_ref
    if call.function in BEGINNINGS:
        return
    if process.library == "finalised":
        yield proven("library-finalized", at(ref, "the library was finalised"), function=call.function)
    elif process.library == "failed":
        yield proven("initialize-failed", at(ref, "C_Initialize failed"), function=call.function)
    elif process.library is None:
        other = parent(case)
        if other is not None:
            evidence = at(other.initialised, f"process {other.number} initialised the library")
            # A process whose first call is shown may as well be another program, which has no parent here.
            make = likely if process.whole else proven
            yield make("forked", evidence, process=process.number, other=other.number)
        if process.whole:
            yield proven(
                "not-initialized-yet",
                here(call, f"{call.function} before C_Initialize"),
                function=call.function,
            )
        elif other is None:
            yield likely(
                "not-initialized-yet", here(call, "no C_Initialize before it"), function=call.function
            )


def _already(case: Case) -> Iterator[Cause]:
    if case.call.function != "C_Initialize":
        return
    ref = case.process.initialised
    other = parent(case)
    if ref is not None and case.process.library == "initialised":
        yield proven("already-initialized", at(ref, "the library was initialised"))
    elif other is not None:
        # Not proven: the call that initialised this process may stand before the trace, or not be logged.
        yield likely(
            "already-initialized",
            at(other.initialised, f"process {other.number} initialised the library before the fork"),
        )
    else:
        yield likely("already-initialized", here(case.call, "the library reports that it is initialised"))


def _init_args(case: Case) -> Iterator[Cause]:
    call = case.call
    structure = call.args.get("pInitArgs")
    if call.function == "C_Initialize" and isinstance(structure, dict):
        shown = {name: structure[name] for name in MUTEXES if name in structure}
        given = [name for name, value in shown.items() if value is not NULL]
        if len(shown) == len(MUTEXES) and 0 < len(given) < len(MUTEXES):
            missing = ", ".join(name for name in MUTEXES if name not in given)
            yield proven(
                "mutexes-incomplete", here(call, f"{', '.join(given)} without {missing}"), missing=missing
            )
        if structure.get("pReserved", NULL) is not NULL:
            yield proven("reserved-not-null", here(call, "pReserved is not NULL"), argument="pReserved")
    for name in ("pReserved", "pRserved"):
        if call.args.get(name) is POINTER:
            yield proven("reserved-not-null", here(call, f"{name} is not NULL"), argument=name)
    if call.function == "C_Finalize" and "pReserved" not in call.args:
        yield possible("reserved-not-null", argument="pReserved")


RULES = (
    Rule(("CKR_CRYPTOKI_NOT_INITIALIZED",), _not_initialised, vague=True),
    Rule(("CKR_CRYPTOKI_ALREADY_INITIALIZED",), _already),
    Rule(("CKR_ARGUMENTS_BAD", "CKR_CANT_LOCK"), _init_args, vague=True),
)
