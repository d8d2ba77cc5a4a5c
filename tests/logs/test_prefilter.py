"""The searches of the prefilter: a rare first letter is looked for in another way, and the same places are found."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from ckrtool._tables.dialects import LINES as ROWS
from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects.grammar import Grammar
from ckrtool.logs.dialects.prefilter import (
    NOWHERE,
    SPARSE,
    STOPS,
    Candidates,
    ManyCandidates,
    finder,
    sparse_finder,
)
from ckrtool.logs.dialects.search import MANY, Search
from tests.logs.test_memory import LINES, mixed

if TYPE_CHECKING:
    from ckrtool.logs.dialects.prefilter import Finder

SOURCE = rb"C(?:_\w|KR(?= ))"


def places(find: Finder, block: bytes) -> list[int]:
    """Return all places that a search finds, one after the other."""
    found = []
    at = find(block, 0)
    while at < NOWHERE:
        found.append(at)
        at = find(block, at + 1)
    return found


@pytest.mark.parametrize("gap", [0, 5, SPARSE // 2, SPARSE, SPARSE * 3])
def test_few_and_many_letters_give_the_same_places(gap: int) -> None:
    chance = random.Random(gap)
    for count in (0, 1, STOPS - 1, STOPS, STOPS + 1, 40 * STOPS):
        parts = [
            b"x" * chance.randint(0, 2 * gap)
            + chance.choice([*[b"Cx"] * 20, b"CC_", b"C_a", b"CKR ", b"CKR"])
            for _ in range(count)
        ]
        block = b"".join(parts) + b"x" * chance.randint(0, gap)
        expected = [match.start() for match in re.finditer(rb"(?=" + SOURCE + rb")", block)]
        assert places(finder(SOURCE), block) == places(sparse_finder(SOURCE), block) == expected


@pytest.mark.parametrize("made", [finder, sparse_finder])
def test_a_search_ends_where_it_is_told(made: type) -> None:
    find: Finder = made(SOURCE)
    block = b"x C_a " * 50
    assert find(block, 0, 4) == NOWHERE
    assert find(block, 0, 5) == 2
    assert find(block, len(block)) == NOWHERE


def lines(candidates: Candidates | ManyCandidates, start: int = 0) -> list[bytes]:
    """Return the candidate lines."""
    return [candidates.block[begin:end] for begin, end in candidates.lines(start)]


def test_all_candidates_at_once_are_in_the_same_lines() -> None:
    for seed in range(40):
        chance = random.Random(seed)
        block = mixed(chance) + b"\n".join(chance.choices(LINES, k=40))
        start = block.find(b"\n", chance.randrange(len(block))) + 1
        for by in (current().always, current().in_trace):
            for at in (0, start):
                one_by_one = lines(Candidates(block, at, by.finders), at)
                assert lines(ManyCandidates(block, at, by._patterns), at) == one_by_one
                assert len(one_by_one) > 1 or at


def test_candidates_are_searched_for_at_once_where_they_are_many() -> None:
    by: Search = Grammar(ROWS).always
    dense, sparse = b"C_Login\n" * 1000, b"C_Login\n" + b"x" * (2 << MANY) + b"\n"
    kinds = []
    for block in (dense, dense, sparse, sparse):
        candidates = by.candidates(block)
        kinds.append(type(candidates))
        assert len(lines(candidates)) == block.count(b"C_Login")
    assert kinds == [Candidates, ManyCandidates, ManyCandidates, Candidates]
