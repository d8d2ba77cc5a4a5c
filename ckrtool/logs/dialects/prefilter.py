"""Finds the lines of a block that may hold a return code, at the speed of a few literal scans.

A block without any of them is passed over as a whole. Where they occur, each has its own next position, so that what
is rare in the block is searched for once, and what is on every line once a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

NOWHERE = 1 << 62
Finder = Callable[[bytes, int], int]


def _pattern(source: bytes) -> Finder:
    search = re.compile(source).search

    def find(block: bytes, start: int) -> int:
        match = search(block, start)
        return match.start() if match else NOWHERE

    return find


_AFTER_RV = (
    rb"(?=[ =:\"'(])(?=[\"']?(?:\s?[:=(]|\s(?:0[xX]|-?\d|is\b|was\b|code\b|value\b|returned\b))|[\"']?\s?=)"
)
# One pattern a first letter: such a pattern is searched at over 4 GB/s whatever follows the letter, so what counts is how
# many of them there are and how rare their letters; an alternation without a common letter is fifty times slower.
# Each branch begins with a letter or a set, which is looked at before the branch is entered. The first finds functions
# and names.
ALWAYS: tuple[Finder, ...] = (
    _pattern(rb"C(?:_\w|KR[_.=: \"(]|K_RV|ryptoki)"),
    _pattern(
        rb"r(?:v" + _AFTER_RV + rb"|yptoki| error \(0x|[=:](?<=ckr[=:]))"
    ),  # rv = ..., cryptoki, Vendor error (0x..., ckr=
    _pattern(rb"R(?:V" + _AFTER_RV + rb"|vError::|eturning -?\d{1,20} \()"),
    _pattern(rb"p(?:kcs11[.:( \[]|11(?:: Login|-kit: ))"),
    _pattern(rb"f(?:ailed: )[A-Z]{2,20}_[A-Z]"),  # strongSwan's names without CKR_
    _pattern(rb"P(?:kcs11[.:( \[]|y?KCS ?#?11)"),
)
# Tried only where an earlier line was a trace's, or spoke of PKCS #11.
WHEN_OPENED: tuple[Finder, ...] = (
    _pattern(rb"Returned:"),
    _pattern(rb": SetOperationState"),
    _pattern(rb"\): Error: 0x"),
    _pattern(rb"FINI[A-Z]"),
)


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

    def __init__(self, block: bytes, start: int, *, in_trace: bool) -> None:
        self.block = block
        self.functions = Places(block, start, ALWAYS[:1])
        self.words = Places(block, start, ALWAYS[1:] + WHEN_OPENED if in_trace else ALWAYS[1:])

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
