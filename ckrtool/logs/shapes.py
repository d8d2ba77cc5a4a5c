"""Finds which known program's line this is, looking only for those whose literals can stand in it."""

from __future__ import annotations

import re

from ckrtool.logs.dialects import DIALECTS, Dialect

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
    elif b"CKR" in _dialect.literal:
        _OF_NAMES.append((_number, _dialect))
    else:
        _part = next((part for part in _SHARED if part in _dialect.literal), _dialect.literal)
        _BY_PART.setdefault(_part, []).append((_number, _dialect))
_PARTS = tuple(_BY_PART.items())
_ANY_PART = re.compile(b"|".join(map(re.escape, _BY_PART)))

Shape = tuple[Dialect, re.Match[bytes]]


def shape_of(view: bytes, *, at_end: bool, opened: bool) -> Shape | None:
    """Return the first dialect in the table's order that the line is of; `at_end` says that it ends with a function."""
    candidates = list(_AT_END) if at_end else []
    if b"C_" in view:
        candidates += _OF_FUNCTIONS
    if b"CKR" in view:
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
