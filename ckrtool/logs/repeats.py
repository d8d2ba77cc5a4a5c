"""Distinguish a second failure from a repeated report of the first one.

A failure is reported again by the client of a traced module, at the next level of a program, or as the cause of an exception.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.logs.stack_lines import LONGEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.line.result import CodeInfo, CodeSpan

# Number of lines after a traced return within which the client may report it.
REACH = 60
MOST_CODES = 64
CAUSE = lazy(rb"\s{0,8}Caused by: ")
CAUSE_FIRST = b" \t\r\n\f\vC"
STACK = lazy(rb"(?:[ \t]+(?:at |\.\.\. )[^\n]*\n|Caused by: [^\n]*\n|[ \t\r]*\n)*\Z")
# The value, relative line and function of each traced failure in reach, and the last value that was passed on.
State = tuple[tuple[tuple[int, int, str | None], ...], int | None]
NOTHING: State = ((), None)


class Repeats:
    """Keep the last traced failure of each code, and the last code that a program reported."""

    __slots__ = ("_block", "_chain", "_reported", "_returned")

    def __init__(self) -> None:
        self._returned: dict[int, tuple[int, str | None]] = {}
        self._reported: tuple[int, CodeInfo] | None = None
        self._chain: int | None = None
        self._block = b""

    def state(self, line: int) -> State:
        """Return what counts for the codes from this line on, for `resume`."""
        near = sorted(
            (value, at - line, function)
            for value, (at, function) in self._returned.items()
            if line - at <= REACH
        )
        return tuple(near), self._chain

    def resume(self, state: State, line: int) -> None:
        """Replace what is kept by a state for this line; a cause is only found in the same block as its exception."""
        near, self._chain = state
        self._returned = {value: (line + at, function) for value, at, function in near}

    def repeats(self, span: CodeSpan, line: int) -> bool:
        """Return whether a code on line number `line` only reports a known failure again; a traced failure is recorded.

        A program that prints a return at each level prints another value, possibly CKR_OK, before a second failure.
        """
        code = span.code
        if span.chained:
            repeated = not code.ok and self._chain == code.value
            self._chain = code.value
            return repeated
        if span.traced:
            if not code.ok:
                if len(self._returned) >= MOST_CODES:  # those out of reach do not count
                    self.resume(self.state(line), line)
                if len(self._returned) >= MOST_CODES:
                    self._returned.clear()
                self._returned[code.value] = line, code.function
            return False
        if code.value not in self._returned:
            return False
        at, function = self._returned[code.value]
        return (code.function is None or function in (None, code.function)) and line - at <= REACH

    def explains(self, span: CodeSpan, block: bytes, start: int, end: int) -> CodeInfo | None:
        """Return the code of the exception above if the line from `start` to `end` names its cause, so that both are one failure."""
        reported, before = self._reported, self._block
        self._reported, self._block = (end, span.code), block
        if (
            reported is None
            or before is not block
            or block[start] not in CAUSE_FIRST
            or CAUSE.match(block, start, end) is None
        ):
            return None
        at, code = reported
        between = block[block.find(b"\n", at) + 1 : start]
        if (
            (code.value, code.name) != (span.code.value, span.code.name)
            or len(between) > LONGEST
            or STACK.match(between) is None
        ):
            return None
        return code if code.function in (None, span.code.function) or span.code.function is None else None
