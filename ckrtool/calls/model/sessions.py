"""Library, sessions and logins of the model: C_Initialize, C_OpenSession, C_Login and their counterparts."""

from __future__ import annotations

from ckrtool.calls.constants import UNAVAILABLE
from ckrtool.calls.model.state import UNKNOWN_SLOT, End, Process, Ref, Session, Try

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.model.state import Slot
    from ckrtool.calls.record import Call

OK, ALREADY = 0, 0x191
PIN_INCORRECT, PIN_INVALID, PIN_LEN_RANGE, PIN_LOCKED = 0xA0, 0xA1, 0xA2, 0xA4
ALREADY_LOGGED_IN, OTHER_LOGGED_IN = 0x100, 0x104
NOT_INITIALIZED = 0x190
MOST_TRIES = 64
UNKNOWN_USER = "?"
"""Stands in `Login.user` for a user whose type is not shown."""


def _initialize(process: Process, call: Call) -> None:
    if call.rv == OK:
        process.library = "initialised"
        process.library_ref = process.initialised = Ref(call)
    elif call.rv == ALREADY:
        process.library = "initialised"
        process.library_ref = process.library_ref or Ref(call)
    elif call.rv is not None and process.library != "initialised":
        process.library = "failed"
        process.library_ref = Ref(call)


def _finalize(process: Process, call: Call) -> None:
    if call.rv != OK:
        if call.rv is None:
            process.library = None
        return
    process.library = "finalised"
    process.library_ref = Ref(call)
    for session in list(process.sessions.values()):
        close(process, session, End("finalized", call))
    for slot in process.slots.values():
        slot.login.user = ""
        slot.login.end = End("finalized", call)
        slot.login.context = None
    for obj in process.objects.values():
        if obj.end is None:
            obj.end = End("finalized", call)
    process.last_search = None


def close(process: Process, session: Session, end: End) -> None:
    """Close a session and destroy its session objects; if it was the last session with the token, end the login."""
    process.sessions.pop(session.handle, None)
    session.end = end
    process.closed[session.handle] = session
    for obj in process.owned.pop(session.handle, ()):
        if obj.end is not None:
            continue
        if obj.value("CKA_TOKEN") is False:
            obj.end = End("owner-closed", _EndingCall(end))  # type: ignore[arg-type]
        elif obj.value("CKA_TOKEN") is None:  # its value is not shown
            obj.end = End("owner-closed", _EndingCall(end), sure=False)  # type: ignore[arg-type]
    if end.how == "finalized":
        return
    if session.slot is None:
        if not process.sessions:
            _log_out(process, UNKNOWN_SLOT, end, sure=False)
    elif not process.has_session_on(session.slot):
        process.slot(session.slot).emptied = end.ref
        _log_out(process, session.slot, end, sure=process.whole and "sessions" not in process.blind)


class _EndingCall:
    """The call that caused an end, in the form that `End` takes."""

    def __init__(self, end: End) -> None:
        self.shown_at = end.ref.line
        self.function = end.ref.function
        self.certain = end.ref.certain
        self.rv = end.rv

    @staticmethod
    def number_of(_name: str) -> None:
        """Return None, because the arguments of the call are not kept."""


def _log_out(process: Process, slot: int, end: End, *, sure: bool) -> None:
    login = process.slot(slot).login
    if login.user is None and not process.whole:  # a user may have logged in before the start of the trace
        login.end = End("last-session", _EndingCall(end), sure=False)  # type: ignore[arg-type]
    if login.user:
        login.user = "" if sure else None
        login.end = End("last-session", _EndingCall(end), sure=sure)  # type: ignore[arg-type]
        login.context = None
        for obj in process.objects.values():
            if obj.slot == slot and obj.end is None and obj.value("CKA_PRIVATE") is True:
                obj.end = End("last-session", _EndingCall(end), sure=sure)  # type: ignore[arg-type]


def _open(process: Process, call: Call) -> None:
    if call.rv != OK:
        process.open_failed = Ref(call)
        return
    process.opened += 1
    process.open_failed = None
    handle = call.outputs.get("phSession")
    if not isinstance(handle, int):
        process.blind.add("sessions")
        return
    session = Session(handle)
    session.slot = call.number_of("slotID")
    session.flags = call.number_of("flags")
    session.flags_ref = session.opened = Ref(call)
    process.closed.pop(handle, None)
    # If the number is in use, its session has ended without the trace showing it.
    process.sessions.pop(handle, None)
    process.sessions[handle] = session


def _close(process: Process, call: Call) -> None:
    handle = call.number_of("hSession")
    if handle is None:
        if call.rv == OK:
            process.sessions.clear()
            process.blind.add("sessions")
        return
    session = process.sessions.get(handle)
    if call.rv == OK:
        if session is None:
            session = Session(handle)
        close(process, session, End("closed", call))
    elif call.rv is None and session is not None:
        process.sessions.pop(handle)


def _close_all(process: Process, call: Call) -> None:
    slot = call.number_of("slotID")
    if call.rv != OK:
        return
    for session in list(process.sessions.values()):
        if slot is None or session.slot is None:
            close(process, session, End("all-closed", call, sure=False))
        elif session.slot == slot:
            close(process, session, End("all-closed", call))
    if slot is not None:
        process.slot(slot).emptied = Ref(call)
        login = process.slot(slot).login
        login.user = ""
        login.end = End("last-session", call)
        login.context = None


