"""OpenSSL's packed error numbers: where a library of PKCS #11 raises an error, its reason is the CK_RV."""

from __future__ import annotations

LIBP11_OWN = 0x400  # from here on a reason is libp11's own


def reason_of(packed: int) -> int | None:
    """Return the CK_RV in a packed error, None where its reason is none.

    OpenSSL 1.x packs library, function and reason in 8, 12 and 12 bits, 3.x the library above bit 23; libraries that register
    themselves fill the top bit in 1.x only.
    """
    reason = packed & (0xFFF if packed & 0x80000000 else 0x7FFFFF)
    return reason if 0 < reason < LIBP11_OWN else None
