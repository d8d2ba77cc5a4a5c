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


# The open calls (function, time, number) by family and thread, and the number of the last call of pkcs11-spy.
Row = tuple[str, bytes, tuple[tuple[str, bytes, bytes], ...]]
State = tuple[tuple[Row, ...], int]
NONE_OPEN: State = ((), -1)


class Call(NamedTuple):
    """An open call: its function, and the time and number printed in its lines (b"" if there is none)."""

    function: str
    time: bytes
    number: bytes


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
        pairing = dialect.pairing
        if pairing == "named":
            return
        key = (dialect.family, b"" if pairing == "stack" else thread)
        if pairing == "stack":
            number = int(thread or b"0")
            # A 0 right after a 0 comes from a spy around a spy, each of which counts separately.
            if number + (DISORDER if number else 0) < self._spy_number:
                self._open.pop(key, None)  # the numbers restart: another run in the same file
            self._spy_number = number
        if pairing == "thread":
            self._open.pop(key, None)  # a thread has only one open call; an earlier one never returned
        calls = self._open.setdefault(key, [])
        calls.append(Call(function, time, thread if pairing == "stack" else b""))
        if len(calls) > MOST_OPEN:
            del calls[0]
        if len(self._open) > MOST_OPEN:
            self._open.pop(next(iter(self._open)))

    def leave(self, dialect: Dialect, thread: bytes, value: int) -> Call | None:
        """Close the call that returned `value` and return it; None if no call is open."""
        key = (dialect.family, b"" if dialect.pairing == "stack" else thread)
        calls = self._open.get(key)
        if calls is None:
            return None
        if len(calls) == 1:
            del self._open[key]
            return calls[0]
        from ckrtool.knowledge import legality

        for index in range(len(calls) - 1, -1, -1):
            if legality.check(calls[index].function, value).verdict in ALLOWED:
                return calls.pop(index)
        return calls.pop()

    def state(self) -> State:
        """Return the open calls as plain tuples, for `resume`."""
        rows = (
            (family, thread, tuple((call.function, call.time, call.number) for call in calls))
            for (family, thread), calls in self._open.items()
        )
        return tuple(rows), self._spy_number

    def resume(self, state: State) -> None:
        """Replace the open calls by those of a state."""
        rows, self._spy_number = state
        self._open = {(family, thread): [Call(*call) for call in calls] for family, thread, calls in rows}


def lasting(state: State, guess: State, seed: State) -> State:
    """Return the calls of a true state that have been open for long: those that a guess lacked, or had from its `seed`."""
    short = {(*row[:2], call) for row in guess[0] for call in row[2]}
    short -= {(*row[:2], call) for row in seed[0] for call in row[2]}
    rows = (
        (family, thread, tuple(call for call in calls if (family, thread, call) not in short))
        for family, thread, calls in state[0]
    )
    return tuple(row for row in rows if row[2]), -1
