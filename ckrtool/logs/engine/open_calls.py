"""Keep the open calls of a trace, and find the call that a return belongs to."""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.dialects.model import Dialect

MOST_OPEN = 1024
# How far numbers may be out of order, because threads print a number later than they take it.
DISORDER = 64
ALLOWED = frozenset({"listed", "general", "contradicted", "vendor"})


class Call(NamedTuple):
    """An open call: its function, and the time printed in its line (b"" if there is none)."""

    function: str
    time: bytes


class OpenCalls:
    """The calls of a trace that have not returned yet, by dialect and thread.

    In dialects without threads the innermost open call returns first. If the standard does not allow it to return the code,
    the innermost call that may return it is used, because the calls of several threads can be interleaved.
    """

    __slots__ = ("_open", "_spy_number")

    def __init__(self) -> None:
        self._open: dict[tuple[str, bytes], list[Call]] = {}
        self._spy_number = -1

    def enter(self, dialect: Dialect, thread: bytes, function: str, time: bytes = b"") -> None:
        """Add a call of `function`.

        `thread` is the thread as printed, or in pkcs11-spy the number of the call; `time` is the time as printed.
        """
        if dialect.pairing == "named":
            return
        key = (dialect.family, b"" if dialect.pairing == "stack" else thread)
        if dialect.pairing == "stack":
            number = int(thread or b"0")
            # A 0 right after a 0 comes from a spy around a spy, each of which counts separately.
            if number + (DISORDER if number else 0) < self._spy_number:
                self._open.pop(key, None)  # the numbers restart: another run in the same file
            self._spy_number = number
        calls = self._open.setdefault(key, [])
        if dialect.pairing == "thread":
            calls.clear()  # a thread has only one open call; an earlier one never returned
        calls.append(Call(function, time))
        if len(calls) > MOST_OPEN:
            del calls[0]
        if len(self._open) > MOST_OPEN:
            self._open.pop(next(iter(self._open)))

    def leave(self, dialect: Dialect, thread: bytes, value: int) -> Call | None:
        """Close the call that returned `value` and return it; None if no call is open."""
        key = (dialect.family, b"" if dialect.pairing == "stack" else thread)
        calls = self._open.get(key)
        if not calls:
            return None
        if len(calls) > 1:
            from ckrtool.knowledge import legality

            for index in range(len(calls) - 1, -1, -1):
                if legality.check(calls[index].function, value).verdict in ALLOWED:
                    return calls.pop(index)
        return calls.pop()

    def clear(self) -> None:
        """Drop all calls, because another file begins."""
        self._open.clear()
        self._spy_number = -1
