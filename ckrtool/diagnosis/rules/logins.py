"""Missing logins: never made, refused, ended, on another token, by another user, or required for each use of a key."""

from __future__ import annotations

from ckrtool.calls.model.functions import KEYS, USED
from ckrtool.calls.model.sessions import OTHER_LOGGED_IN, UNKNOWN_USER
from ckrtool.calls.model.state import UNKNOWN_SLOT
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import KnownObject, Login, Ref, Slot
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

NEEDS_SO = frozenset({"C_InitPIN"})
LOGINS = frozenset({"C_Login", "C_LoginUser"})
WITHOUT_LOGIN = LOGINS | {
    "C_Initialize", "C_Finalize", "C_GetInfo", "C_GetSlotList", "C_GetSlotInfo", "C_GetTokenInfo", "C_GetMechanismList",
    "C_GetMechanismInfo", "C_WaitForSlotEvent", "C_OpenSession", "C_CloseSession", "C_CloseAllSessions", "C_GetSessionInfo",
    "C_InitToken", "C_GetFunctionList", "C_GetInterface", "C_GetInterfaceList",
}  # fmt: skip
"""Functions that work without a login, so that a missing login does not explain their failure."""
IN_PUBLIC_SESSIONS = frozenset(
    {"C_SetPIN", "C_CancelFunction", "C_GetFunctionStatus", "C_SessionCancel", "C_FindObjectsFinal"}
)
"""Functions that the standard allows without a login, though a token may require one."""
CONTEXT = "CKU_CONTEXT_SPECIFIC"


