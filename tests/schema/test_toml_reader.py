"""Reading TOML: the lines of tables and keys, and texts made to cost time or memory."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.schema import toml_reader

if TYPE_CHECKING:
    from pathlib import Path


def test_lines_of_step_headers() -> None:
    text = 'a = 1\n[[step]]\nx = """\n[[step]]\n"""\n# [[step]]\n[[ "step" ]]\n[[other]]\n  [[step]]\n'
    document = toml_reader.parse(text)
    assert [document.line("step", f"entry {number}") for number in (1, 2, 3)] == [2, 7, 9]


def test_steps_in_one_array_have_its_line() -> None:
    parsed = toml_reader.parse("a = 1\nstep = [\n {},\n {}]\n")
    assert [parsed.line("step", "entry 1"), parsed.line("step", "entry 2", "call")] == [2, 2]


def test_lines_of_tables_and_keys() -> None:
    text = 'a = 1\n[b]\nc.d = 2\n"x y" = 3\n[[line]]\n[[line.sample]]\nt = 1\n[line.more]\n[[line]]\n[[line.sample]]\n[[line.sample]]\nt = [\nz = 1'
    document = toml_reader.Document({}, toml_reader._scan(text))
    assert document.lines == {
        ("a",): 1,
        ("b",): 2,
        ("b", "c", "d"): 3,
        ("b", "x y"): 4,
        ("line", "entry 1"): 5,
        ("line", "entry 1", "sample", "entry 1"): 6,
        ("line", "entry 1", "sample", "entry 1", "t"): 7,
        ("line", "entry 1", "more"): 8,
        ("line", "entry 2"): 9,
        ("line", "entry 2", "sample", "entry 1"): 10,
        ("line", "entry 2", "sample", "entry 2"): 11,
        ("line", "entry 2", "sample", "entry 2", "t"): 12,
    }
    assert document.line("line", "entry 2", "sample", "entry 2", "absent") == 11
    assert document.line("absent") is None


def test_a_key_may_have_sixteen_parts_and_no_more() -> None:
    key = ".".join("a" * toml_reader.LONGEST_KEY)
    assert toml_reader.parse(f"b = 1.5\n{key} = 1.5").values["b"] == 1.5
    with pytest.raises(toml_reader.NotToml, match="too many parts") as caught:
        toml_reader.parse(f"b = 1\n{key}.a = 1")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 100_000,
        "x = " + "{a=" * 10_000,
        "a." * 100_000 + "b = 1",
        '\\"' * 100_000,
        'x = """' + '\\"' * 100_000,
        "'" * 200_001,
        "a = " + "9" * 5000,
        "a = 1e5\na = 2",
        "[a\n",
        "d = 2026-13-45",
    ],
)
def test_hostile_text_is_refused(text: str) -> None:
    with pytest.raises(toml_reader.NotToml):
        toml_reader.parse(text)


def test_a_key_of_many_parts_costs_nothing() -> None:
    """tomllib takes quadratic time: 5 s of CPU for this one, where the scan takes 5 ms."""
    before = time.process_time()
    with pytest.raises(toml_reader.NotToml):
        toml_reader.parse("a." * 20_000 + "b = 1")
    assert time.process_time() - before < 0.5


def test_the_end_of_the_document_is_its_last_line() -> None:
    with pytest.raises(toml_reader.NotToml) as caught:
        toml_reader.parse("a = 1\nb = [1,\n2,\n")
    assert caught.value.line == 3


def test_a_byte_order_mark_and_line_ends_of_windows(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfsequence = 'x'\r\n[[step]]\r\ncall = 'C_GetInfo'\r\n")
    parsed = toml_reader.parse(toml_reader.read_text(tmp_path / "a.toml"))
    assert (parsed.values["sequence"], parsed.line("step", "entry 1")) == ("x", 2)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = 1\n\0", b"#" * (toml_reader.LARGEST + 1)])
def test_files_that_are_no_text(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(data)
    with pytest.raises(toml_reader.NotToml):
        toml_reader.read_text(file)


def test_a_fifo_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(toml_reader.Unreadable):
        toml_reader.read_text(tmp_path / "pipe")
    with pytest.raises(toml_reader.Unreadable):
        toml_reader.read_text(tmp_path)
    with pytest.raises(toml_reader.Unreadable):
        toml_reader.read_text(tmp_path / "absent")


@given(st.text(alphabet="[]{}=.,\"'#\n\\ stepabc019", max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parsed = toml_reader.parse(text)
    except toml_reader.NotToml as broken:
        assert 1 <= broken.line <= text.count("\n") + 1  # noqa: PT017
        return
    steps = parsed.values.get("step")
    if isinstance(steps, list) and steps and isinstance(steps[0], dict):
        line = parsed.line("step", f"entry {len(steps)}")
        assert line is None or 1 <= line <= text.count("\n") + 1
