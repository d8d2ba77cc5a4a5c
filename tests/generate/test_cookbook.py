"""The cookbook of ckr-sequence.5: each file is right, declares what it does, and does it on a real token."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ckrtool._generate.manpages import COOKBOOK
from ckrtool.probe import check

if TYPE_CHECKING:
    from pathlib import Path

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


def test_there_are_six() -> None:
    assert [path.stem for path in FILES] == sorted(EFFECTS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_declares_exactly_what_it_does(path: Path) -> None:
    sequence = check.read(str(path))
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
    function, names = SEEN[path.stem]
    calls = [call for call in sequence["calls"] if call["function"] == function and call["n"] > 0]
    assert [call["name"] for call in calls][-len(names) :] == names
    assert "648219" not in ran.out


def test_a_key_that_is_not_there_is_seen(bench: Bench, tmp_path: Path) -> None:
    home = bench.home(tmp_path)
    text = (COOKBOOK / "key-present.toml").read_text("utf-8")
    (home / "other.toml").write_text(text.replace('"signing"', '"no such key"'))
    command = "ckr probe --module softhsm2 --token ckr-example --pin-source file:pin --sequence ./other.toml"
    assert bench.type(command, home, home)[0].status == 1
