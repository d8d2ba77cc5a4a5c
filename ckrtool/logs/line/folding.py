"""Replace the words of a line that no dialect and no general form uses by placeholders.

A line is read as its folded text, so that lines which differ only in such words are read once. In the key of a line, numbers of
one form, the standard's functions and the standard's names are replaced too; the cache compares those whose values were used.
"""

from __future__ import annotations

import re

from ckrtool._lazy_re import any_of
from ckrtool._tables.codes import NAMES
from ckrtool._tables.vocabulary import BEGINNINGS, ENDINGS, PARTS, SENTENCES, WORDS
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES
from ckrtool.logs.line.number_forms import DIGITS, HEX, LOWER, TIME, NumberForms, decimal, is_number, number
from ckrtool.logs.line.words import JOINERS

MOST = 1 << 17
LONGEST = 64  # longer words are not cached
COMMON = 4  # longer decimal numbers are not cached, because they are rarely repeated,
SHORT = 8  # nor are other numbers that are longer than this, except for dates
FUNCTION = b"\0F"
NAME = b"\0N"

SPELLED = frozenset(word for word in WORDS if word.isdigit())
"""Numbers that patterns spell out, each after a word that they spell out too, as in PKCS #11."""
_NUMERIC = b"0-." + TIME

HEXADECIMAL = frozenset((1, 2, 8, 16))  # numbers of letters in words that may be hexadecimal numbers
IDENTIFIER = 2  # a word with at least this many dots is an identifier, such as the name of a class,
FILES = (b".so", b".dll", b".dylib")  # unless it is the name of a library
_CONSTANT = re.compile(rb"[A-Z][A-Z0-9]*_[A-Z0-9_]*").fullmatch
# `in` takes a seventh of the time for the number of a byte, as for bytes.
HYPHEN, DOT, UNDERSCORE, CAPITAL_C = b"-._C"
_PARTS = re.compile(rb"([-.])").split
# A number at the start of a word: 0x30.Retrying, 400ERROR (if two programs write at once).
_LEADING = re.compile(rb"0[xX][0-9A-Fa-f]+[uUlL]{0,3}(?=[-.])|\d+(?=[-.]*[A-Za-z_])").match
_HEX_OR_NOT = bytes(
    97 if byte in b"abcdefABCDEF" else 119 if bytes((byte,)).isalpha() else byte for byte in range(256)
)


