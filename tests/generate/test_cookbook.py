"""The cookbook of ckr-sequence(5): each file is right, declares what it does, and does it on a real token."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate.manpages import COOKBOOK
from ckrtool.probe.sequences import builtin
from ckrtool.probe.sequences.compile import file_compiler
from tests import fake_module

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.generate.token import Bench

FILES = sorted(COOKBOOK.glob("*.toml"))
EFFECTS = {
    "free-sessions": "read", "key-present": "login", "read-certificate": "read", "sign-always-authenticate": "login",
    "vendor-mechanism": "read", "wrap-policy": "session-objects",
}  # fmt: skip
# What each must have seen on a SoftHSM token: (function, return codes in the order of the calls).
SEEN = {
    "free-sessions": ("C_GetTokenInfo", ["CKR_OK", "CKR_OK"]),
    "key-present": ("C_GetAttributeValue", ["CKR_OK"]),
    "read-certificate": ("C_GetAttributeValue", ["CKR_OK"]),
    "sign-always-authenticate": ("C_Login", ["CKR_OK", "CKR_OK"]),
    "vendor-mechanism": ("C_GetMechanismInfo", ["CKR_MECHANISM_INVALID"]),
    "wrap-policy": ("C_WrapKey", ["CKR_OK", "CKR_KEY_UNEXTRACTABLE", "CKR_KEY_NOT_WRAPPABLE"]),
}


def test_there_are_six_and_each_can_be_shown(ckr: Ckr) -> None:
    assert [path.stem for path in FILES] == sorted(EFFECTS) == sorted(builtin.EXAMPLES)
    listed = ckr("probe", "--list-sequences").out
    for path in FILES:
        assert ckr("probe", "--show-sequence", path.stem).out == path.read_text("utf-8")
        assert f"\n{path.stem}  (example to copy, {EFFECTS[path.stem]})" in listed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_declares_exactly_what_it_does(path: Path) -> None:
    sequence = file_compiler.read(str(path))
    assert (sequence.name, sequence.effect, sequence.computed) == (
        path.stem,
        EFFECTS[path.stem],
        EFFECTS[path.stem],
    )
    assert max(map(len, path.read_text("utf-8").splitlines())) <= 70


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_runs_on_a_token(bench: Bench, path: Path, tmp_path: Path) -> None:
    home = bench.home(tmp_path)
    pin = "" if EFFECTS[path.stem] == "read" else "--pin-source file:pin"
    command = f"ckr probe --module softhsm2 --token ckr-example {pin} --sequence {path} --json"
    ran, _ = bench.type(command, home, home)
    assert ran.status == 0, ran
    report = json.loads(ran.out)
    sequence = next(entry for entry in report["sequences"] if entry["name"] == path.stem)
    assert sequence["outcome"] == ("skipped" if path.stem == "vendor-mechanism" else "passed")
    assert not sequence["reason"] or sequence["reason"] == "mechanism-missing"
    function, names = SEEN[path.stem]
    calls = [call for call in sequence["calls"] if call["function"] == function and call["n"] > 0]
    assert [call["name"] for call in calls][-len(names) :] == names
    assert "648219" not in ran.out


@pytest.mark.skipif(fake_module.compiler() is None, reason="no C compiler")
def test_a_vendor_mechanism_that_is_there(ckr: Ckr, tmp_path: Path) -> None:
    text = (COOKBOOK / "vendor-mechanism.toml").read_text("utf-8")
    (tmp_path / "right.toml").write_text(text)
    (tmp_path / "wrong.toml").write_text(text.replace("00000001", "01"))
    seen = {}
    for name in ("right", "wrong"):
        ran = ckr(
            "probe", "--module", str(fake_module.build()), "--sequence", str(tmp_path / f"{name}.toml"), "--json",
            env={"CKR_FAKE": "vendor-digest"},
        )  # fmt: skip
        calls = json.loads(ran.out)["sequences"][-1]["calls"]
        seen[name] = [(call["function"], call["name"]) for call in calls if "Digest" in call["function"]]
    assert seen["right"] == [("C_DigestInit", "CKR_OK"), ("C_Digest", "CKR_OK")]
    assert seen["wrong"] == [("C_DigestInit", "CKR_MECHANISM_PARAM_INVALID")]


def test_a_key_that_is_not_there_is_seen(bench: Bench, tmp_path: Path) -> None:
    home = bench.home(tmp_path)
    text = (COOKBOOK / "key-present.toml").read_text("utf-8")
    (home / "other.toml").write_text(text.replace('"signing"', '"no such key"'))
    command = "ckr probe --module softhsm2 --token ckr-example --pin-source file:pin --sequence ./other.toml"
    assert bench.type(command, home, home)[0].status == 1
