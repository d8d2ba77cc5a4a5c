"""PCRE2 finds what `re` finds, at the same places; where it can't be used `re` does the search."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ckrtool._tables.dialects import LINES as ROWS
from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects import pcre2_search, search
from ckrtool.logs.dialects.grammar import Grammar
from ckrtool.logs.dialects.prefilter import (
    NOWHERE,
    finder,
    general_sources,
    sources_by_letter,
    sources_by_pair,
)
from tests.benchmarks.logs import DENSE, QUIET, TRACES, Lines, make
from tests.logs.support import SAMPLES, annotated, sample
from tests.logs.test_memory import LINES, mixed
from tests.logs.test_prefilter import places

if TYPE_CHECKING:
    from ckrtool.logs.dialects.prefilter import Finder

FINDS = [dialect.find for dialect in current().dialects if dialect.find]
SOURCES = sources_by_pair(FINDS)
# What is searched for, each alone. Of rv `general_sources` finds a little more than what is searched for.
WORDS = [
    *(source for source in general_sources() if source[:2].lower() != b"rv"),
    rb"(?:rv|RV)[\"']? ?[=:(]",
    rb"(?:rv|RV) (?:0[xX]|-?\d|is\b|was\b|returned\b)",
    *dict.fromkeys(FINDS),
]
PIECES = [b"rv", b"rv =", b"RV: ", b"ckr", b"ckr=", b"C_", b"C_L", b"p11: ", b"fo", b"r", b"found", b": symbol not found", b"failed: AB_C", b"file too",
          b" short", b"\n", b"\r\n", b"\0", b"\xff", b" ", b"=", b"ryptoki"]  # fmt: skip


def test_the_host_of_these_tests_has_it() -> None:
    if pcre2_search._library() is None:
        pytest.skip("no PCRE2 here")
    assert pcre2_search.finders(SOURCES) is not None


def both() -> list[tuple[Finder, Finder]]:
    """Return the searches of PCRE2 and `re` for the same expressions."""
    found = pcre2_search.finders(SOURCES)
    if found is None:
        pytest.skip("no PCRE2 here")
    return list(zip(found, map(finder, SOURCES), strict=True))


def check(block: bytes) -> None:
    """Compare all places in a block."""
    for one, other in both():
        assert places(one, block) == places(other, block)


@pytest.mark.parametrize("name", [path.name for path in sorted(SAMPLES.glob("*.log"))])
def test_places_in_samples(name: str) -> None:
    check(sample(name))


@pytest.mark.parametrize("log", [*DENSE.values(), *TRACES.values(), *QUIET.values()])
def test_places_in_made_logs(log: Lines) -> None:
    check(make(log, 30_000))


def test_places_in_mixed_lines() -> None:
    for seed in range(30):
        chance = random.Random(seed)
        check(mixed(chance) + b"".join(chance.choices([*PIECES, *LINES], k=80)))


@given(
    parts=st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=4)), max_size=20),
    start=st.integers(0, 60),
    stop=st.integers(0, 60),
)
def test_places_in_anything_and_between_any_two_places(parts: list[bytes], start: int, stop: int) -> None:
    block = b"".join(parts)
    for one, other in both():
        assert one(block, start) == other(block, start)
        assert one(block, start, stop) == other(block, start, stop)


def test_places_between_any_two_places() -> None:
    block = b"x C_Login CKR_OK\nrv = 5\nckr=3 : symbol not found p11: x"
    for one, other in both():
        for start in range(len(block) + 2):
            for stop in range(start, len(block) + 2):
                assert one(block, start, stop) == other(block, start, stop)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_each_word_is_found_in_its_line_wherever_it_is(data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(WORDS))
    text = data.draw(st.from_regex(re.compile(b"(?s:" + word + b")"), fullmatch=True))
    assume(b"\n" not in text)  # what goes on in the next line counts there
    before = data.draw(st.sampled_from([b"", b"\n", b"x", b"r\n", b"rv\n", b"C_", b"x" * 200, b"fo\n\n"]))
    block = before + b": symbol not " * word.startswith(b"found(") + text + b" = 1\nafter\n"
    line = block.rfind(b"\n", 0, len(before) + 1) + 1
    end = block.find(b"\n", line)
    for finders in (
        current().in_trace.finders,
        pcre2_search.finders(SOURCES),
        tuple(map(finder, sources_by_letter(FINDS))),
    ):
        found = [find(block, line) for find in finders or current().in_trace.finders]
        assert line <= min(found) < end


@pytest.mark.parametrize("added", [FINDS, [b"", b"abc", b"abd", b"aac", b"a\\d", b"Zyx", b"q(?<=xq)"], []])
def test_expressions_by_letter_and_by_pair_find_the_same(added: list[bytes]) -> None:
    chance = random.Random(5)
    block = b"".join(
        chance.choices([*PIECES, *LINES, b"aabcaacabd", b"a1", b"xq", b"q", b"Zyx", b"Zy"], k=3000)
    )
    by_letter, by_pair = (
        sorted({at for source in sources for at in places(finder(source), block)})
        for sources in (sources_by_letter(added), sources_by_pair(added))
    )
    assert by_letter == by_pair
    assert len(by_letter) > 1000


def test_a_doubled_letter_stands_alone_and_capitals_together() -> None:
    starts = [
        re.match(rb"[^(]+\(\?:", source) for source in sources_by_pair([b"abc", b"acc", b"aac", b"adc"])
    ]
    assert len(starts) == len(sources_by_pair([])) + 3
    assert sources_by_pair([b"Qab", b"Qcd", b"Qef"])[-1] == b"Q(?:a(?:b)|c(?:d)|e(?:f))"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (rb"abc(?!d)", b"abce"),
        (rb"abc(?i:d)", b"abcD"),
        (rb"abc{,3}d", b"abd"),
        (rb"abc{1, 3}", b"abc{1, 3}"),
        (rb"abc\Z", b"abc"),
        (rb"ab\x63", b"abc"),
        (rb"abc(?P<a>d)", b"abcd"),
        (rb"ab[[:digit:]]", b"abt]"),
    ],
)
@pytest.mark.filterwarnings("ignore:Possible nested set")
def test_expressions_that_pcre2_may_interpret_differently_are_left_to_re(
    source: bytes, found: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = pcre2_search._library()
    if library is None:
        pytest.skip("no PCRE2 here")
    compiled = []

    def note(pattern: bytes, *rest: object) -> Any:
        compiled.append(pattern)
        return library.compile(pattern, *rest)

    noting = library._replace(compile=note)
    monkeypatch.setattr(pcre2_search, "_library", lambda: noting)
    finders = pcre2_search.finders([rb"xyz", source]) or ()
    assert compiled == [b"(*LF)xyz"]
    assert [find(b"xyz " + found, 0) for find in finders] == [0, 4]


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's prctl")
def test_a_process_that_may_not_make_code_searches_with_re() -> None:
    forbid = (
        "import ctypes, sys; sys.exit(9) if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0) else None"  # PR_SET_MDWE
    )
    code = f"{forbid}\nfrom ckrtool.logs.dialects import pcre2_search\nprint(pcre2_search.finders([b'abc']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if done.returncode == 9:
        pytest.skip("this kernel can't forbid it")
    assert (done.stdout, done.stderr) == ("None\n", "")


def test_without_the_library_re_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SOON", 0)
    monkeypatch.setattr(pcre2_search, "_library", lambda: None)
    one = Grammar(ROWS).always
    assert one._compiled is one.finders
    assert one.candidates(b"x\nC_Login\n").next == 2


@pytest.mark.parametrize("fails", ["compile", "jit_compile", "match_data"])
def test_a_library_that_can_make_no_code_is_not_used(fails: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library = pcre2_search._library()
    if library is None:
        pytest.skip("no PCRE2 here")
    answer = -48 if fails == "jit_compile" else None
    monkeypatch.setattr(
        pcre2_search, "_library", lambda: library._replace(**{fails: lambda *_arguments: answer})
    )
    assert pcre2_search.finders([b"abc"]) is None


def test_where_a_search_fails_re_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    library = pcre2_search._library()
    if library is None:
        pytest.skip("no PCRE2 here")
    failing = library._replace(match=lambda *_arguments: -46)
    monkeypatch.setattr(pcre2_search, "_library", lambda: failing)
    (find,) = pcre2_search.finders([b"abc"]) or ()
    assert find(b"x abc", 0) == 2
    assert find(b"x abc", 3) == NOWHERE


def test_the_output_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    log = b"".join(make(kind, 60_000) for kind in (*QUIET.values(), *DENSE.values(), *TRACES.values()))
    told = []
    for soon in (0, NOWHERE):
        monkeypatch.setattr(search, "SOON", soon)
        told.append([annotated(log, step) for step in (997, 1 << 17)])
    assert told[0] == told[1]


def test_threads_do_not_get_each_other_s_places() -> None:
    found = pcre2_search.finders([rb"C(?:_\w)"])
    if found is None:
        pytest.skip("no PCRE2 here")
    find = found[0]
    blocks = [b"x" * at + b"C_Login" for at in (1, 20, 300)]

    def wrong(block: bytes) -> int:
        return sum(find(block, 0) != len(block) - 7 for _ in range(20_000))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(3) as pool:
            assert list(pool.map(wrong, blocks)) == [0, 0, 0]
    finally:
        sys.setswitchinterval(interval)