class Folds(dict[bytes, bytes]):
    """A map from a word to its text in the key of its line, computed on first use.

    The words of `SENTENCES` are known only with `sentences`, because only the lines of a few programs contain such a sentence.
    """

    def __init__(self, *, sentences: bool = False) -> None:
        super().__init__({b"": b""})
        self._words = frozenset((*WORDS, *SENTENCES) if sentences else WORDS)
        self._first: dict[bytes, list[bytes]] = {}
        self._last: dict[bytes, list[bytes]] = {}
        for text in BEGINNINGS:
            self._first.setdefault(text[:3], []).append(text)
        for text in ENDINGS:
            self._last.setdefault(text[-3:], []).append(text)
        self._part_of = any_of(
            part for part in PARTS if not any(other in part for other in PARTS if other != part)
        ).search
        self._form = NumberForms().of
        self._shapes = {LOWER}
        self._of_parts = _Parts(self)

    def __missing__(self, word: bytes) -> bytes:
        """Return the text of `word` in a key."""
        if word.isdigit():
            if len(word) > COMMON:
                return decimal(len(word))
            made = word if word in self._words else decimal(len(word))
        elif word.isalpha():
            made = LOWER if self._is_unknown(word) else self._letters(word)
        else:
            form = self._form(word)
            if form is not None and len(word) > SHORT and HYPHEN not in form:
                return form
            made = form or self._mixed(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = made
        return made

    def _is_unknown(self, word: bytes) -> bool:
        """Return whether a word of letters is surely one of those that patterns do not spell out; the usual case."""
        return (
            word.islower()
            and word not in self._words
            and word[:3] not in self._first
            and word[-3:] not in self._last
            and len(word) not in HEXADECIMAL
            and not self._part_of(word)
        )

    def _mixed(self, word: bytes) -> bytes:
        """Return the key text of a word that has other characters than letters and is not a number."""
        core = word.strip(JOINERS)
        if len(core) < len(word):
            start = word.find(core)
            return word[:start] + self[core] + word[start + len(core) :] if core else word
        if CAPITAL_C in word and (b"C_" in word or b"CK" in word):
            if word.lower() in self._words:
                return word  # a pattern spells it out
            name = word.decode("latin-1")
            return FUNCTION if name in FUNCTION_NAMES else NAME if NAMES.get(name) else word
        leading = _LEADING(word)
        if leading is not None:
            if len(word) > LONGEST:
                return word
            return self[leading[0]] + b"".join(map(self._of_same_length, _PARTS(word[leading.end() :])))
        if HYPHEN not in word and DOT not in word:
            return word if _CONSTANT(word) else self._known(word) or self._shape(word)
        plain = word.replace(b".", b"-").split(b"-")
        if plain[0] in SPELLED:
            return word
        keys = list(map(self._of_parts.__getitem__, plain))
        if not any(keys) or (keys[-1] is None and self._is_identifier(word)):
            return LOWER
        parts = _PARTS(word)
        parts[::2] = map(self._of_same_length, parts[::2])
        return b"".join(parts)

    def _of_same_length(self, part: bytes) -> bytes:
        """Return the key text of a part of a word, as long as the part, so that offsets in the word remain."""
        made = self._of_parts[part]
        if made is not None:
            return made if len(made) == len(part) else part
        first = part[:1].translate(DIGITS)
        return first * len(part) if part.isdigit() else first.translate(_HEX_OR_NOT) + b"w" * (len(part) - 1)

    def _is_identifier(self, word: bytes) -> bool:
        """Return whether a word is an identifier such as the name of a class, without a part that patterns spell out anywhere."""
        return (
            word.count(b".") >= IDENTIFIER
            and not any(map(word.__contains__, FILES))
            and not self._part_of(word.lower())
        )

    def of_part(self, part: bytes) -> bytes | None:
        """Return the key text of a part of a compound that patterns spell out; None for any other part."""
        if part.isdigit():
            return None
        if part.isalpha():
            if self._is_unknown(part):
                return None
        elif not part.translate(HEX).strip(b"0"):
            return None
        elif UNDERSCORE in part and _CONSTANT(part):
            return part
        key = self.get(part) or self._known(part)
        return None if key in self._shapes or (len(part) == 1 and part not in self._words) else key

    def _shape(self, word: bytes) -> bytes:
        made = shape(word)
        self._shapes.add(made)
        return made

    def _letters(self, word: bytes) -> bytes:
        """Return the key text of a word of letters; a single letter is kept if it may be a digit or patterns spell it out."""
        if len(word) == 1:
            return word if word.isupper() or word in b"abcdef" or word in self._words else b"w"
        if len(word) in HEXADECIMAL and not word.strip(b"abcdefABCDEF"):
            return (
                word if word.lower() in self._words else number(word)
            )  # two letters may be a byte in a dump
        if CAPITAL_C in word and b"CK" in word:
            return word
        return self._known(word) or (LOWER if word.islower() else self._shape(word))

    def _known(self, word: bytes) -> bytes | None:
        """Return a word that patterns spell out, with placeholders for letters that they do not; None for any other word."""
        low = word.lower()
        if low in self._words or (
            UNDERSCORE in low and (low.startswith(b"c_") or low.replace(b"_", b"") in self._words)
        ):
            return word
        first, last = self._first.get(low[:3]), self._last.get(low[-3:])
        part = self._part_of(low)
        if not (first or last or part):
            return None
        spelled = bytearray(len(low))
        for text in first or ():
            if low.startswith(text):
                spelled[: len(text)] = text
        for text in last or ():
            if low.endswith(text):
                spelled[-len(text) :] = text
        for text in PARTS if part else ():
            at = low.find(text)
            while at >= 0:
                spelled[at : at + len(text)] = text
                at = low.find(text, at + 1)
        return self._folded(word, low, spelled) if any(spelled) else None

    def _folded(self, word: bytes, low: bytes, spelled: bytearray) -> bytes:
        """Return a word with placeholders for the letters that are not spelled; two words in one, as in FINILogin, are kept."""
        made = bytearray()
        start = 0
        for at, letter in enumerate((*spelled, 1)):
            if letter:
                if start < at:
                    if low[start:at] in self._words:
                        return word
                    made += shape(word[start:at])
                made += word[at : at + 1]
                start = at + 1
        return word if bytes(made.lower()) in self._words else bytes(made)


def general(keys: list[bytes]) -> list[bytes]:
    """Return the keys of a line's words with all numbers folded that no pattern tells from others of their length.

    In a key of its own, a number that patterns spell out is kept; but they do so only after a word that they spell out too.
    """
    if SPELLED.isdisjoint(keys):
        return keys
    made = []
    before = b""
    for key in keys:
        if key in SPELLED and (before in (LOWER, b"Www") or not before.strip(_NUMERIC)):
            key = decimal(len(key))  # noqa: PLW2901
        made.append(key)
        before = key or before
    return made


class _Parts(dict[bytes, "bytes | None"]):
    """A map from a part of a compound to its key text, computed on first use."""

    def __init__(self, folds: Folds) -> None:
        super().__init__()
        self._made = folds.of_part

    def __missing__(self, part: bytes) -> bytes | None:
        made = self._made(part)
        if len(part) <= LONGEST and (made is not None or part.isalpha()):  # numbers rarely recur
            if len(self) >= MOST:
                self.clear()
            self[part] = made
        return made


def shape(word: bytes) -> bytes:
    """Return the placeholder of a word, which shows its first character and the kinds of its letters."""
    if word.istitle() and len(word) == len("Nov"):
        return b"Www"
    begin = b"W" if word[:1].isupper() else b"w" if word[:1].islower() else word[:1].translate(DIGITS)
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
    return begin + rest + b"_" * (UNDERSCORE in word) + b"0" * (len(letters) + word.count(b"_") < len(word))


def text_of(word: bytes, key: bytes) -> bytes:
    """Return the text as which a word with this key is read; numbers, functions and names are kept.

    A number may also be the start of a word (400error, if two programs write at once) or a part of it (failed-48).
    """
    if key == word or key.isalpha():  # most words; `LineCache` doesn't pass these
        return key
    core = word.strip(JOINERS)
    if len(core) < len(word):
        start = word.find(core)
        after = word[start + len(core) :]
        return word[:start] + text_of(core, key[start : len(key) - len(after)]) + after
    if key in (FUNCTION, NAME) or is_number(word):
        return word
    leading = _LEADING(word)
    if leading is not None:
        return leading[0] + key[leading.end() - len(word) :]
    if word[:1].isdigit():
        return word
    parts, keys = _PARTS(word), _PARTS(key)
    return b"".join(part if part.isdigit() else made for part, made in zip(parts, keys, strict=True))
