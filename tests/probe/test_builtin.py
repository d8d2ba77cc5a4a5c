"""The sequences that come with the program: listed, shown, tried without loading, and right as a user's own files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.sequences import builtin
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token

FILES = tuple(name for name in builtin.names() if name != builtin.APPLICATION)


def test_all_are_listed_with_their_effect(ckr: Ckr) -> None:
    lines = ckr("probe", "--list-sequences").out.splitlines()
    assert [line.split()[0] for line in lines] == [*builtin.names(), *builtin.EXAMPLES]
    for name in FILES:
        assert any(
            line.startswith(f"{name}  (") and builtin.sequence(name).computed in line for line in lines
        )


def test_what_is_shown_is_a_file_that_runs(ckr: Ckr, token: Token, tmp_path: Path) -> None:
    arguments = []
    for name in FILES:
        (tmp_path / f"{name}.toml").write_text(ckr("probe", "--show-sequence", name).out)
        arguments += ["--sequence", str(tmp_path / f"{name}.toml")]
    probed = probe(ckr, token.module, *arguments, "--pin-source", "env:THE_PIN", env=token.env)
    assert probed.status == 0, probed.report["findings"]
    assert probed.outcomes() == dict.fromkeys(FILES, "passed")


@pytest.mark.parametrize("name", FILES)
def test_a_dry_run_of_each(ckr: Ckr, name: str) -> None:
    ran = ckr(
        "probe",
        "--module",
        "/nonexistent.so",
        "--sequence",
        name,
        "--pin-source",
        "env:P",
        "--dry-run",
        "--json",
    )
    told = json.loads(ran.out)
    assert (ran.status, told["schema"], told["logins"]) == (0, "ckr.probe/1", builtin.sequence(name).logins)
    last = told["sequences"][-1]
    assert [call["function"] for call in last["calls"]] == [
        step.call for step in builtin.sequence(name).steps
    ]


@pytest.mark.parametrize(("pin", "logins"), [(["--pin-source", "env:P"], 1), ([], 0)])
def test_application_logs_in_with_a_pin_only(ckr: Ckr, pin: list[str], logins: int) -> None:
    ran = ckr("probe", "--module", "x", "--sequence", "application", "--dry-run", *pin)
    assert f"effect at most: session-objects; logins: {logins};" in ran.out


def test_nobody_else_is_called_identity(ckr: Ckr, tmp_path: Path) -> None:
    """It is what the mark of a failed login is looked up after: another file of that name would log in before."""
    (tmp_path / "i.toml").write_text('sequence = "identity"\n[[step]]\ncall = "C_GetInfo"\n')
    ran = ckr("probe", "--module", "/nonexistent.so", "--sequence", str(tmp_path / "i.toml"))
    assert ran.status == 2
    assert "'identity'" in ran.err


@pytest.mark.parametrize("name", [name for name in builtin.names() if name != builtin.APPLICATION])
def test_the_compiled_form_is_the_file(name: str) -> None:
    """A key of a step that the tables leave out would be lost without a word."""
    from ckrtool.probe.sequences.compile import file_compiler

    checked = file_compiler.check(builtin.text(name), f"{name}.toml")
    assert builtin.sequence(name).steps == checked.steps
