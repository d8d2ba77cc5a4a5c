"""Operations of sessions: a size query does not end an operation; an error other than CKR_BUFFER_TOO_SMALL does."""

from __future__ import annotations

from ckrtool.calls.model.functions import FINAL, INIT, OUTPUT, SINGLE, UPDATE
from ckrtool.calls.model.objects import apply_search
from ckrtool.calls.model.sessions import session_for
from ckrtool.calls.model.state import End, Made, Operation, Process, Ref, Session
from ckrtool.calls.record import NULL, Buffer
from ckrtool.calls.shows import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.record import Call

BUFFER_TOO_SMALL, OPERATION_ACTIVE, NOT_INITIALIZED = 0x150, 0x90, 0x91
UNCHANGED = frozenset({0xB3, 0xB0, 0x190, OPERATION_ACTIVE, NOT_INITIALIZED})
"""Codes of calls that failed before they reached the operation."""
MOST_MADE = 512


def size_query(call: Call) -> bool | None:
    """Return whether a call asked only for the length of its output; None if the trace does not show it."""
    name = OUTPUT.get(call.function)
    if name is None:
        return False
    given, needed = call.args.get("pulCount"), call.outputs.get(name)
    if (
        call.rv == BUFFER_TOO_SMALL
        and isinstance(given, int)
        and isinstance(needed, Buffer)
        and needed.length
    ):
        return not 0 < given < needed.length  # an uninitialised count means a size query
    for shown in (call.args.get(name), call.outputs.get(name)):
        if shown is NULL:
            return True
        if isinstance(shown, Buffer):
            return shown.null
        if shown is not None:
            return False
    if partial(call.dialect) or (name not in call.args and call.rv == 0):
        return None
    return None if call.rv else False


def _init(process: Process, call: Call) -> None:
    kind = INIT[call.function]
    if kind == "search":
        apply_search(process, call)
    session = session_for(process, call)
    if session is None:
        return
    if call.rv == 0:
        if call.args.get("pMechanism") is NULL:  # 3.0: ends the operation
            session.operations.pop(kind, None)
            session.ended[kind] = End("cancelled", call)
            return
        session.operations[kind] = Operation(kind, call)
        session.ended.pop(kind, None)
    elif call.rv is None:
        session.operations.pop(kind, None)
        session.ended.pop(kind, None)
    elif call.rv != OPERATION_ACTIVE and kind not in session.operations:
        session.ended[kind] = End("start-failed", call)


def _used(process: Process, call: Call, kinds: tuple[str, ...], *, last: bool) -> None:
    session = session_for(process, call) or _session_before_trace(process, call)
    if session is not None and call.rv == NOT_INITIALIZED:
        for kind in kinds:  # the operation has ended, for an unknown reason
            session.operations.pop(kind, None)
    if session is None or call.rv == BUFFER_TOO_SMALL or call.rv in UNCHANGED:
        return
    for kind in kinds:
        if call.rv is None:
            session.operations.pop(kind, None)
            session.ended.pop(kind, None)
        elif call.rv:
            _failed(session, kind, call)
        elif last:
            _ended(session, kind, call)
        elif kind not in session.operations:
            session.operations[kind] = Operation(kind, call)
            session.ended.pop(kind, None)


def _session_before_trace(process: Process, call: Call) -> Session | None:
    """Return a new session for a failed call if session and operation may have started before the trace, else None."""
    handle = call.number_of("hSession")
    known = process.whole and "sessions" not in process.blind
    if handle is None or known or not call.rv or call.rv in UNCHANGED or handle in process.closed:
        return None
    session = process.sessions[handle] = Session(handle)
    return session


def _failed(session: Session, kind: str, call: Call) -> None:
    """End an operation by an error; if its start is not shown, that is uncertain, as it may have ended before."""
    begun = session.operations.pop(kind, None)
    if begun is not None or session.opened is None or partial(call.dialect):
        session.ended[kind] = End("error", call, sure=begun is not None)


def _ended(session: Session, kind: str, call: Call) -> None:
    query = size_query(call)
    if query:
        session.sized[kind] = (_length(call), Ref(call))
        return
    # If it is not shown whether this was a size query, assume that it was not: a later call of the operation corrects that.
    session.operations.pop(kind, None)
    session.ended[kind] = End("finished", call)
    session.sized.pop(kind, None)


def _length(call: Call) -> int | None:
    found = call.outputs.get(OUTPUT.get(call.function, ""))
    return found.length if isinstance(found, Buffer) else None


def _single(process: Process, call: Call) -> None:
    _keep_output(process, call)
    _used(process, call, (SINGLE[call.function][0],), last=True)


def _final(process: Process, call: Call) -> None:
    kind = FINAL[call.function][0]
    if kind == "search":
        apply_search(process, call)
    _used(process, call, (kind,), last=True)


def _update(process: Process, call: Call) -> None:
    if call.function == "C_FindObjects":
        apply_search(process, call)
        session = session_for(process, call)
        if session is None:
            return
        if call.rv == 0 and "search" not in session.operations:
            session.operations["search"] = Operation("search", call)
        elif call.rv and "search" in session.operations:
            session.operations["search"].failed = True
        return
    session = process.session_of(call)
    if session is not None and call.rv == 0:
        part = call.buffer("pPart") or call.buffer("pEncryptedPart")
        for kind in UPDATE[call.function]:
            if kind in session.operations and part is not None and part.length:
                session.operations[kind].fed += part.length
    _used(process, call, UPDATE[call.function], last=False)


def _keep_output(process: Process, call: Call) -> None:
    """Keep signatures and ciphertexts, to detect whether a later verification or decryption gets them unchanged."""
    if call.rv != 0 or call.function not in ("C_Sign", "C_Encrypt"):
        return
    made = call.outputs.get("pSignature" if call.function == "C_Sign" else "pEncryptedData")
    data = call.buffer("pData")
    if not isinstance(made, Buffer) or not made.shown or made.null:
        return
    session = process.session_of(call)
    operation = (
        session.operations.get("sign" if call.function == "C_Sign" else "encrypt") if session else None
    )
    held = process.made["sign" if call.function == "C_Sign" else "encrypt"]
    held[made.shown] = Made(
        made.length, data.data if data else None, Ref(call), operation.mechanism if operation else None
    )
    if len(held) > MOST_MADE:
        del held[next(iter(held))]


def _keep_wrapped(process: Process, call: Call) -> None:
    """Keep a wrapped key, to detect whether a later C_UnwrapKey gets it unchanged."""
    made = call.outputs.get("pWrappedKey")
    if call.rv == 0 and isinstance(made, Buffer) and made.shown and not made.null:
        mechanism = call.mechanism()
        held = process.made["wrap"]
        held[made.shown] = Made(made.length, None, Ref(call), mechanism.name if mechanism else None)
        if len(held) > MOST_MADE:
            del held[next(iter(held))]


def _cancel(process: Process, call: Call) -> None:
    session = session_for(process, call)
    if session is not None and call.rv == 0:
        for kind in tuple(session.operations):
            session.operations.pop(kind)
            session.ended[kind] = End("cancelled", call)


HANDLERS: dict[str, Callable[[Process, Call], None]] = {
    **dict.fromkeys(INIT, _init),
    **dict.fromkeys(SINGLE, _single),
    **dict.fromkeys(FINAL, _final),
    **dict.fromkeys(UPDATE, _update),
    "C_SessionCancel": _cancel,
    "C_WrapKey": _keep_wrapped,
}
