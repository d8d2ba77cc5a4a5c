"""Tracks the state of the module in this worker: initialised or not, sessions, objects created, the login."""

from __future__ import annotations

from ckrtool.probe.protocol import MAKES_OBJECTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

OK = 0
_SESSION_STATES_LOGGED_IN = frozenset(
    (1, 3, 4)
)  # CKS_RO_USER_FUNCTIONS, CKS_RW_USER_FUNCTIONS, CKS_RW_SO_FUNCTIONS

_OBJECT_OUTPUTS = ("phObject", "phNewObject", "phKey", "phPublicKey", "phPrivateKey")


class OwnObject:
    """An object that this worker created: its session, its slot, and whether it may outlive the session (4.4, CKA_TOKEN)."""

    __slots__ = ("handle", "persistent", "session", "slot")

    def __init__(self, session: int, slot: int, handle: int, persistent: bool) -> None:
        self.session = session
        self.slot = slot
        self.handle = handle
        self.persistent = persistent


class State:
    """State derived from the calls that succeeded.

    `logged_in` is None, "own" (C_Login of this worker returned CKR_OK), "unsure" (the same, but it was not checked that the session was
    public before) or "shared" (the session was logged in before any C_Login).
    """

    def __init__(self) -> None:
        self.initialised = False
        self.slots_listed = False  # C_GetSlotList was called since C_Initialize
        self.sessions: dict[int, int] = {}  # handle → slot, in the order of opening
        self.session_states: dict[
            int, bool
        ] = {}  # handle → logged in, according to the last C_GetSessionInfo
        self.objects: list[OwnObject] = []
        self.logged_in: str | None = None
        self.login_session: int | None = None

    def follow(
        self, function: str, values: dict[str, int], outputs: dict[str, Any], persistent: bool = False
    ) -> tuple[list[int], list[int]]:
        """Update the state after a call that returned CKR_OK; return the objects it created and the objects it destroyed.

        Session objects end with their session (5.6, C_CloseSession); `persistent` ones do not.
        """
        session = values.get("hSession", 0)
        if function in MAKES_OBJECTS:
            made = [outputs[name] for name in _OBJECT_OUTPUTS if outputs.get(name)]
            slot = self.sessions.get(session, 0)
            self.objects += [OwnObject(session, slot, handle, persistent) for handle in made]
            return made, []
        if function == "C_DestroyObject":
            gone = self._forget(lambda own: own.handle == values.get("hObject", 0))
            return [], [own.handle for own in gone]
        self._follow_sessions(function, session, values, outputs)
        ended = self._forget(lambda own: own.session not in self.sessions)
        return [], [own.handle for own in ended if not own.persistent]

    def _forget(self, which: Callable[[OwnObject], bool]) -> list[OwnObject]:
        """Remove the matching objects from the list and return them."""
        gone = [own for own in self.objects if which(own)]
        self.objects = [own for own in self.objects if own not in gone]
        return gone

    def _follow_sessions(
        self, function: str, session: int, values: dict[str, int], outputs: dict[str, Any]
    ) -> None:
        if function == "C_Initialize":
            self.initialised = True
            self.slots_listed = False
        elif function == "C_GetSlotList":
            self.slots_listed = True
        elif function == "C_Finalize":
            objects = self.objects
            self.__init__()  # type: ignore[misc]
            self.objects = objects
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
        if not self.sessions:
            self.logged_in = None
