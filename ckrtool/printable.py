"""Escapes control characters in untrusted text (token labels, log lines, file names) before it is printed."""

from __future__ import annotations

# Controls that move, hide or reorder what a terminal shows: C0, DEL, C1, bidi marks, embeddings and isolates, separators, BOM.
_HIDDEN = [
    *range(0x20),
    *range(0x7F, 0xA0),
    0x61C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
]
_ESCAPES = {point: f"\\x{point:02X}" if point < 0x100 else f"\\u{point:04X}" for point in _HIDDEN}


def printable(text: str) -> str:
    r"""Return `text` with C0, C1, DEL, bidi controls and lone surrogates escaped as `\xNN` or `\uNNNN`."""
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_ESCAPES)
    return "".join(f"\\u{ord(char):04X}" if "\ud800" <= char <= "\udfff" else char for char in shown)
