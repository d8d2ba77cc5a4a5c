"""Choose the search for candidates in a block: `re`, PCRE2 if the host has it, or Hyperscan if it is installed and faster."""

from __future__ import annotations

import re
from functools import cached_property

from ckrtool.logs.dialects.prefilter import (
    Candidates,
    ManyCandidates,
    finders,
    general_sources,
    sources_by_letter,
    sources_by_pair,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ckrtool.logs.dialects.hyperscan_search import Database
    from ckrtool.logs.dialects.prefilter import Finder

    AnyCandidates = Candidates | ManyCandidates

SOON = 400_000
"""Number of bytes from which PCRE2 searches, which takes 3 ms to load; `re` takes 1 ms to compile, and 2 ms longer for them."""
AFTER = 4 << 20
"""Number of bytes searched before Hyperscan is loaded, which takes about 30 ms and does not pay for smaller inputs."""
FEW = 10
"""If there is more than one match per 1 << FEW bytes, `re` is faster than Hyperscan's reports."""
MANY = 10
"""If the block before had more than one candidate per 1 << MANY bytes, all candidates of a block are searched for at once."""
PAUSE = 16
"""Number of blocks searched without Hyperscan after a block with that many matches."""


class Fast:
    """Hyperscan's search for regular expressions, used if it is installed and faster; counts the bytes that were searched."""

    def __init__(self, sources: Iterable[bytes]) -> None:
        self.sources = (*general_sources(), *dict.fromkeys(filter(None, sources)))
        self._searched = 0
        self._pause = 0

    @cached_property
    def database(self) -> Database | None:
        """The compiled expressions; None if Hyperscan cannot be used for them."""
        from ckrtool.logs.dialects.hyperscan_search import compiled

        return compiled(self.sources)

    @property
    def pays(self) -> bool:
        """Return whether so many bytes are searched that PCRE2 is worth loading."""
        return self._searched >= SOON

    def ends(self, block: bytes) -> list[int] | None:
        """Return the end offsets of matches in `block`; None if another search should search the block."""
        if self._searched < AFTER:
            self._searched += len(block)
            return None
        if self._pause:
            self._pause -= 1
            return None
        ends = self.database.ends(block) if self.database is not None else None
        if ends is not None and len(ends) > len(block) >> FEW:
            self._pause = PAUSE
        return ends


class Search:
    """The search for the general words and the regular expressions `added`, a subset of those of `fast`."""

    def __init__(self, added: Iterable[bytes], fast: Fast) -> None:
        self._added = tuple(added)
        self._fast = fast
        self._last: AnyCandidates | None = None

    @cached_property
    def _sources(self) -> list[bytes]:
        return sources_by_letter(self._added)

    @cached_property
    def finders(self) -> tuple[Finder, ...]:
        """The searches for a single place by `re`."""
        return finders(self._sources)

    @cached_property
    def in_line(self) -> Callable[[bytes], re.Match[bytes] | None]:
        """The search in a single line, for which one expression is faster than several."""
        return re.compile(b"|".join(self._sources)).search

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[bytes], ...]:
        return tuple(map(re.compile, self._sources))

    @cached_property
    def _compiled(self) -> tuple[Finder, ...]:
        """The fastest searches for a single place: PCRE2's, or those of `re` if it can't be used."""
        from ckrtool.logs.dialects import pcre2_search

        return pcre2_search.finders(sources_by_pair(self._added)) or self.finders

    @property
    def _finders(self) -> tuple[Finder, ...]:
        return self._compiled if self._fast.pays else self.finders

    def candidates(self, block: bytes, start: int = 0) -> AnyCandidates:
        """Return the candidates in `block` from `start` on."""
        last = self._last
        self._last = found = self._searched(
            block, start, many=last is not None and last.moves > len(last.block) >> MANY
        )
        return found

    def of_few_lines(self, block: bytes) -> Candidates:
        """Return the candidates in a few lines; this does not count for how other blocks are searched."""
        return Candidates(block, 0, self._finders)

    def _searched(self, block: bytes, start: int, *, many: bool) -> AnyCandidates:
        ends = None if many else self._fast.ends(block)
        if ends is not None:
            from ckrtool.logs.dialects.hyperscan_search import HyperscanCandidates

            return HyperscanCandidates(block, start, self.finders, ends)
        if many:
            return ManyCandidates(block, start, self._patterns)
        return Candidates(block, start, self._finders)
