"""Finds which known program's line this is, looking only for those whose literals can stand in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ckrtool.logs.dialects import DIALECTS, Dialect
from ckrtool.logs.dialects.prefilter import ALWAYS, NOWHERE, WHEN_OPENED
from ckrtool.logs.lazy_re import lazy

# A literal of forty is looked for only where the part stands that it shares with others, without blanks and colons at its ends, so
# that no part of one literal is a part of another's: then one search finds all that are in the line.
_SHARED = (b"CS1", b"cs1", b"rv", b"Retu", b"rro", b"fail", b"rc =", b"OperationState", b"79")
_NEEDS: list[tuple[bytes, Dialect]] = []
for _dialect in DIALECTS:
    if _dialect.ends_with_function:
        _NEEDS.append((b"", _dialect))
    elif b"C_" in _dialect.literal:
        _NEEDS.append((b"C_", _dialect))
    elif b"CKR_" in _dialect.literal:
        _NEEDS.append((b"CKR_", _dialect))
    else:
        _NEEDS.append(
            (
                next((part for part in _SHARED if part in _dialect.literal), _dialect.literal.strip(b" :")),
                _dialect,
            )
        )
PARTS = sorted({part for part, _ in _NEEDS} - {b"", b"C_", b"CKR_"})
_PARTS = lazy(b"|".join(map(re.escape, PARTS)))


def _sides(dialect: Dialect) -> str:
    """Return on which sides of a function the literal may stand away from it; none where another literal is in the line.

    The sample shows it; a dialect that has no function in its pattern may stand on either side.
    """
    match = dialect.pattern.search(dialect.sample)
    if match is None or any(find(match[0], 0) < NOWHERE for find in (*ALWAYS[1:], *WHEN_OPENED)):
        return ""
    if "function" not in dialect.groups:
        return "before after"
    at = match.start() + match[0].find(dialect.literal)
    return "before" if at < match.end("function") else "after" if at > match.end("function") else ""


# What makes a dialect's line of one with a function right before it.
TOUCHING = tuple(
    {
        d.literal[: d.literal.index(b"C_")]
        for part, d in _NEEDS
        if part == b"C_" and d.literal.index(b"C_") > 1
    }
)


@cache
def apart(side: str) -> tuple[bytes, ...]:
    """Return the literals that make a dialect's line of one with a function, though they stand away from it."""
    return tuple({d.literal for part, d in _NEEDS if part in PARTS and side in _sides(d)})


Shape = tuple[Dialect, re.Match[bytes]]


def shape_of(view: bytes, *, at_end: bool, in_trace: bool) -> Shape | None:
    """Return the first dialect in the table's order that the line is of; `at_end` says that it ends with a function."""
    found = set(_PARTS.findall(view))
    if at_end:
        found.add(b"")
    if b"C_" in view:
        found.add(b"C_")
    if b"CKR_" in view:
        found.add(b"CKR_")
    for dialect in _with(frozenset(found)):
        if dialect.literal in view and (dialect.strong or in_trace):
            match = dialect.pattern.search(view)
            if match is not None:
                return dialect, match
    return None


@lru_cache(maxsize=1024)
def _with(parts: frozenset[bytes]) -> tuple[Dialect, ...]:
    """Return the dialects that a line with these parts may be of."""
    return tuple(dialect for part, dialect in _NEEDS if part in parts)
