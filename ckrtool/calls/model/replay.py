"""Replay calls: find the process of each call and apply the call's effects to it."""

from __future__ import annotations

from ckrtool.calls.model import objects, operations, sessions, tokens
from ckrtool.calls.model.functions import HANDLES
from ckrtool.calls.model.missing import lacks_calls, needs_login
from ckrtool.calls.model.state import MOST_OBJECTS, MOST_SESSIONS, Process, Ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from ckrtool.calls.record import Call

    Key = TypeVar("Key")

HANDLERS: dict[str, Callable[[Process, Call], None]] = (
    sessions.HANDLERS | tokens.HANDLERS | objects.HANDLERS | operations.HANDLERS
)
NOT_INITIALIZED = 0x190
BEGINNINGS = frozenset({"C_GetFunctionList", "C_GetInterface", "C_GetInterfaceList", "C_Initialize"})
LOADS = BEGINNINGS - {"C_Initialize"}
MOST_PROCESSES = 256


class Model:
    """The processes of one file."""

    def __init__(self) -> None:
        self.processes: dict[str, Process] = {}

    def process(self, call: Call) -> Process:
        """Return the process that a call belongs to, in the state before the call.

        A second successful C_Initialize in a row means another process.
        """
        found = self.processes.get(call.origin)
        if (
            found is not None
            and call.function == "C_Initialize"
            and call.rv == 0
            and found.library == "initialised"
        ):
            fresh = Process(call.origin, call.process)
            if call.process is None:
                fresh.tangled = found.tangled = True
            self.processes[f"{call.origin} before {call.line}"] = found
            self.processes[call.origin] = fresh
            return self._begun(fresh, call)
        if found is None:
            found = self.processes[call.origin] = Process(call.origin, call.process)
            self._mark_possible_child(found, call)
            if len(self.processes) > MOST_PROCESSES:
                self.processes.pop(next(iter(self.processes)))
            return self._begun(found, call)
        if call.function in LOADS and call.process is None and call.thread != found.thread:
            found.tangled = True  # a thread that loads the module may be that of another program
        return found

    def _mark_possible_child(self, process: Process, call: Call) -> None:
        """Mark a process as tangled if it may be the forked child of another one.

        That is the case if its ID is not shown and its first call is not one with which a program starts.
        """
        if call.process is not None or call.first:
            return
        writer = call.origin.rpartition("run ")[0]
        others = [
            other
            for other in self.processes.values()
            if other is not process and other.number is None and other.origin.startswith(f"{writer}run ")
        ]
        for other in others:
            other.tangled = process.tangled = True

    @staticmethod
    def _begun(process: Process, call: Call) -> Process:
        process.began = Ref(call)
        process.thread = call.thread
        process.whole = call.first and (call.function in BEGINNINGS or call.number is not None)
        return process

    @staticmethod
    def apply(process: Process, call: Call) -> None:
        """Apply a call to the state of its process."""
        process.calls += 1
        if lacks_calls(process, call):
            process.hole = call.shown_at
        process.hole = max(process.hole, call.hole)
        needs_login(process, call)
        _correct_by_code(process, call)
        handler = HANDLERS.get(call.function)
        if handler is not None:
            handler(process, call)
        handle = call.args.get("hSession", call.outputs.get("phSession"))
        session = (
            process.sessions.get(handle) or process.closed.get(handle) if isinstance(handle, int) else None
        )
        if session is not None:
            session.history.append((call.shown_at, call.function, call.rv))
        if len(process.sessions) + len(process.closed) > MOST_SESSIONS:
            _forget(process, "sessions", process.closed or process.sessions)
        if len(process.objects) > MOST_OBJECTS:
            _forget(process, "objects", process.objects)
            process.owned.clear()


def _correct_by_code(process: Process, call: Call) -> None:
    """Correct assumptions about a process that a return code contradicts."""
    if call.rv == 0:
        for name in HANDLES.get(call.function, ()):
            obj = process.object_of(call, name)
            if obj is not None and obj.end is not None and not obj.end.sure:
                obj.end = None  # the success shows that the object still exists
    elif call.rv is None:
        process.cut = True
        if not call.certain:
            process.tangled = True  # the call may have returned among the lines of others
    elif call.rv == NOT_INITIALIZED and process.library == "initialised" and call.process is None:
        process.tangled = True  # a forked child writes to the same file


def _forget(process: Process, handles: str, known: dict[Key, Any]) -> None:
    """Drop the oldest half of `known`; an unknown handle of this kind ("sessions", "objects") may be valid from then on."""
    process.blind.add(handles)
    for key in list(known)[: len(known) // 2 + 1]:
        known.pop(key, None)
