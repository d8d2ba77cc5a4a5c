"""Calls that a trace lacks although it shows that they were made, because lines were removed from it."""

from __future__ import annotations

from ckrtool.calls.model.functions import INIT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.calls.record import Call

CHANGES = frozenset(
    {"C_Initialize", "C_Finalize", "C_OpenSession", "C_CloseSession", "C_CloseAllSessions", "C_Login", "C_LoginUser", "C_Logout",
    "C_FindObjects", "C_CreateObject", "C_CopyObject", "C_DestroyObject", "C_GenerateKey", "C_GenerateKeyPair", "C_UnwrapKey",
    "C_DeriveKey", *INIT}
)  # fmt: skip
"""Functions whose effect later calls depend on."""


def unreturned(call: Call, others: Iterable[Call]) -> int:
    """Return the line of the last call that began before a call and has not returned when that returns; 0 if there is none.

    Its return may be missing, unless it is that of another thread.
    """
    return max(
        (
            other.line
            for other in others
            if other.line < call.line
            and other.function in CHANGES
            and (other.thread is None or other.thread == call.thread)
        ),
        default=0,
    )
