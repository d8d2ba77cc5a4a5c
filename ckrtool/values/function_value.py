"""Reads the bare digits that a function returned: some programs print a CK_RV with %x and without 0x."""

from __future__ import annotations

from ckrtool.knowledge import legality, registry

ALLOWED = frozenset({"listed", "general", "contradicted"})


def read_as_hex(digits: str, value: int, function: str) -> int | None:
    """Return `digits` read as hexadecimal if only that reading is a code that `function` may return, else None.

    `value` is the decimal reading, which wins if it is a return code.
    """
    if not 2 <= len(digits) <= 3 or not digits.isdigit() or registry.kind_of(value) != "undefined":
        return None
    hexadecimal = int(digits, 16)
    return hexadecimal if legality.check(function, hexadecimal).verdict in ALLOWED else None
