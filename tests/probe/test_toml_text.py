"""Reading TOML: the lines of the steps, and texts made to cost time or memory."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckrtool.errors import SurroundingsError
from ckrtool.probe.sequences import toml_text

if TYPE_CHECKING:
    from pathlib import Path


def test_lines_of_step_headers() -> None:
    text = 'a = 1\n[[step]]\nx = """\n[[step]]\n"""\n# [[step]]\n[[ "step" ]]\n[[other]]\n  [[step]]\n'
    assert toml_text.parse(text).step_lines == [2, 7, 9]


def test_steps_in_one_array_have_its_line() -> None:
    parsed = toml_text.parse("a = 1\nstep = [\n {},\n {}]\n")
    assert [parsed.line(1), parsed.line(2)] == [2, 2]


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
    with pytest.raises(toml_text.Broken):
        toml_text.parse(text)


def test_the_end_of_the_document_is_its_last_line() -> None:
    with pytest.raises(toml_text.Broken) as caught:
        toml_text.parse("a = 1\nb = [1,\n2,\n")
    assert caught.value.line == 3


def test_a_byte_order_mark_and_line_ends_of_windows(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbfsequence = 'x'\r\n[[step]]\r\ncall = 'C_GetInfo'\r\n")
    parsed = toml_text.parse(toml_text.read(tmp_path / "a.toml"))
    assert (parsed.values["sequence"], parsed.line(1)) == ("x", 2)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = 1\n\0", b"#" * (toml_text.LARGEST + 1)])
def test_files_that_are_no_text(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(data)
    with pytest.raises(toml_text.Broken):
        toml_text.read(file)


def test_a_fifo_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SurroundingsError):
        toml_text.read(tmp_path / "pipe")
    with pytest.raises(SurroundingsError):
        toml_text.read(tmp_path)
    with pytest.raises(SurroundingsError):
        toml_text.read(tmp_path / "absent")


@given(st.text(alphabet="[]{}=.,\"'#\n\\ stepabc019", max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parsed = toml_text.parse(text)
    except toml_text.Broken as broken:
        assert 1 <= broken.line <= text.count("\n") + 1  # noqa: PT017
        return
    steps = parsed.values.get("step")
    if isinstance(steps, list) and steps and isinstance(steps[0], dict):
        assert 1 <= parsed.line(len(steps)) <= text.count("\n") + 1
