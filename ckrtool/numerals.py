"""CK_RV as a number: the vendors' range, sign extension, and how headers write it."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` is not imported on the quick path; type checkers know this name
if TYPE_CHECKING:
    from typing import Final

VENDOR_FIRST: Final = 0x80000000
VENDOR_LAST: Final = 0xFFFFFFFF


def normalise(value: int) -> int:
    """Return `value` with sign extension undone: bits 63 to 31 all set are those of a 32-bit number."""
    return value & 0xFFFFFFFF if value >> 31 == 0x1FFFFFFFF else value


def hex_of(value: int) -> str:
    """Return `value` as headers write it, `0x000000A0`; a value over 32 bits keeps all its digits."""
    return f"0x{value:08X}" if value <= 0xFFFFFFFF else f"0x{value:016X}"
