"""Parts of a log scanned anywhere: their sum is the summary of the whole."""

from __future__ import annotations

import json
import pickle
import time
from functools import reduce
from typing import TYPE_CHECKING, Any

import pytest

import ckrtool
from tests.conftest import ROOT

if TYPE_CHECKING:
    from ckrtool._results import Summary

SAMPLES = ROOT / "tests/logs/samples"
CODES = (
    "C_Sign returned CKR_DEVICE_ERROR",
    "C_Login failed: rv = 0xa0",
    "C_Verify: rv = 0x80000005",
    "ready",
)


def lines_of(name: str) -> list[str]:
    return (SAMPLES / name).read_text("utf-8", "surrogateescape").splitlines(keepends=True)


def without_places(summary: Summary) -> dict[str, Any]:
    """Return a summary without line numbers and file names, which are those of the part."""
    found = summary.as_dict()
    found.pop("file", None)
    places = [row[end] for row in found["codes"] for end in ("first", "last")]
    for place in (*places, found["first_failure"] or {}):
        place.pop("line", None)
        place.pop("file", None)
    return found


def log(lines: int) -> list[str]:
    return [f"10:00:{n % 60:02} host app[{n}]: {CODES[n * 7 % 11 % 4]}\n" for n in range(lines)]


def test_a_thousand_parts_equal_the_whole() -> None:
    whole = log(5000)
    parts = [ckrtool.scan(whole[at : at + 5], f"{at}.log") for at in range(0, 5000, 5)]
    assert len(parts) == 1000
    assert without_places(ckrtool.merge(parts)) == without_places(ckrtool.scan(whole))


def test_traces_cut_between_calls_equal_the_whole() -> None:
    whole = [line for _ in range(120) for line in lines_of("spy-bad-pin.log")]
    starts = [at for at, line in enumerate(whole) if line[:1].isdigit() and ": C_" in line]
    assert len(starts) >= 1000
    parts = [whole[at:end] for at, end in zip([0, *starts[1:]], [*starts[1:], len(whole)], strict=True)]
    merged = without_places(ckrtool.merge(map(ckrtool.scan, parts)))
    assert merged == without_places(ckrtool.scan(whole))


def test_a_call_that_is_cut_loses_its_function_only() -> None:
    whole = ["7: C_Login\n", "2026-11-28 10:00:00.000\n", "Returned:  160 CKR_PIN_INCORRECT\n"]
    cut = ckrtool.merge([ckrtool.scan(whole[:2]), ckrtool.scan(whole[2:])]).as_dict()
    assert [(row["name"], row["count"], row["functions"]) for row in cut["codes"]] == [
        ("CKR_PIN_INCORRECT", 1, {"unknown": 1})
    ]


def test_first_and_last_are_those_of_the_order_of_the_parts() -> None:
    first, second = (
        ckrtool.scan(["x", "rv = 0xa0 C_Login"], "a.log"),
        ckrtool.scan(["C_Login: rv = 0xa0"], "b.log"),
    )
    row = ckrtool.merge([first, second]).as_dict()["codes"][0]
    assert [(row[end]["file"], row[end]["line"]) for end in ("first", "last")] == [("a.log", 2), ("b.log", 1)]
    assert ckrtool.merge([first, second]).as_dict()["first_failure"]["file"] == "a.log"


def test_sums_of_sums_in_every_form() -> None:
    whole = log(300)
    parts = [ckrtool.scan(whole[at : at + 10], f"{at}.log") for at in range(0, 300, 10)]
    at_once = ckrtool.merge(parts).as_dict()
    one_by_one = reduce(lambda one, other: ckrtool.merge([one, other]), parts)
    by_tens = ckrtool.merge([ckrtool.merge(parts[at : at + 10]) for at in range(0, 30, 10)])
    assert one_by_one.as_dict() == by_tens.as_dict() == at_once
    assert ckrtool.merge(json.loads(json.dumps(one.as_dict())) for one in parts).as_dict() == at_once
    assert ckrtool.merge(map(pickle.loads, map(pickle.dumps, parts))).as_dict() == at_once


def test_a_sum_keeps_the_order_of_its_parts() -> None:
    """The second code is on an earlier line, of a later part."""
    parts = [
        ckrtool.scan(["x"] * 9 + ["C_Sign: rv = 0x30"], "a"),
        ckrtool.scan(["C_Login: rv = 0xa0"], "b"),
        ckrtool.scan(["x"], "c"),
    ]
    for named in (parts, [{**one.as_dict(), "file": "same"} for one in parts]):
        sums = ckrtool.merge([ckrtool.merge(named[:2]), named[2]]).as_dict()
        assert [row["name"] for row in sums["codes"]] == ["CKR_DEVICE_ERROR", "CKR_PIN_INCORRECT"]


def test_parts_are_not_changed() -> None:
    parts = [ckrtool.scan(log(10), "a.log").as_dict(), ckrtool.scan(log(10), "b.log").as_dict()]
    kept = json.dumps(parts)
    ckrtool.merge(parts).as_dict()["codes"][0]["functions"].clear()
    assert json.dumps(parts) == kept


def test_values_without_a_name_are_bounded_in_a_sum() -> None:
    parts = [
        ckrtool.scan(f"C_Sign failed: {0x90000000 + at + n:#x}\n" for n in range(600))
        for at in (0, 600, 1200)
    ]
    found = ckrtool.merge(parts).as_dict()
    assert len(found["codes"]) == 1000
    assert sum(row["count"] for row in found["codes"]) + found["further"] == 1800


@pytest.mark.parametrize("part", [5, "x", None, [], {}, {"schema": "ckr.scan/1"}])
def test_what_is_not_a_summary_is_a_value_error(part: Any) -> None:
    with pytest.raises(ValueError, match=r"summary 2|damaged"):
        ckrtool.merge([ckrtool.scan(["x"]), part])


def test_ten_thousand_parts_within_a_second() -> None:
    parts = [ckrtool.scan(log(20), f"{n}.log") for n in range(100)] * 100
    start = time.process_time()
    assert ckrtool.merge(parts).lines == 200_000
    assert time.process_time() - start < 1