def _not_logged_in(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    slot = process.slot_of(call)
    if slot is None or (call.function in WITHOUT_LOGIN and call.args.get("userType") != CONTEXT):
        return
    login = slot.login
    if login.user == UNKNOWN_USER:
        return
    if login.user == "CKU_SO" and call.function not in NEEDS_SO:
        yield proven(
            "wrong-user-logged-in", at(login.ref, "logged in as CKU_SO"), user="CKU_SO", needed="CKU_USER"
        )
    elif login.user == "CKU_USER" and call.function in NEEDS_SO:
        yield proven(
            "wrong-user-logged-in", at(login.ref, "logged in as CKU_USER"), user="CKU_USER", needed="CKU_SO"
        )
    elif login.user:
        yield from _context(case)
    else:
        yield from _no_user(case, slot, login)


def _no_user(case: Case, slot: Slot, login: Login) -> Iterator[Cause]:
    """Yield the cause where no user is logged in: the later of the end of a login and a refused login."""
    failed, end = login.failed, login.end
    if end is not None and end.how == "finalized":
        end = None
    if failed is not None and (end is None or failed.ref.line > end.ref.line):
        make = proven if _same_token(case, slot, failed.ref) else likely
        yield make("login-failed", at(failed.ref, "C_Login was refused"), slot=slot.shown)
    elif end is not None and end.how == "logout":
        make = proven if end.sure and _same_token(case, slot, end.ref) else likely
        yield make("logged-out", at(end.ref, "logged out"), slot=slot.shown)
    elif end is not None and end.how == "last-session" and (login.ref is not None or login.user is None):
        evidence = at(end.ref, "closed the last session of the slot")
        make = proven if end.sure and login.user == "" else likely
        yield make("login-ended-with-last-session", evidence, slot=slot.shown)
    else:
        yield from _never_logged_in(case, slot)


def _same_token(case: Case, slot: Slot, ref: Ref) -> bool:
    """Return whether the call at `ref` concerns the same token: the slot is known, or both have the same session."""
    return slot.number != UNKNOWN_SLOT or ref.session == case.call.number_of("hSession")


def _never_logged_in(case: Case, slot: Slot) -> Iterator[Cause]:
    call, process, _ = case
    session = process.session_of(call)
    shown = session is not None and session.opened is not None
    known = process.whole and shown and "sessions" not in process.blind and slot.login.needed is None
    make = proven if known and call.function not in IN_PUBLIC_SESSIONS else likely
    others = [other for other in process.slots.values() if other is not slot and other.login.user]
    for other in others:
        evidence = at(other.login.ref, f"logged in to slot {other.shown}")
        if UNKNOWN_SLOT not in (slot.number, other.number):
            yield make("login-on-other-token", evidence, slot=slot.shown, other=other.shown)
        return
    evidence = here(call, "no C_Login before it")
    if session is not None:
        evidence += at(session.opened, "opened the session")
    needed = "CKU_SO" if call.function in NEEDS_SO else "CKU_USER"
    yield make("never-logged-in", evidence, slot=slot.shown, needed=needed)


def _context(case: Case) -> Iterator[Cause]:
    """Yield the cause where a key requires the PIN for each use (CKA_ALWAYS_AUTHENTICATE)."""
    call, process, _ = case
    session = process.session_of(call)
    if session is None:
        return
    slot = process.slot_of(call)
    for kind in USED.get(call.function, ()):
        operation = session.operations.get(kind)
        if operation is None or operation.key is None:
            continue
        obj = process.object_at(operation.key, session.slot)
        context = slot.login.context if slot else None
        if context is not None and context.ref.line > operation.started.line:
            continue
        evidence = at(operation.started, f"started the operation with key 0x{operation.key:x}")
        if obj is not None and obj.value("CKA_ALWAYS_AUTHENTICATE") is True:
            shown = at(obj.ref("CKA_ALWAYS_AUTHENTICATE"), "CKA_ALWAYS_AUTHENTICATE is true")
            yield proven("context-login-missing", shown + evidence, handle=f"0x{operation.key:x}")
        elif not _needs_no_context_login(obj):
            if obj is not None and "CKA_ALWAYS_AUTHENTICATE" in (obj.named or ()):
                evidence = (
                    at(obj.made, "created the key with a CKA_ALWAYS_AUTHENTICATE that is not shown")
                    + evidence
                )
            yield likely("context-login-missing", evidence, handle=f"0x{operation.key:x}")
        return
    for name in KEYS.get(call.function, ()):
        obj = process.object_of(call, name)
        if obj is not None and obj.value("CKA_ALWAYS_AUTHENTICATE") is True:
            evidence = at(obj.ref("CKA_ALWAYS_AUTHENTICATE"), "CKA_ALWAYS_AUTHENTICATE is true")
            yield likely("context-login-missing", evidence, handle=f"0x{obj.handle:x}")


def _needs_no_context_login(obj: KnownObject | None) -> bool:
    """Return whether the known attributes of a key show that it needs no PIN for each use."""
    if obj is None:
        return False
    if obj.value("CKA_ALWAYS_AUTHENTICATE") is False:
        return True
    if obj.value("CKA_CLASS") not in (None, "CKO_PRIVATE_KEY"):
        return True
    return obj.named is not None and "CKA_ALWAYS_AUTHENTICATE" not in obj.named  # false by default


def _already(case: Case) -> Iterator[Cause]:
    slot = case.process.slot_of(case.call)
    asked = case.call.args.get("userType")
    if slot is None or not slot.login.user or case.call.function not in LOGINS or asked == CONTEXT:
        return
    ref = slot.login.ref
    evidence = at(ref, f"logged in as {slot.login.user}")
    ident = (
        "other-user-logged-in" if isinstance(asked, str) and asked != slot.login.user else "already-logged-in"
    )
    unknown = slot.login.user == UNKNOWN_USER
    make = likely if unknown or (ident == "already-logged-in" and case.call.rv == OTHER_LOGGED_IN) else proven
    yield make(ident, evidence, user="a user" if unknown else slot.login.user, asked=asked or "the user")


RULES = (
    Rule(("CKR_USER_NOT_LOGGED_IN",), _not_logged_in),
    Rule(
        ("CKR_USER_ALREADY_LOGGED_IN", "CKR_USER_ANOTHER_ALREADY_LOGGED_IN", "CKR_USER_TOO_MANY_TYPES"),
        _already,
    ),
)
