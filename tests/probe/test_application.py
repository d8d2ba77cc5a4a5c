"""`application`: the calls that python-pkcs11 makes, its exceptions as return codes, and nothing left behind."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.sequences import application
from ckrtool.probe.supervision import supervisor
from tests.probe.conftest import Probed, probe
from tests.probe.supervision.plans import plan

if TYPE_CHECKING:
    from tests.conftest import Ckr
    from tests.tokens import Token

SPY = Path("/usr/lib/x86_64-linux-gnu/pkcs11-spy.so")
RUN = ("--sequence", "application", "--pin-source", "env:THE_PIN")


def run(
    ckr: Ckr, fake: Path, tmp_path: Path, words: str, *more: str, pin: str = "1234"
) -> tuple[Probed, list[str]]:
    """Run it with the misbehaving module; also return the functions that the module saw."""
    log = tmp_path / "calls"
    log.unlink(missing_ok=True)
    env = {
        "CKR_FAKE": words,
        "CKR_FAKE_LOG": str(log),
        "THE_PIN": pin,
        "CKR_FAKE_STORE": str(tmp_path / "store"),
    }
    probed = probe(ckr, fake, *RUN, *more, env=env)
    return probed, log.read_text().split()


def names(probed: Probed, *kinds: str) -> list[str]:
    calls = probed.sequence("application")["calls"]
    return [call["function"] for call in calls if call.get("kind", "step") in kinds]


def test_a_real_token(ckr: Ckr, token: Token) -> None:
    probed = probe(ckr, token.module, *RUN, env=token.env)
    assert probed.status == 0, probed.report["findings"]
    assert probed.sequence("application")["outcome"] == "passed"
    assert names(probed, "step") == [
        "pkcs11.lib", "lib.get_slots", "Slot.get_token", "Token.open", "Session.generate_random", "Session.digest", "Session.close",
        "Token.open", "Session.generate_key", "SecretKey.encrypt", "SecretKey.decrypt", "Session.generate_keypair", "PrivateKey.sign",
        "PublicKey.verify",
    ]  # fmt: skip
    assert names(probed, "cleanup") == [
        "Key.destroy", "Key.destroy", "Key.destroy", "C_FindObjectsInit", "C_FindObjects", "C_FindObjectsFinal", "Session.close",
        "lib.finalize",
    ]  # fmt: skip


def test_a_wrong_pin_is_a_code(ckr: Ckr, token: Token) -> None:
    probed = probe(ckr, token.module, *RUN, env={**token.env, "THE_PIN": "00000000"})
    opened = probed.sequence("application")["calls"][-2]
    assert (opened["function"], opened["rv"], opened["name"]) == ("Token.open", 0xA0, "CKR_PIN_INCORRECT")
    assert probed.sequence("application")["reason"] == "pin-not-accepted"
    assert "login-failed" in probed.ids("error")


@pytest.mark.skipif(not SPY.exists(), reason="pkcs11-spy is not installed")
def test_what_the_spy_sees(ckr: Ckr, token: Token, tmp_path: Path) -> None:
    trace = tmp_path / "spy"
    env = {**token.env, "PKCS11SPY": str(token.module), "PKCS11SPY_OUTPUT": str(trace)}
    assert probe(ckr, SPY, *RUN, env=env).sequence("application")["outcome"] == "passed"
    lines = [line.strip() for line in trace.read_text("utf-8", "replace").splitlines()]
    calls = [line.partition(": ")[2] for line in lines if line.partition(": ")[2].startswith("C_")]
    assert [calls.count(name) for name in ("C_Login", "C_Logout", "C_CreateObject", "C_CopyObject")] == [
        1,
        1,
        0,
        0,
    ]
    assert calls.count("C_OpenSession") == calls.count("C_CloseSession") == 2
    flags = [int(line.rpartition(" ")[2], 16) for line in lines if line.startswith("[in] flags = 0x")]
    assert set(flags) == {4}, "read-only sessions"
    made = lines[lines.index(next(line for line in lines if line.endswith(": C_GenerateKey"))) :]
    search = next(at for at, line in enumerate(made) if line.endswith(": C_FindObjectsInit"))
    tokens = [line.split()[-1] for line in made[:search] if line.startswith("CKA_TOKEN")]
    assert len(tokens) == 3
    assert set(tokens) == {"False"}


def test_where_another_sequence_logs_in_it_does_not(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, seen = run(ckr, fake, tmp_path, "", "--sequence", "login")
    assert seen.count("C_Login") == 2, "the login, and the one after it that is refused"
    assert probed.sequence("application")["outcome"] == "passed"
    left = [call for call in probed.sequence("application")["calls"] if call.get("outcome") == "skipped"]
    assert "login-used" in [call["reason"] for call in left]


@pytest.mark.parametrize(
    "words",
    ["rv:C_GenerateKey=0x30", "rv:C_GetAttributeValue=0x5", "rv:C_Logout=0x6", "rv:C_CloseSession=0x6"],
)
def test_whatever_raises_the_label_is_searched_and_the_library_finalised(
    ckr: Ckr, fake: Path, tmp_path: Path, words: str
) -> None:
    probed, seen = run(ckr, fake, tmp_path, words)
    assert probed.sequence("application")["outcome"] == "failed"
    assert seen.count("C_Login") == 1
    assert "C_FindObjects" in seen
    assert seen[-1] == "C_Finalize"


def test_an_object_that_stayed_on_the_token(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(ckr, fake, tmp_path, "persistent;rv:C_DestroyObject=0x30")
    assert "object-left-behind" in probed.ids("error")
    assert probed.sequence("application")["left_objects"]
    probed, _ = run(ckr, fake, tmp_path, "persistent")
    assert not (tmp_path / "store").read_text().strip()


@pytest.mark.parametrize("words", ["segv:C_Login", "exit0:C_Login", "hang:C_Login"])
def test_a_lost_login_leaves_a_mark(ckr: Ckr, fake: Path, tmp_path: Path, words: str) -> None:
    probed, seen = run(ckr, fake, tmp_path, words, "--timeout", "2")
    assert (probed.status, seen.count("C_Login")) == (4, 1)
    assert probed.sequence("application")["calls"][-1]["function"] == "Token.open"
    assert len(list((tmp_path / "state").rglob("*.json"))) == 1
    probed, seen = run(ckr, fake, tmp_path, "")
    assert "C_Login" not in seen
    assert "login-failed-before" in probed.ids("error")


def test_a_pin_that_is_no_utf_8_is_not_sent(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    secret = tmp_path / "pin"
    secret.write_bytes(b"\xff\xfe\xfd\xfc\n")
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(tmp_path / "calls")}
    probed = probe(ckr, fake, "--sequence", "application", "--pin-source", f"file:{secret}", env=env)
    assert probed.sequence("application")["reason"] == "pin-not-utf8"
    assert "C_Login" not in (tmp_path / "calls").read_text().split()


@pytest.mark.parametrize(
    ("kind", "text", "rv"),
    [
        ("pkcs11.exceptions.PinIncorrect", "", 0xA0),
        ("pkcs11.exceptions.ArgumentsBad", "", 0x7),
        ("pkcs11.exceptions.ArgumentsBad", "Must provide `key_length'", None),
        ("pkcs11.exceptions.PKCS11Error", "Unmapped error code 0x80000001", 0x80000001),
        ("pkcs11.exceptions.PKCS11Error", "OS exception while loading /x/0x10: no", None),
        ("pkcs11.exceptions.PKCS11Error", "Buffer was too small. Should never see this.", 0x150),
        ("pkcs11.exceptions.NoSuchToken", "No token matching", None),
        ("builtins.MemoryError", "", None),
        ("builtins.UnicodeDecodeError", "0x10", None),
    ],
)
def test_exceptions_and_the_codes_behind_them(kind: str, text: str, rv: int | None) -> None:
    assert application.rv_of(kind, text) == rv


@pytest.mark.parametrize("code", [0x3, 0x6, 0x80000001, 0x1B0])
def test_codes_come_back_exactly_or_not_at_all(ckr: Ckr, fake: Path, tmp_path: Path, code: int) -> None:
    probed, _ = run(ckr, fake, tmp_path, f"rv:C_OpenSession={code:#x}")
    opened = next(
        call for call in probed.sequence("application")["calls"] if call["function"] == "Token.open"
    )
    assert (opened["rv"], opened["met"]) == (code, False)


def test_it_imports_nothing_of_the_current_folder(
    token: Token, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "pkcs11", "os"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('of the current folder')\n")
    monkeypatch.chdir(tmp_path)
    made = plan(token.module, application.planned(logs_in=False), vars={"slot": 4711})
    result = supervisor.run(made, env={**os.environ, **token.env}).sequences[0]
    assert [call.function for call in result.calls if call.kind == "step"] == ["pkcs11.lib", "lib.get_slots"]
    assert (result.outcome, result.reason) == ("skipped", "no-token")
