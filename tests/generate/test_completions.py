"""Completions: asked of the real shells, and compared with `--help` from outside."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate import commandtree, completion_lists, completions
from ckrtool.cli.commands import COMMANDS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.generate.shell_terminal import Terminal

TREE = commandtree.tree()
SHELL_FILES = {
    "bash": "completions/bash/ckr",
    "zsh": "completions/zsh/_ckr",
    "fish": "completions/fish/ckr.fish",
}


def test_files_are_what_the_command_tree_gives() -> None:
    stale = [
        path.name
        for path, text in completions.files().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    assert not stale, "run: python -m ckrtool._generate"


def test_somebody_decided_what_completes_each_value() -> None:
    valued = [
        (command.name, one.values, one.choices, one.metavar)
        for command in TREE.commands
        for one in command.options
        if one.metavar
    ]
    valued += [
        (command.name, one.values, one.choices, one.metavar)
        for command in TREE.commands
        for one in command.arguments
    ]
    undecided = [row for row in valued if not row[2] and not commandtree.known(row[1], row[3])]
    assert not undecided, "put the metavar into a table of ckrtool/_generate/commandtree.py"


@pytest.mark.parametrize(
    ("typed", "arguments"),
    [
        ("ckr dec", ["decode"]),
        ("ckr --vers", ["--version"]),
        ("ckr hel", ["help"]),
        ("ckr help dec", ["help", "decode"]),
        ("ckr help decode exp", ["help", "decode", "exp"]),
        ("ckr C_LoginU", ["C_LoginUser"]),
        ("ckr c_loginu", ["C_LoginUser"]),
        ("ckr CKR_PIN_I", ["CKR_PIN_IN"]),
        ("ckr CKR_PIN_LOC", ["CKR_PIN_LOCKED"]),
        ("ckr CKM_ML_KEM_K", ["CKM_ML_KEM_KEY_PAIR_GEN"]),
        ("ckr 0xA0 C_LoginU", ["0xA0", "C_LoginUser"]),
        ("ckr C_Login CKR_PIN_LOC", ["C_Login", "CKR_PIN_LOCKED"]),
        ("ckr chec", ["check"]),
        ("ckr pin_loc", ["pin_loc"]),
        ("ckr check C_GetTokenI", ["check", "C_GetTokenInfo"]),
        ("ckr check c_gettokeni", ["check", "C_GetTokenInfo"]),
        ("ckr check C_Login CKR_PIN_LOC", ["check", "C_Login", "CKR_PIN_LOCKED"]),
        ("ckr check --base 16 C_Login pin_loc", ["check", "--base", "16", "C_Login", "CKR_PIN_LOCKED"]),
        ("ckr explain 0x5 CKR_PIN_LOC", ["explain", "0x5", "CKR_PIN_LOCKED"]),
        ("ckr explain -- pin_loc", ["explain", "--", "CKR_PIN_LOCKED"]),
        ("ckr decode -2147483638 CKR_PIN_LOC", ["decode", "-2147483638", "CKR_PIN_LOCKED"]),
        ("ckr explain --function C_GetTokenI", ["explain", "--function", "C_GetTokenInfo"]),
        ("ckr explain --function=C_GetTokenI", ["explain", "--function=C_GetTokenInfo"]),
        ("ckr returns CKR_PIN_LOC", ["returns", "CKR_PIN_LOCKED"]),
        ("ckr returns C_GetTokenI", ["returns", "C_GetTokenInfo"]),
        ("ckr explain --stack softh", ["explain", "--stack", "softhsm2"]),
        ("ckr decode --vendor kryop", ["decode", "--vendor", "kryoptic"]),
        ("ckr decode --color alw", ["decode", "--color", "always"]),
        ("ckr explain CKM_ML_KEM_K", ["explain", "CKM_ML_KEM_KEY_PAIR_GEN"]),
        ("ckr decode 0x4 --as mechanism-f", ["decode", "0x4", "--as", "mechanism-flags"]),
        ("ckr returns --spec=2", ["returns", "--spec=2.40"]),
        ("ckr list contr", ["list", "contradictions"]),
        ("ckr list --category session", ["list", "--category", "session-lost"]),
        ("ckr completion fi", ["completion", "fish"]),
        ("ckr scan app", ["scan", "app log.txt"]),
        ("ckr annotate -C 3 app", ["annotate", "-C", "3", "app log.txt"]),
        ("ckr explain --module=app", ["explain", "--module=app log.txt"]),
        ("ckr report app -o app", ["report", "app", "-o", "app log.txt"]),
        ("ckr check C_Login CKR_OK CKR_PIN_LOC", ["check", "C_Login", "CKR_OK", "CKR_PIN_LOC"]),
        ("ckr probe --sequence dig", ["probe", "--sequence", "digest"]),
        ("ckr probe --sequence app", ["probe", "--sequence", "app"]),
        ("ckr probe --sequence appl", ["probe", "--sequence", "application"]),
        ("ckr probe --show-sequence dig", ["probe", "--show-sequence", "digest"]),
        ("ckr probe --show-sequence app", ["probe", "--show-sequence", "app"]),
        ("ckr probe --profile conf", ["probe", "--profile", "conformance"]),
        ("ckr probe --module acme-pr", ["probe", "--module", "acme-prod"]),
        ("ckr probe --pin-source prom", ["probe", "--pin-source", "prompt"]),
        ("ckr probe --pin-source en", ["probe", "--pin-source", "env:"]),
        ("ckr probe --pin-source file:app", ["probe", "--pin-source", "file:app log.txt"]),
        ("ckr probe --pin-source=prom", ["probe", "--pin-source=prompt"]),
    ],
)
def test_tab(terminal: Terminal, typed: str, arguments: list[str]) -> None:
    assert terminal.completed(typed) == arguments


def test_tab_lists_what_there_is(terminal: Terminal) -> None:
    assert set(re.findall(r"[a-z]+", terminal.listed("ckr "))) >= {one.name for one in TREE.commands}
    codes = terminal.listed("ckr explain CKR_")
    assert len(set(re.findall(r"CKR_[A-Z0-9_]+[A-Z0-9]", codes))) >= 105


@pytest.mark.parametrize("name", [name for name in COMMANDS if name in {one.name for one in TREE.commands}])
def test_options_are_those_of_help(ckr: Ckr, terminal: Terminal, name: str) -> None:
    helped = options_of(ckr(name, "--help").out.partition("Examples:")[0])
    assert helped
    listed = re.sub(rf"ckr {name} --(?![a-z])", "", terminal.listed(f"ckr {name} --"))
    assert options_of(listed) == helped


def options_of(text: str) -> set[str]:
    """Return the long options that stand at the beginning of a column."""
    return set(
        re.findall(r"(?<![\w`-])--[a-z][a-z-]*[a-z](?=[\s,=]|$)", re.sub(r"(--[a-z-]+)? +-- .*", r"\1", text))
    )


def fish(folder: Path, line: str) -> list[list[str]]:
    """Return what fish offers for a line: pairs of word and description."""
    done = subprocess.run(
        [
            "fish",
            "--no-config",
            "-c",
            f"source {ROOT}/completions/fish/ckr.fish; set PATH /nonexistent; complete -C $argv",
            line,
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
    )
    assert done.stderr == ""
    return [row.split("\t") for row in done.stdout.splitlines()]


needs_fish = pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")


@needs_fish
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ckr dec", ["decode"]),
        ("ckr hel", ["help"]),
        ("ckr help dec", ["decode"]),
        ("ckr help decode exp", []),
        ("ckr C_LoginU", ["C_LoginUser"]),
        ("ckr CKR_PIN_I", ["CKR_PIN_INCORRECT", "CKR_PIN_INVALID"]),
        ("ckr CKM_ML_KEM_K", ["CKM_ML_KEM_KEY_PAIR_GEN"]),
        ("ckr 0xA0 C_LoginU", ["C_LoginUser"]),
        ("ckr pin_loc", []),
        ("ckr check C_GetTokenI", ["C_GetTokenInfo"]),
        ("ckr check C_Login CKR_PIN_LOC", ["CKR_PIN_LOCKED"]),
        ("ckr check --base 16 C_Login pin_loc", ["CKR_PIN_LOCKED"]),
        ("ckr check C_Login CKR_OK CKR_PIN_LOC", []),
        ("ckr explain 0x5 CKR_PIN_LOC", ["CKR_PIN_LOCKED"]),
        ("ckr explain -- CKR_PIN_LOC", ["CKR_PIN_LOCKED"]),
        ("ckr explain --function C_GetTokenI", ["C_GetTokenInfo"]),
        ("ckr returns CKR_PIN_LOC", ["CKR_PIN_LOCKED"]),
        ("ckr explain --stack softh", ["softhsm2"]),
        ("ckr decode --vendor kryop", ["kryoptic"]),
        ("ckr decode --base ", ["10", "16"]),
        ("ckr list --category session", ["session-lost"]),
        ("ckr list contr", ["contradictions"]),
        ("ckr completion ", ["bash", "fish", "zsh"]),
        ("ckr scan app", ["app log.txt"]),
        ("ckr explain --module app", ["app log.txt"]),
        ("ckr annotate -C 3 app", ["app log.txt"]),
        ("ckr decode zzz", []),
        ("ckr probe --sequence dige", ["digest"]),
        ("ckr probe --profile conf", ["conformance"]),
        ("ckr probe --module acme-pr", ["acme-prod"]),
        ("ckr probe --pin-source prom", ["prompt"]),
    ],
)
def test_fish(folder: Path, typed: str, offered: list[str]) -> None:
    assert [row[0] for row in fish(folder, typed)] == offered


@needs_fish
def test_fish_says_what_a_code_means(folder: Path, ckr: Ckr) -> None:
    summary = ckr("decode", "CKR_PIN_LOCKED", "--format", "{summary}").out.strip()
    assert fish(folder, "ckr explain CKR_PIN_LOC") == [["CKR_PIN_LOCKED", summary]]


@needs_fish
def test_fish_options_are_those_of_help(folder: Path, ckr: Ckr) -> None:
    for command in TREE.commands:
        offered = {row[0] for row in fish(folder, f"ckr {command.name} --")}
        assert offered == options_of(ckr(command.name, "--help").out.partition("Examples:")[0]), command.name


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_read_their_file_without_complaint(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n", str(ROOT / SHELL_FILES[shell])], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_lists_hold_every_code_and_function() -> None:
    from ckrtool.knowledge import registry

    lists = completion_lists.lists()
    assert {word for word, _ in lists["codes"]} >= {code.name for code in registry.codes()}
    assert [word for word, _ in lists["functions"]] == [function.name for function in registry.functions()]
    assert all(":" not in word for name, words in lists.items() for word, _ in words if name != "pin-sources")
    assert all(re.fullmatch(r"[A-Za-z0-9_.:-]+", word) for words in lists.values() for word, _ in words)
