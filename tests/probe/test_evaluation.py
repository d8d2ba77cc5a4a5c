"""Evaluation of a run: unusual data of a module, and an error in ckr itself, never cost the report."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

import pytest

from ckrtool.probe import conclude, journal
from ckrtool.probe.facts import certificates, names
from ckrtool.probe.pin.redaction import Redactor
from ckrtool.probe.reporting import build_report
from ckrtool.probe.results import CallResult, LoadResult, RunResult, SequenceResult
from ckrtool.probe.verify import check, digests, public_keys
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.probe.protocol import Json
    from tests.conftest import Ckr
    from tests.tokens import Token


def make_key(token: Token, identity: bytes) -> None:
    """Generate an EC key pair for signatures with a CKA_ID of any length on a token, in a process of its own."""
    pytest.importorskip("pkcs11")
    program = (
        "import sys, pkcs11, pkcs11.util.ec as ec; module, label, pin, name = sys.argv[1:]\n"
        "with pkcs11.lib(module).get_token(token_label=label).open(rw=True, user_pin=pin) as session:\n"
        "    curve = {pkcs11.Attribute.EC_PARAMS: ec.encode_named_curve_parameters('secp256r1')}\n"
        "    made = session.create_domain_parameters(pkcs11.KeyType.EC, curve, local=True)\n"
        "    made.generate_keypair(id=bytes.fromhex(name), label='long', store=True)\n"
    )
    words = [sys.executable, "-c", program, str(token.module), token.label, token.pin, identity.hex()]
    subprocess.run(words, check=True, env={**os.environ, **token.env}, timeout=60)


def test_a_key_with_a_long_id(ckr: Ckr, token: Token) -> None:
    """A CKA_ID of more bytes than a report shows (1,024)."""
    make_key(token, b"\x07" * 1500)
    probed = probe(ckr, token.module, "--token", token.label, "--pin-source", "env:THE_PIN", env=token.env)
    assert (probed.status, probed.ids("error", "warning")) == (0, set())
    usable = next(one for one in probed.report["findings"] if one["id"] == "keys-usable")
    assert "... (1500 bytes)" in usable["detail"]


def test_a_value_longer_than_the_first_buffer_is_read_again(ckr: Ckr, token: Token) -> None:
    make_key(token, b"\x07" * 20000)
    probed = probe(ckr, token.module, "--token", token.label, "--pin-source", "env:THE_PIN", env=token.env)
    assert (probed.status, probed.ids("error", "warning")) == (0, set())
    usable = next(one for one in probed.report["findings"] if one["id"] == "keys-usable")
    assert usable["title"].startswith("1 private key ")
    assert "... (20000 bytes)" in usable["detail"]


QUERY = """
sequence = "mine"
effect = "read"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = 7, flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
[[step]]
call = "C_DigestInit"
args = { hSession = "$session", pMechanism = { mechanism = "CKM_SHA256" } }
[[step]]
call = "C_Digest"
args = { hSession = "$session", pData = { text = "abc" }, pDigest = BUFFER }
"""


@pytest.mark.parametrize(
    ("buffer", "told"),
    [
        ("{ buffer = 65536 }", "the buffer for pDigest had 65536 bytes, and the module asks for 65536"),
        ('"NULL"', "pDigest was NULL, which asks for the length: no buffer is too small for that (5.2)"),
    ],
)
def test_a_buffer_that_was_large_enough_is_not_blamed(
    ckr: Ckr, fake: Path, tmp_path: Path, buffer: str, told: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(QUERY.replace("BUFFER", buffer))
    probed = probe(ckr, fake, "--sequence", str(file), env={"CKR_FAKE": "rv:C_Digest=0x150"})
    (failed,) = [one for one in probed.report["findings"] if one["rv"] == 0x150]
    assert (failed["id"], failed["severity"]) == ("call-failed", "error")
    assert told in failed["detail"]
    assert "cause" not in failed["detail"]
    assert not failed.get("causes")


def test_a_buffer_that_was_too_small_is_the_cause(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(QUERY.replace("BUFFER", "{ buffer = 31 }"))
    probed = probe(ckr, fake, "--sequence", str(file), env={"CKR_FAKE": ""})
    (cause,) = {one["id"]: one for one in probed.report["findings"]}["buffer-too-small"]["causes"]
    assert (cause["certainty"], "31 bytes" in cause["text"]) == ("proven", True)


def test_long_values_can_be_compared_and_collected() -> None:
    long = journal.Cut(length=1025, head="07" * 1024)
    same = journal.Cut(head="07" * 1024, length=1025)
    assert {long, same, "07"} == {long, "07"}
    redacted = Redactor(b"987654").value(cast("Json", {"258": long}))
    assert isinstance(redacted, dict)
    assert {names.template(redacted)["CKA_ID"], long} == {long}


@pytest.fixture
def run() -> RunResult:
    call = CallResult(1, (), "step", "C_Digest", {}, rv=0, ns=1, met=True)
    return RunResult(
        LoadResult("ok", ""), [SequenceResult("digest", "health", "passed", calls=[call])], [], 0, None, 0
    )


def broken(*_args: Any) -> Any:
    raise KeyError("surprise")


def test_an_error_in_one_check_leaves_the_others(monkeypatch: pytest.MonkeyPatch, run: RunResult) -> None:
    monkeypatch.setattr(digests, "doubts", broken)
    later: list[Any] = []
    monkeypatch.setattr(public_keys, "repeated", lambda keys: later.extend([keys]) or ())  # type: ignore[func-returns-value]
    (doubt,) = check.doubts(run.sequences)
    assert (doubt.severity, doubt.id) == ("error", "not-evaluated")
    assert "KeyError: 'surprise' (probe/test_evaluation.py, line" in doubt.detail
    assert later


@pytest.mark.parametrize(
    "where",
    ["judge.thresholds.findings", "judge.judge.consequences.folded", "judge.causes.explained", "conclude.contradictions.excuse",
     "judge.judge.merged", "facts.certificates.found"],
)  # fmt: skip
def test_an_error_in_the_evaluation_leaves_the_report(
    monkeypatch: pytest.MonkeyPatch, run: RunResult, where: str
) -> None:
    monkeypatch.setattr(f"ckrtool.probe.{where}", broken)
    made = concluded(run)
    assert made.status == 1
    assert [len(one["calls"]) for one in made.report["sequences"]] == [1]
    faults = [one for one in made.report["findings"] if one["id"] == "not-evaluated"]
    assert faults
    assert all("KeyError: 'surprise'" in one["detail"] for one in faults)
    assert made.report["summary"]["errors"] == len(faults)


def concluded(run: RunResult) -> conclude.Outcome:
    """Judge a run of one sequence without a PIN."""
    from ckrtool.probe.request import Request
    from ckrtool.probe.supervision.interruption import Interruption
    from ckrtool.probe.target.choose import Chosen

    meta = build_report.Meta("2026-01-01T00:00:00Z", "health", "/m.so", "path", "3.2", "ckr-probe-1", {})
    return conclude.conclude(run, meta, Request(), Chosen(), Interruption(), blocked=None, doubts=[])


def test_the_run_of_these_tests_is_in_order(run: RunResult) -> None:
    assert concluded(run).status == 0
    assert certificates.found(run.sequences[0].calls) == []
