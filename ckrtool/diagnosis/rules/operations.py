"""Operations that were not started, have ended, were started in another session, or are still active."""

from __future__ import annotations

from itertools import islice

from ckrtool.calls.model.functions import BEGIN, INIT, USED
from ckrtool.calls.shows import partial
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import Session
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

MOST_SEARCHED = 256
"""Number of open sessions, newest first, in which an operation of another session is searched for."""
ENDS = {
    "finished": ("operation-ended", "ended the operation"),
    "cancelled": ("operation-ended", "cancelled the operation"),
    "error": ("operation-ended-by-error", "failed, which ended the operation"),
    "start-failed": ("operation-start-failed", "failed, so no operation was started"),
}


def _not_begun(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    session = process.session_of(call)
    kinds = USED.get(call.function, ())
    if session is None:
        handle = call.number_of("hSession")
        if kinds and handle is not None and handle not in process.closed:
            evidence = here(call, f"no {BEGIN[kinds[0]]} before it")
            yield likely("operation-never-started", evidence, begin=BEGIN[kinds[0]], session=f"0x{handle:x}")
        return
    if call.args.get("userType") == "CKU_CONTEXT_SPECIFIC" and not session.operations:
        make = proven if session.opened else likely
        yield make(
            "operation-never-started",
            here(call, "no operation is active"),
            text=f"no operation is active in session 0x{session.handle:x}",
            begin="the Init function",
        )
    for kind in kinds:
        if kind in session.operations:
            continue
        end = session.ended.get(kind)
        begin = BEGIN[kind]
        name = f"0x{session.handle:x}"
        if end is not None:
            ident, text = ENDS[end.how]
            make = proven if end.sure else likely
            yield make(ident, at(end.ref, text), begin=begin, session=name, function=call.function)
            continue
        other = _in_other_session(case, session, kind)
        if other is not None:
            started = other.operations[kind].started
            make = proven if session.opened else likely
            evidence = at(started, f"started it in session 0x{other.handle:x}")
            yield make(
                "operation-in-other-session", evidence, begin=begin, session=name, other=f"0x{other.handle:x}"
            )
            continue
        all_seen = session.opened is not None and len(process.sessions) <= MOST_SEARCHED
        make = proven if all_seen else likely
        evidence = here(call, f"no {begin} in session {name} before it")
        yield make("operation-never-started", evidence, begin=begin, session=name)


def _in_other_session(case: Case, session: Session, kind: str) -> Session | None:
    """Return the other session in which an operation of this kind was started last; None if there is none."""
    newest = islice(reversed(case.process.sessions.values()), MOST_SEARCHED)
    others = [other for other in newest if other is not session and kind in other.operations]
    return max(others, key=lambda other: other.operations[kind].started.line) if others else None


def _active(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    session = process.session_of(call)
    if session is None:
        return
    wanted = INIT.get(call.function)
    required = USED.get(call.function, ())
    active = [operation for operation in session.operations.values() if operation.kind not in required]
    same = [operation for operation in active if operation.kind == wanted]
    for operation in same or active:
        ident = "search-still-active" if operation.kind == "search" else "operation-still-active"
        evidence = at(operation.started, f"started it in session 0x{session.handle:x}")
        make = proven if wanted and not partial(call.dialect) else likely
        yield make(ident, evidence, session=f"0x{session.handle:x}", begin=operation.started.function)


RULES = (
    Rule(("CKR_OPERATION_NOT_INITIALIZED",), _not_begun, vague=True),
    Rule(("CKR_OPERATION_ACTIVE",), _active),
)
