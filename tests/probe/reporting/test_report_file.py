"""Saved reports: good ones are read as they are, anything else is refused with its place and without a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.probe.reporting import diff, report_file
from ckrtool.probe.reporting.anonymize import anonymize
from tests.render.goldens import FORMATS, HERE, REPORTS, report

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_a_good_report_is_read_as_it_is(name: str) -> None:
    path = HERE / "reports" / f"{name}.json"
    assert report_file.read(path) == json.loads(path.read_text())


def test_unknown_keys_are_kept_and_optional_ones_may_be_missing() -> None:
    small = {"schema": "ckr.probe/1", "module": {"path": None}, "sequences": [], "findings": [], "new": 1}
    assert report_file.parse(json.dumps(small).encode(), "x") == small
    for render in FORMATS.values():
        assert render(small)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "not JSON"),
        (b"{", "line 1, column 2"),
        (b"[]", "a JSON object was expected, not a list"),
        (b"null", "not null"),
        (b"\xff\xfe", "not UTF-8"),
        (b"\x00" * 10, "not JSON"),
        (b"{}", "it has no schema"),
        (b'{"schema":"ckr.scan/1"}', "its schema is 'ckr.scan/1'"),
        (b'{"schema":["ckr.probe/1"]}', "its schema is"),
        (b'{"schema":"ckr.probe/1"}', "module is missing"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"schema":' + b"[" * 500 + b"]" * 500 + b"}", "its schema is"),
        (b'{"schema":"ckr.probe/1","x":NaN}', "NaN is not a JSON number"),
        (b'{"schema":"ckr.probe/1","x":1e999}', "too large"),
        (b'{"schema":"ckr.probe/1","x":' + b"9" * 5000 + b"}", "more than 64 bits"),
    ],
)
def test_what_is_no_report_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(UsageError) as caught:
        report_file.parse(data, "r.json")
    assert caught.value.message.startswith("r.json: ")
    assert problem in caught.value.message


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (
            ("sequences", 1, "calls", 0, "ms"),
            "1",
            "sequences[1].calls[0].ms: a number was expected, not a string",
        ),
        (("sequences", 0, "outcome"), "fine", "sequences[0].outcome: one of passed"),
        (("sequences", 0, "calls"), None, "sequences[0].calls: a list was expected, not null"),
        (("findings", 0, "severity"), [], "findings[0].severity: one of error"),
        (("findings", 0, "advice", 0), "text", "findings[0].advice[0]: an object was expected"),
        (("slots", 0, "token", "flags"), "CKF_RNG", "slots[0].token.flags: a list was expected"),
        (("slots", 0, "id"), True, "slots[0].id: a whole number was expected, not true or false"),
        (("slots", 0, "mechanisms", 2, "flags", 0), 1, "slots[0].mechanisms[2].flags[0]: a string"),
        (("module",), [], "module: an object was expected"),
    ],
)
def test_a_wrong_shape_is_named_by_its_place(place: tuple[Any, ...], value: object, problem: str) -> None:
    wrong: Any = report("pin")
    inner = wrong
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with pytest.raises(UsageError) as caught:
        report_file.checked(wrong, "r.json")
    assert problem in caught.value.message


def test_values_nested_deeper_than_any_structure_are_refused() -> None:
    wrong = report("healthy")
    inner: Any = wrong["sequences"][0]["calls"][0]["args"]
    for _ in range(100):
        inner["x"] = {}
        inner = inner["x"]
    with pytest.raises(UsageError, match="nested too deeply"):
        report_file.checked(wrong)


def test_what_cannot_be_read_is_the_surroundings(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.json", tmp_path / "nul\0"):
        with pytest.raises(SurroundingsError):
            report_file.read(path)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [path, *(place for key, inner in children for place in places(inner, (*path, key)))]


PLACES = [place for place in places(report("pin")) if place]


@given(st.sampled_from(PLACES), JSON)
def test_any_value_anywhere_is_refused_or_renders(place: tuple[Any, ...], value: object) -> None:
    changed: Any = report("pin")
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    try:
        report_file.checked(changed)
    except UsageError:
        return
    for render in FORMATS.values():
        render(changed).encode("utf-8")
    diff.compare(report("healthy"), changed)
    anonymize(changed)
