"""Parses text as a CK_RV, strictly: text that does not parse as a whole is an error, never a guess."""

from __future__ import annotations

from ckrtool._tables.codes import NAMES
from ckrtool.values.literals import (
    BLANKS,
    DIGITS,
    LONGEST,
    NAME_FIRST,
    NAME_REST,
    PRINTED,
    Malformed,
    NotAValue,
    Parsed,
    bare_number,
    is_constant,
    quoted,
    standard_name,
    unmarked,
    without_suffix,
)


def parse(text: str, base: int | None = None) -> Parsed:
    """Return the value or name in `text`; `base` 10 or 16 sets how digits without a prefix are read.

    Raises Malformed if the text as a whole is not a value.
    """
    word = text.strip(BLANKS)
    if not word or len(word) > LONGEST:
        raise Malformed("empty value" if not word else f"{quoted(word)} is too long for a value")
    try:
        found = None if PRINTED.intersection(word) else bare_number(word, base)
    except Malformed as error:
        error.hint = error.hint or _hint(word, base)
        raise
    if found is None:
        found = _name(word)
    if found is None or (found.unknown and ":" in word):
        from ckrtool.values import printed

        found = printed.parse(word, base) or found
    if found is None:
        raise NotAValue(
            f"{quoted(word)} is not a value",
            _hint(word, base) or "a value is hex (0xA0, A0h), decimal (160), or a name (CKR_PIN_INCORRECT)",
        )
    return found


def _hint(word: str, base: int | None) -> str:
    """Return a hint that names the value in a word if there are only marks around it, else ""."""
    bare = unmarked(word)
    if bare != word and " " not in bare:
        try:
            if not parse(bare, base).unknown:
                return f"did you mean {bare}, without the marks around it?"
        except Malformed:
            pass
    return ""


def several(text: str, base: int | None = None) -> list[Parsed]:
    """Return the values of a list such as `0xA0,0x101`; an empty list if one of its parts is not a known value.

    Raises Malformed for a list that may be a number with thousands separators (`1,000`, `160,257`).
    """
    try:
        found = [parse(part, base) for part in text.replace(",", " ").split()]
    except Malformed:
        return []
    if len(found) < 2 or any(parsed.unknown for parsed in found):
        return []
    grouped = next((part for part in text.split() if _may_be_grouped(part)), None)
    if grouped is not None:
        raise Malformed(
            f"{quoted(grouped)} may be one number with thousands separators, or a list of several",
            f"write a number without separators, a list with blanks: {grouped.replace(',', ' ')}",
        )
    return found


def _may_be_grouped(part: str) -> bool:
    """Return whether a comma in a part of a list may separate thousands: up to 3 decimal digits before it, 3 after it."""
    from itertools import pairwise

    pieces = [without_suffix(piece.lstrip("-"), DIGITS) for piece in part.rpartition("=")[2].split(",")]
    return any(
        before.isdecimal() and len(before) <= 3 and after.isdecimal() and len(after) == 3
        for before, after in pairwise(pieces)
    )


def listed(text: str) -> list[str]:
    """Return the values of a list such as `0xA0,0x101`; the text alone if it is not a list of known values."""
    parts = several(text) if "," in text or " " in text else []
    return [parsed.text for parsed in parts] or [text]


def _name(word: str) -> Parsed | None:
    """Return a single name: of the standard in any case, of a vendor, or as a binding spells it; None for other text."""
    if word[0] not in NAME_FIRST or not NAME_REST.issuperset(word):
        return None
    found = standard_name(word)
    if found is not None:
        return Parsed(word, NAMES[found], name=found)
    if is_constant(word):
        return Parsed(word, None, unknown=True, constant=True)
    from ckrtool.values import spellings

    named = spellings.parse(word)
    return spellings.without_separators(word) or named if named.unknown else named
