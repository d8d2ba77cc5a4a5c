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


class Fast:
    """Hyperscan's search for regular expressions, where it is installed and pays."""

    def __init__(self, sources: Iterable[bytes]) -> None:
        self.sources = (*general_sources(), *dict.fromkeys(filter(None, sources)))
        self._searched = 0
        self._pause = 0

    @cached_property
    def database(self) -> Database | None:
        """The compiled expressions; None where there is no Hyperscan for them."""
        from ckrtool.logs.dialects.hyperscan_search import compiled

        return compiled(self.sources)

    def ends(self, block: bytes) -> list[int] | None:
        """Return where matches in `block` end; None where `re` is to search it."""
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
    """The search for the general words and the regular expressions `added`, all of which `fast` searches for too."""

    def __init__(self, added: Iterable[bytes], fast: Fast) -> None:
        self.finders = finders(added)
        self._fast = fast

    def candidates(self, block: bytes, start: int = 0) -> Candidates:
        """Return the candidates in `block` from `start` on."""
        ends = self._fast.ends(block)
        if ends is None:
            return Candidates(block, start, self.finders)
        from ckrtool.logs.dialects.hyperscan_search import HyperscanCandidates

        return HyperscanCandidates(block, start, self.finders, ends)
