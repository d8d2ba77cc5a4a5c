"""An empty PIN: most often a variable that somebody forgot to fill, so it is given to a token only where --risk-pin says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.judge import contradictions
from ckrtool.probe.results import CallResult, SequenceResult
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.probe.protocol import Json
    from tests.conftest import Ckr
    from tests.tokens import Token


def test_it_is_not_used_unasked(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    env = {"CKR_FAKE": "pin-min:0", "CKR_FAKE_LOG": str(log), "THE_PIN": ""}
    ran = ckr("probe", "--module", str(fake), "--pin-source", "env:THE_PIN", env=env)
    assert (ran.status, ran.out) == (3, "")
    assert "--risk-pin" in ran.err
    assert not log.exists()


def test_with_risk_pin_it_is_given(ckr: Ckr, token: Token) -> None:
    env = {**token.env, "THE_PIN": ""}
    probed = probe(
        ckr, token.module, "--token", "probe", "--pin-source", "env:THE_PIN", "--risk-pin", env=env
    )
    (login,) = probed.calls("C_Login")
    assert login["name"] in ("CKR_PIN_INCORRECT", "CKR_PIN_LEN_RANGE", "CKR_ARGUMENTS_BAD")


def session_info(flags: int) -> tuple[CallResult, SequenceResult]:
    asked = CallResult(
        2, (), "guard", "C_GetTokenInfo", {"slotID": 1}, rv=0, output={"pInfo": {"flags": flags}}
    )
    row: dict[str, Json] = {"param": "pInfo.state", "expected": 1, "got": 0}
    state = CallResult(5, (), "step", "C_GetSessionInfo", {}, rv=0, met=False, mismatches=[row])
    return state, SequenceResult("login", "health", "failed", calls=[asked, state])


def test_a_public_session_is_no_fault_only_where_no_login_is_needed() -> None:
    assert contradictions.stays_public(*session_info(0x609))
    assert not contradictions.stays_public(*session_info(0x60D))
