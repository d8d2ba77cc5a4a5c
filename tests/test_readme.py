"""Every `$ ckr` block of README.md, run as a user types it. `...` stands for text, or for lines, that may differ."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Ckr

TEXT = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)


def examples() -> list[tuple[str, str]]:
    """Return (command line, expected output) of every example."""
    found = []
    for block in BLOCKS:
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, expected = piece.partition("\n")
            found.append((command, expected))
    return found


def as_pattern(expected: str) -> str:
    """Return the expected output as a pattern: a line of dots stands for any lines, dots in a line for the rest of it."""
    lines = []
    for line in expected.splitlines():
        lines.append(r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n")
    return "".join(lines)


def test_there_are_examples() -> None:
    assert len(examples()) >= 4


@pytest.mark.parametrize(("command", "expected"), [pair for pair in examples() if re.match(r"ckr (decode|explain|returns|check|precedence|list) ", pair[0])])
def test_example(ckr: Ckr, command: str, expected: str) -> None:
    words = shlex.split(command)
    assert words[0] == "ckr"
    ran = ckr(*words[1:])
    assert re.fullmatch(as_pattern(expected), ran.out), ran.out


def test_contributors_example_is_a_change_of_one_file() -> None:
    import tomllib

    from ckrtool.schema.check import problems_of
    from ckrtool.schema.forms import ITEM, VENDOR

    blocks = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    vendor = tomllib.loads(next(block for block in blocks if "Acme HSM" in block))
    item = tomllib.loads(next(block for block in blocks if "[[cause]]" in block))
    assert problems_of("README", vendor, VENDOR) == []
    assert problems_of("README", item["cause"][0], ITEM) == []
