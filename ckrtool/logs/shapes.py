"""Finds which known program's line this is, looking only for those whose literals can stand in it."""

from __future__ import annotations

import re
from functools import cache

from ckrtool.logs.candidates import ALWAYS, NOWHERE, WHEN_OPENED
from ckrtool.logs.dialects import DIALECTS, Dialect
from ckrtool.logs.later import later

# A literal of forty is looked for only where the part stands that it shares with others.
_SHARED = (b"KCS11", b"kcs11", b"rv", b"Retur", b"rror", b"fail", b"rc = ")
_AT_END: list[tuple[int, Dialect]] = []
_OF_FUNCTIONS: list[tuple[int, Dialect]] = []
_OF_NAMES: list[tuple[int, Dialect]] = []
_BY_PART: dict[bytes, list[tuple[int, Dialect]]] = {}
for _number, _dialect in enumerate(DIALECTS):
    if _dialect.ends_with_function:
        _AT_END.append((_number, _dialect))
    elif b"C_" in _dialect.literal:
        _OF_FUNCTIONS.append((_number, _dialect))
    elif b"CKR_" in _dialect.literal:
        _OF_NAMES.append((_number, _dialect))
    else:
        _part = next((part for part in _SHARED if part in _dialect.literal), _dialect.literal)
        _BY_PART.setdefault(_part, []).append((_number, _dialect))
_PARTS = tuple(_BY_PART.items())
_ANY_PART = later(b"|".join(map(re.escape, _BY_PART)))


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
    {d.literal[: d.literal.index(b"C_")] for _, d in _OF_FUNCTIONS if d.literal.index(b"C_") > 1}
)


@cache
def apart(side: str) -> tuple[bytes, ...]:
    """Return the literals that make a dialect's line of one with a function, though they stand away from it."""
    return tuple({d.literal for rows in _BY_PART.values() for _, d in rows if side in _sides(d)})


Shape = tuple[Dialect, re.Match[bytes]]


def shape_of(view: bytes, *, at_end: bool, opened: bool) -> Shape | None:
    """Return the first dialect in the table's order that the line is of; `at_end` says that it ends with a function."""
    candidates = list(_AT_END) if at_end else []
    if b"C_" in view:
        candidates += _OF_FUNCTIONS
    if b"CKR_" in view:
        candidates += _OF_NAMES
    if _ANY_PART.search(view):
        for part, dialects in _PARTS:
            if part in view:
                candidates += dialects
    candidates = [numbered for numbered in candidates if numbered[1].literal in view]
    if len(candidates) > 1:
        candidates.sort(key=_order)
    for _, dialect in candidates:
        if dialect.strong or opened:
            match = dialect.pattern.search(view)
            if match is not None:
                return dialect, match
    return None


def _order(numbered: tuple[int, Dialect]) -> int:
    return numbered[0]
