"""Values that an option does not take: what happened, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Ckr


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "probe x --bench x",
            "--bench: 'x' is not a number",
            "--bench S: Also measure operations per second, for S seconds each.",
        ),
        (
            "annotate -C 1.5",
            "--context: '1.5' is not a whole number from 0 on",
            "--context N: As --only, with N lines of context.",
        ),
        (
            "annotate --context=-1",
            "--context: '-1' is not a whole number from 0 on",
            "--context N: As --only, with N lines of context.",
        ),
        ("decode 1 --base 12", "--base: '12' is not one of its values", "Choose one: 10, 16"),
        ("completion tcsh", "SHELL: 'tcsh' is not one of its values", "Choose one: bash, zsh, fish"),
    ],
)
def test_a_value_that_an_option_does_not_take(ckr: Ckr, line: str, message: str, hint: str) -> None:
    ran = ckr(*line.split())
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"ckr: {message}\n  {hint}\n"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("decode 1 --nope", "unknown option --nope", "`ckr decode --help` shows its usage"),
        ("annotate --nope", "unknown option --nope", "`ckr annotate --help` shows its usage"),
        ("annotate --onyl", "unknown option --onyl", "did you mean --only?"),
        ("decode 1 -z", "unknown option -z", "`ckr decode --help` shows its usage"),
        ("decode 1 --modul x", "unknown option --modul", "did you mean --module?"),
        ("decode 1 --base", "--base: the value is missing", "`ckr decode --help` shows its usage"),
        ("decode 1 --json=x", "--json: the option takes no value", "`ckr decode --help` shows its usage"),
        ("list codes b c", "too many arguments: b c", "`ckr list --help` shows its usage"),
        ("decode", "VALUE... is missing", "`ckr decode --help` shows its usage"),
        ("completion", "SHELL is missing", "Choose one: bash, zsh, fish"),
    ],
)
def test_other_command_lines_that_cannot_be_read(ckr: Ckr, line: str, message: str, hint: str) -> None:
    ran = ckr(*line.split())
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"ckr: {message}\n  {hint}\n"


def test_a_code_of_the_draft_says_so_once(ckr: Ckr) -> None:
    ran = ckr("check", "C_VerifySignatureInit", "CKR_SIGNATURE_LEN_RANGE")
    assert ran.out.count("draft") == 1
    assert (
        '"note":"the draft after 3.2 lists it"' in ckr("check", "C_VerifySignatureInit", "193", "--json").out
    )


@pytest.mark.parametrize(
    "dialect", ["pkcs11-spy", "openCryptoki", "tpm2-pkcs11", "pkcs11-provider", "OpenSC"]
)
def test_why_names_all_dialects_that_it_tried(ckr: Ckr, dialect: str) -> None:
    assert dialect in ckr("why", "/dev/null").err
