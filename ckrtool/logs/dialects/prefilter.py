"""Finds the lines of a block that may hold a return code, at the speed of a few literal scans.

A block without any of them is passed over as a whole. Where they occur, each has its own next position, so that what
is rare in the block is searched for once, and what is on every line once a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

NOWHERE = 1 << 62
# A search from a position on, up to a second one where that is given; NOWHERE where nothing is found.
Finder = Callable[..., int]
SPARSE = 1000
"""Bytes from one letter to the next, on average, from which on it pays to stop at each one."""
STOPS = 8
"""Letters after which it is seen how far apart they are."""
AHEAD = 128
"""Bytes after a place that the searched expressions look at, and more."""


def finder(source: bytes) -> Finder:
    """Return the search for a regular expression in a block."""
    search = re.compile(source).search

    def find(block: bytes, start: int, stop: int = NOWHERE) -> int:
        match = search(block, start, stop)
        return match.start() if match else NOWHERE

    return find


def sparse_finder(source: bytes) -> Finder:
    """Return the search for a regular expression that begins with a letter which is rare in most logs, such as a capital.

    `bytes.find` passes over text without the letter ten times as fast as `re` does, but stops at each one. Where they are many,
    `re` goes on to the next place.
    """
    letter = source[:1]
    pattern = re.compile(source)
    search, match_at = pattern.search, pattern.match

    def find(block: bytes, start: int, stop: int = NOWHERE) -> int:
        at = block.find(letter, start, stop)
        while at >= 0:
            enough = at + STOPS * SPARSE
            for _ in range(STOPS):
                if match_at(block, at, stop):
                    return at
                at = block.find(letter, at + 1, stop)
                if at < 0:
                    return NOWHERE
            if at < enough:
                match = search(block, at, stop)
                return match.start() if match else NOWHERE
        return NOWHERE

    return find


_ASSIGNED = rb"[\"']?(?:\s?[:=(]|\s(?:0[xX]|-?\d|is\b|was\b|code\b|value\b|returned\b))|[\"']?\s?="
_AFTER_RV = rb"(?=[ =:\"'(])(?=" + _ASSIGNED + rb")"
# One pattern per first letter: `re` passes over text without the letter at 3 GB/s and stops for 20 ns at each one, so the number of
# patterns counts, and how rare their letters are; an alternation without a common letter is fifty times slower.
# Each branch begins with a letter or a set, which is looked at before the branch is entered. These are the words that any
# log about PKCS #11 has; the literals of dialects are added. The first finds functions and names.
_GENERAL: dict[bytes, tuple[bytes, ...]] = {
    b"C": (rb"_\w", rb"KR[_.=: \"(]", b"K_RV", b"ryptoki"),
    b"r": (b"v" + _AFTER_RV, b"yptoki", rb"[=:](?<=ckr[=:])"),  # rv = ..., cryptoki, ckr=
    b"R": (b"V" + _AFTER_RV,),
    b"p": (rb"kcs11[.:( \[_]",),
    b"P": (rb"kcs11[.:( \[]", rb"y?KCS ?#?11"),
}


def general_sources() -> Iterator[bytes]:
    """Yield the general words as regular expressions without lookaround, which match where the finders do or more often."""
    plain = {
        b"v" + _AFTER_RV: b"v(?:" + _ASSIGNED + b")",
        rb"[=:](?<=ckr[=:])": None,
        b"V" + _AFTER_RV: b"V(?:" + _ASSIGNED + b")",
    }
    for first, rests in _GENERAL.items():
        for rest in rests:
            source = plain.get(rest, rest)
            if source is not None:
                yield first + source
    yield rb"ckr[=:]"


def finders(added: Iterable[bytes]) -> tuple[Finder, ...]:
    """Return one finder per first letter for the general words and the regular expressions `added`, functions and names first.

    Each of `added` begins with a letter that it is about; an empty one adds nothing.
    """
    branches = {first: list(rests) for first, rests in _GENERAL.items()}
    nested: dict[bytes, dict[bytes, list[bytes]]] = {}
    for source in dict.fromkeys(added):
        if source:
            second = source[1:2] if source[1:2].isalnum() and source[2:3] not in (b"?", b"*", b"{") else b""
            nested.setdefault(source[:1], {}).setdefault(second, []).append(source[1 + len(second) :])
    for first, rests in nested.items():  # by the second letter too: each alternative is tried in turn
        branches.setdefault(first, []).extend(
            second + b"(?:" + b"|".join(ends) + b")" for second, ends in rests.items()
        )
    sources = [first + b"(?:" + b"|".join(rests) + b")" for first, rests in branches.items()]
    return tuple(sparse_finder(source) if source[:1].isupper() else finder(source) for source in sources)


class Places:
    """The next places of literals in a block, each searched for again once it was passed; `next` is the first."""

    __slots__ = ("_block", "_places", "next")

    def __init__(self, block: bytes, start: int, finders: Iterable[Finder]) -> None:
        self._block = block
        self._places = [(at, find) for find in finders if (at := find(block, start)) < NOWHERE]
        self.next = min(self._places)[0] if self._places else NOWHERE

    def move(self, start: int) -> None:
        """Go on from `start`."""
        places = self._places
        if len(places) == 1:
            find = places[0][1]
            self.next = at = find(self._block, start)
            self._places = [(at, find)] if at < NOWHERE else []
            return
        self._places = [
            (at, find) if at >= start else (moved, find)
            for at, find in places
            if at >= start or (moved := find(self._block, start)) < NOWHERE
        ]
        self.next = min(self._places)[0] if self._places else NOWHERE


class Candidates:
    """The places in a block where a return code may stand: functions and names, and what else is looked for."""

    __slots__ = ("block", "functions", "words")

    def __init__(self, block: bytes, start: int, finders: tuple[Finder, ...]) -> None:
        self.block = block
        self.functions = Places(block, start, finders[:1])
        self.words = Places(block, start, finders[1:])

    @property
    def next(self) -> int:
        """The first place of any."""
        return min(self.functions.next, self.words.next)

    def move(self, start: int) -> None:
        """Go on from `start`."""
        if self.functions.next < start:
            self.functions.move(start)
        if self.words.next < start:
            self.words.move(start)
