"""A line as it is searched: colours and escapes blanked out, every other byte at its own place."""

from __future__ import annotations

import re

# A real escape sequence, or the same written inside a JSON string.
COLOUR = re.compile(rb"(?:\x1b|\\u001[bB]|\\x1[bB]|\\033|\\e)\[[0-9;?]*[A-Za-z]")
ESCAPE = re.compile(rb"\\[nrtbf\"'/\\]")


def searchable(text: bytes) -> bytes:
    """Return `text` with colours and string escapes turned into blanks and quotes, of the same length."""
    if b"\x1b" in text or (b"\\" in text and b"[" in text):
        text = COLOUR.sub(_blank, text)
    if b"\\" in text:
        text = ESCAPE.sub(_unescape, text)
    return text


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match[0])


def _unescape(match: re.Match[bytes]) -> bytes:
    return b' "' if match[0] == b'\\"' else b"  "
