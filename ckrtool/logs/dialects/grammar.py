"""All dialects together: which line is of which dialect, and by which literals such lines are found."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from ckrtool.logs.dialects.prefilter import finders

if TYPE_CHECKING:
    from ckrtool.logs.dialects.model import Dialect
    from ckrtool.logs.dialects.prefilter import Finder

    Match = tuple[Dialect, re.Match[bytes]]
    Key = tuple[bool, bool, bool, bool]
    Tried = tuple[re.Pattern[bytes], list[tuple[bytes, Dialect]]]

# The bytes of logs, the rarest first.
_RARE = b"#{~^`\\@$;?!&%*+<>|_[='\"QZXKJVYWHGUBFMPLNRCDSTOEIAzqjxkvwybg(f/)pumhdlcn]isrta-oe:.,9876543210 "


class Grammar:
    """The dialects in the order in which they are tried, and what the search for their lines needs."""

    def __init__(self, dialects: tuple[Dialect, ...]) -> None:
        self.dialects = dialects
        self._tried: dict[Key, Tried] = {}
        strong = [dialect.find for dialect in dialects if dialect.strong]
        self.always = finders(strong)
        self._every = [dialect.find for dialect in dialects]
        # What makes a line of a dialect of one with a function right before it.
        self.touching = tuple(
            {
                dialect.literal[: dialect.literal.index(b"C_")]
                for dialect in dialects
                if not dialect.ends_with_function and dialect.literal.find(b"C_") > 1
            }
        )
        # The same, away from the function.
        self.before = self._apart("before")
        self.after = self._apart("after")

    @cached_property
    def in_trace(self) -> tuple[Finder, ...]:
        """The finders after a line of a trace, weak lines included."""
        return finders(self._every)

    def _apart(self, side: str) -> tuple[bytes, ...]:
        return tuple({dialect.literal for dialect in self.dialects if side in dialect.sides})

    def match(self, view: bytes, *, at_end: bool, in_trace: bool) -> Match | None:
        """Return the first dialect that the line is of; `at_end` says that it ends with a function."""
        key = (b"C_" in view, b"CKR_" in view, at_end, in_trace)
        any_literal, tried = self._tried.get(key) or self._try(key)
        if any_literal.search(view) is None:
            return None
        for literal, dialect in tried:
            if literal in view:
                match = dialect.pattern.search(view)
                if match is not None:
                    return dialect, match
        return None

    def _try(self, key: Key) -> Tried:
        """Return the dialects of lines with or without C_, CKR_, a function at the end, and a trace before, each with its literal."""
        has_c, has_ckr, at_end, in_trace = key
        tried = [
            (dialect.literal, dialect)
            for dialect in self.dialects
            if (has_c or b"C_" not in dialect.needs)
            and (has_ckr or b"CKR_" not in dialect.needs)
            and (at_end or not dialect.ends_with_function)
            and (in_trace or dialect.strong)
        ]
        needles = sorted({_rarest(literal) for literal, _ in tried})
        self._tried[key] = re.compile(b"|".join(map(re.escape, needles)) or b"(?!)"), tried
        return self._tried[key]


def _rarest(literal: bytes) -> bytes:
    """Return the end of a literal, of at least four bytes, that begins with the rarest letter: there a search stops least often."""
    starts = range(max(1, len(literal) - 3))
    return literal[min(starts, key=lambda start: _RARE.find(literal[start : start + 1])) :]
