"""Traces of openCryptoki (OPENCRYPTOKI_TRACE_LEVEL 3 and higher): the API logs the call, then the token library its return code.

The session is shown after the API has checked it. The return of a call that the API handles itself (C_Initialize,
C_GetSlotList, C_Finalize) is not logged: the call succeeded unless the API logged an error.

The number after the time is the thread's. A process writes a file of its own, but its forked children write to it too until
they initialise the library, and files may have been joined: the number may stand for a process as well.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._tables.codes import NAMES
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.constants import named
from ckrtool.calls.model.functions import HANDLES
from ckrtool.calls.record import Buffer, Call, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

LINE = lazy(
    rb"^(?:\S+ \S+ (?P<thread>\d{1,10}) )?\[\S{1,300}:\d{1,9} (?P<part>\w+)\] (?P<level>[A-Z]+): +(?P<text>.*)$"
)
HEAD = lazy(rb"^(C_\w{3,40})(?!\w|:)(.*)$")
RETURN = lazy(rb"^S?(C_\w{3,40}): +rc = (0x[0-9a-fA-F]{1,16})(.*)$")
VALID = lazy(rb"^Valid Session handle id: (\d+)")
HANDLE = lazy(rb"^Session handle id: (\d+)")
DETAIL = lazy(rb"\b(sess|mech|key|handle|obj|datalen|type) = (0x[0-9A-Fa-f]+|\d+)")
OBJECT = lazy(rb"^Object Handle Invalid handle: (\d+)")
OPEN = lazy(rb"^ +(\d+) (\d+) ")
SENTENCES = {name[4:].replace("_", " ").lower().encode(): value for name, value in NAMES.items()}
"""The API's error messages, which are the code's name in lower case with spaces, with the code."""


class Parser:
    """Parse the lines of openCryptoki's trace."""

    dialect = "opencryptoki"

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._open: dict[bytes, Call] = {}
        self._begun: set[bytes] = set()

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        found = LINE.match(text)
        if found is None:
            return
        thread, message = found["thread"] or b"", found["text"]
        if (returned := RETURN.match(message)) is not None:
            self._returned(number, thread, returned)
        elif found["level"] == b"ERROR" and OBJECT.match(message):
            if (call := self._open.get(thread)) is not None:
                self._message(call, found["level"], message)
        elif found["part"] == b"api":
            if (
                found["level"] == b"INFO"
                and (head := HEAD.match(message)) is not None
                and head[1].decode() in FUNCTIONS
            ):
                self._head(number, thread, head[1].decode(), head[2])
            elif (call := self._open.get(thread)) is not None:
                self._message(call, found["level"], message)

    def inside(self, function: str) -> bool:
        """Return whether a call of this function has not returned yet."""
        return any(call.function == function for call in self._open.values())

    def finish(self) -> None:
        """End the trace."""
        for thread in tuple(self._open):
            self._end(thread)

    def _call(self, line: int, thread: bytes, function: str) -> Call:
        """Return a new call of a thread."""
        call = Call(self.dialect, function, line)
        call.origin = "run 1"
        if thread:
            call.thread = thread.decode()
            call.unclear = int(thread)
        return call

    def _head(self, line: int, thread: bytes, function: str, rest: bytes) -> None:
        self._end(thread)
        call = self._call(line, thread, function)
        call.first = thread not in self._begun and function == "C_Initialize"
        self._begun.add(thread)
        if function == "C_OpenSession" and (opened := OPEN.match(rest)) is not None:
            call.args.update(slotID=int(opened[1]), flags=int(opened[2]))
        self._open[thread] = call

    def _end(self, thread: bytes) -> None:
        """End a call whose return is not logged."""
        call = self._open.pop(thread, None)
        if call is not None:
            if call.rv is None:
                call.rv = 0
            self._done(call)

    def _done(self, call: Call) -> None:
        call.waiting = frozenset(other.function for other in self._open.values())
        self._emit(call)

    @staticmethod
    def _message(call: Call, level: bytes, message: bytes) -> None:
        if (valid := VALID.match(message) or HANDLE.match(message)) is not None:
            call.args["hSession"] = int(valid[1])
        elif level == b"ERROR" and (invalid := OBJECT.match(message)) is not None:
            name = HANDLES.get(call.function, ("hObject",))[0]
            call.args[name] = int(invalid[1])
        elif level == b"ERROR" and message.strip().lower() in SENTENCES:
            call.rv = SENTENCES[message.strip().lower()]

    def _returned(self, line: int, thread: bytes, found: re.Match[bytes]) -> None:
        function = found[1].decode()
        call = self._open.pop(thread, None)
        if call is None or call.function != function:
            if call is not None:
                self._open[thread] = call
            if function not in FUNCTIONS:
                return
            call = self._call(line, thread, function)
        call.return_line = line
        call.rv = int(found[2], 16)
        details = {name.decode(): int(value, 0) for name, value in DETAIL.findall(found[3])}
        _details(call, details)
        self._done(call)


def _details(call: Call, details: dict[str, int]) -> None:
    """Add the values that follow a return code, such as `sess = 1`."""
    if "sess" in details:
        if call.function == "C_OpenSession":
            call.outputs["phSession"] = details["sess"]
        elif call.rv == 0 or details["sess"] > 0:
            call.args["hSession"] = details["sess"]
    if "mech" in details:
        call.args["pMechanism"] = Mechanism(named("CKM_", details["mech"]))
    if "handle" in details and call.function == "C_DestroyObject":
        call.args["hObject"] = details["handle"]
    if "datalen" in details:
        call.args["pData"] = Buffer(details["datalen"])
