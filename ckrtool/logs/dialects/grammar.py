"""All dialects together: find the dialect of a line, and provide the literals of the search for such lines."""

from __future__ import annotations

from functools import cached_property

from ckrtool._lazy_re import any_of
from ckrtool.logs.dialects.search import Fast, Search

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from ckrtool.logs.dialects.model import Dialect

    Match = tuple[Dialect, re.Match[bytes]]
    Key = tuple[frozenset[bytes], bool, bool]
    Tried = list[tuple[bytes, Dialect]]

FIND, STRONG = 4, 10  # columns of a compiled row: for the search alone no row is made a Dialect
MOST = 4096
LONGEST = 6  # of a needle: more bytes distinguish few more lines, and take longer to compile

# The bytes of logs, the rarest first.
_RARE = b"#{~^`\\@$;?!&%*+<>|[='\"QZXKJVYWHGUBFMPLNRCDSTOEIAzqjxkvwybg(f/)pumhdlcn]isrta-oe_.,9876543210: "


class Grammar:
    """The dialects of compiled rows, and the searches for their lines."""

    def __init__(self, rows: Sequence[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._every = [row[FIND] for row in rows]
        self.fast = Fast(self._every)
        self.always = Search([row[FIND] for row in rows if row[STRONG]], self.fast)

    @cached_property
    def dialects(self) -> tuple[Dialect, ...]:
        """The dialects in the order in which they are tried."""
        from ckrtool.logs.dialects.model import dialects

        return dialects(self._rows)

    @cached_property
    def _codes(self) -> _Chooser:
        return _Chooser(dialect for dialect in self.dialects if dialect.load is None)

    @cached_property
    def _loads(self) -> _Chooser:
        return _Chooser(dialect for dialect in self.dialects if dialect.load is not None)

    @cached_property
    def in_trace(self) -> Search:
        """The search to use after a line of a trace, which includes weak lines."""
        return Search(self._every, self.fast)

    def has_sentence(self, view: bytes) -> bool:
        """Return whether a line may match a dialect that recognises a code by its sentence."""
        return any(map(view.__contains__, self._sentences))

    @cached_property
    def _sentences(self) -> frozenset[bytes]:
        return frozenset(dialect.literal for dialect in self.dialects if "sentence" in dialect.groups)

    @cached_property
    def own(self) -> Callable[[bytes], object] | None:
        """A function that returns whether a line may match one of the site's own dialects; None if it has none."""
        from ckrtool._tables.dialects import TITLES

        literals = {dialect.literal for dialect in self.dialects if dialect.family not in TITLES}
        return any_of(literals).search if literals else None

    def match(self, view: bytes, *, at_end: bool, in_trace: bool) -> Match | None:
        """Return the first dialect of calls and codes that matches the line; `at_end` is True if a function ends the line."""
        return self._codes.match(view, at_end=at_end, in_trace=in_trace)

    def match_load(self, view: bytes, *, in_trace: bool) -> Match | None:
        """Return the first dialect of load failures that matches the line; used only for lines without a code."""
        return self._loads.match(view, at_end=False, in_trace=in_trace)


class _Chooser:
    """Find the dialect of a line; a single search for all literals leaves few patterns to try."""

    def __init__(self, dialects: Iterable[Dialect]) -> None:
        self._by_needle = [(dialect, _rarest(dialect.literal)) for dialect in dialects]
        self._needles = any_of({needle for _, needle in self._by_needle})
        self._tried: dict[Key, Tried] = {}

    def match(self, view: bytes, *, at_end: bool, in_trace: bool) -> Match | None:
        """Return the first matching dialect and its match; None if none matches."""
        found = self._needles.findall(view)
        if not found:
            return None
        key = (frozenset(found), at_end, in_trace)
        tried = self._tried.get(key)
        for literal, dialect in self._try(key) if tried is None else tried:
            if literal in view:
                match = dialect.pattern.search(view)
                if match is not None:
                    return dialect, match
        return None

    def _try(self, key: Key) -> Tried:
        """Return the dialects that may match a line with these needles, each with its literal, in order."""
        found, at_end, in_trace = key
        if len(self._tried) >= MOST:
            self._tried.clear()
        tried = self._tried[key] = [
            (dialect.literal, dialect)
            for dialect, needle in self._by_needle
            if (at_end or not dialect.ends_with_function)
            and (in_trace or dialect.strong)
            and any(_is_hidden_by(needle, other) for other in found)
        ]
        return tried


def _is_hidden_by(needle: bytes, other: bytes) -> bool:
    """Return whether a line may contain `needle` if a search for all needles found `other`, which may overlap it."""
    return any(needle.startswith(other[at:]) or other.startswith(needle, at) for at in range(len(other)))


def _rarest(literal: bytes) -> bytes:
    """Return at most LONGEST bytes of a literal, from its rarest byte on, for the fastest search."""
    starts = literal[: max(1, len(literal) - 2)]
    return literal[literal.find(min(starts, key=_RARE.find)) :][:LONGEST]
