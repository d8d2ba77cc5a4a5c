"""One line shape of one program's log."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

# What a line of this shape is: the start of a call, its return, or a message about a return.
Kind = Literal["call", "return", "message"]
# How a return finds its call: the innermost open one, the open one of its thread, or it names the function itself.
Pairing = Literal["stack", "thread", "named"]
Base = Literal["auto", "hex", "decimal"]
# Read from the source, so that nothing is compiled before it is used.
GROUP = re.compile(rb"\(\?P<(\w+)>")
# A pattern after whose function only blanks may follow.
ENDS_WITH_FUNCTION = re.compile(rb"\(\?P<function>C_[^()]*\)\\s\*\$$")


@dataclass(frozen=True, slots=True)
class Dialect:
    """A line shape: where the code and the function stand in it, and how its numbers are printed.

    `literal` stands in every line of the shape and is looked for first. `pattern` has the groups it needs of
    `function` (C_...), `spoken` (a function in the program's own words), `code` (a number), `name` (a CKR_ name),
    `word` (a name in the program's own spelling), `sentence`, `packed` (an OpenSSL error number), `thread`, `time`
    (when the line was written) and `ms` (how long the call took).
    `strong` shapes are evidence enough by themselves; others count only in a stream that a strong one opened.
    `counts` says that one line of the shape is one call of the trace. `offset` is added to the number; `normal` are
    values that the program meets in its normal life.
    """

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
    groups: frozenset[str] = field(default=frozenset(), init=False)
    ends_with_function: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "groups", frozenset(group.decode() for group in GROUP.findall(self.pattern.pattern))
        )
        object.__setattr__(
            self, "ends_with_function", ENDS_WITH_FUNCTION.search(self.pattern.pattern) is not None
        )
