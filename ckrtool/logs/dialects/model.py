"""One line of one program's log, as its dialect file describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ckrtool.logs.lazy_re import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

# What a line is: the start of a call, its return, a message about a return, or a library that was not loaded.
Kind = Literal["call", "return", "message", "load"]
# How a return finds its call: the innermost open one, the open one of its thread, or it names the function itself.
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
    """A line of a dialect: where the code and the function are in it, and how its numbers are printed.

    `family` is the dialect file, whose calls and returns belong together. `literal` is in every such line and is looked for
    first; `find` is a regular expression for the prefilter, b"" where the general words find the line. `pattern` has the groups
    it needs of `function` (C_...), `spoken` (a function in the program's own words), `code` (a number), `name` (a CKR_ name),
    `word` (a name in the program's own spelling), `sentence`, `packed` (an OpenSSL error number), `thread`, `time`
    (when the line was written) and `ms` (how long the call took).
    `strong` lines are enough evidence by themselves; others count only after a strong line of the same stream.
    `counts` says that one such line is one call of the trace. `offset` is added to the number; `normal` are values that the
    program meets when nothing is wrong. `needs` says which of C_ and CKR_ are in every such
    line. `value` is what the words of the group `said` mean.
    `above` are methods of a binding with the functions they call, where the traceback above the line names the method.
    `load` is why the library in the group `what` was not loaded. `chained` says that the program prints one return at each of
    the levels that it passes through.
    """

    __slots__ = ()

    @property
    def id(self) -> str:
        """The dialect file and the line in it."""
        return f"{self.family}/{self.name}"

    def __hash__(self) -> int:
        """Return the hash of the line, which no other has."""
        return hash((self.family, self.name))

    def __eq__(self, other: object) -> bool:
        """Return whether this is the same line."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Return whether this is another line."""
        return self is not other


def dialects(rows: Iterable[tuple[Any, ...]]) -> tuple[Dialect, ...]:
    """Return the lines of compiled rows in the order in which they are tried: traces, messages, load failures, else as in the table."""
    return tuple(sorted(map(_dialect, rows), key=lambda dialect: ORDER.get(dialect.kind, 0)))


def _dialect(row: tuple[Any, ...]) -> Dialect:
    dialect = Dialect(*row)
    return dialect._replace(
        pattern=lazy(row[5]), groups=frozenset(dialect.groups), normal=frozenset(dialect.normal)
    )
