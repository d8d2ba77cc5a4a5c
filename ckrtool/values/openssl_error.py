"""Reads the packed error numbers of OpenSSL: in an error of a PKCS #11 engine or provider, the reason is the CK_RV."""

from __future__ import annotations

LIBP11_FIRST = 0x400  # the first reason that is an error of libp11 itself


def reason_of(packed: int) -> int | None:
    """Return the CK_RV in a packed error; None where its reason is not a CK_RV.

    OpenSSL 1.x packs library, function and reason in 8, 12 and 12 bits; 3.x puts the library above bit 23. Libraries that
    register themselves set the top bit in 1.x only.
    """
    reason = packed & (0xFFF if packed & 0x80000000 else 0x7FFFFF)
    return reason if 0 < reason < LIBP11_FIRST else None
