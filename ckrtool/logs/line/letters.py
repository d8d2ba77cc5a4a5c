"""Split a text into words, to avoid slow patterns for lines that contain none of their words."""

from __future__ import annotations

_LETTERS = bytes(byte if bytes((byte,)).isalpha() else 0x20 for byte in range(256))


def words_of(text: bytes) -> list[bytes]:
    """Return the runs of ASCII letters in a text; `p11_rv` has two."""
    return text.translate(_LETTERS).split()
