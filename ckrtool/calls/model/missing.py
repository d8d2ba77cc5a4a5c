"""Effects of calls that no earlier call of the trace explains: calls before them are missing, or the module was used elsewhere."""

from __future__ import annotations

from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.model.functions import HANDLES, INIT, USED
from ckrtool.calls.model.objects import MADE_AT
from ckrtool.calls.model.sessions import ALREADY_LOGGED_IN, OTHER_LOGGED_IN, no_user
from ckrtool.calls.model.state import Ref
from ckrtool.calls.record import NULL
from ckrtool.calls.shows import partial, shows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.model.state import Process
    from ckrtool.calls.record import Call

OK = 0
LOGINS = frozenset({"C_Login", "C_LoginUser"})
WITHOUT_LIBRARY = frozenset(
    {"C_GetFunctionList", "C_GetInterface", "C_GetInterfaceList", "C_Initialize", "C_Finalize"}
)
OF_SESSION = frozenset(
    name for name, row in FUNCTIONS.items() if any(item == "hSession" for _, item in row[2])
)
PRIVATE_USES = frozenset({"C_SignInit", "C_SignRecoverInit", "C_DecryptInit", "C_UnwrapKey", "C_DeriveKey"})
MAKES = frozenset({*MADE_AT, "C_GenerateKeyPair"})


def lacks_calls(process: Process, call: Call) -> bool:
    """Return whether a call shows that the trace lacks calls before it, or does not show all of this one."""
    if partial(call.dialect):
        return False
    if call.rv is None:
        return True  # its return, and so its effect, is not shown
    if call.function in OF_SESSION and call.number_of("hSession") is None and shows(call.dialect, "handles"):
        return True
    if call.function in LOGINS and call.rv in (ALREADY_LOGGED_IN, OTHER_LOGGED_IN):
        slot = process.slot_of(call)
        return slot is None or not slot.login.user
    if call.rv != OK:
        return False
    return _unexplained(process, call) or (process.whole and _unknown(process, call))


def _unexplained(process: Process, call: Call) -> bool:
    """Return whether a success contradicts what earlier calls show."""
    if call.function == "C_OpenSession":
        return call.number_of("slotID") is None or call.outputs.get("phSession") in process.sessions
    if call.function == "C_GetSessionInfo":
        return _state_differs(process, call)
    if call.function in LOGINS:
        slot = process.slot_of(call)
        return (
            slot is not None and bool(slot.login.user) and call.args.get("userType") != "CKU_CONTEXT_SPECIFIC"
        )
    if call.function in INIT:
        session = process.session_of(call)
        active = session is not None and INIT[call.function] in session.operations
        return active and call.args.get("pMechanism") is not NULL
    objects = (process.object_of(call, name) for name in HANDLES.get(call.function, ()))
    return any(obj is not None and obj.end is not None and obj.end.sure for obj in objects)


def _state_differs(process: Process, call: Call) -> bool:
    """Return whether the state of a session shows another user than the calls do."""
    slot = process.slot_of(call)
    info = call.outputs.get("pInfo")
    state = info.get("state") if isinstance(info, dict) else None
    if slot is None or not isinstance(state, str) or (slot.login.user is None and not process.whole):
        return False
    return ("PUBLIC" in state) == bool(slot.login.user)


def _unknown(process: Process, call: Call) -> bool:
    """Return whether a success needs something that no call of a trace shows which is shown from its start."""
    if process.library != "initialised" and call.function not in WITHOUT_LIBRARY:
        return True
    if call.function in OF_SESSION and "sessions" not in process.blind:
        handle = call.number_of("hSession")
        if handle is not None and handle not in process.sessions:
            return True
    if "objects" not in process.blind and any(
        call.number_of(name) and process.object_of(call, name) is None
        for name in HANDLES.get(call.function, ())
    ):
        return True
    if call.function in ("C_Logout", "C_InitPIN"):
        slot = process.slot_of(call)
        # Some modules return CKR_OK without a login; unbroken numbers show that none is missing.
        return call.number is None and slot is not None and slot.login.user is None and no_user(process, slot)
    return _not_begun(process, call)


def _not_begun(process: Process, call: Call) -> bool:
    """Return whether a call continued an operation that was not begun; after a size query, it may only seem to have ended."""
    session = process.session_of(call)
    if session is None or session.opened is None:
        return False
    for kind in USED.get(call.function, ()):
        end = session.ended.get(kind)
        if kind not in session.operations and (end is None or end.how != "finished"):
            return True
    return False


def needs_login(process: Process, call: Call) -> None:
    """Record a success that most tokens grant to a user only, where no user is known to be logged in.

    Where calls are numbered, the numbers show whether a login is missing.
    """
    if call.rv != OK or not (
        call.function in HANDLES or call.function in MAKES or call.function in PRIVATE_USES
    ):
        return
    slot = process.slot_of(call)
    if slot is None or slot.login.user:
        return
    if call.function in MAKES:
        template = call.template(
            "pPrivateKeyTemplate" if call.function == "C_GenerateKeyPair" else "pTemplate"
        )
        values = [item.value for item in template if item.name == "CKA_PRIVATE"]
        private = values[0] is not False if values else call.function == "C_GenerateKeyPair"
    else:
        objects = [process.object_of(call, name) for name in HANDLES.get(call.function, ())]
        shown = [obj.value("CKA_PRIVATE") for obj in objects if obj is not None]
        private = True in shown or (call.function in PRIVATE_USES and shown != [False])
    if private:
        slot.login.needed = Ref(call)
