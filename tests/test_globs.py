"""Shell patterns are matched as `fnmatch` does."""

from __future__ import annotations

from fnmatch import fnmatchcase

from hypothesis import example, given
from hypothesis import strategies as st

from ckrtool.knowledge import stacks
from ckrtool.knowledge.globs import Globs, matches

NAMES = st.text("abl.", max_size=12)
PATTERNS = st.text("abl.**?", max_size=9)


@given(name=NAMES, pattern=PATTERNS)
@example(name="aba", pattern="ab*ba")
@example(name="abab", pattern="ab*ab")
@example(name="a", pattern="*[ab]")
@example(name="", pattern="*")
def test_one_pattern(name: str, pattern: str) -> None:
    assert matches(name, pattern) == fnmatchcase(name, pattern)


@given(name=NAMES, patterns=st.lists(PATTERNS, max_size=5))
@example(name="liblaabb.so", patterns=["liblaa*.so", "liblab?b*"])
@example(name="liblaa", patterns=["liblaa"])
def test_many_patterns(name: str, patterns: list[str]) -> None:
    assert Globs(patterns).match(name) == any(fnmatchcase(name, one) for one in patterns)


def test_patterns_of_stacks_are_told_apart_by_their_beginnings() -> None:
    patterns = [one.lower() for facts in stacks.table().values() for one in facts.get("files", ())]
    assert Globs(patterns).match("libsofthsm2.so")
    assert not Globs(patterns).match("libc.so.6")
