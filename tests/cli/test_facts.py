"""A terminal shows at least the facts of a pipe: the same codes, functions, sections, ids and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_everywhere import on_terminal
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

REPORTS = ROOT / "tests/render/reports"
COMMANDS = [
    ["decode", "0xA0", "0x80000001", "CKR_NOPE", "0x61"],
    ["explain", "0xA0", "--full"],
    ["explain", "0xA0", "--brief", "--function", "C_Login"],
    ["explain", "0x80000005", "--full"],
    ["explain", "sessions-exhausted"],
    ["explain", "CKM_AES_GCM"],
    ["returns", "C_Login"],
    ["returns", "CKR_PIN_LOCKED"],
    ["check", "C_Sign", "CKR_TOKEN_NOT_PRESENT"],
    ["check", "C_Login", "0xA0"],
    ["precedence", "CKR_DEVICE_REMOVED", "CKR_DEVICE_ERROR", "0x5"],
    ["list", "categories"],
    ["list", "findings"],
    ["scan", "{log}"],
    ["why", "{log}"],
    ["diff", str(REPORTS / "healthy.json"), str(REPORTS / "pin.json")],
    ["report", str(REPORTS / "pin.json")],
    ["report", str(REPORTS / "crashed.json")],
    ["modules", "softhsm2"],
]
FACTS = re.compile(
    r"CK[A-Z]_\w+|C_[A-Z]\w+|\b5\.\d+(?:\.\d+)*|0x[0-9A-Fa-f]+|\b[a-z]+(?:-[a-z]+)+\b|(?<=line )\d+"
)
LOG = ROOT / "tests/logs/samples/spy-bad-pin.log"


def facts(text: str) -> set[str]:
    """Return what a text names; escape sequences and the breaks of long lines are nothing."""
    plain = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", text)
    return set(FACTS.findall(plain))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("columns", [80, 160])
def test_terminal_has_the_facts_of_the_pipe(
    ckr: Ckr, tmp_path: Path, command: list[str], columns: int
) -> None:
    (tmp_path / "spy.log").write_bytes(LOG.read_bytes())
    words = [word.replace("{log}", str(tmp_path / "spy.log")) for word in command]
    shown = on_terminal(ckr, *words, columns=columns)
    # A word that Rich broke at the edge of a cell is looked for without the break.
    joined = re.sub(r"\s+", "", re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", shown))
    piped = facts(ckr(*words).out)
    assert piped
    assert {fact for fact in piped - facts(shown) if fact not in joined} == set()
