"""Follow the objects that a sequence file makes from step to step, to know which variables still hold one of them.

An object handle may be reused for an object of the user as soon as its object is gone: a session object ends with its session, a
private one with the login (5.6), and C_Finalize ends all handles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.sequences.parameters import MAKING

if TYPE_CHECKING:
    from ckrtool.probe.protocol import Expr
    from ckrtool.probe.sequences.compile.scopes import Scope
    from ckrtool.probe.sequences.sequence import Step

_END_ALL = frozenset(("C_Initialize", "C_Finalize", "C_CloseAllSessions", "C_Logout", "C_InitToken"))
_OPENED = {("C_OpenSession", "phSession")}


class OwnObjects:
    """The variables that hold handles of objects made by the file; steps are passed in order.

    A call counts as made whatever return code its step expects, because it may succeed where an error is expected.
    """

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._made = {
            name
            for name, writers in scope.writers.items()
            if all(call in MAKING and parameter.startswith("ph") for call, parameter in writers)
        }
        self._sessions: dict[
            str, str | None
        ] = {}  # the variable of the session, by that of an object that exists
        self._destroyed: set[tuple[str, int | None]] = set()
        self._ended_by: dict[str, Step] = {}

    def made(self, step: Step) -> str | None:
        """Return the variable of hObject if it holds only handles made by this file, whether or not the objects still exist."""
        name, _ = self._resolve(step)
        return name if name in self._made else None

    def exists(self, step: Step, *, ends: bool = False) -> bool:
        """Return whether hObject is an object of this file that still exists, each time the step is made if the call `ends` it."""
        name, element = self._resolve(step)
        if name is None or name not in self._made or name not in self._sessions:
            return False
        if any(gone == name and index in (None, element) for gone, index in self._destroyed):
            return False
        if element is None and any(gone == name for gone, _ in self._destroyed):
            return False
        return not ends or self._differs_in_each_round(step, name)

    def ended_by(self, step: Step) -> Step | None:
        """Return the step that ended the object of `step`, None if no object was made before it."""
        name, _ = self._resolve(step)
        return None if name is None else self._ended_by.get(name)

    def follow(self, step: Step) -> None:
        """Process a step: objects made and destroyed, and sessions, logins and libraries that end."""
        if step.call in MAKING:
            session = self._session(step)
            for parameter, name in step.plan.get("save", {}).items():
                if parameter.startswith("ph"):
                    self._sessions[name] = session
                    self._destroyed = {gone for gone in self._destroyed if gone[0] != name}
        elif step.call == "C_DestroyObject":
            destroyed, element = self._resolve(step)
            if destroyed is not None:
                self._destroyed.add((destroyed, element))
                self._ended_by[destroyed] = step
        elif step.call in _END_ALL:
            self._end(step, set(self._sessions))
        elif step.call == "C_CloseSession":
            closed = self._session(step)
            ended = {name for name, session in self._sessions.items() if session in (None, closed)}
            self._end(step, set(self._sessions) if closed is None else ended)

    def _end(self, step: Step, names: set[str]) -> None:
        for name in names:
            del self._sessions[name]
            self._ended_by[name] = step

    def _session(self, step: Step) -> str | None:
        """Return the variable of the session if only C_OpenSession sets it, so that no other variable holds the same handle."""
        given = step.args.get("hSession", {})
        name = str(given.get("var"))
        loops = {loop["var"] for loop in step.loops}
        plain = given.keys() == {"var"} and name not in loops and self._scope.writers.get(name) == _OPENED
        return name if plain else None

    def _resolve(self, step: Step) -> tuple[str | None, int | None]:
        """Return the saved variable of hObject (the list, for the variable of a loop), and its index."""
        given: Expr = step.args.get("hObject", {})
        name = given.get("var")
        for loop in reversed(step.loops):
            if loop["var"] == name:
                name = loop["in"]
        return name, given.get("index")

    def _differs_in_each_round(self, step: Step, name: str) -> bool:
        """Return whether the step has another handle in each iteration of its loops."""
        covered = set(self._scope.loops.get(name, ()))
        wanted: Any = step.args["hObject"].get("var")
        for loop in reversed(step.loops):
            if loop["var"] == wanted:
                covered.add(loop["in"])
                wanted = loop["in"]
        return {loop["in"] for loop in step.loops} <= covered
