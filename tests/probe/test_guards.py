"""No login that could burn a try: every guard, whoever logs in. The module counts its C_Login calls."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from tests.probe.conftest import Probed, probe
from tests.probe.test_pin_sources import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

FILE = """
sequence = "mine"
effect = "login"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = 7, flags = ["CKF_SERIAL_SESSION"] }
save = { phSession = "session" }
[[step]]
call = "C_Login"
args = { hSession = "$session", userType = "CKU_USER", pPin = "$pin" }
"""
WHO = ("login", "file", "application")


def arguments(who: str, tmp_path: Path) -> list[str]:
    """Return what makes that part of the probe log in; the file names its slot by number."""
    (tmp_path / "mine.toml").write_text(FILE)
    named = {"login": "login", "file": str(tmp_path / "mine.toml"), "application": "application"}.get(who)
    return [] if named is None else ["--sequence", named]


def run(
    ckr: Ckr, fake: Path, tmp_path: Path, who: str, words: str, *more: str, pin: str = "1234"
) -> tuple[Probed, int]:
    """Return what the probe found, and how often C_Login was called."""
    log = tmp_path / "calls"
    log.unlink(missing_ok=True)
    env = {"CKR_FAKE": words, "CKR_FAKE_LOG": str(log), "THE_PIN": pin}
    probed = probe(ckr, fake, *arguments(who, tmp_path), "--pin-source", "env:THE_PIN", *more, env=env)
    return probed, log.read_text().split().count("C_Login")


def marks(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "state").rglob("*") if path.is_file()]


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("pin:low", "pin-count-low"),
        ("pin:final", "pin-final-try"),
        ("pin:locked", "pin-locked"),
        ("pin-min:5", "pin-length"),
        ("pin-max:3", "pin-length"),
        ("swap", "token-changed"),
    ],
)
def test_no_login(ckr: Ckr, fake: Path, tmp_path: Path, who: str, words: str, finding: str) -> None:
    probed, logins = run(ckr, fake, tmp_path, who, words)
    assert (probed.status, logins) == (1, 0)
    assert finding in probed.ids("error")
    assert marks(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "finding"), [("pin:locked", "pin-locked"), ("login-shared", "login-shared")]
)
def test_no_login_among_all_sequences(ckr: Ckr, fake: Path, tmp_path: Path, words: str, finding: str) -> None:
    probed, logins = run(ckr, fake, tmp_path, "health", words)
    assert logins == 0
    assert finding in probed.ids()


@pytest.mark.parametrize("who", WHO)
def test_not_in_a_session_that_is_logged_in(ckr: Ckr, fake: Path, tmp_path: Path, who: str) -> None:
    probed, logins = run(ckr, fake, tmp_path, who, "login-shared")
    assert logins == 0
    assert "login-shared" in probed.ids("info")
    assert not probed.calls("C_Logout")


def test_no_logout_where_nobody_saw_that_the_session_was_public(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    for who, logins in (("login", 2), ("application", 0)):
        _, made = run(ckr, fake, tmp_path, who, "rv:C_GetSessionInfo=0x30")
        assert made in (0, logins)
        assert "C_Logout" not in (tmp_path / "calls").read_text().split()
    (tmp_path / "mine.toml").write_text(
        FILE + '[[step]]\ncall = "C_Logout"\nargs = { hSession = "$session" }\n'
    )
    for words, logouts in (("", 1), ("rv:C_GetSessionInfo=0x30", 0)):
        log = tmp_path / "calls"
        log.unlink()
        env = {"CKR_FAKE": words, "CKR_FAKE_LOG": str(log), "THE_PIN": "1234"}
        probe(ckr, fake, "--sequence", str(tmp_path / "mine.toml"), "--pin-source", "env:THE_PIN", env=env)
        seen = log.read_text().split()
        assert (seen.count("C_Login"), seen.count("C_Logout")) == (1, logouts)


@pytest.mark.parametrize("who", WHO)
def test_not_without_room_for_others(ckr: Ckr, fake: Path, tmp_path: Path, who: str) -> None:
    probed, logins = run(ckr, fake, tmp_path, who, "max-sessions:2;other-sessions:1")
    assert logins == 0
    assert "sessions-exhausted" in probed.ids("warning")
    assert "C_OpenSession" not in (tmp_path / "calls").read_text().split()


def test_a_token_for_one_session_is_used(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    probed, logins = run(ckr, fake, tmp_path, "login", "max-sessions:1")
    assert logins >= 1
    assert not probed.ids("error", "warning")


@pytest.mark.parametrize("who", WHO)
def test_a_wrong_pin_is_sent_once_and_not_by_any_later_run(
    ckr: Ckr, fake: Path, tmp_path: Path, who: str
) -> None:
    probed, logins = run(ckr, fake, tmp_path, who, "", pin="8888")
    assert (probed.status, logins) == (1, 1)
    assert "login-failed" in probed.ids("error")
    (mark,) = marks(tmp_path)
    assert json.loads(mark.read_text()).keys() == {"module", "serial", "time"}
    for other in WHO if who == "login" else (who,):  # the mark is the same for all
        probed, logins = run(ckr, fake, tmp_path, other, "", pin="8888")
        assert (probed.status, logins) == (1, 0)
        assert "login-failed-before" in probed.ids("error")
    probed, logins = run(ckr, fake, tmp_path, who, "", "--risk-pin")
    assert logins >= 1
    assert marks(tmp_path) == []


@pytest.mark.parametrize("who", ["login", "file", "application"])
def test_with_risk_it_does(ckr: Ckr, fake: Path, tmp_path: Path, who: str) -> None:
    _, logins = run(ckr, fake, tmp_path, who, "pin:final;pin-min:9", "--risk-pin")
    assert logins >= 1
    _, logins = run(ckr, fake, tmp_path, who, "swap", "--risk-pin")
    assert logins == 0, "a PIN is for one token, whatever is risked"


def test_a_prompt_is_one_try_and_takes_the_mark_away(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    run(ckr, fake, tmp_path, "login", "", pin="8888")
    ckr.env |= {"CKR_FAKE": "", "CKR_FAKE_LOG": str(tmp_path / "calls")}
    for typed, left in ((b"7777\n", 1), (b"1234\n", 0)):
        terminal = Terminal(
            ckr, "probe", "--module", str(fake), "--sequence", "login", "--pin-source", "prompt"
        )
        terminal.until(b"PIN: ")
        while terminal.echoes():
            time.sleep(0.01)
        os.write(terminal.main, typed)
        terminal.end()
        terminal.close()
        assert len(marks(tmp_path)) == left
        assert typed[:4] not in terminal.seen.partition(b"PIN: ")[2]
    assert (tmp_path / "calls").read_text().split().count("C_Login") == 4


@pytest.mark.parametrize(("words", "logins"), [("keypad", 1), ("", 0)])
@pytest.mark.parametrize("who", ["file", "application"])
def test_a_keypad(ckr: Ckr, fake: Path, tmp_path: Path, who: str, words: str, logins: int) -> None:
    log = tmp_path / "calls"
    ckr.env |= {"CKR_FAKE": words, "CKR_FAKE_LOG": str(log)}
    terminal = Terminal(
        ckr, "probe", "--module", str(fake), *arguments(who, tmp_path), "--pin-source", "protected-path"
    )
    terminal.end()
    terminal.close()
    assert log.read_text().split().count("C_Login") == logins


def test_a_keypad_needs_somebody_to_be_told(ckr: Ckr, fake: Path) -> None:
    ran = ckr("probe", "--module", str(fake), "--pin-source", "protected-path", env={"CKR_FAKE": "keypad"})
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize("who", ["login", "application"])
def test_killed_while_it_logs_in(ckr: Ckr, fake: Path, tmp_path: Path, who: str) -> None:
    log = tmp_path / "calls"
    env = {**ckr.env, "CKR_FAKE": "hang-ignore-term:C_Login", "CKR_FAKE_LOG": str(log), "THE_PIN": "1234"}
    command = ["probe", "--module", str(fake), *arguments(who, tmp_path), "--pin-source", "env:THE_PIN"]
    with subprocess.Popen(ckr.command(command), env=env, stdout=subprocess.DEVNULL) as process:
        while not log.exists() or "C_Login" not in log.read_text():
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
    assert len(marks(tmp_path)) == 1
    probed, logins = run(ckr, fake, tmp_path, who, "")
    assert logins == 0
    assert "login-failed-before" in probed.ids("error")


@pytest.mark.parametrize("who", ["login", "application"])
def test_nowhere_to_put_a_mark(ckr: Ckr, fake: Path, tmp_path: Path, who: str) -> None:
    state = tmp_path / "state"
    state.write_text("a file")
    log = tmp_path / "calls"
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(log), "THE_PIN": "1234"}
    ran = ckr(
        "probe", "--module", str(fake), *arguments(who, tmp_path), "--pin-source", "env:THE_PIN", env=env
    )
    assert (ran.status, ran.out, log.exists()) == (3, "", False)
    assert "no mark can be written" in ran.err


@pytest.mark.skipif(os.geteuid() != 0, reason="another user's folder needs root")
def test_another_users_state_folder_and_no_home(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o700)
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(folder.stat().st_mode | 0o011)
    log = tmp_path / "calls"
    log.touch()
    log.chmod(0o666)
    for env, status in (
        ({"XDG_STATE_HOME": str(tmp_path / "state")}, 3),
        ({"HOME": "/nonexistent"}, 3),
    ):
        done = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
             *ckr.command(["probe", "--module", str(fake), "--sequence", "login", "--pin-source", "env:THE_PIN"])],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": ckr.env["PYTHONPATH"], "LC_ALL": "C.UTF-8", "CKR_FAKE": "",
                 "CKR_FAKE_LOG": str(log), "THE_PIN": "1234", **env},
            capture_output=True, text=True, check=False, cwd="/",
        )  # fmt: skip
        if (
            "ckrtool" in done.stderr and "No module" in done.stderr
        ) or "ermission denied" in done.stderr.partition("mark")[0]:
            pytest.skip("another user can't run this Python")
        assert done.returncode == status, done.stderr
        assert "no mark can be written" in done.stderr
        assert not log.read_text()


@pytest.mark.parametrize(
    "form", ["--json", "--markdown", "--junit", "--nagios", "--prometheus", "--html", "--color=always"]
)
def test_a_module_that_knows_the_pin_tells_it_in_no_report(
    ckr: Ckr, fake: Path, tmp_path: Path, form: str
) -> None:
    steps = "".join(
        f'[[step]]\ncall = "{call}"\nargs = {args}\n'
        for call, args in (
            ("C_GetTokenInfo", "{ slotID = 7 }"),
            ("C_GetSessionInfo", '{ hSession = "$session" }'),
        )
    )
    (tmp_path / "tell.toml").write_text(FILE.replace('"mine"', '"tell"') + steps)
    for pin in ("72915384", "sesame47"):
        env = {"CKR_FAKE": "pin-everywhere;chatty-pin;late-pin", "CKR_FAKE_PIN": pin, "THE_PIN": pin}
        ran = ckr(
            "probe", "--module", str(fake), "--sequence", str(tmp_path / "tell.toml"), "--pin-source", "env:THE_PIN",
            *([form] if form != "--color=always" else []), env=env,
        )  # fmt: skip
        assert ran.status in (0, 1, 2), ran.err
        assert "****" in ran.out or form != "--json"
        raw = pin.encode()
        for spelt in (pin, raw.hex(), raw.hex(" "), raw.hex(" ").upper(), str(int.from_bytes(raw, "little"))):
            assert spelt not in ran.out + ran.err


@pytest.mark.parametrize(("words", "risk"), [("", False), ("pin:low", True)])
def test_after_one_wrong_pin_the_way_on_is_exact(
    ckr: Ckr, fake: Path, tmp_path: Path, words: str, risk: bool
) -> None:
    """One step, which works: with --risk-pin only where the flags of the token would forbid the login."""
    run(ckr, fake, tmp_path, "login", "", pin="8888")
    probed, logins = run(ckr, fake, tmp_path, "login", words)
    assert logins == 0
    (found,) = (one for one in probed.report["findings"] if one["id"] == "login-failed-before")
    (step,) = (item["text"] for item in found["advice"] if item["kind"] == "do")
    assert "--pin-source prompt" in step
    assert ("--risk-pin" in step) == risk


def test_a_login_that_succeeded_has_cleared_the_flag(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    """The flag was read before the login; after it, it is no warning any more."""
    probed, logins = run(ckr, fake, tmp_path, "login", "pin:low", "--risk-pin")
    assert logins >= 1
    (flag,) = (one for one in probed.report["findings"] if one["id"] == "pin-count-low")
    assert flag["severity"] == "info"
    assert "the login of this run succeeded" in flag["detail"]
    assert probed.status == 0


def test_no_login_with_null_for_a_pin_that_is_given(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    """NULL is for the token's keypad; without one it is a wrong PIN."""
    log = tmp_path / "calls"
    (tmp_path / "null.toml").write_text(FILE.replace('"$pin"', '"NULL"'))
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(log), "P": "1234"}
    ran = ckr(
        "probe",
        str(fake),
        "--sequence",
        str(tmp_path / "null.toml"),
        "--pin-source",
        "env:P",
        "--risk-pin",
        env=env,
    )
    assert (ran.status, ran.out) == (2, "")
    assert "pPin is NULL" in ran.err
    assert not log.exists()
