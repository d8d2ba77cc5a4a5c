"""The data files and what is compiled from them: every row, both ways."""

from __future__ import annotations

import ast
import tomllib
from typing import TYPE_CHECKING

import pytest

from ckrtool._tables.codes import CODES, HISTORIC
from ckrtool._tables.vendor_codes import NAMES, VALUES
from ckrtool.knowledge import registry
from ckrtool.schema.forms import VENDOR
from ckrtool.schema.tomlfile import read
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DATA = ROOT / "ckrtool/data"
TABLES = sorted((ROOT / "ckrtool/_tables").rglob("*.py"))
VENDOR_ROWS = [(value, vendor, name) for value, rows in VALUES.items() for vendor, name, _ in rows]


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_tables_are_plain_literals(path: Path) -> None:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom):
            assert node.module == "__future__"
        elif isinstance(node, ast.AnnAssign):
            assert node.value is not None
            ast.literal_eval(node.value)
        elif isinstance(node, ast.Assign):
            ast.literal_eval(node.value)
        else:
            assert isinstance(node, ast.Expr)
            assert isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("path", sorted((DATA / "codes").glob("*.toml")), ids=lambda path: path.stem)
def test_file_name_is_the_key(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    found = registry.code(table["value"])
    assert found is not None
    assert (found.name, found.summary) == (path.stem, table["summary"])


def test_values_are_sorted_and_unique() -> None:
    values = [code.value for code in registry.codes()]
    assert values == sorted(set(values))


@pytest.mark.parametrize(("value", "vendor", "name"), VENDOR_ROWS)
def test_vendor_rows_go_both_ways(value: int, vendor: str, name: str) -> None:
    assert (vendor, value) in NAMES[name]
    assert any(
        (row.vendor, row.name, row.value) == (vendor, name, value) for row in registry.candidates(value)
    )
    assert any((row.vendor, row.value) == (vendor, value) for row in registry.candidates_by_name(name))


def test_every_vendor_says_how_sure_it_is_and_where_that_was_read() -> None:
    for value in VALUES:
        for row in registry.candidates(value):
            assert row.confidence in {"good", "weak"}
            assert row.sources


def test_validator_names_all_problems_at_once(tmp_path: Path) -> None:
    file = tmp_path / "acme.toml"
    file.write_text(
        'confidence = "sure"\nbase = "x"\nnam = "Acme"\n[[code]]\nname = "CKR_A"\n[[code]]\nvalue = -1\n',
        "utf-8",
    )
    _, problems = read(file, VENDOR)
    text = "\n".join(map(str, problems))
    for part in (
        "acme.toml",
        "name: is missing",
        "confidence: 'sure'",
        "nam: is not a known key",
        "entry 2: name: is missing",
        "entry 2: value",
    ):
        assert part in text, text


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"a = [", b"a = " + b"[" * 5000, b"x = 1\n" * 300_000, b"\x00"]
)
def test_validator_has_a_word_for_any_bytes(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    _, problems = read(file, VENDOR)
    assert problems


@pytest.mark.parametrize(
    "vendor", ["code = 5", "code = [5]", "code = [{name = 5}]", 'base = 5\ncode = [{name = "A", offset = 1}]']
)
def test_validator_survives_wrong_types(tmp_path: Path, vendor: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(f'name = "x"\nconfidence = "good"\n{vendor}\n', "utf-8")
    _, problems = read(file, VENDOR)
    assert problems


def test_true_is_no_number(tmp_path: Path) -> None:
    file = tmp_path / "acme.toml"
    file.write_text(
        'name = "Acme"\nconfidence = "good"\n[[code]]\nname = "CKR_ACME"\nvalue = true\n', "utf-8"
    )
    _, problems = read(file, VENDOR)
    assert "should be a whole number, is true/false" in "\n".join(map(str, problems))


def test_vendors_uses_of_every_value_are_found() -> None:
    """Their table is imported for a value of the standard only where it is named among those that vendors reuse."""
    for value in (*VALUES, *CODES, *HISTORIC):
        assert {row.vendor for row in registry.candidates(value)} == {row[0] for row in VALUES.get(value, ())}
