"""Session flags and user types: read-only, read-write, serial."""

from __future__ import annotations

from ckrtool.calls.model.objects import MADE_AT
from ckrtool.diagnosis.cause import at, here, likely, proven
from ckrtool.diagnosis.rule import Rule
from ckrtool.diagnosis.rules.attributes import TEMPLATES
from ckrtool.diagnosis.rules.logins import LOGINS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

RW, SERIAL = 2, 4
MAKES = frozenset({*MADE_AT, "C_GenerateKeyPair"})
USERS = frozenset({"CKU_SO", "CKU_USER", "CKU_CONTEXT_SPECIFIC"})


def _read_only(case: Case) -> Iterator[Cause]:
    session = case.process.session_of(case.call)
    if session is None or session.flags is None:
        if session is not None:
            yield likely(
                "session-read-only",
                here(case.call, "the session's flags are not shown"),
                session=f"0x{session.handle:x}",
            )
        return
    if not session.flags & RW:
        evidence = at(session.flags_ref, f"opened session 0x{session.handle:x} without CKF_RW_SESSION")
        make = proven if _writes(case) else likely
        yield make("session-read-only", evidence, session=f"0x{session.handle:x}")


def _writes(case: Case) -> bool:
    """Return whether a call changes a token object or a PIN; True too if the trace does not show a session object."""
    call = case.call
    if call.function in ("C_SetPIN", "C_InitPIN"):
        return True
    if call.function in ("C_DestroyObject", "C_SetAttributeValue"):
        obj = case.process.object_of(call, "hObject")
        return obj is None or obj.value("CKA_TOKEN") is not False
    if call.function not in MAKES:
        return False
    items = [item for name in TEMPLATES for item in call.template(name) if item.name == "CKA_TOKEN"]
    shown = any(name in call.args for name in TEMPLATES)
    return not shown or call.function == "C_CopyObject" or any(item.value is not False for item in items)


def _read_only_exists(case: Case) -> Iterator[Cause]:
    slot = case.process.slot_of(case.call)
    if (
        slot is None
        or case.call.function not in LOGINS
        or case.call.args.get("userType", "CKU_SO") != "CKU_SO"
    ):
        return
    for session in case.process.sessions.values():
        if session.slot == slot.number and session.flags is not None and not session.flags & RW:
            evidence = at(session.flags_ref, f"opened session 0x{session.handle:x} without CKF_RW_SESSION")
            yield proven("read-only-session-exists", evidence, session=f"0x{session.handle:x}")
            return


def _so_exists(case: Case) -> Iterator[Cause]:
    slot = case.process.slot_of(case.call)
    flags = case.call.number_of("flags")
    if case.call.function != "C_OpenSession" or (flags is not None and flags & RW):
        return
    if slot is not None and slot.login.user == "CKU_SO":
        yield proven("so-session-exists", at(slot.login.ref, "logged in as CKU_SO"))


def _serial(case: Case) -> Iterator[Cause]:
    flags = case.call.number_of("flags")
    if case.call.function == "C_OpenSession" and flags is not None and not flags & SERIAL:
        yield proven("serial-flag-missing", here(case.call, f"flags are 0x{flags:x}"), flags=f"0x{flags:x}")


def _user_type(case: Case) -> Iterator[Cause]:
    user = case.call.args.get("userType")
    if not isinstance(user, str):
        return
    if user not in USERS:
        yield proven("user-type-invalid", here(case.call, f"userType is {user}"), user=user)
    elif user == "CKU_CONTEXT_SPECIFIC":
        yield likely("user-type-invalid", here(case.call, f"userType is {user}"), user=user)


RULES = (
    Rule(("CKR_SESSION_READ_ONLY",), _read_only),
    Rule(("CKR_SESSION_READ_ONLY_EXISTS",), _read_only_exists),
    Rule(("CKR_SESSION_READ_WRITE_SO_EXISTS",), _so_exists),
    Rule(("CKR_SESSION_PARALLEL_NOT_SUPPORTED",), _serial, vague=True),
    Rule(("CKR_USER_TYPE_INVALID",), _user_type, vague=True),
)