def session_for(process: Process, call: Call) -> Session | None:
    """Return the session of a call, which is added if the call succeeded with an unknown handle; None for a failed one."""
    handle = call.number_of("hSession")
    if handle is None:
        return None
    session = process.sessions.get(handle)
    if session is None and call.rv == OK:
        session = process.sessions[handle] = Session(handle)
        process.closed.pop(handle, None)
    return session


def _info(process: Process, call: Call) -> None:
    session = session_for(process, call)
    info = call.outputs.get("pInfo")
    if session is None or call.rv != OK or not isinstance(info, dict):
        return
    if session.slot is None and isinstance(info.get("slotID"), int):
        session.slot = info["slotID"]
    if session.flags is None and isinstance(info.get("flags"), int):
        session.flags = info["flags"]
        session.flags_ref = Ref(call)
    state = info.get("state")
    if session.slot is None or not isinstance(state, str):
        return
    login = process.slot(session.slot).login
    user = "CKU_USER" if "USER" in state else "CKU_SO" if "SO" in state else "" if "PUBLIC" in state else None
    if login.user is None and user is not None:
        login.user = user
        login.ref = Ref(call)


def _login(process: Process, call: Call) -> None:
    session = session_for(process, call)
    slot = process.slot_of(call)
    user = call.args.get("userType")
    user = user if isinstance(user, str) else UNKNOWN_USER if call.rv == OK else None
    if session is None or slot is None:
        return
    login = slot.login
    pin = call.buffer("pPin")
    attempt = Try(call, user, pin.length if pin and not pin.null else None)
    if call.rv == OK:
        slot.refused.clear()
        if user is not None:
            slot.accepted[user] = attempt
        if user == "CKU_CONTEXT_SPECIFIC":
            login.context = End("given", call)
            return
        login.user = user
        login.ref = Ref(call)
        login.end = login.failed = None
    elif call.rv in (ALREADY_LOGGED_IN, OTHER_LOGGED_IN):
        if login.user in (None, "") and user is not None and call.rv == ALREADY_LOGGED_IN:
            login.user = user
            login.ref = None
    elif call.rv is None:
        login.user = None
    else:
        login.failed = End("refused", call)
        if (
            call.rv in (PIN_INCORRECT, PIN_INVALID, PIN_LEN_RANGE, PIN_LOCKED)
            and len(slot.refused) < MOST_TRIES
        ):
            slot.refused.append(attempt)


def _logout(process: Process, call: Call) -> None:
    session_for(process, call)
    slot = process.slot_of(call)
    if slot is None or call.rv != OK:
        return
    if no_user(process, slot) and not call.hole:
        return  # some modules return CKR_OK even so
    ref = slot.login.ref
    sure = bool(slot.login.user) and (ref is None or process.hole < ref.line)
    slot.login.user = ""
    slot.login.end = End("logout", call, sure=sure)
    slot.login.context = None
    for obj in process.objects.values():
        if obj.slot in (slot.number, None) and obj.end is None and obj.value("CKA_PRIVATE") is True:
            obj.end = End("logout", call, sure=sure)


def no_user(process: Process, slot: Slot) -> bool:
    """Return whether the trace shows that no user is logged in."""
    if slot.number == UNKNOWN_SLOT or process.slot(UNKNOWN_SLOT).login.user:
        return False
    return slot.login.user == "" or (
        slot.login.user is None and process.whole and "sessions" not in process.blind
    )


def _set_pin(process: Process, call: Call) -> None:
    """Record a PIN that C_SetPIN or C_InitPIN accepted or refused, by its length."""
    session_for(process, call)
    slot = process.slot_of(call)
    if slot is None:
        return
    if call.function == "C_InitPIN":
        pin = call.buffer("pPin")
        if call.rv == OK:
            slot.accepted["CKU_USER"] = Try(call, "CKU_USER", pin.length if pin else None)
            slot.refused.clear()
        return
    user = "CKU_SO" if slot.login.user == "CKU_SO" else "CKU_USER"
    if call.rv == OK:
        pin = call.buffer("pNewPin")
        slot.accepted[user] = Try(call, user, pin.length if pin else None)
        slot.refused.clear()
    elif call.rv == PIN_INCORRECT and len(slot.refused) < MOST_TRIES:
        pin = call.buffer("pOldPin")
        slot.refused.append(Try(call, user, pin.length if pin else None))


def limit(value: object) -> int | None:
    """Return a limit that a structure contains; None if it is unavailable or 0 (CK_EFFECTIVELY_INFINITE)."""
    return value if isinstance(value, int) and value not in UNAVAILABLE and value != 0 else None


HANDLERS: dict[str, Callable[[Process, Call], None]] = {
    "C_Initialize": _initialize,
    "C_Finalize": _finalize,
    "C_OpenSession": _open,
    "C_CloseSession": _close,
    "C_CloseAllSessions": _close_all,
    "C_GetSessionInfo": _info,
    "C_Login": _login,
    "C_LoginUser": _login,
    "C_Logout": _logout,
    "C_SetPIN": _set_pin,
    "C_InitPIN": _set_pin,
}
