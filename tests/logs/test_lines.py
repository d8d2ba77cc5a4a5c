"""Lines of real logs one by one: what is annotated and what is left alone."""

from __future__ import annotations

import json

import pytest

from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.dialects import DIALECTS, Dialect
from tests.logs.corpus import SAYING, SILENT, Expected


def codes_of(line: bytes, before: bytes = b"") -> list[tuple[str, int, str | None]]:
    """Return what `line` says when it follows the lines `before`."""
    annotator = JsonAnnotator()
    annotator.begin(None)
    data = annotator.push(before + line + b"\n") + annotator.finish()
    number = before.count(b"\n") + 1
    objects = [json.loads(text) for text in data.splitlines()]
    return [
        (code["text"], code["value"], code["function"])
        for one in objects
        if one["line"] == number
        for code in one["codes"]
    ]


@pytest.mark.parametrize(("line", "expected"), SAYING, ids=[line[:60] for line, _ in SAYING])
def test_what_a_line_says(line: str, expected: Expected) -> None:
    assert codes_of(line.encode()) == expected


@pytest.mark.parametrize("line", SILENT, ids=[line[:60] for line in SILENT])
def test_numbers_that_are_no_return_codes_stay_untouched(line: str) -> None:
    assert codes_of(line.encode()) == []


@pytest.mark.parametrize("line", SILENT, ids=[line[:60] for line in SILENT])
def test_they_stay_untouched_in_the_middle_of_a_trace(line: str) -> None:
    trace = b"error: PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)\n"
    if line != "rv=5":  # in a stream that speaks of PKCS #11 it is one
        assert codes_of(line.encode(), trace) == []


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.id)
def test_every_dialect_reads_its_own_sample(dialect: Dialect) -> None:
    assert dialect.literal in dialect.sample
    assert dialect.pattern.search(dialect.sample)
    assert dialect.source
    if dialect.kind != "call":
        assert codes_of(dialect.sample, b"1: C_Login\n")
