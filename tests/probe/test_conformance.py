"""The conformance sequences: what they rest on, what they accept, and that a departure is told once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.sequences import builtin
from ckrtool.probe.worker.scope import absent_slot
from tests.probe.conftest import Probed, probe

if TYPE_CHECKING:
    from ckrtool.probe.sequences.sequence import Step
    from tests.conftest import Ckr

TRUST = next(Path("/usr/lib").glob("*/pkcs11/p11-kit-trust.so"), None)
QUESTIONS = [
    pytest.param(step, id=f"{name}-{step.n}")
    for name in builtin.of_profile("conformance", with_pin=True)
    for step in builtin.sequence(name).steps
    if not step.plan.get("stop", True) and not step.plan.get("optional")
]


@pytest.mark.parametrize("step", QUESTIONS)
def test_each_question_cites_its_section_and_says_what_else_is_accepted(step: Step) -> None:
    why = step.why or ""
    assert re.match(r"5\.\d+(\.\d)?\b.*: |Usage Guide: ", why), why
    first, *others = step.expect_names
    for other in others:
        assert re.search(rf"{other}(:| is accepted| is the answer)", why), (other, why)
    if first != "CKR_OK" and "5.1." in why.partition(":")[0]:
        assert first in why


def departures(probed: Probed, sequence: str) -> list[tuple[str, str]]:
    """Return function and return code of the departures of a sequence."""
    return [
        (one["function"], one["name"])
        for one in probed.report["findings"]
        if one["id"] == "departure" and f"in {sequence}," in one["detail"]
    ]


@pytest.mark.skipif(TRUST is None, reason="no p11-kit-trust.so")
def test_a_library_that_counts_its_initialisations_departs_once(ckr: Ckr) -> None:
    probed = probe(ckr, str(TRUST), "--sequence", "life-cycle")
    assert departures(probed, "life-cycle") == [("C_Initialize", "CKR_OK")]
    assert probed.calls("C_Finalize")[-1]["name"] == "CKR_OK"


def test_what_a_departure_spoils_is_not_told_as_another(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, "--sequence", "small-buffer", env={"CKR_FAKE": "rv:C_Digest=0x91"})
    assert departures(probed, "small-buffer")[:1] == [("C_Digest", "CKR_OPERATION_NOT_INITIALIZED")]
    digests = [call for call in probed.sequence("small-buffer")["calls"] if call["function"] == "C_Digest"]
    assert [call.get("outcome") for call in digests] == [None, "skipped", "skipped"]


@pytest.mark.parametrize(
    ("rv", "findings"), [("0x5", set()), ("0x6", set()), ("0x70", {"departure"}), ("0x54", set())]
)
def test_universal_codes_are_no_departure(ckr: Ckr, fake: Path, rv: str, findings: set[str]) -> None:
    """5.1.1: any Cryptoki function can return them; 5.1.6: a stub returns CKR_FUNCTION_NOT_SUPPORTED; 5.1.7: precedence."""
    probed = probe(ckr, fake, "--sequence", "bad-handles", env={"CKR_FAKE": f"rv:C_GenerateRandom={rv}"})
    assert probed.ids("error", "warning") == findings, probed.report["findings"]


def test_no_real_slot_is_meant() -> None:
    assert absent_slot([0, 1]) == 0x7FFFFFF3
    assert absent_slot([0x7FFFFFF3, 0x7FFFFFF5, 0x7FFFFFF4]) == 0x7FFFFFF6


def test_bad_slot_calls_no_slot_that_is_there(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, "--sequence", "bad-slot", env={"CKR_FAKE": "slots:3"})
    calls = probed.sequence("bad-slot")["calls"]
    there = next(call["output"]["pSlotList"] for call in calls if call["function"] == "C_GetSlotList")
    asked = {call["args"]["slotID"] for call in calls if "slotID" in call["args"]}
    assert there == [7, 8, 9]
    assert asked == {0x7FFFFFF3}


LOGIN = """sequence = "optional-login"
effect = "login"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
[[step]]
call = "C_Login"
args = { hSession = "$session", userType = "CKU_USER", pPin = "$pin" }
optional = true
"""


def test_a_refused_pin_is_never_only_information(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    (tmp_path / "l.toml").write_text(LOGIN)
    arguments = ("--sequence", str(tmp_path / "l.toml"), "--pin-source", "env:P")
    probed = probe(ckr, fake, *arguments, env={"CKR_FAKE": "", "P": "9999"})
    assert probed.status == 1
    assert "login-failed" in probed.ids("error")


def test_a_length_that_is_not_told_is_seen(ckr: Ckr, fake: Path) -> None:
    """5.2: the length is set to what is needed, also with CKR_BUFFER_TOO_SMALL."""
    env = {"CKR_FAKE": "rv:C_Digest=0x150"}
    assert "need-not-told" in probe(ckr, fake, "--sequence", "small-buffer", env=env).ids("warning")
    assert "need-not-told" not in probe(ckr, fake, "--sequence", "small-buffer", env={"CKR_FAKE": ""}).ids()
