"""Finds the lines of a block that may hold a return code, at the speed of a few literal scans.

A block without any of them is passed over as a whole. Where they occur, each has its own next position, so that what
is rare in the block is searched for once, and what is on every line once a line.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # A search from a position to an optional end; returns NOWHERE if nothing is found.
    Finder = Callable[..., int]

NOWHERE = 1 << 62
SPARSE = 1000
"""Average distance of a letter in bytes from which stopping at each occurrence is faster than `re`."""
STOPS = 8
"""Number of letters after which their average distance is computed."""
AHEAD = 128
"""Upper limit of the number of bytes after a place that the expressions examine."""


def finder(source: bytes) -> Finder:
    """Return the search for a regular expression in a block."""
    search = re.compile(source).search

    def find(block: bytes, start: int, stop: int = NOWHERE) -> int:
        match = search(block, start, stop)
        return match.start() if match else NOWHERE

    return find


def word_finder(word: bytes, rest: bytes) -> Finder:
    """Return the search for a rare word that a regular expression follows; `bytes.find` skips other text faster than `re`."""
    match_at = re.compile(rest).match

    def find(block: bytes, start: int, stop: int = NOWHERE) -> int:
        at = block.find(word, start, stop)
        while at >= 0 and not match_at(block, at + len(word), stop):
            at = block.find(word, at + 1, stop)
        return at if at >= 0 else NOWHERE

    return find


def sparse_finder(source: bytes) -> Finder:
    """Return the search for a regular expression that starts with a letter which is rare in most logs, such as a capital.

    `bytes.find` skips text without the letter ten times as fast as `re` does, but stops at each occurrence. If there are many
    occurrences, `re` searches for the next place.
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
# What is simpler, and finds a little more.
_NEAR_RV = (b"v[=:\"'(]", b"v [=:(0-9iwcvr-]")
# One pattern per first letter: `re` skips text without the letter at 3 GB/s and stops for 20 ns at each occurrence, so the
# number of patterns and the rarity of their letters determine the speed; an alternation without a common letter is fifty times
# slower. Each branch starts with a letter or a set, which `re` checks before it enters the branch. These are the words of any
# log about PKCS #11; the literals of dialects are added. The first pattern finds functions and names.
_GENERAL: dict[bytes, tuple[bytes, ...]] = {
    b"C": (rb"_\w", rb"KR[_.=: \"(]", b"K_RV", b"ryptoki"),
    b"r": (b"v" + _AFTER_RV, b"yptoki", rb"[=:](?<=ckr[=:])"),  # rv = ..., cryptoki, ckr=
    b"R": (b"V" + _AFTER_RV,),
    b"p": (rb"kcs11[.:( \[_]",),
    b"P": (rb"kcs11[.:( \[]", rb"y?KCS ?#?11"),
}


def general_sources() -> Iterator[bytes]:
    """Yield the general words as simple regular expressions without lookaround, which match in every line that has such a word."""
    plain = {
        rb"[=:](?<=ckr[=:])": (),
        b"v" + _AFTER_RV: _NEAR_RV,
        b"V" + _AFTER_RV: tuple(b"V" + source[1:] for source in _NEAR_RV),
    }
    for first, rests in _GENERAL.items():
        for rest in rests:
            for source in plain.get(rest, (rest,)):
                yield first + source
    yield rb"ckr[=:]"


def sources_by_letter(added: Iterable[bytes]) -> list[bytes]:
    """Return one expression per first letter for the general words and the regular expressions `added`, functions and names first.

    Each expression in `added` must start with a literal letter; empty ones are ignored.
    """
    return [first + b"(?:" + b"|".join(rests) + b")" for first, rests in _branches(added).items()]


