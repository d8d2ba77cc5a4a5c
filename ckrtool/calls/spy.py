"""Traces of OpenSC's pkcs11-spy, 0.12 and later: blocks of lines that begin with `12: C_Login` and end with `Returned:  0 CKR_OK`.

pkcs11-spy 0.24 and later shows process and thread (`P:4711; T:0x1234 2026-...`), older versions neither. Lines of calls
that overlap are mixed; each line is added to the open call that can print it next. If several calls can, they are uncertain.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._tables.functions import FUNCTIONS
from ckrtool._tables.listed import LISTED
from ckrtool.calls.holes import unreturned
from ckrtool.calls.processes import Numbering
from ckrtool.calls.record import Call
from ckrtool.calls.spy_values import OUTPUTS, fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.processes import Numbers

HEAD = lazy(rb"^(\d{1,9}): ((?:C_)?[A-Z]\w{2,40})\s*$")
PROCESS = lazy(rb"^P:(\d{1,10}); T:0x([0-9A-Fa-f]{1,20})\s+(.*)$")
TIME = lazy(rb"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\s*$")
RETURN = lazy(rb"Returned:\s{1,4}(-?\d{1,20})(?:\s+(?:CKR_\w+|Unknown.*|\(null\).*)?)?\s*$")
BANNER = b"OpenSC PKCS#11 spy"
NAME = lazy(rb"^\[(in|out)\] \*?(\w+)")
MOST_LINES = 20_000
"""Number of lines that are kept per call; longer lists of objects or mechanisms are truncated."""
MOST_OPEN = 64


WAITS = "C_WaitForSlotEvent"
PRINTS_OUTPUT = frozenset(
    name
    for name, row in FUNCTIONS.items()
    if name
    not in (
        WAITS,
        "C_GetFunctionList",
        "C_GetInterface",
        "C_GetInterfaceList",
        "C_Initialize",
        "C_GetOperationState",
    )
    and any(
        kind.endswith("_PTR") and argument.startswith(("ph", "pul", "pInfo")) for kind, argument in row[2]
    )
)
"""Functions whose outputs the spy prints before `Returned:  0 CKR_OK`."""


def _listed(function: str) -> tuple[int, ...]:
    """Return the codes that the standard lists for a function."""
    return LISTED.get(function, {}).get("3.2", ())


class _Open:
    """A call that has not returned yet, with its lines."""

    __slots__ = ("call", "lines", "numbers", "order", "place", "seen_out")

    def __init__(self, call: Call, numbers: Numbers) -> None:
        self.call = call
        self.numbers = numbers
        self.lines: list[bytes] = []
        self.order = {name: index for index, (_, name) in enumerate(FUNCTIONS[call.function][2])}
        self.place = -1
        self.seen_out = False

    def can_print(self, line: bytes) -> bool:
        """Return whether this call can print the line next, by the order of its parameters."""
        match = NAME.match(line)
        if match is None:
            return True
        out = match[1] == b"out"
        if self.seen_out and not out:
            return False
        name = match[2].decode()
        index = self.order.get(OUTPUTS.get(name, name) if out else name)
        if index is None:
            return False
        return index >= self.place or out

    def catch_up(self) -> None:
        """Compute `place` and `seen_out` from the lines that `many` kept without examining them."""
        lines, self.lines = self.lines, []
        for line in lines:
            self.add(line)

    def may_return(self, value: int) -> bool:
        """Return whether this call can return this code now: outputs are printed before CKR_OK, but rarely before an error."""
        if value == 0 and self.call.function in PRINTS_OUTPUT:
            return self.seen_out
        return bool(self.lines) or not self.order

    def add(self, line: bytes) -> None:
        """Add a line that this call printed."""
        if len(self.lines) < MOST_LINES:
            self.lines.append(line)
        match = NAME.match(line)
        if match:
            self.seen_out = self.seen_out or match[1] == b"out"
            self.place = max(self.place, self.order.get(match[2].decode(), -1))


class Parser:
    """Parse the lines of a spy; `emit` receives each call when it has returned or when it is certain that it never will."""

    dialect = "pkcs11-spy"

    def __init__(self, emit: Callable[[Call], None]) -> None:
        self._emit = emit
        self._open: list[_Open] = []
        self._last: _Open | None = None
        self._numbering = Numbering()
        self._hole = 0  # the last line that belongs to a call whose first line is missing
        self._number = 0

    def many(self, number: int, texts: list[bytes]) -> None:
        """Read the lines after line `number`; those of the only open call, which are most, are kept unexamined for speed."""
        opened = self._open
        line = self.line
        for text in texts:
            number += 1
            if len(opened) == 1 and (
                text.startswith(b" ") or (text.startswith(b"[") and b"Returned:" not in text)
            ):
                lines = opened[0].lines
                if len(lines) < MOST_LINES:
                    lines.append(text)
            else:
                line(number, text)

    def line(self, number: int, text: bytes) -> None:
        """Read one line without its end; `number` is counted from 1."""
        self._number = number
        if b"Returned:" in text and (found := RETURN.search(text)) is not None:
            if found.start():
                self._mixed(text[: found.start()])
            self._returned(number, int(found[1]))
        elif text.startswith((b"[", b" ")):
            self._mixed(text)
        elif (head := HEAD.match(text)) is not None:
            self._head(number, int(head[1]), head[2].decode())
        elif BANNER in text:
            self._numbering.banner()
        elif text.startswith(b"P:"):
            self._process(text)
        elif self._open and text and not text.isspace():
            self._unmarked(text)

    def inside(self, function: str) -> bool:
        """Return whether a call of this function has not returned yet."""
        return any(entry.call.function == function for entry in self._open)

    def finish(self) -> None:
        """End the trace; calls that are still open never returned."""
        for entry in self._open:
            self._done(entry)
        self._open.clear()

    def _head(self, line: int, number: int, function: str) -> None:
        if not function.startswith("C_"):
            function = f"C_{function}"
        if function not in FUNCTIONS:
            return
        call = Call(self.dialect, function, line)
        call.number = number
        if self._numbering.begins_again(number):
            self.finish()
        numbers = self._numbering.assign(call, number)
        if len(self._open) == 1:
            self._open[0].catch_up()
        self._open.append(_Open(call, numbers))
        self._last = self._open[-1]
        if len(self._open) > MOST_OPEN:
            self._done(self._open.pop(0))

    def _unmarked(self, text: bytes) -> None:
        """Read a line without a prefix: the time of the newest call, or part of a value."""
        newest = self._open[-1].call
        if TIME.match(text) is None:
            self._mixed(text)
        elif newest.time is None:
            newest.time = text.decode("ascii", "replace").strip()

    def _process(self, text: bytes) -> None:
        match = PROCESS.match(text)
        if match is None:
            return
        for entry in reversed(self._open):
            if entry.call.process is None:
                entry.numbers = self._numbering.assign_process(entry.call, int(match[1]))
                entry.call.thread = match[2].decode()
                entry.call.time = match[3].decode("ascii", "replace").strip()
                break

    def _mixed(self, text: bytes) -> None:
        """Add a line to the open call that can have printed it.

        `_last` is the call that printed last, or the newest call if it has not been interrupted.
        """
        if not self._open:
            if text.startswith(b"["):
                self._hole = self._number
            return
        if len(self._open) == 1:
            self._open[0].add(text)
            return
        if not text.startswith(b"["):
            (self._last or self._open[-1]).add(text)
            return
        fitting = [entry for entry in self._open if entry.can_print(text)]
        chosen = fitting[-1] if fitting else self._open[-1]
        if len(fitting) != 1:
            for entry in fitting:
                entry.call.certain = False
        chosen.add(text)
        self._last = chosen

    def _returned(self, line: int, value: int) -> None:
        if not self._open:
            self._hole = line
            return
        chosen = self._open[-1]
        if len(self._open) > 1:
            fitting = [entry for entry in self._open if entry.may_return(value)] or self._open
            if len(fitting) > 1:  # a waiting C_WaitForSlotEvent is the least likely to return
                fitting = [entry for entry in fitting if entry.call.function != WAITS] or fitting
            if len(fitting) > 1:
                fitting = [entry for entry in fitting if value in _listed(entry.call.function)] or fitting
            chosen = fitting[-1]
            # If no other call has printed since its first line, the newest call is the one that returns.
            if len(fitting) > 1 and chosen is not self._last:
                for entry in fitting:
                    entry.call.certain = False
        self._open.remove(chosen)
        chosen.call.rv = value & 0xFFFFFFFFFFFFFFFF
        chosen.call.return_line = line
        self._done(chosen)

    def _done(self, entry: _Open) -> None:
        fill(entry.call, entry.lines)
        others = (other.call for other in self._open if other is not entry)
        entry.call.hole = max(self._hole, entry.numbers.hole, unreturned(entry.call, others))
        self._emit(entry.call)
