"""Cleans up after each sequence: destroys the objects it created, closes sessions, calls C_Logout and C_Finalize."""

from __future__ import annotations

from ckrtool.probe.worker.calls import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.probe.protocol import Message, Sequence
    from ckrtool.probe.worker.calls import Answer, Caller
    from ckrtool.probe.worker.state import OwnObject, State

_OBJECT_HANDLE_INVALID = 0x82  # such as a private session object after C_Logout, which no longer exists
_ENDS = frozenset(("C_CloseSession", "C_CloseAllSessions", "C_Logout", "C_Finalize"))


class CleanUp:
    """Undoes the open state that a sequence left, and continues after calls that fail."""

    def __init__(self, caller: Caller, state: State) -> None:
        self._caller = caller
        self._state = state
        self._place = Place(0, 0, (), "cleanup")

    def run(self, sequence: Sequence, index: int, *, last: bool, logout: bool) -> None:
        """Clean up after a sequence; the login and its session stay until the `last` sequence of the worker."""
        self._place = Place(index, 0, (), "cleanup")
        state = self._state
        if state.initialised:
            for own in reversed(list(state.objects)):
                self._destroy(own)
            keep = None if last or not state.logged_in else state.login_session
            if last and logout and state.logged_in == "own":
                self._undo("C_Logout", {"hSession": {"int": state.login_session}})
            for session in reversed(list(state.sessions)):
                if session != keep:
                    self._undo("C_CloseSession", {"hSession": {"int": session}})
            if sequence.get("finalize", True) and (last or not state.logged_in):
                self._undo("C_Finalize", {})
        if sequence.get("unload") and last:
            self._unload()

    def ahead_of(self, function: str, numbers: dict[str, int], place: Place) -> None:
        """Destroy persistent objects before a step that ends the session, login or library needed to destroy them."""
        if function not in _ENDS:
            return
        session, slot = numbers.get("hSession"), numbers.get("slotID")
        self._place = place.as_kind("cleanup")
        for own in reversed(list(self._state.objects)):
            ends = function == "C_Finalize" or session == own.session or slot == own.slot
            if own.persistent and (ends or function == "C_Logout"):
                self._destroy(own)

    def _destroy(self, own: OwnObject) -> None:
        if not self._state.owns(own.session, own.handle):
            return  # the handle may be that of another object
        given = {"hSession": {"int": own.session}, "hObject": {"int": own.handle}}
        self._undo("C_DestroyObject", given)

    def _undo(self, function: str, given: dict[str, Any]) -> None:
        if self._caller.missing(function):
            return

        def check(answer: Answer) -> Message:
            numbers = {name: expr["int"] for name, expr in given.items()}
            assert answer.rv is not None
            if answer.rv not in (0, _OBJECT_HANDLE_INVALID):
                self._state.doubt(function, numbers, answer.rv)
                return {}
            _, gone = self._state.follow(function, numbers, answer.values)
            # An object that could not be destroyed is reported as left, although its session is closed later.
            return (
                {"gone": [hex(handle) for handle in gone]} if gone and function == "C_DestroyObject" else {}
            )

        self._caller.make(self._caller.prepare(function, given), self._place, None, check=check)

    def _unload(self) -> None:
        trace = self._caller.load_trace()
        trace.enter("dlclose", {})
        assert self._caller.module
        self._caller.module.close()
        trace.leave(None, {})
