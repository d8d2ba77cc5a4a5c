"""What the worker has open in the module: initialised or not, sessions, objects of its own, the login."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

OK = 0
_SESSION_STATES_LOGGED_IN = frozenset(
    (1, 3, 4)
)  # CKS_RO_USER_FUNCTIONS, CKS_RW_USER_FUNCTIONS, CKS_RW_SO_FUNCTIONS

MAKES_OBJECTS = frozenset(
    (
        "C_CreateObject",
        "C_CopyObject",
        "C_GenerateKey",
        "C_GenerateKeyPair",
        "C_UnwrapKey",
        "C_DeriveKey",
        "C_EncapsulateKey",
        "C_DecapsulateKey",
        "C_UnwrapKeyAuthenticated",
    )
)
"""Functions that make objects."""

_OBJECT_OUTPUTS = ("phObject", "phNewObject", "phKey", "phPublicKey", "phPrivateKey")


class State:
    """Follows the calls that succeeded.

    `logged_in` is None, "own" (this worker's C_Login returned CKR_OK), "unsure" (so it did, but nobody saw that the session was
    public before) or "shared" (the session was logged in before any C_Login).
    """

    def __init__(self) -> None:
        self.initialised = False
        self.sessions: dict[int, int] = {}  # handle → slot, in the order of opening
        self.session_states: dict[int, bool] = {}  # handle → logged in?, as C_GetSessionInfo said last
        self.objects: list[tuple[int, int]] = []  # (session, object)
        self.logged_in: str | None = None
        self.login_session: int | None = None

    def follow(
        self, function: str, values: dict[str, int], outputs: dict[str, Any]
    ) -> tuple[list[int], list[int]]:
        """Take note of a call that returned CKR_OK; return the objects it made and those it destroyed."""
        session = values.get("hSession", 0)
        if function in MAKES_OBJECTS:
            made = [outputs[name] for name in _OBJECT_OUTPUTS if outputs.get(name)]
            self.objects += [(session, handle) for handle in made]
            return made, []
        if function == "C_DestroyObject":
            gone = values.get("hObject", 0)
            known = any(handle == gone for _, handle in self.objects)
            self.objects = [(owner, handle) for owner, handle in self.objects if handle != gone]
            return [], [gone] if known else []
        self._follow_sessions(function, session, values, outputs)
        return [], []

    def _follow_sessions(
        self, function: str, session: int, values: dict[str, int], outputs: dict[str, Any]
    ) -> None:
        if function == "C_Initialize":
            self.initialised = True
        elif function == "C_Finalize":
            self.__init__()  # type: ignore[misc]
        elif function == "C_OpenSession" and outputs.get("phSession"):
            self.sessions[outputs["phSession"]] = values.get("slotID", 0)
        elif function == "C_CloseSession":
            self._closed([session])
        elif function == "C_CloseAllSessions":
            self._closed([handle for handle, slot in self.sessions.items() if slot == values.get("slotID")])
        elif function == "C_GetSessionInfo":
            state = outputs.get("pInfo", {}).get("state")
            self.session_states[session] = state in _SESSION_STATES_LOGGED_IN
        elif function == "C_Logout":
            self.logged_in = None
            self.session_states.clear()

    def _closed(self, handles: list[int]) -> None:
        for handle in handles:
            self.sessions.pop(handle, None)
            self.session_states.pop(handle, None)
        self.objects = [(owner, handle) for owner, handle in self.objects if owner not in handles]
        if not self.sessions:
            self.logged_in = None