def sources_by_pair(added: Iterable[bytes]) -> list[bytes]:
    """Return the same in more expressions: after a small first letter, each has at most two second letters.

    This suits a search that skips text without the pairs of letters with which an expression starts: most small letters are
    frequent, most pairs of them are not. A doubled letter and another pair are searched for slowly together.
    """
    sources = []
    for first, rests in _branches(added).items():
        seconds = list(dict.fromkeys(rest[:1] for rest in rests))
        letters = [second for second in seconds if second.isalnum() and second != first]
        groups = [letters[at : at + 2] for at in range(0, len(letters), 2)]
        groups += [[second] for second in seconds if second not in letters]
        for group in [seconds] if first.isupper() else groups:
            ends = [rest for rest in rests if rest[:1] in group]
            sources.append(first + b"(?:" + b"|".join(ends) + b")")
    return sources


def _branches(added: Iterable[bytes]) -> dict[bytes, list[bytes]]:
    """Return the expressions that follow each first letter, grouped by the second, because `re` tries alternatives one by one."""
    branches = {first: list(rests) for first, rests in _GENERAL.items()}
    nested: dict[bytes, dict[bytes, list[bytes]]] = {}
    for source in dict.fromkeys(filter(None, added)):
        second = source[1:2] if source[1:2].isalnum() and source[2:3] not in (b"?", b"*", b"{") else b""
        nested.setdefault(source[:1], {}).setdefault(second, []).append(source[1 + len(second) :])
    for first, seconds in nested.items():
        branches.setdefault(first, []).extend(
            second + b"(?:" + b"|".join(ends) + b")" for second, ends in seconds.items()
        )
    return branches


def finders(sources: Iterable[bytes]) -> tuple[Finder, ...]:
    """Return the searches for expressions that start with a literal letter."""
    return tuple(sparse_finder(source) if source[:1].isupper() else finder(source) for source in sources)


class Places:
    """The next places of literals in a block; `next` is the first. Each is searched for again when it was passed."""

    __slots__ = ("_block", "_places", "next")

    def __init__(self, block: bytes, start: int, finders: Iterable[Finder]) -> None:
        self._block = block
        self._places = [(at, find) for find in finders if (at := find(block, start)) < NOWHERE]
        self.next = min(self._places)[0] if self._places else NOWHERE

    def move(self, start: int) -> None:
        """Search again from `start`."""
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
    """The places in a block where a return code may be: functions and names, and other words."""

    __slots__ = ("block", "functions", "moves", "words")

    def __init__(self, block: bytes, start: int, finders: tuple[Finder, ...]) -> None:
        self.block = block
        self.moves = 0
        self.functions = Places(block, start, finders[:1])
        self.words = Places(block, start, finders[1:])

    @property
    def next(self) -> int:
        """The first place of either kind; NOWHERE if there is none."""
        return min(self.functions.next, self.words.next)

    def move(self, start: int) -> None:
        """Search again from `start`."""
        self.moves += 1
        if self.functions.next < start:
            self.functions.move(start)
        if self.words.next < start:
            self.words.move(start)

    def lines(self, start: int) -> Iterator[tuple[int, int]]:
        """Yield the start and end, before its LF, of each line from `start` on that has a candidate."""
        block = self.block
        while (place := self.next) < NOWHERE:
            begin = block.rfind(b"\n", start, place) + 1 or start
            end = block.find(b"\n", place)
            if end < 0:
                end = len(block)
            yield begin, end
            start = end + 1
            self.move(start)


class ManyCandidates:
    """The candidates of a block in which they are frequent: all are searched for at once, which takes less time for each."""

    __slots__ = ("_places", "block", "moves", "next")

    def __init__(self, block: bytes, start: int, patterns: tuple[re.Pattern[bytes], ...]) -> None:
        self.block = block
        self.moves = 0
        self._places = [match.start() for pattern in patterns for match in pattern.finditer(block, start)]
        self._places.sort()
        self.next = self._places[0] if self._places else NOWHERE

    def lines(self, start: int) -> Iterator[tuple[int, int]]:
        """Yield the start and end, before its LF, of each line from `start` on that has a candidate."""
        block = self.block
        find, rfind = block.find, block.rfind
        for place in self._places:
            if place >= start:
                self.moves += 1
                begin = rfind(b"\n", start, place) + 1 or start
                end = find(b"\n", place)
                if end < 0:
                    end = len(block)
                start = end + 1
                yield begin, end
