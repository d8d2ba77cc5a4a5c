"""Split a line into words and separators, and replace words that no dialect and no general form uses by placeholders.

A line is read as its folded text, so that lines which differ only in such words are read once. In the key of a line, numbers of
one form, the standard's functions and the standard's names are replaced too; the cache compares those whose values were used.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ckrtool._tables.codes import NAMES
from ckrtool._tables.vocabulary import BEGINNINGS, ENDINGS, PARTS, WORDS
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES

if TYPE_CHECKING:
    from ckrtool.logs.dialects.vocabulary import Vocabulary

MOST = 1 << 16
LONGEST = 64  # longer words are not cached
COMMON = 4  # longer numbers are not cached, because they are rarely repeated
FUNCTION = b"\0F"
NAME = b"\0N"

cut = re.compile(rb"(\w+(?:[-.]\w+)*)").split
"""Return a line as separators and words in turn; the first and the last item are separators."""

_WORD = re.compile(rb"\w").match
# Numbers in logs: hexadecimal numbers (nShield writes a t before that of a thread), dates with the hour, seconds in UTC,
# durations of calls.
_FORMS = re.compile(
    rb"(?P<number>(?:0[xX][0-9A-Fa-f]+|\d+)[uUlL]{0,3}|t?[0-9A-Fa-f]*[0-9][0-9A-Fa-f]*|[A-Fa-f]{8}|[A-Fa-f]{16})|"
    rb"(?P<date>\d+(?:-\d+)+(?:T\d+)?)|(?P<time>\d+(?:Z|[mun]?s))|(?P<dotted>\d+(?:\.\d+)+Z?)|"
    rb"(?P<uuid>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
).fullmatch
LOWER = b"wwwwwww"
IDENTIFIER = 2  # a word with at least this many dots is an identifier, such as the name of a class,
FILES = frozenset({b"so", b"dll", b"dylib"})  # unless it is the name of a library
_CONSTANT = re.compile(rb"[A-Z][A-Z0-9]*_[A-Z0-9_]*").fullmatch
_PARTS = re.compile(rb"([-.])").split
_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
MANY = 21  # a number with this many digits is too long for every pattern
# The digits of a number in a key, by its length; lengths that patterns do not distinguish are equal.
_ZEROS = [b"0" * (length if length <= 6 or length in (8, 16, MANY) else 7) for length in range(MANY + 1)]


class Folds(dict[bytes, bytes]):
    """A map from a word or separator to its text in the key of its line, computed on first use."""

    def __init__(self, added: Vocabulary | None = None) -> None:
        super().__init__()
        self._words = frozenset(WORDS)
        self._beginnings, self._endings, self._parts = BEGINNINGS, ENDINGS, PARTS
        if added is not None:
            self._words |= {word.encode() for word in added.words}
            self._beginnings += tuple(text.encode() for text in added.beginnings)
            self._endings += tuple(text.encode() for text in added.endings)
            self._parts += tuple(text.encode() for text in added.parts)
        self._first = frozenset(text[:3] for text in self._beginnings)
        self._last = frozenset(text[-3:] for text in self._endings)
        self._within = frozenset(tuple(text[:3]) for text in self._parts)

    def __missing__(self, word: bytes) -> bytes:
        """Return the text of `word` in a key."""
        if word.isalpha():
            made = self._letters(word)
        elif word.isdigit():
            if len(word) > COMMON:
                return _ZEROS[min(len(word), MANY)]
            made = word if word in self._words else _ZEROS[len(word)]
        elif _WORD(word) is None:
            made = word
        elif (form := _FORMS(word)) is not None:
            made = _form(word, form.lastgroup)
            if len(word) > COMMON and form.lastgroup != "date":
                return made
        elif b"-" in word or b"." in word:
            made = self._compound(word)
        else:
            made = self._mixed(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = made
        return made

    def _compound(self, word: bytes) -> bytes:
        """Return the key text of a word with hyphens or dots; identifiers, and words of unknown parts, become one placeholder."""
        if b"C_" in word or b"CK" in word:
            return word
        parts = _PARTS(word)
        if word.count(b".") >= IDENTIFIER and not self._has_part(word.lower()) and FILES.isdisjoint(parts):
            return LOWER
        unknown = [
            not (part.isdigit() or self._is_known(part.lower()) or _CONSTANT(part)) for part in parts[::2]
        ]
        if all(known or part.isdigit() for known, part in zip(unknown, parts[::2], strict=True)):
            return LOWER
        parts[::2] = [LOWER if new else part for new, part in zip(unknown, parts[::2], strict=True)]
        return b"".join(parts)

    def _letters(self, word: bytes) -> bytes:
        """Return the key text of a word of letters; a single letter is kept."""
        if len(word) == 1:
            return word
        if len(word) in (8, 16) and _FORMS(word):
            return _form(word, "number")
        if b"CK" in word or self._is_known(word.lower()):
            return word
        return LOWER if word.islower() else shape(word)

    def _mixed(self, word: bytes) -> bytes:
        """Return the key text of a word of letters, digits and underscores."""
        if b"C_" in word or b"CK" in word:
            name = word.decode("ascii")
            return FUNCTION if name in FUNCTION_NAMES else NAME if NAMES.get(name) else word
        return word if self._is_known(word.lower()) or _CONSTANT(word) else shape(word)

    def _is_known(self, word: bytes) -> bool:
        return (
            word in self._words
            or (word[:3] in self._first and word.startswith(self._beginnings))
            or (word[-3:] in self._last and word.endswith(self._endings))
            or self._has_part(word)
            or (b"_" in word and (b"c_" in word or word.replace(b"_", b"") in self._words))
        )

    def _has_part(self, word: bytes) -> bool:
        return not self._within.isdisjoint(zip(word, word[1:], word[2:], strict=False)) and any(
            map(word.__contains__, self._parts)
        )


def shape(word: bytes) -> bytes:
    """Return the placeholder of a word, which shows its first character and the kinds of its letters."""
    if word.istitle() and len(word) == len("Nov"):
        return b"Www"
    begin = b"W" if word[:1].isupper() else b"w" if word[:1].islower() else word[:1].translate(_DIGITS)
    letters = word.translate(None, b"0123456789_")
    rest = (
        b""
        if not letters
        else LOWER
        if letters[1:].islower()
        else b"WWWWWWW"
        if letters.isupper()
        else b"wwwWwww"
    )
    return begin + rest + b"_" * (b"_" in word) + b"0" * (len(letters) + word.count(b"_") < len(word))


def text_of(word: bytes, key: bytes) -> bytes:
    """Return the text as which a word with this key is read; numbers, functions and names are kept."""
    if key == word or key.isalpha():
        return key
    return word if key in (FUNCTION, NAME) or _FORMS(word) is not None else key


def _form(number: bytes, kind: str | None) -> bytes:
    """Return the form of a number; for a hexadecimal one its prefix, number of digits and their case."""
    if kind in ("date", "time"):
        return number.translate(_DIGITS)
    if kind != "number":
        return LOWER if kind == "uuid" else b"0.0"
    if number[-1:] in b"uUlL":
        return number
    if number[:2] in (b"0x", b"0X"):
        return number[:2] + _ZEROS[min(len(number) - 2, MANY)]
    if len(number) <= len("fff"):
        return number
    case = b"a" if number.islower() else b"A" if number.isupper() else b"aA"
    return (b"t" if number[:1] == b"t" else b"") + case + _ZEROS[min(len(number), MANY)]
