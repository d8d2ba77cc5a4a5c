"""A finding blames only what the run has shown: the rules that keep a sound module from being called broken."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from ckrtool.probe.judge import environment, token_flags
from ckrtool.probe.judge.finding import finding, merged
from tests.probe.conftest import probe

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def slot(number: int, *flags: str, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "info": None,
        "token": {"label": "t", "flags": list(flags), **more},
        "mechanisms": [],
    }


def told(*slots: Any, minutes: int = 0) -> dict[str, Any]:
    return {
        one["id"]: one for one in token_flags.findings(list(slots), (NOW - timedelta(minutes=minutes), NOW))
    }


def test_a_built_in_token_is_not_uninitialised() -> None:
    assert set(told(slot(1, "CKF_WRITE_PROTECTED"))) == {"write-protected"}
    one = told(slot(1), slot(2, "CKF_WRITE_PROTECTED"), slot(3), slot(4, "CKF_TOKEN_INITIALIZED"))
    assert one["token-uninitialised"]["detail"] == "slots 1, 3"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("20250101000000", "by 696 days"), ("19990528120000", "by 27.5 years"), ("20261128130100", "by 61 minutes"),
        ("20261128120600", "by 6 minutes"), ("20261129110000", "by 23 hours"),
    ],
)  # fmt: skip
def test_a_clock_is_off_in_units_that_people_use(clock: str, words: str) -> None:
    one = told(slot(1, "CKF_TOKEN_INITIALIZED", "CKF_CLOCK_ON_TOKEN", utcTime=f"{clock}00"))["clock-off"]
    assert words in one["detail"]
    assert f"{clock[:4]}-{clock[4:6]}-{clock[6:8]}" in one["detail"]
    assert one["title"].startswith(
        "the token's clock is ahead" if clock > "202611281200" else "the token's clock is behind"
    )


def test_a_clock_was_read_at_some_time_of_the_run() -> None:
    stopped = slot(1, "CKF_TOKEN_INITIALIZED", "CKF_CLOCK_ON_TOKEN", utcTime="2026112811450000")
    assert "clock-off" not in told(stopped, minutes=15)
    assert "clock-off" in told(stopped, minutes=5)


def test_one_cause_of_several_sequences_is_one_finding() -> None:
    one, other = merged(
        [finding("warning", "x", "the same", "why", place=place) for place in ("random", "digest", "random")]
        + [finding("info", "y", "else", place="digest")]
    )
    assert (one["places"], one["detail"]) == (["random", "digest"], "why; in random, digest")
    assert (other["places"], other["detail"]) == (["digest"], "")


def test_sessions_that_are_used_up_are_told_once(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "max-sessions:2;rv:C_CloseSession=0x5"})
    many = [one for one in probed.report["findings"] if one["id"] == "sessions-exhausted"]
    assert len(many) <= 1


def daemon(variable: str, value: str, stack: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.setenv(variable, value)
    return {one["id"]: one for one in environment.findings(stack, None)}


@pytest.mark.parametrize(
    ("variable", "stack", "form"),
    [
        ("PCSCLITE_CSOCK_NAME", "opensc", "{}"),
        ("PCSCLITE_CSOCK_NAME", "ykcs11", "{}"),
        ("P11_KIT_SERVER_ADDRESS", "p11-kit-client", "unix:path={}"),
    ],
)
def test_a_daemon_is_looked_for_where_its_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, stack: str, form: str
) -> None:
    path = tmp_path / "s"
    nowhere = daemon(variable, form.format(path), stack, monkeypatch)
    assert str(path) in nowhere["variable-nowhere"]["detail"]
    assert "daemon-down" not in nowhere
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        silent = daemon(variable, form.format(path), stack, monkeypatch)
        assert "no process listens" in silent["daemon-down"]["detail"]
        listening.listen()
        assert not {"daemon-down", "variable-nowhere"} & set(
            daemon(variable, form.format(path), stack, monkeypatch)
        )


def test_a_module_that_shows_a_slot_has_reached_its_daemon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PCSCLITE_CSOCK_NAME", "/nowhere/pcscd.comm")
    assert not list(environment.findings("opensc", None, reached=True))


def test_a_card_module_of_no_known_family_is_told_of_pcscd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PCSCLITE_CSOCK_NAME", str(tmp_path / "pcscd.comm"))
    (tmp_path / "card.so").write_bytes(b"\x7fELF...libpcsclite.so.1\0")
    (tmp_path / "other.so").write_bytes(b"\x7fELF...libz.so.1\0")
    found = list(
        environment.findings(None, None, module="/opt/card.so", libraries=[str(tmp_path / "card.so")])
    )
    assert [one["id"] for one in found] == ["variable-nowhere"]
    assert not list(
        environment.findings(None, None, module="/opt/x.so", libraries=[str(tmp_path / "other.so")])
    )


def test_what_a_search_finds_is_looked_at_before_it_is_called_left_behind(
    ckr: Ckr, fake: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    store.write_text("signing key\n")
    env = {"CKR_FAKE": "find-all;persistent", "CKR_FAKE_STORE": str(store), "P": "1234"}
    # "persistent" would keep the probe's own keys too: made of C_GenerateKey, which is refused here
    env["CKR_FAKE"] += ";rv:C_GenerateKey=0x13"
    probed = probe(ckr, fake, "--pin-source", "env:P", env=env)
    assert "search-unfiltered" in probed.ids("error")
    assert "object-left-behind" not in probed.ids()


def test_a_refusal_with_another_code_is_a_departure(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(
        'sequence = "own"\n[[step]]\ncall = "C_Initialize"\n[[step]]\ncall = "C_GetSlotInfo"\nargs = { slotID = "$no_slot" }\n'
        'expect = ["CKR_TOKEN_NOT_PRESENT"]\n'
    )
    probed = probe(
        ckr, fake, "--sequence", str(tmp_path / "own.toml"), env={"CKR_FAKE": "rv:C_GetSlotInfo=0x3"}
    )
    assert "departure" in probed.ids("warning")
    probed = probe(ckr, fake, "--sequence", str(tmp_path / "own.toml"), env={"CKR_FAKE": ""})
    assert "call-failed" in probed.ids("error")  # accepted instead of refused
