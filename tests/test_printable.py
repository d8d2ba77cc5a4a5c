"""Text from outside is printed harmlessly: no control that moves, hides or reorders what a terminal shows."""

from __future__ import annotations

import pytest

from ckrtool.printable import printable

# C0, DEL and C1; the Bidi_Control characters of Unicode; line and paragraph separators, the byte order mark; a lone surrogate.
CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
OTHERS = [0x2028, 0x2029, 0xFEFF, 0xD800, 0xDFFF]


@pytest.mark.parametrize("point", [*CONTROLS, *BIDI, *OTHERS], ids=lambda point: f"U+{point:04X}")
def test_each_control_is_escaped(point: int) -> None:
    escaped = f"\\x{point:02X}" if point < 0x100 else f"\\u{point:04X}"
    assert printable(f"a{chr(point)}b") == f"a{escaped}b"


@pytest.mark.parametrize("text", ["", "abc ~", "Schl\u00fcssel \u20ac", "\U0001f511", "\u00a0"])
def test_other_text_stays(text: str) -> None:
    assert printable(text) == text
