"""Parse numbers in the forms in which programs print a CK_RV: hexadecimal, decimal, signed, sign-extended."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool.knowledge import registry

# A small negative number is an errno, an NSPR error or "failed", never a CK_RV printed with a sign.
LAST_SIGNED = -(2**31)
FIRST_SIGNED_VENDOR = -1_000_000
WIDEST = 2**64


def return_value(token: bytes, *, base: str = "auto") -> int | None:
    """Return the CK_RV that `token` represents, with sign extension removed; None if it cannot be a CK_RV.

    `base` is "auto" (0x is hex, 8 or 16 digits are what %08lX prints, else decimal), "hex" or "decimal".
    """
    value = _number(token, base)
    if value is None or value >= WIDEST:
        return None
    if value < 0:
        return value & 0xFFFFFFFF if LAST_SIGNED <= value <= FIRST_SIGNED_VENDOR else None
    return numerals.normalise(value)


def _number(token: bytes, base: str) -> int | None:
    try:
        if token[:2] in (b"0x", b"0X") or base == "hex":
            return int(token, 16)
        if base == "auto" and len(token) in (8, 16):
            return int(token, 16)
        return int(token)
    except ValueError:
        return None


def could_be_code(value: int) -> bool:
    """Return whether `value` is defined in a header or in the vendor range; required of numbers in weak contexts."""
    return registry.kind_of(value) != "undefined"
