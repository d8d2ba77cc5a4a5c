"""Hyperscan finds what `re` finds: the same candidates, the same output, and where it can't be used `re` does it."""

from __future__ import annotations

import random
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool._tables.dialects import LINES as ROWS
from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects import hyperscan_search, search
from ckrtool.logs.dialects.grammar import Grammar
from ckrtool.logs.dialects.model import dialects
from ckrtool.logs.dialects.prefilter import NOWHERE, Candidates
from ckrtool.logs.dialects.search import Fast, Search
from tests.benchmarks.logs import DENSE, QUIET, TRACES, make
from tests.logs.support import SAMPLES, annotated, objects, sample, summary
from tests.logs.test_memory import LINES, REAL, mixed

pytest.importorskip("hyperscan")

NEVER = 1 << 62
LOGS = [path.name for path in sorted(SAMPLES.glob("*.log"))]
MADE = {**DENSE, **TRACES, **QUIET}
# What begins on one line and goes on on the next, and what is nearly a word that is searched for.
ODD = [b'rv"', b"rv", b"= 5", b"\t0x5", b"ckr", b"ckr=5", b"C", b"_", b"C_", b"symbol not found", b": symbol not found", b"failed: AB_C", b"failed: A_C",
       b"p11", b"p11-kit: ", b"Returning 5 (", b"Code 1]", b"cryptoki", b"ryptoki", b"rv was", b"RV'=", b"is 5", b""]  # fmt: skip


@pytest.fixture(params=["always", "in_trace"])
def by_both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Search:
    """Return a search that uses Hyperscan from the first byte on."""
    monkeypatch.setattr(search, "AFTER", 0)
    monkeypatch.setattr(search, "PAUSE", 0)
    monkeypatch.setattr(search, "MANY", 0)
    given_search: Search = getattr(Grammar(ROWS), request.param)
    assert given_search._fast.database is not None
    return given_search


def places(candidates: Candidates, block: bytes) -> list[tuple[int, int, int]]:
    """Return the first place of each candidate line, and the first function and the first word in it."""
    found = []
    while (at := candidates.next) < NOWHERE:
        end = block.find(b"\n", at) + 1 or len(block)
        first = [one if one < end else NOWHERE for one in (candidates.functions.next, candidates.words.next)]
        found.append((at, first[0], first[1]))
        candidates.move(end)
    return found


def check(by_both: Search, block: bytes) -> None:
    """Compare the candidates of the two searches."""
    fast = by_both.candidates(block)
    assert isinstance(fast, hyperscan_search.HyperscanCandidates)
    assert places(fast, block) == places(Candidates(block, 0, by_both.finders), block)


@pytest.mark.parametrize("name", LOGS)
def test_candidates_of_samples(by_both: Search, name: str) -> None:
    check(by_both, sample(name))


@pytest.mark.parametrize("kind", list(MADE))
def test_candidates_of_made_logs(by_both: Search, kind: str) -> None:
    check(by_both, make(MADE[kind], 50_000))


def test_candidates_of_mixed_and_cut_lines(by_both: Search) -> None:
    for seed in range(60):
        chance = random.Random(seed)
        lines = mixed(chance).split(b"\n") + chance.choices(ODD, k=80) + chance.choices(LINES, k=40)
        chance.shuffle(lines)
        joined = b"".join(line + chance.choice([b"\n", b"\n", b"\r\n", b" ", b""]) for line in lines)
        check(by_both, joined)
        check(by_both, joined[chance.randrange(len(joined)) :])


@given(parts=st.lists(st.one_of(st.sampled_from(ODD), st.binary(max_size=6), st.just(b"\n")), max_size=30))
def test_candidates_of_anything(parts: list[bytes]) -> None:
    grammar = current()
    database = hyperscan_search.compiled(grammar.fast.sources)
    block = b"".join(parts)
    assert database is not None
    ends = database.ends(block)
    assert ends is not None
    fast = hyperscan_search.HyperscanCandidates(block, 0, grammar.in_trace.finders, ends)
    assert places(fast, block) == places(Candidates(block, 0, grammar.in_trace.finders), block)


def outputs(log: bytes, step: int) -> list[Any]:
    """Return what the commands say of a log."""
    return [
        annotated(log, step),
        annotated(log, step, only=True, redact=True, inline=True),
        objects(log, step),
        objects(log, step, every_line=True),
        summary(log),
    ]


@pytest.mark.parametrize("name", [*LOGS, *MADE])
def test_output_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    log = make(MADE[name], 40_000) if name in MADE else sample(name)
    quiet = make(QUIET["ordinary"], 30_000)
    log = quiet + log + quiet + b"\n".join(REAL[:20])
    told = []
    for after in (0, NEVER):
        monkeypatch.setattr(search, "AFTER", after)
        told.append([outputs(log, step) for step in (997, 1 << 17)])
    assert told[0] == told[1]


def test_it_is_used_after_enough_bytes_and_rests_where_matches_are_many() -> None:
    one = Search([], Fast([]))
    few, many = b"x" * (1 << 20) + b"\nC_Login\n", b"C_Login\n" * 1000
    kinds = [type(one.candidates(block)).__name__ for block in [few] * 6 + [many, few]]
    assert kinds == ["Candidates"] * 4 + ["HyperscanCandidates"] * 3 + ["Candidates"]
    assert [type(one.candidates(few)).__name__ for _ in range(search.PAUSE)][-1] == "HyperscanCandidates"


def test_without_the_package_re_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AFTER", 0)
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    one = Search([], Fast([]))
    assert type(one.candidates(b"C_Login\n")) is Candidates


@pytest.mark.parametrize(
    "source", [rb"abc(?=d)", rb"abc(?i:d)", rb"abc{,3}", rb"abc\Z", rb"abc\x41", rb"abc[", rb"abc(?P<a>d)"]
)
def test_what_may_be_read_differently_is_left_to_re(source: bytes) -> None:
    assert hyperscan_search.compiled([source]) is None


def test_in_use_by_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "AFTER", 0)
    one = Search([], Fast([]))

    database = one._fast.database
    assert database is not None
    with database._lock:
        assert type(one.candidates(b"C_Login\n")) is Candidates
    assert type(one.candidates(b"C_Login\n")) is hyperscan_search.HyperscanCandidates


def test_every_dialect_s_search_can_be_read_by_hyperscan() -> None:
    assert all(
        hyperscan_search._shared(dialect.find) is not None for dialect in dialects(ROWS) if dialect.find
    )
