"""--no-objects: a login, but no object is made on the token, not even for the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token

MAKING = (
    "C_GenerateKey",
    "C_GenerateKeyPair",
    "C_CreateObject",
    "C_CopyObject",
    "C_UnwrapKey",
    "C_DeriveKey",
)


def test_nothing_is_made_and_the_report_says_what_was_left_out(ckr: Ckr, token: Token) -> None:
    chosen = ("--token", "probe", "--pin-source", "env:THE_PIN", "--no-objects")
    probed = probe(ckr, token.module, *chosen, env=token.env)
    assert probed.status == 0
    assert not [call for name in MAKING for call in probed.calls(name)]
    outcomes = {one["name"]: (one["outcome"], one["reason"]) for one in probed.report["sequences"]}
    assert outcomes["login"][0] == "passed"
    assert outcomes["sign"] == outcomes["encrypt"] == ("skipped", "no-objects")
    assert "no-objects" in probed.ids("info")
    whole = probe(ckr, token.module, *chosen[:-1], env=token.env)
    assert [call for name in MAKING for call in whole.calls(name)], "without the option objects are made"


def test_the_dry_run_leaves_it_out_too(ckr: Ckr, token: Token) -> None:
    ran = ckr(
        "probe",
        str(token.module),
        "--pin-source",
        "env:THE_PIN",
        "--no-objects",
        "--dry-run",
        env={"THE_PIN": "1234"},
    )
    assert ran.status == 0
    assert "C_Login" in ran.out
    assert not [name for name in MAKING if name in ran.out]


def test_a_profile_can_switch_generation_off(ckr: Ckr, token: Token, tmp_path: Path) -> None:
    module = tmp_path / "libkmsp11.so"  # Google's name: a key made there can never be deleted
    module.symlink_to(token.module)
    chosen = ("--token", "probe", "--pin-source", "env:THE_PIN")
    probed = probe(ckr, module, *chosen, env=token.env)
    assert probed.status == 0
    assert not [call for name in MAKING for call in probed.calls(name)]
    (one,) = [one for one in probed.report["findings"] if one["id"] == "generation-off"]
    assert "can never be deleted" in one["detail"]
    assert {"sign", "encrypt"} <= set(one["places"])
    asked = probe(ckr, module, *chosen, "--sequence", "encrypt", env=token.env)
    assert asked.calls("C_GenerateKey"), "a sequence that is named is run"
    ran = ckr("probe", str(module), "--pin-source", "env:THE_PIN", "--dry-run", env={"THE_PIN": "1234"})
    assert "can never be deleted" in ran.out
    assert not [name for name in MAKING if name in ran.out]
