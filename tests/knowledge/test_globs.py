"""Shell patterns are matched as `fnmatch` does."""

from __future__ import annotations

from fnmatch import fnmatchcase

from hypothesis import example, given
from hypothesis import strategies as st

from ckrtool.knowledge.globs import Globs

NAMES = st.text("abl.", max_size=12)
PATTERNS = st.text("abl.**?", max_size=9)


@given(name=NAMES, patterns=st.lists(PATTERNS, max_size=5))
@example(name="liblaabb.so", patterns=["liblaa*.so", "liblab?b*"])
@example(name="liblaa", patterns=["x", "liblaa"])
@example(name="liblaabb.so", patterns=["liblaa*.so", "*.so"])
@example(name="a", patterns=["*[ab]"])
def test_first_pattern_that_matches(name: str, patterns: list[str]) -> None:
    matching = [number for number, one in enumerate(patterns) if fnmatchcase(name, one)]
    assert Globs(patterns).first(name) == min(matching, default=None)
