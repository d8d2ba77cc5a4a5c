"""The cache of the results of lines, made for the first line that is read: most logs have no candidate line at all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.logs.dialects.grammar import Grammar
    from ckrtool.logs.engine.line_cache import LineCache
    from ckrtool.logs.engine.recipes import CachedResult


class LazyLineCache:
    """A `LineCache` whose readers are imported, and whose tables are built, when `find` is called first."""

    find: Callable[[bytes], tuple[list[bytes], CachedResult]]

    def __init__(self, grammar: Grammar, *, enabled: bool = True, counted: bool = True) -> None:
        self.in_trace = False
        self._grammar = grammar
        self._enabled = enabled
        self._counted = counted
        self._cache: LineCache | None = None
        self.find = self._find_first

    def forget(self, *, in_trace: bool) -> None:
        """Drop all results; `in_trace` is True if weak forms count from here on."""
        self.in_trace = in_trace
        if self._cache is not None:
            self._cache.forget(in_trace=in_trace)

    def _find_first(self, view: bytes) -> tuple[list[bytes], CachedResult]:
        """Return the words and the result of the first line; further lines are passed to the cache directly."""
        from ckrtool.logs.engine.line_cache import LineCache

        self._cache = LineCache(self._grammar, enabled=self._enabled, counted=self._counted)
        self._cache.forget(in_trace=self.in_trace)
        self.find = self._cache.find
        return self.find(view)
