"""Chooses what searches a block for candidates: `re`, or Hyperscan where it is installed and pays."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ckrtool.logs.dialects.prefilter import Candidates, finders, general_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.logs.dialects.hyperscan_search import Database

AFTER = 4 << 20
"""Bytes that are searched before Hyperscan is loaded: it takes about 30 ms, which smaller inputs do not win back."""
FEW = 10
"""One match in 1 << FEW bytes, and more, are noted one by one faster than they are reported by Hyperscan."""
PAUSE = 16
"""Blocks that are searched without Hyperscan after a block with so many matches."""


class Search:
    """The search for the general words and the regular expressions `added`."""

    def __init__(self, added: Iterable[bytes]) -> None:
        added = tuple(dict.fromkeys(filter(None, added)))
        self.finders = finders(added)
        self.sources = (*general_sources(), *added)
        self._searched = 0
        self._pause = 0

    @cached_property
    def _database(self) -> Database | None:
        from ckrtool.logs.dialects.hyperscan_search import compiled

        return compiled(self.sources)

    def candidates(self, block: bytes, start: int = 0) -> Candidates:
        """Return the candidates in `block` from `start` on."""
        if self._searched < AFTER:
            self._searched += len(block)
        elif self._pause:
            self._pause -= 1
        elif self._database is not None:
            from ckrtool.logs.dialects.hyperscan_search import HyperscanCandidates

            ends = self._database.ends(block)
            if ends is not None:
                if len(ends) > len(block) >> FEW:
                    self._pause = PAUSE
                return HyperscanCandidates(block, start, self.finders, ends)
        return Candidates(block, start, self.finders)
