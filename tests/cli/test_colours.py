"""Colours in a pipe: they are added to the text of the pipe, and change nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.cli.commands import COMMANDS
from tests import fake_module

if TYPE_CHECKING:
    from tests.conftest import Ckr

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "tests/render/reports"
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
TRACE = """\
0: C_OpenSession
[in] slotID = 0x0
[in] flags = 0x4
[out] *phSession = 0x1
Returned:  0 CKR_OK

1: C_CloseSession
[in] hSession = 0x1
Returned:  0 CKR_OK

2: C_Login
[in] hSession = 0x1
[in] userType = CKU_USER
[in] pPin[ulPinLen] NULL [size : 0x4]
Returned:  179 CKR_SESSION_HANDLE_INVALID
"""
LOG = "C_Login failed: rv = 0xa0\nC_Digest failed: CKR_PIN_LOCKED  # *not* [bold]\n"
# What is typed, and whether it has colours; {log}, {trace} and reports are files.
LINES: list[tuple[list[str], bool]] = [
    (["decode", "0xA0"], True),
    (["decode", "CKR_DEVICE_ERROR", "0x80000001", "CKR_PIN_NOPE", "CKM_AES_GCM", "-v"], True),
    (["decode", "-"], True),
    (["decode", "0xA0", "--json"], False),
    (["decode", "0xA0", "--format", "{name}"], False),
    (["explain", "5"], True),
    (["explain", "CKR_PIN_INCORRECT", "CKR_NOPE", "0x101"], True),
    (["explain", "0xA0", "--brief"], True),
    (["explain", "sessions-exhausted"], True),
    (["explain", "session-closed", "--brief"], True),
    (["explain", "CKM_AES_GCM"], True),
    (["explain", "CKA_ID", "--brief"], True),
    (["explain", "0xA0", "--markdown"], False),
    (["explain", "-"], True),
    (["0xA0"], True),
    (["returns", "C_Login"], True),
    (["returns", "CKR_PIN_LOCKED"], True),
    (["check", "C_Login", "0xA0"], True),
    (["check", "C_Digest", "0xA0"], True),
    (["precedence", "0x5", "0xB3", "0x30"], True),
    (["list", "codes"], True),
    (["list", "functions"], True),
    (["list", "stacks", "-v"], True),
    (["list", "contradictions"], True),
    (["list", "codes", "--csv"], False),
    (["modules"], True),
    (["modules", "softhsm2"], True),
    (["probe", "{fake}", "--sequence", "load"], True),
    (["probe", "--list-sequences"], False),
    (["report", "{pin}"], True),
    (["report", "{crashed}", "-v"], True),
    (["report", "{pin}", "-q"], False),
    (["report", "{pin}", "--markdown"], False),
    (["diff", "{healthy}", "{pin}"], True),
    (["diff", "{healthy}", "{pin}", "-v"], True),
    (["annotate", "{log}"], False),
    (["scan", "{log}"], True),
    (["scan", "{log}", "-q"], False),
    (["why", "{trace}"], True),
    (["why", "{trace}", "-v"], True),
    (["why", "{trace}", "-q"], False),
    (["completion", "bash"], False),
    (["--help"], False),
    (["help", "probe"], False),
    (["--version"], False),
]
WAYS: list[tuple[list[str], dict[str, str]]] = [
    (["--color", "always"], {}),
    ([], {"FORCE_COLOR": "1"}),
    ([], {"CLICOLOR_FORCE": "1", "GITHUB_ACTIONS": "true"}),
]


def test_every_command_is_compared() -> None:
    assert {words[0] for words, _ in LINES} >= set(COMMANDS)


@pytest.mark.parametrize(("words", "coloured"), LINES, ids=[" ".join(words) for words, _ in LINES])
def test_only_colours_are_added(ckr: Ckr, tmp_path: Path, words: list[str], coloured: bool) -> None:
    if "{fake}" in words and fake_module.compiler() is None:
        pytest.skip("no C compiler")
    (tmp_path / "app.log").write_text(LOG)
    (tmp_path / "spy.log").write_text(TRACE)
    places = {name: REPORTS / f"{name}.json" for name in ("pin", "healthy", "crashed")}
    fake = fake_module.build() if "{fake}" in words else ""
    typed = [word if word == "{name}" else word.format(
        log=tmp_path / "app.log", trace=tmp_path / "spy.log", fake=fake, **places) for word in words]  # fmt: skip
    stdin = "0xA0\nrv = 0x101\nCKR_NOPE\n"
    plain = ckr(*typed, stdin=stdin)
    assert "\x1b" not in plain.out
    assert plain.out
    takes_option = words[0] not in ("--help", "help", "--version", "completion")
    for option, env in WAYS if takes_option else WAYS[1:]:
        ran = ckr(*typed, *option, stdin=stdin, env=env)
        assert ("\x1b[" in ran.out) == coloured, (option, env)
        assert without_times(ESCAPES.sub("", ran.out)) == without_times(plain.out), (option, env)
        assert (ran.status, len(ran.err)) == (plain.status, len(plain.err) + hint_of(option, words))


def hint_of(option: list[str], words: list[str]) -> int:
    """Return how much longer the line on stderr is that names the command, if it names the option too."""
    return len(" " + " ".join(option)) if option and words[0] not in COMMANDS else 0


def without_times(text: str) -> str:
    """Return the text of a probe without the durations of this run."""
    return re.sub(r"\d+(\.\d+)? m?s\b", "0 s", text)


@pytest.mark.parametrize(
    "env", [{"NO_COLOR": "1", "FORCE_COLOR": "1"}, {"FORCE_COLOR": "0"}, {"FORCE_COLOR": ""}]
)
def test_no_color_wins(ckr: Ckr, env: dict[str, str]) -> None:
    assert ckr("explain", "0xA0", env=env) == ckr("explain", "0xA0")
    assert "\x1b[" not in ckr("explain", "0xA0", "--color", "never", env={"FORCE_COLOR": "1"}).out


def test_facts_are_not_lost_where_a_log_collects_colours(ckr: Ckr) -> None:
    """A value is a line, a table has a row per line, and `explain` prints everything."""
    env = {"FORCE_COLOR": "1", "COLUMNS": "40"}
    assert len(ckr("decode", "0xA0", "0x101", env=env).out.splitlines()) == 2
    assert len(ckr("list", "codes", env=env).out.splitlines()) == len(ckr("list", "codes").out.splitlines())
    assert "--full" not in ckr("explain", "5", env=env).out.splitlines()[-1]
