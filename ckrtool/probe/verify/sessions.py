"""Session states: after C_Logout no session of the token is logged in (5.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.verify.doubts import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.results import CallResult, SequenceResult

OK = 0
LOGIN_REQUIRED = 0x4
PUBLIC = (0, 2)  # CKS_RO_PUBLIC_SESSION, CKS_RW_PUBLIC_SESSION
ENDS = ("C_Finalize", "C_CloseAllSessions", "C_CloseSession", "C_InitToken")
"""Functions that may end the login, because it ends with the last session of the token."""
_LOGGED_IN = {1: "CKS_RO_USER_FUNCTIONS", 3: "CKS_RW_USER_FUNCTIONS", 4: "CKS_RW_SO_FUNCTIONS"}


def doubts(sequence: SequenceResult) -> Iterator[Doubt]:
    """Yield a doubt if the state of a session contradicts C_Login or C_Logout, which apply to all sessions (5.6)."""
    slots = {call.args.get("slotID") for call in sequence.calls if call.function == "C_OpenSession"}
    state: str | None = None  # "in" or "out" if known from a call of this sequence or the login of the worker
    for call in sequence.calls:
        if call.function in ("C_Login", "C_LoginUser") and (call.rv == OK or call.reason == "shared"):
            state = "in"
        elif call.outcome != "returned" or call.rv != OK:
            continue
        elif call.function == "C_Logout":
            state = "out"
        elif call.function in ENDS:
            state = None
        elif call.function == "C_GetSessionInfo" and call.kind == "step":
            info = call.output.get("pInfo")
            reported = info.get("state") if isinstance(info, dict) else None
            yield from _contradicts(
                sequence, call, state if len(slots) == 1 or state == "out" else None, reported
            )


def _contradicts(
    sequence: SequenceResult, call: CallResult, state: str | None, reported: object
) -> Iterator[Doubt]:
    if state == "out" and isinstance(reported, int) and reported in _LOGGED_IN:
        title = "C_Logout returned CKR_OK, but the session is still logged in"
        detail = f"C_GetSessionInfo returns {_LOGGED_IN[reported]} after it"
        yield Doubt("error", "logout-ineffective", "C_Logout", title, detail, sequence.name, [call])
    elif state == "in" and reported in PUBLIC and call.met and not _no_login(sequence):
        title = "the user is logged in, but C_GetSessionInfo reports a public session"
        detail = "5.6: a login is valid for all sessions of the application with the token"
        yield Doubt("error", "session-state", "C_GetSessionInfo", title, detail, sequence.name, [call])


def _no_login(sequence: SequenceResult) -> bool:
    """Return whether the token does not require a login (no CKF_LOGIN_REQUIRED), so that C_Login may change nothing."""
    infos = [call.output.get("pInfo") for call in sequence.calls if call.function == "C_GetTokenInfo"]
    return not any(isinstance(info, dict) and int(info.get("flags") or 0) & LOGIN_REQUIRED for info in infos)  # type: ignore[arg-type]
