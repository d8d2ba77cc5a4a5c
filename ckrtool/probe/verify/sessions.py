"""Session states: after C_Logout no session of the token is logged in (5.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.verify.doubts import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.results import SequenceResult

OK = 0
_LOGGED_IN = {1: "CKS_RO_USER_FUNCTIONS", 3: "CKS_RW_USER_FUNCTIONS", 4: "CKS_RW_SO_FUNCTIONS"}


def doubts(sequence: SequenceResult) -> Iterator[Doubt]:
    """Yield a doubt where a session says that it is logged in after a C_Logout that returned CKR_OK."""
    logged_out = False
    for call in sequence.calls:
        if call.outcome != "returned" or call.rv != OK:
            continue
        if call.function == "C_Logout":
            logged_out = True
        elif call.function in ("C_Login", "C_LoginUser"):
            logged_out = False
        elif call.function == "C_GetSessionInfo" and logged_out:
            info = call.output.get("pInfo")
            state = info.get("state") if isinstance(info, dict) else None
            if isinstance(state, int) and state in _LOGGED_IN:
                title = "C_Logout returned CKR_OK, and the session is logged in still"
                detail = f"C_GetSessionInfo says {_LOGGED_IN[state]} after it"
                yield Doubt("error", "logout-ineffective", "C_Logout", title, detail, sequence.name, [call])
