"""The prefilter's search by Hyperscan, an optional extra (`ckrtool[fast]`) that changes only the speed.

Hyperscan finds all expressions in one pass, while `re` needs a pass per first letter. Hyperscan reports the end of a match but
not its start, so `re` searches the lines that it reports, and only matches of `re` are used.
"""

from __future__ import annotations

import re
from threading import Lock

from ckrtool.logs.dialects.prefilter import AHEAD, NOWHERE, Candidates, Places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from ckrtool.logs.dialects.prefilter import Finder

# Syntax that Hyperscan does not support or interprets differently from `re`.
_NOT_SHARED = re.compile(rb"\(\?(?!:)|\{,|\\[A-Za-z0-9](?<!\\[dwsb])")
# A repetition with an upper limit, which Hyperscan takes long to compile, of digits, letters or a set; the set is no `[]...]`.
_LIMITED = re.compile(rb"(?<=\\[dw]|[^\[^\\]\])\{(\d+),\d+\}")
# A word that counts only at the end of a longer word, which is searched for in its place.
_LONGER = re.compile(rb"(?P<word>[\w =:]+)\(\?<=(?P<longer>[\w =:]+)\)")
# A match may start in the line before the one in which it ends, if it ends within this many bytes of the latter's start.
BACK = 64


class LinePlaces(Places):
    """The next place of literals before `stop`."""

    __slots__ = ("_finders", "_stop")

    def __init__(self, block: bytes, start: int, finders: tuple[Finder, ...], stop: int) -> None:
        self._block = block
        self._finders = finders
        self._stop = stop
        self.move(start)

    def move(self, start: int) -> None:
        """Search again from `start`."""
        block, stop = self._block, self._stop
        self.next = NOWHERE
        if start < stop:
            first = min([find(block, start, stop + AHEAD) for find in self._finders])
            if first < stop:
                self.next = first


class HyperscanCandidates(Candidates):
    """The candidate places in a block: those that `re` finds in the lines in which Hyperscan's matches end."""

    __slots__ = ("_ends", "_finders", "_stop")

    def __init__(self, block: bytes, start: int, finders: tuple[Finder, ...], ends: list[int]) -> None:
        self.block = block
        self.moves = 0
        self._finders = finders[:1], finders[1:]
        self._ends = iter(ends)
        self._stop = start
        self._place(start, start)
        self._search(start)

    def move(self, start: int) -> None:
        """Search again from `start`."""
        super().move(start)
        if self.next == NOWHERE:
            self._search(start)

    def _search(self, start: int) -> None:
        """Search the next lines in which a match ends, until a place is found."""
        block = self.block
        for end in self._ends:
            if end <= self._stop or end <= start:
                continue
            begin = block.rfind(b"\n", start, end - 1) + 1 or start
            if end - begin < BACK and begin > start:
                begin = block.rfind(b"\n", start, begin - 1) + 1 or start
            self._stop = block.find(b"\n", end - 1) + 1 or len(block)
            self._place(begin, self._stop)
            if self.next < NOWHERE:
                return

    def _place(self, begin: int, stop: int) -> None:
        functions, words = self._finders
        self.functions = LinePlaces(self.block, begin, functions, stop)
        self.words = LinePlaces(self.block, begin, words, stop)


class Database:
    """Hyperscan's compiled expressions, which only one thread can use at a time."""

    def __init__(self, database: Any) -> None:
        self._scan = database.scan
        self._lock = Lock()

    def ends(self, block: bytes) -> list[int] | None:
        """Return the end offsets of the matches in `block`, in order; None if another thread is using the database."""
        if not self._lock.acquire(blocking=False):
            return None
        ends: list[int] = []
        add = ends.append

        def note(_id: int, _start: int, end: int, _flags: int, _context: object) -> None:
            add(end)

        try:
            self._scan(block, match_event_handler=note)
        finally:
            self._lock.release()
        return ends


def compiled(sources: Iterable[bytes]) -> Database | None:
    """Return the database of regular expressions; None if Hyperscan is not installed or may interpret one differently."""
    try:
        import hyperscan
    except ImportError:  # not installed, or built for another machine
        return None
    sources = tuple(sources)
    expressions = [shared for source in sources if (shared := _shared(source)) is not None]
    if len(expressions) < len(sources):
        return None
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    try:
        database.compile(expressions=expressions, flags=hyperscan.HS_FLAG_PREFILTER)
    except hyperscan.error:
        return None
    return Database(database)


def _shared(source: bytes) -> bytes | None:
    """Return an expression with which Hyperscan finds at least what `re` finds by `source`; None if that is not certain."""
    longer = _LONGER.fullmatch(source)
    if longer is not None and longer["longer"].endswith(longer["word"]):
        return longer["longer"]
    return None if _NOT_SHARED.search(source) else _LIMITED.sub(rb"{\1,}", source)
