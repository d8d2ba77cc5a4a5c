"""Calls that the probe makes on its own before a step: where one fails, that is a finding, and what was left out is not ok."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.probe.conftest import Probed, probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

ONLY = ("--sequence", "digest")


def run(ckr: Ckr, fake: Path, tmp_path: Path, words: str, *more: str) -> tuple[Probed, list[str]]:
    log = tmp_path / "calls"
    env = {"CKR_FAKE": words, "CKR_FAKE_LOG": str(log), "THE_PIN": "1234"}
    return probe(ckr, fake, "--slot", "7", *more, env=env), log.read_text().split()


@pytest.mark.parametrize("function", ["C_GetMechanismInfo", "C_GetMechanismList"])
@pytest.mark.parametrize("code", ["0x30", "0xb3"])
def test_unknown_mechanisms_are_not_missing_ones(
    ckr: Ckr, fake: Path, tmp_path: Path, function: str, code: str
) -> None:
    probed, seen = run(ckr, fake, tmp_path, f"guard:{function}={code}", *ONLY)
    assert "C_Digest" not in seen
    assert (probed.status, probed.ids("error")) == (1, {"mechanism-info-failed"})
    assert "mechanism-missing" not in probed.ids()
    digest = probed.sequence("digest")
    assert (digest["outcome"], digest["reason"]) == ("skipped", "mechanism-info-failed")
    (finding,) = [one for one in probed.report["findings"] if one["id"] == "mechanism-info-failed"]
    assert finding["detail"].startswith(f"{function} returned CKR_")


def test_a_mechanism_that_the_token_denies_is_missing(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(ckr, fake, tmp_path, "guard:C_GetMechanismInfo=0x70", *ONLY)
    assert probed.sequence("digest")["reason"] == "mechanism-missing"
    assert probed.status == 1  # it is in the list
    assert "call-failed" in probed.ids("error")


@pytest.mark.parametrize(
    "more",
    [
        (),
        ("--sequence", "login", "--pin-source", "env:THE_PIN"),
        ("--sequence", "login", "--pin-source", "env:THE_PIN", "--risk-pin"),
    ],
)
def test_no_session_without_the_number_of_free_ones(
    ckr: Ckr, fake: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    words = "guard:C_GetTokenInfo=0x30;max-sessions:2;other-sessions:1"
    probed, seen = run(ckr, fake, tmp_path, words, "--sequence", "sessions", *more)
    assert {"C_OpenSession", "C_Login"}.isdisjoint(seen)
    assert (probed.status, probed.ids("error")) == (1, {"token-info-failed"})
    assert {one["reason"] for one in probed.report["sequences"] if one["name"] == "sessions"} == {
        "token-info-failed"
    }


def test_another_failed_call_of_a_guard_is_a_finding(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, _ = run(ckr, fake, tmp_path, "guard:C_GetSlotList=0x30", *ONLY)
    assert probed.status == 1
    assert [one["function"] for one in probed.report["findings"] if one["id"] == "call-failed"] == [
        "C_GetSlotList"
    ]


@pytest.mark.parametrize("function", ["C_GetMechanismInfo", "C_GetMechanismList"])
def test_one_cause_is_one_finding(ckr: Ckr, fake: Path, tmp_path: Path, function: str) -> None:
    probed, _ = run(ckr, fake, tmp_path, f"rv:{function}=0x30")
    assert probed.status == 1
    assert probed.ids("error") == {"call-failed"}
    (failed,) = [one for one in probed.report["findings"] if one["id"] == "call-failed"]
    assert [one["id"] for one in failed["consequences"]] == ["mechanism-info-failed"]
