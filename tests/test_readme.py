"""Every block of README.md, run as a user pastes it, section by section in a fresh folder.

`...` in expected output is text, or lines, that may differ.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

TEXT = (ROOT / "README.md").read_text("utf-8")
MARK = "--- next ---"
SECTIONS = dict(re.findall(r"^## (You have .+)\n((?:.*\n)*?)(?=## )", TEXT, re.MULTILINE))


def as_pattern(expected: str) -> str:
    """Return the expected output as a pattern: a line of dots stands for any lines, dots in a line for any text."""
    return "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in expected.splitlines()
    )


def steps(section: str) -> list[tuple[str, str | None]]:
    """Return (what is pasted, what it prints) of a section in its order; None where nothing is said of the output."""
    found: list[tuple[str, str | None]] = []
    for kind, block in re.findall(r"```(\w+)\n(.*?)```", section, re.DOTALL):
        if kind == "sh":
            found.append((block, None))
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:] if kind == "console" else ():
            command, _, expected = piece.partition("\n")
            found.append((command, expected))
    return found


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """Return a folder with `ckr` as an installation has it."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/ckr"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m ckrtool "$@"\n')
    command.chmod(0o755)
    return command.parent


@pytest.mark.parametrize("name", SECTIONS)
def test_section_can_be_pasted(ckr: Ckr, tmp_path: Path, bin_folder: Path, name: str) -> None:
    found = steps(SECTIONS[name])
    script = "".join(f"{pasted}\necho '{MARK}'\n" for pasted, _ in found)
    folder = tmp_path / "fresh"
    folder.mkdir()
    env = {**ckr.env, "PATH": f"{bin_folder}:{ckr.env['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    outputs = done.stdout.split(f"{MARK}\n")
    assert len(outputs) == len(found) + 1, done.stderr
    for (pasted, expected), out in zip(found, outputs, strict=False):
        assert expected is None or re.fullmatch(as_pattern(expected), out), (pasted, out, done.stderr)


def test_there_are_four_sections_with_examples() -> None:
    assert len(SECTIONS) == 4
    assert all(steps(section) for section in SECTIONS.values())


def test_it_is_short_and_shows_a_picture() -> None:
    assert len(TEXT.splitlines()) <= 180
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", TEXT):
        assert (ROOT / picture).exists()


def test_every_command_is_in_its_table() -> None:
    from ckrtool.cli.commands import COMMANDS

    assert {name for name in COMMANDS if f"| `ckr {name}" not in TEXT} == {"completion"}
