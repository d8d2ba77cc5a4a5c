"""The searches of the prefilter: a rare first letter is looked for in another way, and the same places are found."""

from __future__ import annotations

import random
import re

import pytest

from ckrtool.logs.dialects.prefilter import NOWHERE, SPARSE, STOPS, Finder, finder, sparse_finder

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
