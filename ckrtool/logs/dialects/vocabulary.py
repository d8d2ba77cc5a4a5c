"""Collect the words that regular expressions contain; all other words of a log are equivalent to the patterns."""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
LETTERS = 3  # a set with more letters than this is not expanded into words
MOST = 400  # maximum number of alternative spellings of one word
SHORTEST = 3  # shorter texts count only as whole words
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)

# The unfinished words at a place in a pattern, each with whether the log's word may start before it.
Begun = set[tuple[str, bool]]
NEW: Begun = {("", False)}
OPEN: Begun = {("", True)}


class Vocabulary(NamedTuple):
    """The lower-case words of patterns, and the beginnings, endings and parts of longer words."""

    words: frozenset[str]
    beginnings: frozenset[str]
    endings: frozenset[str]
    parts: frozenset[str]


def vocabulary(dialects: Iterable[bytes], general: Iterable[bytes] = ()) -> Vocabulary:
    """Return the words of all patterns; a dialect's pattern ends with a whole word, a general one may not."""
    speller = _Speller()
    for pattern in dialects:
        speller.pattern(pattern, is_open=False)
    for pattern in general:
        speller.pattern(pattern, is_open=True)
    found = speller.found
    long = [row for row in found if len(row[0]) >= SHORTEST]
    return Vocabulary(
        frozenset(text for text, _, _ in found),
        frozenset(text for text, left, right in long if right and not left),
        frozenset(text for text, left, right in long if left and not right),
        frozenset(text for text, left, right in long if left and right),
    )


class _Speller:
    """Walk through parsed patterns; `found` has each text with whether a word may continue on its left and on its right."""

    def __init__(self) -> None:
        self.found: set[tuple[str, bool, bool]] = set()

    def pattern(self, source: bytes, *, is_open: bool) -> None:
        """Add the words of a pattern; `is_open` is True if its last word may continue."""
        self._end(self._sequence(parser.parse(source.decode("latin-1")), OPEN), is_open=is_open)

    def _end(self, begun: Begun, *, is_open: bool) -> Begun:
        """Add the words to `found`; return the beginning of the next word, which may continue the last one if `is_open`."""
        self.found |= {(text, left, is_open) for text, left in begun if text}
        return OPEN if is_open else NEW

    def _sequence(self, items: Iterable[tuple[Any, Any]], begun: Begun) -> Begun:
        """Return the unfinished words after all items; more than MOST alternatives are added to `found` unfinished."""
        for kind, value in items:
            begun = self._item(kind, value, begun)
            if len(begun) > MOST:
                begun = self._end(begun, is_open=True)
        return begun

    def _item(self, kind: Any, value: Any, begun: Begun) -> Begun:
        """Return the unfinished words after one item of a parsed pattern; words that end at the item are added to `found`."""
        if kind is ops.LITERAL:
            return self._letters(frozenset({value}), begun)
        if kind is ops.IN:
            return self._letters(_members(value), begun)
        if kind is ops.BRANCH:
            return set().union(*(self._sequence(branch, begun) for branch in value[1]))
        if kind is ops.SUBPATTERN:
            return self._sequence(value[3], begun)
        if kind is ops.ATOMIC_GROUP:
            return self._sequence(value, begun)
        if kind in REPEATS:
            least, _, inner = value
            once = self._sequence(inner, begun)
            return once if least else once | begun
        if kind is ops.AT:
            return self._end(begun, is_open=False)
        if kind in (ops.ASSERT, ops.ASSERT_NOT):
            return self._assertion(kind, value, begun)
        return self._end(begun, is_open=True)

    def _letters(self, members: frozenset[int], begun: Begun) -> Begun:
        """Continue the words with each letter of a small set; any other set ends a word or may continue it."""
        if members.isdisjoint(WORD):
            return self._end(begun, is_open=False)
        letters = {chr(byte).lower() for byte in members}
        if not members <= WORD or len(letters) > LETTERS:
            return self._end(begun, is_open=True)
        return {(text + letter, left) for text, left in begun for letter in letters}

    def _assertion(self, kind: Any, lookaround: tuple[int, Any], begun: Begun) -> Begun:
        """Add the words of a lookaround to `found`; a negative one that excludes most letters ends the unfinished words."""
        direction, inner = lookaround
        bounds = kind is ops.ASSERT_NOT and len(inner) == 1 and inner[0][0] is ops.IN
        if bounds and len(_members(inner[0][1]) & WORD) > LETTERS * 2:
            return self._end(begun, is_open=False)  # no letter before it, or after it
        self._end(self._sequence(inner, begun if direction > 0 else OPEN), is_open=True)
        return begun


def _members(rows: Iterable[tuple[Any, Any]]) -> frozenset[int]:
    """Return the bytes that a character set matches."""
    members: set[int] = set()
    negated = False
    for kind, value in rows:
        if kind is ops.LITERAL:
            members.add(value)
        elif kind is ops.RANGE:
            members.update(range(value[0], value[1] + 1))
        elif kind is ops.NEGATE:
            negated = True
        else:
            members |= CATEGORIES[value]
    return frozenset(range(256)) - members if negated else frozenset(members)


def _category(pattern: bytes) -> frozenset[int]:
    matches = re.compile(pattern).match
    return frozenset(byte for byte in range(256) if matches(bytes((byte,))))


CATEGORIES = {
    ops.CATEGORY_DIGIT: _category(rb"\d"),
    ops.CATEGORY_NOT_DIGIT: _category(rb"\D"),
    ops.CATEGORY_SPACE: _category(rb"\s"),
    ops.CATEGORY_NOT_SPACE: _category(rb"\S"),
    ops.CATEGORY_WORD: _category(rb"\w"),
    ops.CATEGORY_NOT_WORD: _category(rb"\W"),
}
