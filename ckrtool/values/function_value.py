"""Bare digits that a function is said to have returned: some programs print a CK_RV with %x and without 0x."""

from __future__ import annotations

from ckrtool.knowledge import legality, registry

ALLOWED = frozenset({"listed", "general", "contradicted"})


def read_as_hex(digits: str, value: int, function: str) -> int | None:
    """Return the value of decimal-looking `digits` in hexadecimal where only that is a code that `function` may return.

    `value` is what they are in decimal; None where that is a code too, or neither is.
    """
    if not 2 <= len(digits) <= 3 or not digits.isdigit() or registry.kind_of(value) != "undefined":
        return None
    other = int(digits, 16)
    return other if legality.check(function, other).verdict in ALLOWED else None
