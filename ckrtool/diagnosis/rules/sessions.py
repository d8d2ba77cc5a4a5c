"""Invalid session handles (closed, never opened, or of another process) and too many open sessions."""

from __future__ import annotations

from ckrtool.calls.model.sessions import limit
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule
from ckrtool.diagnosis.rules.library import parent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import Session
    from ckrtool.diagnosis.cause import Cause, Evidence
    from ckrtool.diagnosis.rule import Case

ENDS = {"closed": "session-closed", "all-closed": "sessions-all-closed", "finalized": "library-finalized"}
MOST_CITED = 5
RW = 2


def _invalid(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    handle = call.number_of("hSession")
    if handle is None or handle in process.sessions:
        return
    name = f"0x{handle:x}"
    gone = process.closed.get(handle)
    if gone is not None and gone.end is not None:
        event = (
            "closed all sessions of the slot" if gone.end.how == "all-closed" else f"closed session {name}"
        )
        make = proven if gone.end.sure else likely
        yield make(ENDS[gone.end.how], at(gone.end.ref, event), session=name, function=call.function)
        return
    if (found := _other_process(case, handle)) is not None:
        yield found
        return
    seen = process.whole and "sessions" not in process.blind
    known = seen and all(other.whole or other.number is None for other in case.model.processes.values())
    failed = at(process.open_failed, "C_OpenSession failed")
    evidence = here(call, f"session {name} was never opened") + failed
    if known:
        yield proven("session-never-opened", evidence, session=name)
    elif seen or handle == 0 or failed:
        yield likely("session-never-opened", evidence, session=name)


def _other_process(case: Case, handle: int) -> Cause | None:
    """Return the cause if another process of the trace opened the session, else None."""
    process = case.process
    if process.number is None:
        return None
    for other in case.model.processes.values():
        if other.number in (None, process.number):
            continue
        session = other.sessions.get(handle) or other.closed.get(handle)
        if session is None or session.opened is None:
            continue
        evidence = at(session.opened, f"process {other.number} opened session 0x{handle:x}")
        if parent(case) is not None and process.library is None and not process.whole:
            return proven("forked", evidence, process=process.number, other=other.number)
        make = proven if process.whole and "sessions" not in process.blind else likely
        return make(
            "session-of-other-process",
            evidence,
            session=f"0x{handle:x}",
            process=process.number,
            other=other.number,
        )
    return None


def _too_many(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    slot = process.slot_of(call)
    if call.function != "C_OpenSession" or slot is None:
        return
    mine = [session for session in process.sessions.values() if session.slot == slot.number]
    token = slot.token or {}
    limits = [("ulMaxSessionCount", mine)]
    if (call.number_of("flags") or 0) & RW:
        limits.append(("ulMaxRwSessionCount", [session for session in mine if (session.flags or 0) & RW]))
    for name, counted in limits:
        most = limit(token.get(name))
        if most is not None and len(counted) >= most:
            evidence = at(slot.token_ref, f"{name} is {most}") + _opened(counted)
            yield proven("session-limit", evidence, count=len(counted), most=most)
            return
    if len(mine) > 1:
        most = limit(token.get("ulMaxSessionCount"))
        shown = at(slot.token_ref, f"ulMaxSessionCount is {most}") if most else ()
        yield likely("session-limit", _opened(mine) + shown, count=len(mine), most=most or "fewer")


def _opened(sessions: list[Session]) -> tuple[Evidence, ...]:
    """Return the calls that opened the first few sessions, as evidence."""
    shown = sessions[:MOST_CITED]
    return tuple(
        item
        for session in shown
        for item in at(session.opened, f"opened session 0x{session.handle:x}, still open")
    )


RULES = (
    Rule(("CKR_SESSION_HANDLE_INVALID", "CKR_SESSION_CLOSED"), _invalid, vague=True),
    Rule(("CKR_SESSION_COUNT",), _too_many),
)
