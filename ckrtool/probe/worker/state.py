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


_SESSION_LOST = frozenset((0x0B0, 0x0B3))  # CKR_SESSION_CLOSED, CKR_SESSION_HANDLE_INVALID
_TOKEN_LOST = frozenset((0x032, 0x0E0))  # CKR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT
_LIBRARY_LOST = frozenset((0x190,))  # CKR_CRYPTOKI_NOT_INITIALIZED
_OBJECT_LOST = frozenset((0x082,))  # CKR_OBJECT_HANDLE_INVALID


class OwnObject:
    """An object that this worker created: its session, its slot, and whether it may outlive the session (4.4, CKA_TOKEN).

    `exists` is False once it may be gone: its handle may then be that of another object.
    """

    __slots__ = ("exists", "handle", "persistent", "session", "slot")

    def __init__(self, session: int, slot: int, handle: int, persistent: bool) -> None:
        self.session = session
        self.slot = slot
        self.handle = handle
        self.persistent = persistent
        self.exists = True


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
            place = (self.sessions.get(session), values.get("hObject", 0))
            gone = self._forget(lambda own: (own.slot, own.handle) == place)
            return [], [own.handle for own in gone]
        self._follow_sessions(function, session, values, outputs)
        ended = self._forget(lambda own: own.session not in self.sessions)
        return [], [own.handle for own in ended if not own.persistent]

    def owns(self, session: int, handle: int) -> bool:
        """Return whether the handle is that of an object which this worker created and which exists, in a session that it opened."""
        slot = self.sessions.get(session)
        if slot is None:
            return False
        return any(own.exists and (own.handle, own.slot) == (handle, slot) for own in self.objects)

    def doubt(self, function: str, values: dict[str, int], rv: int) -> None:
        """Note which objects may be gone after a call that did not return CKR_OK."""
        session = values.get("hSession", 0)
        slot = values["slotID"] if "slotID" in values else self.sessions.get(session)
        for own in self.objects:
            of_session, of_slot = own.session == session, own.slot == slot
            if (
                function == "C_Finalize"
                or rv in _LIBRARY_LOST
                or (of_session and (function == "C_CloseSession" or rv in _SESSION_LOST))
                or (of_slot and (function in ("C_CloseAllSessions", "C_Logout") or rv in _TOKEN_LOST))
                or (of_slot and own.handle == values.get("hObject") and rv in _OBJECT_LOST)
            ):
                own.exists = False

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
            for own in self.objects:  # a second C_Initialize may begin anew
                own.exists = False
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
            # It destroys private session objects; others may exist, but end with their session.
            self.doubt(function, values, OK)
            self.logged_in = None
            self.session_states.clear()

    def _closed(self, handles: list[int]) -> None:
        for handle in handles:
            self.sessions.pop(handle, None)
            self.session_states.pop(handle, None)
        if not self.sessions:
            self.logged_in = None
