"""The open calls of a trace: finds the call that a return belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ckrtool.knowledge import legality

if TYPE_CHECKING:
    from ckrtool.logs.dialects.model import Dialect

MOST_OPEN = 1024
# Threads may print their numbers in another order than they took them.
DISORDER = 64
ALLOWED = frozenset({"listed", "general", "contradicted", "vendor"})


class Call(NamedTuple):
    """An open call, and when it was entered as its line has it (b"" where it has no time)."""

    function: str
    time: bytes


class OpenCalls:
    """The calls that a trace has entered and not left, by dialect and thread.

    In dialects without threads the innermost open call returns first. Where several are open and the innermost may
    not return the code, the innermost that may is taken: threads interleave.
    """

    __slots__ = ("_open", "_spy_number")

    def __init__(self) -> None:
        self._open: dict[tuple[str, bytes], list[Call]] = {}
        self._spy_number = -1

    def enter(self, dialect: Dialect, thread: bytes, function: str, time: bytes = b"") -> None:
        """Note that `function` was called; `thread` is the thread's mark, or the call's number in pkcs11-spy; `time` as the line has it."""
        if dialect.pairing == "named":
            return
        key = (dialect.family, b"" if dialect.pairing == "stack" else thread)
        if dialect.pairing == "stack":
            number = int(thread or b"0")
            # A 0 right after a 0 is a spy around a spy, each with numbers of its own.
            if number + (DISORDER if number else 0) < self._spy_number:
                self._open.pop(key, None)  # the numbers start again: another run in the same file
            self._spy_number = number
        calls = self._open.setdefault(key, [])
        if dialect.pairing == "thread":
            calls.clear()  # a thread has one call open; what never returned was lost
        calls.append(Call(function, time))
        if len(calls) > MOST_OPEN:
            del calls[0]
        if len(self._open) > MOST_OPEN:
            self._open.pop(next(iter(self._open)))

    def leave(self, dialect: Dialect, thread: bytes, value: int) -> Call | None:
        """Return the call that returned `value`, and close it; None where no call is open."""
        key = (dialect.family, b"" if dialect.pairing == "stack" else thread)
        calls = self._open.get(key)
        if not calls:
            return None
        if len(calls) > 1:
            for index in range(len(calls) - 1, -1, -1):
                if legality.check(calls[index].function, value).verdict in ALLOWED:
                    return calls.pop(index)
        return calls.pop()

    def clear(self) -> None:
        """Forget everything: another file begins."""
        self._open.clear()
        self._spy_number = -1
