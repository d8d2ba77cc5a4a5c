"""The type of a log line of one program, as its dialect file describes it."""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from typing import Any, Literal

    # The kind of a line: the start of a call, its return, a message about a return, or a library that was not loaded.
    Kind = Literal["call", "return", "message", "load"]
    # How the call of a return is found: the innermost open call, the open call of its thread, or the return names the function.
    Pairing = Literal["stack", "thread", "named"]
    Base = Literal["auto", "hex", "decimal"]

ORDER = {"message": 1, "load": 2}


class _Row(NamedTuple):
    family: str
    name: str
    kind: Kind
    literal: bytes
    find: bytes
    pattern: re.Pattern[bytes]
    ends_with_function: bool
    groups: frozenset[str]
    pairing: Pairing = "named"
    base: Base = "auto"
    strong: bool = True
    counts: bool = False
    ahead: bool = False
    offset: int = 0
    function: str | None = None
    normal: frozenset[int] = frozenset()
    needs: tuple[bytes, ...] = ()
    value: int | None = None
    above: tuple[tuple[str, str], ...] = ()
    load: str | None = None
    chained: bool = False


class Dialect(_Row):
    """A line of a dialect: the positions of the code and the function in it, and the format of its numbers.

    `family` is the dialect file, whose calls and returns belong together. `literal` occurs in every such line and is searched
    for first; `find` is a regular expression for the prefilter, b"" if the general words find the line. `pattern` has those
    groups that it needs: `function` (C_...), `spoken` (a function in the program's spelling), `code` (a number), `name` (a CKR_
    name), `word` (a name in the program's spelling), `sentence`, `packed` (an OpenSSL error number), `thread`, `time` (the time
    of the line) and `ms` (the duration of the call in milliseconds).
    A `strong` line is sufficient evidence; other lines count only after a strong line in the same stream. `counts` is True if
    each such line is one call of the trace. `offset` is added to the number; `normal` are values that the program gets in
    normal operation. `needs` are those of C_ and CKR_ that occur in every such line. `value` is the code that the words of the
    group `said` stand for. `above` maps the methods of a binding to the functions they call, if the traceback above the line
    names the method. `load` is the reason why the library in the group `what` was not loaded. `chained` is True if the program
    prints the return at each of its levels.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """The dialect file and the name of the line in it, as `FILE/LINE`."""
        return f"{self.family}/{self.name}"

    def __hash__(self) -> int:
        """Return the hash of the line's family and name, which are unique."""
        return hash((self.family, self.name))

    def __eq__(self, other: object) -> bool:
        """Return whether this is the same line."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Return whether this is another line."""
        return self is not other


_PATTERN, _GROUPS, _NORMAL = map(_Row._fields.index, ("pattern", "groups", "normal"))


def dialects(rows: Iterable[tuple[Any, ...]]) -> tuple[Dialect, ...]:
    """Return the lines of compiled rows in the order in which they are tried: traces, messages, load failures."""
    return tuple(sorted(map(_dialect, rows), key=lambda dialect: ORDER.get(dialect.kind, 0)))


def _dialect(row: tuple[Any, ...]) -> Dialect:
    values = list(row)
    values[_PATTERN] = lazy(values[_PATTERN])
    values[_GROUPS] = frozenset(values[_GROUPS])
    values[_NORMAL] = frozenset(values[_NORMAL])
    return Dialect(*values)
