"""Templates of lines: each digit becomes 0, so that lines that differ only in times and numbers are equal, and equally long.

So do the digits a to f of numbers in hexadecimal, where they are surely digits: after 0x, in UUIDs, in runs of eight and more.
"""

from __future__ import annotations

import re

DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
HEX_DIGITS = bytes.maketrans(b"123456789abcdefABCDEF", b"0" * 21)
# Looked for where every hexadecimal digit is a 0; each begins with a literal, by which a search skips.
PREFIXED = re.compile(rb"0x0+")
LONG = re.compile(rb"00000000(?:-0000-0000-0000-000000000000|0*)")


def template_of(text: bytes) -> bytes:
    """Return the template of a line, or of many."""
    plain = text.translate(DIGITS)
    hexed = text.translate(HEX_DIGITS)
    if hexed == plain:
        return plain
    out: bytearray | None = None
    for pattern in (PREFIXED, LONG):
        for match in pattern.finditer(hexed):
            start, end = match.span()
            if out is None:
                out = bytearray(plain)
            out[start:end] = hexed[start:end]
    return plain if out is None else bytes(out)
