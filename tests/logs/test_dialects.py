"""The dialects: each sample is read as it says, by `annotate` and by `decode`, and no line escapes the search."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ckrtool._tables import dialects as tables
from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects import grammar, model
from ckrtool.logs.dialects.prefilter import NOWHERE
from ckrtool.logs.line.read_line import read_line
from ckrtool.logs.line.result import LoadInfo
from ckrtool.logs.printed_line import parse
from ckrtool.schema.dialectfile import literals, problems
from ckrtool.values.literals import Malformed
from tests.conftest import ROOT
from tests.logs.corpus import REAL, SAYING, SILENT, Expected
from tests.logs.test_lines import MENTIONED, codes_of

FILES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "ckrtool" / "data" / "dialects").glob("*.toml"))
}
SAMPLES = [
    (line["kind"], sample) for table in FILES.values() for line in table["line"] for sample in line["sample"]
]
TRACE = b"error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n"


def ids(value: object) -> str:
    """Return a test's name."""
    return value["text"][:60] if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("kind", "sample"), SAMPLES, ids=ids)
def test_annotate_and_decode_agree_on_every_sample(kind: str, sample: dict[str, Any]) -> None:
    text = sample["text"]
    if kind == "call":
        result = read_line(text.encode(), in_trace=True, grammar=current())
        assert result.call is not None
        assert result.call[1] == sample["function"]
        return
    if kind == "load":  # no return code: nothing for decode
        info = read_line(text.encode(), in_trace=True, grammar=current()).outcomes[0].code
        assert isinstance(info, LoadInfo)
        assert info.what == sample["what"]
        with pytest.raises(Malformed):
            parse(text)
        return
    said = codes_of(text.encode(), TRACE)
    assert [(value, function) for _, value, function in said] == [(sample["value"], sample.get("function"))]
    parsed = parse(text)
    assert (parsed.value, parsed.function) == (sample["value"], sample.get("function"))


@pytest.mark.parametrize("prefix", ["Nov 28 10:00:01 host signer[812]: ", "2026-11-28T10:00:01.5Z app-1 | "])
@pytest.mark.parametrize(("kind", "sample"), SAMPLES, ids=ids)
def test_what_stands_before_a_line_changes_nothing(prefix: str, kind: str, sample: dict[str, Any]) -> None:
    if kind in ("call", "load"):
        return
    said = codes_of((prefix + sample["text"]).encode(), TRACE)
    if said:  # a line that has to begin its line is none behind a prefix
        assert [(value, function) for _, value, function in said] == [
            (sample["value"], sample.get("function"))
        ]
        parsed = parse(prefix + sample["text"])
        assert (parsed.value, parsed.function) == (sample["value"], sample.get("function"))


READ = [(line, expected) for line, expected in [*REAL, *SAYING] if expected]


@pytest.mark.parametrize(("line", "expected"), READ, ids=[line[:60] for line, _ in READ])
def test_decode_reads_every_line_as_annotate_does(line: str, expected: Expected) -> None:
    values = {value for _, value, _ in expected}
    parsed = parse(line)
    if len(values) == 1:
        assert parsed.value in values
        assert {parsed.function} == {function for _, _, function in expected}
    else:
        assert parsed.unknown
        assert len(parsed.suggestions) == len(values)


def test_decode_leaves_numbers_alone_that_only_other_lines_make_return_codes() -> None:
    line = "worker: rv=48"
    assert [value for _, value, _ in codes_of(line.encode(), TRACE)] == [0x30]
    assert codes_of(line.encode(), b"") == []
    with pytest.raises(Malformed):
        parse(line)


# What `decode` takes for a VALUE by itself.
VALUES = {"rv=5", "[C_FindObjects] 0x5", "[C_Login] = 160", '\t0x000000A0: "CKR_PIN_INCORRECT",'}


