"""Choose the search for candidates in a block: `re`, or Hyperscan if it is installed and faster."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ckrtool.logs.dialects.prefilter import Candidates, finders, general_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.logs.dialects.hyperscan_search import Database

AFTER = 4 << 20
"""Number of bytes searched before Hyperscan is loaded, which takes about 30 ms and does not pay for smaller inputs."""
FEW = 10
"""If there is more than one match per 1 << FEW bytes, `re` is faster than Hyperscan's reports."""
PAUSE = 16
"""Number of blocks searched without Hyperscan after a block with that many matches."""


class Fast:
    """Hyperscan's search for regular expressions, used if it is installed and faster."""

    def __init__(self, sources: Iterable[bytes]) -> None:
        self.sources = (*general_sources(), *dict.fromkeys(filter(None, sources)))
        self._searched = 0
        self._pause = 0

    @cached_property
    def database(self) -> Database | None:
        """The compiled expressions; None if Hyperscan cannot be used for them."""
        from ckrtool.logs.dialects.hyperscan_search import compiled

        return compiled(self.sources)

    def ends(self, block: bytes) -> list[int] | None:
        """Return the end offsets of matches in `block`; None if `re` should search the block."""
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
        self.finders = finders(added)
        self._fast = fast

    def candidates(self, block: bytes, start: int = 0) -> Candidates:
        """Return the candidates in `block` from `start` on."""
        ends = self._fast.ends(block)
        if ends is None:
            return Candidates(block, start, self.finders)
        from ckrtool.logs.dialects.hyperscan_search import HyperscanCandidates

        return HyperscanCandidates(block, start, self.finders, ends)
