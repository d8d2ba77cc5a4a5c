"""A step that failed for what an earlier step did: the finding names the cause and the step that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.judge import causes
from ckrtool.probe.results import CallResult, LoadResult, RunResult, SequenceResult
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr
    from tests.tokens import Token

HEAD = """
sequence = "mine"
title = "a mistake"
effect = "session-objects"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
[[step]]
call = "C_Login"
args = { hSession = "$session", userType = "CKU_USER", pPin = "$pin" }
"""
KEY = """
[[step]]
call = "C_GenerateKey"
args = { hSession = "$session", pMechanism = { mechanism = "CKM_AES_KEY_GEN" }, pTemplate = { CKA_TOKEN = false, CKA_VALUE_LEN = 32, CKA_ENCRYPT = %s } }
save = { phKey = "key" }
"""
ENCRYPT = """
[[step]]
call = "C_EncryptInit"
args = { hSession = "$session", pMechanism = { mechanism = "CKM_AES_ECB" }, hKey = "$key" }
"""
SEARCH = """
[[step]]
call = "C_FindObjectsInit"
args = { hSession = "$session", pTemplate = { CKA_LABEL = "no such key" } }
[[step]]
call = "C_FindObjects"
args = { hSession = "$session" }
save = { phObject = "found" }
[[step]]
call = "C_FindObjectsFinal"
args = { hSession = "$session" }
"""


def step(call: str, args: str) -> str:
    return f'[[step]]\ncall = "{call}"\nargs = {{ {args} }}\n'


IN = 'hSession = "$session"'
SIGN = 'pMechanism = { mechanism = "CKM_SHA256_RSA_PKCS" }, hKey = '
RANDOM = step("C_GenerateRandom", f"{IN}, RandomData = {{ buffer = 8 }}")
MISTAKES = [
    (SEARCH + step("C_SignInit", f'{IN}, {SIGN}"$found[0]"'), "search-found-nothing", "C_FindObjects", None),
    (SEARCH + step("C_SignInit", f"{IN}, {SIGN}0"), "search-found-nothing", "C_SignInit", 5),
    (step("C_CloseSession", IN) + RANDOM, "session-closed", "C_GenerateRandom", 4),
    (
        KEY % "true" + step("C_DestroyObject", f'{IN}, hObject = "$key"') + ENCRYPT,
        "object-destroyed",
        "C_EncryptInit",
        5,
    ),
    (KEY % "false" + ENCRYPT, "key-use-not-allowed", "C_EncryptInit", 4),
    (step("C_Logout", IN) + KEY % "true", "logged-out", "C_GenerateKey", 4),
    (step("C_Digest", f'{IN}, pData = {{ text = "abc" }}'), "operation-never-started", "C_Digest", 4),
]


@pytest.mark.parametrize(
    ("steps", "name", "function", "proof"), MISTAKES, ids=[f"{row[1]}-{row[2]}" for row in MISTAKES]
)
def test_the_cause_is_named_with_its_step(
    ckr: Ckr, token: Token, tmp_path: Path, steps: str, name: str, function: str, proof: int | None
) -> None:
    (tmp_path / "mine.toml").write_text(HEAD + steps)
    given = ("--token", token.label, "--pin-source", "env:THE_PIN", "--sequence", str(tmp_path / "mine.toml"))
    probed = probe(ckr, token.module, *given, env=token.env)
    (one,) = [one for one in probed.report["findings"] if one["severity"] == "error"]
    assert (probed.status, one["id"], one["function"]) == (1, name, function)
    assert not any("vendor" in item["text"] for item in one["advice"])
    assert one["advice"]
    if proof is not None:
        (cause,) = one["causes"]
        assert (cause["id"], cause["certainty"]) == (name, "proven")
        assert [(row["sequence"], row["step"]) for row in cause["evidence"]] == [("mine", proof)]
        assert "line" not in cause["text"]


def run_of(*calls: CallResult, profile: str = "health") -> tuple[RunResult, list[CallResult]]:
    sequence = SequenceResult("encrypt", profile, "failed", calls=list(calls), worker=1)
    return RunResult(LoadResult("ok", ""), [sequence], [], 0, None, 0), sequence.calls


def test_what_the_module_did_by_itself_has_no_cause() -> None:
    run, calls = run_of(
        CallResult(1, (), "step", "C_Initialize", {}, rv=0),
        CallResult(
            2, (), "step", "C_OpenSession", {"slotID": 0, "flags": 4}, rv=0, output={"phSession": "0x1"}
        ),
        CallResult(3, (), "step", "C_GenerateRandom", {"hSession": "0x1"}, rv=0xB3, met=False),
    )
    assert id(calls[2]) not in causes.explained(run)


def test_a_length_question_ends_no_operation() -> None:
    run, calls = run_of(
        CallResult(1, (), "step", "C_Initialize", {}, rv=0),
        CallResult(
            2, (), "step", "C_OpenSession", {"slotID": 0, "flags": 4}, rv=0, output={"phSession": "0x1"}
        ),
        CallResult(
            3, (), "step", "C_DigestInit", {"hSession": "0x1", "pMechanism": {"mechanism": 0x250}}, rv=0
        ),
        CallResult(
            4,
            (),
            "step",
            "C_Digest",
            {"hSession": "0x1", "pData": "61", "pDigest": None},
            rv=0,
            output={"pulDigestLen": 32},
        ),
        CallResult(5, (), "step", "C_Digest", {"hSession": "0x1", "pData": "61"}, rv=0x91, met=False),
    )
    assert id(calls[4]) not in causes.explained(run)


def test_a_sound_run_loads_no_rules() -> None:
    run, _ = run_of(CallResult(1, (), "step", "C_Initialize", {}, rv=0, met=True))
    assert causes.explained(run) == {}