@pytest.mark.parametrize("line", [*SILENT, *MENTIONED], ids=lambda line: line[:60])
def test_decode_reads_no_line_that_annotate_leaves_alone(line: str) -> None:
    try:
        parsed = parse(line)
    except Malformed:
        return
    assert parsed.unknown or line in VALUES


@pytest.mark.parametrize(
    "line",
    [
        "error: C_Login failed: CKR_PIN_INCORRECT (0xa1)",
        "app: 0xa1: CKR_PIN_INCORRECT while signing",
        "app: CKR_PIN_INCORRECT:161",
        "Pkcs11(PinIncorrect, Nope)",
    ],
)
def test_decode_refuses_a_line_that_contradicts_itself(line: str) -> None:
    with pytest.raises(Malformed):
        parse(line)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_the_search_finds_whatever_a_pattern_matches(data: st.DataObject) -> None:
    dialect = data.draw(st.sampled_from(current().dialects))
    text = data.draw(st.from_regex(re.compile(dialect.pattern.pattern)))
    match = re.search(dialect.pattern.pattern, text)
    assert match is not None
    assert dialect.literal in match[0]
    finders = (current().always if dialect.strong else current().in_trace).finders
    assert min(find(text, 0) for find in finders) < NOWHERE


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (rb"abc", [b"abc"]),
        (rb"ab(?P<code>\d)cd", [b"ab", b"cd"]),
        (rb"a(?:b)c", [b"abc"]),
        (rb"ab?c", [b"a", b"c"]),
        (rb"(?:ab){2}c", [b"ab", b"c"]),
        (rb"a(?=bc)b", [b"abc", b"ab"]),
        (rb"x(?!bc)y", [b"xy"]),
        (rb"(?:one|two) three", [b" three"]),
    ],
)
def test_literals_are_in_every_match(pattern: bytes, expected: list[bytes]) -> None:
    assert set(literals(pattern)) == set(expected)


def test_the_function_of_a_line_is_not_lost_before_an_equals_sign() -> None:
    parsed = parse("C_UnwrapKey FAILED...rv = f1")
    assert (parsed.value, parsed.function) == (0xF1, "C_UnwrapKey")


def line(**keys: object) -> dict[str, Any]:
    """Return a dialect file of one line, with some keys of its own."""
    whole = {
        "name": "failed",
        "kind": "message",
        "pattern": r"acmehsm: (?P<code>\d+)",
        "sample": [{"text": "acmehsm: 160", "value": 160, "source": "a run"}],
        **keys,
    }
    return {"title": "Acme", "shows": [], "line": [whole]}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (line(), None),
        (line(pattern="("), "is not a regular expression"),
        (line(pattern=r"[0-9]: (?P<code>\d+)"), "no literal finds it"),
        (line(pattern="acmehsm: failed"), "needs a group for its value"),
        (line(pattern=r"acmehsm: (?P<cod>\d+)"), "cod is not a known group"),
        (line(pattern=r"acmehsm, (?P<code>\d+)"), "the pattern does not match it"),
        (line(pattern=r"@who@: (?P<code>\d+)"), "@who@ is not a key of [parts]"),
        (line(find="nope"), "does not match inside"),
        (line(kind="call"), "a call needs the group"),
        (line(sample=[{"text": "acmehsm: 160", "source": "a run"}]), "value: is missing"),
    ],
)
def test_a_wrong_line_is_refused_with_the_cure(table: dict[str, Any], words: str | None) -> None:
    found = list(problems(table))
    assert (not found) if words is None else any(words in problem for problem in found), found


def test_every_dialect_has_a_title_and_says_what_it_shows() -> None:
    assert set(tables.TITLES) == set(tables.SHOWS) == set(FILES)
    assert all(tables.TITLES.values())


def test_columns_that_the_search_reads_are_the_model_s() -> None:
    assert tuple(map(model.Dialect._fields.index, ("find", "strong"))) == (grammar.FIND, grammar.STRONG)
