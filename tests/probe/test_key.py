"""--key: one signature by a key of the token, verified with its public key or certificate; nothing else of the token is used."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.probe.conftest import Probed, probe

if TYPE_CHECKING:
    from tests.conftest import Ckr
    from tests.tokens import Token

pytestmark = pytest.mark.skipif(shutil.which("pkcs11-tool") is None, reason="no pkcs11-tool")


def make(token: Token, *words: str) -> None:
    """Make a key pair on the token with another tool."""
    command = [
        "pkcs11-tool", "--module", str(token.module), "--token-label", "probe", "--login", "--pin", token.pin, "--keypairgen", *words,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **token.env})


def signed(ckr: Ckr, token: Token, key: str) -> Probed:
    chosen = ("--token", "probe", "--pin-source", "env:THE_PIN", "--sequence", "sessions", "--key", key)
    return probe(ckr, token.module, *chosen, env=token.env)


def test_a_key_by_label_id_and_uri(ckr: Ckr, token: Token) -> None:
    make(token, "--key-type", "EC:secp256r1", "--label", "mine", "--id", "4a")
    for key in ("mine", "4a", "pkcs11:object=mine", "pkcs11:id=%4a;type=private"):
        probed = signed(ckr, token, key)
        assert (probed.status, "signature-verified" in probed.ids("info")) == (0, True), probed.report[
            "findings"
        ]
        assert len(probed.calls("C_Sign")) == 1
        assert "touch" in probed.ran.err


def test_a_key_that_wants_its_pin_each_time(ckr: Ckr, token: Token) -> None:
    make(token, "--key-type", "rsa:2048", "--label", "careful", "--id", "01", "--always-auth")
    probed = signed(ckr, token, "careful")
    assert (probed.status, "signature-verified" in probed.ids("info")) == (0, True)
    assert [call["args"]["userType"] for call in probed.calls("C_Login")] == [
        1,
        2,
    ]  # CKU_USER, CKU_CONTEXT_SPECIFIC
    assert len(probed.calls("C_Sign")) == 1


def test_none_and_several(ckr: Ckr, token: Token) -> None:
    probed = signed(ckr, token, "absent")
    assert (probed.status, "key-not-found" in probed.ids("error"), probed.calls("C_Sign")) == (1, True, [])
    for number in ("01", "02"):
        make(token, "--key-type", "EC:secp256r1", "--label", "twin", "--id", number)
    probed = signed(ckr, token, "twin")
    assert (probed.status, "several-keys" in probed.ids("warning"), probed.calls("C_Sign")) == (1, True, [])
    assert "signature-verified" in signed(ckr, token, "02").ids("info")


def test_without_it_keys_are_named_and_not_used(ckr: Ckr, token: Token) -> None:
    make(token, "--key-type", "EC:secp256r1", "--label", "mine", "--id", "4a")
    probed = probe(ckr, token.module, "--token", "probe", "--pin-source", "env:THE_PIN", env=token.env)
    (named,) = [one for one in probed.report["findings"] if one["id"] == "keys-usable"]
    assert "mine" in named["detail"]
    assert "key" not in probed.outcomes()


def test_a_pin_is_needed(ckr: Ckr) -> None:
    ran = ckr("probe", "--module", "/nonexistent.so", "--key", "mine")
    assert (ran.status, "PIN" in ran.err) == (2, True)
