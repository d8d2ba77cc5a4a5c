"""One line shape of one program's log."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal, NamedTuple

# What a line of this shape is: the start of a call, its return, or a message about a return.
Kind = Literal["call", "return", "message"]
# How a return finds its call: the innermost open one, the open one of its thread, or it names the function itself.
Pairing = Literal["stack", "thread", "named"]
Base = Literal["auto", "hex", "decimal"]
# Read from the source, so that nothing is compiled before it is used.
GROUP = re.compile(rb"\(\?P<(\w+)>")
# A pattern after whose function only blanks may follow.
ENDS_WITH_FUNCTION = re.compile(rb"\(\?P<function>C_[^()]*\)\\s\*\$$")


class _Row(NamedTuple):
    id: str
    title: str
    kind: Kind
    literal: bytes
    pattern: re.Pattern[bytes]
    sample: bytes
    source: str
    pairing: Pairing = "named"
    base: Base = "auto"
    strong: bool = True
    counts: bool = False
    ahead: bool = False
    offset: int = 0
    function: str | None = None
    normal: frozenset[int] = frozenset()


class Dialect(_Row):
    """A line shape: where the code and the function stand in it, and how its numbers are printed.

    `literal` stands in every line of the shape and is looked for first. `pattern` has the groups it needs of
    `function` (C_...), `spoken` (a function in the program's own words), `code` (a number), `name` (a CKR_ name),
    `word` (a name in the program's own spelling), `sentence`, `packed` (an OpenSSL error number), `thread`, `time`
    (when the line was written) and `ms` (how long the call took).
    `strong` shapes are evidence enough by themselves; others count only in a stream that a strong one in_trace.
    `counts` says that one line of the shape is one call of the trace. `offset` is added to the number; `normal` are
    values that the program meets in its normal life.
    """

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of the pattern's groups."""
        return frozenset(group.decode() for group in GROUP.findall(self.pattern.pattern))

    @cached_property
    def family(self) -> str:
        """The program whose calls and returns belong together."""
        return self.id.removesuffix("-return").removesuffix("-firefox").removesuffix("-unprefixed")

    @cached_property
    def ends_with_function(self) -> bool:
        """Whether only blanks may follow the function."""
        return ENDS_WITH_FUNCTION.search(self.pattern.pattern) is not None

    def __hash__(self) -> int:
        """Return the hash of its id, which no other has."""
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        """Return whether this is the same row of the table."""
        return self is other

    def __ne__(self, other: object) -> bool:
        """Return whether this is another row of the table."""
        return self is not other
