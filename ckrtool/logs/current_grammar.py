"""The grammar of this run: the compiled dialects and those of the site's overlay."""

from __future__ import annotations

from functools import cache

from ckrtool._tables.dialects import LINES
from ckrtool.knowledge import overlay
from ckrtool.logs.dialects.grammar import Grammar


@cache
def current() -> Grammar:
    """Return the grammar, which is built once; a site's dialect with a problem is omitted and listed by `overlay.problems()`."""
    site = overlay.dialects()
    grammar = Grammar(LINES)
    if not site:
        return grammar
    from ckrtool.logs import dialect_samples

    rows = list(LINES)
    for dialect in site:
        wider = Grammar([*rows, *dialect.lines])
        found = list(dialect_samples.problems(wider, dialect.id, dialect.document.values))
        overlay.report(map(dialect.problem, found))
        if not found:
            rows += dialect.lines
            grammar = wider
    return grammar
