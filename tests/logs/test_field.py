"""Lines of public threads and of runs that the readers were not tuned to when they were collected."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.logs.support import objects

ROWS = [json.loads(row) for row in (Path(__file__).parent / "field.jsonl").read_text().splitlines()]
# A second collection, each row one line or a few; `differs` says why a row is read in another way than its collector did.
GROUPS = [json.loads(row) for row in (Path(__file__).parent / "field2.jsonl").read_text().splitlines()]
# A form of GnuTLS that stands for several codes, and the number of an error object whose message named it already.
NOT_READ = ("Error in provided PIN.", "  code: 19,")
# The function is only in the program's source, or only the run shows it.
NOT_IN_THE_LINES = ("source", "run")


def read(row: dict[str, Any]) -> list[tuple[int, str | None]]:
    """Return the codes of a row's line, read between the lines around it."""
    before = "".join(f"{line}\n" for line in row.get("context", []))
    text = before + "\n".join([row["line"], *row.get("after", [])]) + "\n"
    number = before.count("\n") + 1
    found = [one for one in objects(text.encode()) if one["line"] == number]
    return [(code["value"], code["function"]) for one in found for code in one["codes"]]


@pytest.mark.parametrize("row", ROWS, ids=[row["line"][:60] for row in ROWS])
def test_what_a_line_of_the_field_says(row: dict[str, Any]) -> None:
    if row["line"].endswith(NOT_READ):
        return
    left = read(row)
    for value, function in row["codes"]:
        hit = next((one for one in left if one[0] == value), None)
        assert hit is not None, left
        left.remove(hit)
        if function is not None and row.get("grounds") not in NOT_IN_THE_LINES:
            assert hit[1] == function
    wanted = {value for value, _ in row["codes"]}
    assert [value for value, _ in left if value not in {*wanted, *row.get("allowed", [])}] == []


@pytest.mark.parametrize("row", GROUPS, ids=[row["text"][:60] for row in GROUPS])
def test_lines_of_the_field_read_alone(row: dict[str, Any]) -> None:
    """The function is compared where the collector found one in the line."""
    if "differs" in row:
        return
    left = [
        (code["value"], code["function"])
        for one in objects(row["text"].encode() + b"\n")
        for code in one["codes"]
    ]
    for value, function in row["codes"]:
        hit = next((one for one in left if one[0] == value and function in (None, one[1])), None)
        assert hit is not None, left
        left.remove(hit)
    wanted = {value for value, _ in row["codes"]}
    assert [value for value, _ in left if value not in wanted] == []
