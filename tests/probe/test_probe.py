"""`ckr probe` from end to end: a real token, the misbehaving module, PIN guards, the examples."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.sequences import builtin
from tests.cli.test_everywhere import shown_by
from tests.probe.conftest import probe
from tests.tokens import PIN, Token

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

HEALTH = ["load", "interfaces", "identity", "sessions", "objects", "random", "digest"]


def test_softhsm_without_a_pin(ckr: Ckr, token: Token) -> None:
    probed = probe(ckr, token.module, env=token.env)
    assert probed.status == 0, probed.report["findings"]
    assert probed.outcomes() == dict.fromkeys(HEALTH, "passed")
    assert not probed.calls("C_Login")
    assert not {"C_CloseAllSessions", "C_SeedRandom", "C_WaitForSlotEvent"} & {
        call["function"] for one in probed.report["sequences"] for call in one["calls"]
    }
    described = next(slot["token"] for slot in probed.report["slots"] if slot["token"]["label"] == "probe")
    assert "CKF_TOKEN_INITIALIZED" in described["flags"]
    assert [call["function"] for call in probed.sequence("load")["calls"]][:2] == [
        "dlopen",
        "C_GetFunctionList",
    ]


def test_mechanisms_are_what_another_program_reads(ckr: Ckr, token: Token) -> None:
    """pkcs11-tool prints the names without CKM_ and with dashes, and the flags in small letters, from encrypt to generate_key_pair."""
    if shutil.which("pkcs11-tool") is None:
        pytest.skip("pkcs11-tool is not installed")
    command = ["pkcs11-tool", "--module", str(token.module), "--token-label", "probe", "--list-mechanisms"]
    printed = subprocess.run(
        command, env={**os.environ, **token.env}, capture_output=True, text=True, check=True
    )
    theirs = {}
    for line in printed.stdout.splitlines()[1:]:
        name, *words = line.strip().split(", ")
        theirs[name.replace("-", "_")] = {
            word for word in words if word.replace("_", "").isalpha() and word.islower()
        }
    probed = probe(ckr, token.module, "--token", "probe", "--sequence", "identity", env=token.env)
    described = next(slot for slot in probed.report["slots"] if slot["token"]["label"] == "probe")
    operations = {
        row["type"].removeprefix("CKM_"): {
            flag.removeprefix("CKF_").lower() for flag in row["flags"] if not flag.startswith("CKF_EC_")
        }
        for row in described["mechanisms"]
    }
    shared = operations.keys() & theirs.keys()
    assert len(shared) > 40
    assert {name: operations[name] for name in shared} == {name: theirs[name] for name in shared}


def test_softhsm_with_a_pin(ckr: Ckr, token: Token, tmp_path: Path) -> None:
    probed = probe(ckr, token.module, "--pin-source", "env:THE_PIN", env=token.env)
    assert probed.status == 0, probed.report["findings"]
    assert probed.outcomes() == dict.fromkeys([*HEALTH, "login", "sign", "encrypt", "logout"], "passed")
    logins = [call["name"] for call in probed.calls("C_Login")]
    assert logins == ["CKR_OK", "CKR_USER_ALREADY_LOGGED_IN"]
    assert not _shows_pin(probed.ran.out + probed.ran.err)
    assert not list((tmp_path / "state").rglob("*.json"))


def _shows_pin(text: str) -> bool:
    forms = (PIN, PIN.encode().hex(), base64.b64encode(PIN.encode()).decode()[:-4])
    return any(form.lower() in text.lower() for form in forms)


def test_a_wrong_pin_is_sent_once_and_not_again(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    env = {"CKR_FAKE": "", "CKR_FAKE_LOG": str(log), "WRONG": "8888"}
    first = probe(ckr, fake, "--pin-source", "env:WRONG", env=env)
    second = probe(ckr, fake, "--pin-source", "env:WRONG", env=env)
    assert (first.status, second.status) == (1, 1)
    assert "login-failed" in first.ids("error")
    assert "login-failed-before" in second.ids("error")
    assert log.read_text().split().count("C_Login") == 1
    marks = list((tmp_path / "state").rglob("*.json"))
    assert len(marks) == 1
    assert "8888" not in marks[0].read_text()
    third = probe(ckr, fake, "--pin-source", "env:RIGHT", "--risk-pin", env={**env, "RIGHT": "1234"})
    assert third.status == 0
    assert not list((tmp_path / "state").rglob("*.json"))


@pytest.mark.parametrize(
    ("words", "finding"),
    [("pin:low", "pin-count-low"), ("pin:final", "pin-final-try"), ("pin:locked", "pin-locked"), ("pin-min:6", "pin-length"), ("pin-max:3", "pin-length")],
)  # fmt: skip
def test_guards_before_the_login(ckr: Ckr, fake: Path, tmp_path: Path, words: str, finding: str) -> None:
    log = tmp_path / "calls"
    probed = probe(
        ckr, fake, "--pin-source", "env:P", env={"CKR_FAKE": words, "CKR_FAKE_LOG": str(log), "P": "1234"}
    )
    assert probed.status == 1
    assert finding in probed.ids("error")
    assert "C_Login" not in log.read_text().split()


@pytest.mark.parametrize("words", ["segv:C_Login", "exit0:C_Login", "hang:C_Login"])
def test_a_lost_login_leaves_a_mark(ckr: Ckr, fake: Path, tmp_path: Path, words: str) -> None:
    probed = probe(ckr, fake, "--pin-source", "env:P", "--timeout", "2", env={"CKR_FAKE": words, "P": "1234"})
    assert probed.status == 4
    assert len(list((tmp_path / "state").rglob("*.json"))) == 1


@pytest.mark.parametrize(
    ("words", "status", "finding"),
    [
        ("", 0, None),
        ("segv:C_GetInfo", 4, "crashed"),
        ("abort:C_DigestInit", 4, "crashed"),
        ("exit0:C_Finalize", 4, "exited"),
        ("segv:constructor", 4, "constructor-crashed"),
        ("hang:C_GetSlotList", 4, "hung"),
        ("rv:C_GetTokenInfo=0x30", 1, "call-failed"),
        ("rv:C_Initialize=0x5", 1, "initialize-failed"),
        ("null:C_GenerateRandom", 1, "null-entry"),
        ("list:fail", 3, "not-loaded"),
        ("slots:huge", 1, "count-beyond-bound"),
        ("text:latin1", 1, "not-utf8"),
        ("session0", 1, "handle-zero"),
        ("overrun:C_GenerateRandom", 1, "wrote-past-buffer"),
        ("max-sessions:2", 1, "sessions-exhausted"),
        ("no-token", 1, "no-token"),
    ],
)
def test_faults(ckr: Ckr, fake: Path, words: str, status: int, finding: str | None) -> None:
    probed = probe(ckr, fake, "--timeout", "2", env={"CKR_FAKE": words})
    assert probed.status == status, probed.report["findings"]
    assert finding is None or finding in probed.ids("error", "warning")
    assert probed.status == 0 or probed.ids("error", "warning")


def test_an_object_left_behind_is_an_error(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    env = {
        "CKR_FAKE": "persistent;rv:C_DestroyObject=0x30",
        "CKR_FAKE_STORE": str(tmp_path / "store"),
        "P": "1234",
    }
    probed = probe(ckr, fake, "--pin-source", "env:P", env=env)
    assert "object-left-behind" in probed.ids("error")


def test_a_token_that_refuses_session_objects(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, "--pin-source", "env:P", env={"CKR_FAKE": "read-only", "P": "1234"})
    assert probed.status == 0
    assert (probed.sequence("encrypt")["outcome"], probed.sequence("encrypt")["reason"]) == (
        "skipped",
        "session-objects-refused",
    )
    assert "session-objects-refused" in probed.ids("info")
    assert len(probed.calls("C_GenerateKey")) == 2  # in encrypt and in logout


@pytest.mark.parametrize("arguments", [["--slot", "4711"], ["--token", "absent"], ["pkcs11:token=absent"]])
def test_what_is_asked_for_and_not_there(ckr: Ckr, token: Token, arguments: list[str]) -> None:
    assert probe(ckr, token.module, *arguments, env=token.env).status == 3


@pytest.mark.parametrize("chosen", [["--token", "probe"], ["pkcs11:token=probe;model=SoftHSM%20v2"]])
def test_a_token_by_label_and_uri(ckr: Ckr, token: Token, chosen: list[str]) -> None:
    probed = probe(ckr, token.module, "--sequence", "sessions", *chosen, env=token.env)
    assert probed.outcomes() == {"identity": "passed", "sessions": "passed"}


def test_conformance_of_softhsm_has_no_departure(ckr: Ckr, token: Token) -> None:
    probed = probe(ckr, token.module, "--profile", "conformance", env=token.env)
    assert probed.status == 0, probed.report["findings"]
    assert set(builtin.of_profile("conformance", with_pin=True)) <= {
        name for name, outcome in probed.outcomes().items() if outcome == "passed"
    }


def test_a_dry_run_loads_nothing(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    ran = ckr(
        "probe",
        "--module",
        str(fake),
        "--dry-run",
        "--pin-source",
        "env:P",
        env={"CKR_FAKE_LOG": str(log), "CKR_FAKE": "segv:constructor"},
    )
    assert ran.status == 0, ran.err
    assert not log.exists()
    assert "logins: 2" in ran.out
    assert all(name in ran.out for name in HEALTH)


def test_refused_files_and_flags(ckr: Ckr, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text(
        'sequence = "x"\n[[step]]\ncall = "C_Nothing"\n[[step]]\ncall = "C_Login"\n'
    )
    ran = ckr("probe", "--module", "/nonexistent.so", "--sequence", "./bad.toml")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("./bad.toml:2: step 1 (C_Nothing): unknown function")
    assert "./bad.toml:4: step 2 (C_Login): needs hSession" in ran.err
    (tmp_path / "w.toml").write_text(
        'sequence = "w"\neffect = "token-objects"\n[[step]]\ncall = "C_CreateObject"\nargs = { hSession = 1, pTemplate = {} }\n'
    )
    assert ckr("probe", "--module", "/nonexistent.so", "--sequence", "./w.toml").status == 2
    assert ckr("probe", "--module", "/nonexistent.so", "--sequence", "login").status == 2


def test_output_goes_to_the_file_whole_or_not_at_all(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    ran = ckr(
        "probe", "--module", str(fake), "--json", "-o", str(tmp_path / "report.json"), env={"CKR_FAKE": ""}
    )
    assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / "report.json").read_text().startswith('{"schema":"ckr.probe/1"')
    assert (
        ckr(
            "probe", "--module", str(fake), "--json", "-o", "/nonexistent/report.json", env={"CKR_FAKE": ""}
        ).status
        == 3
    )


def test_without_a_module_it_says_what_to_type(ckr: Ckr) -> None:
    ran = ckr("probe")
    assert ran.status in (2, 3)
    assert ran.out == ""
    assert "ckr probe --module" in ran.err


TOKEN_OBJECT = """sequence = "token-object"
effect = "token-objects"
[[step]]
call = "C_Initialize"
[[step]]
call = "C_OpenSession"
args = { slotID = "$slot", flags = ["CKF_SERIAL_SESSION", "CKF_RW_SESSION"] }
save = { phSession = "s" }
[[step]]
call = "C_Login"
args = { hSession = "$s", userType = "CKU_USER", pPin = "$pin" }
[[step]]
call = "C_CreateObject"
[step.args]
hSession = "$s"
pTemplate = { CKA_CLASS = "CKO_DATA", CKA_TOKEN = true, CKA_LABEL = "mine", CKA_VALUE = { text = "x" } }
"""
ENDS = {
    "nothing": "",
    "close": '[[step]]\ncall = "C_CloseSession"\nargs = { hSession = "$s" }\n',
    "close-all": '[[step]]\ncall = "C_CloseAllSessions"\nargs = { slotID = "$slot" }\n',
    "logout": '[[step]]\ncall = "C_Logout"\nargs = { hSession = "$s" }\n',
    "finalize": '[[step]]\ncall = "C_Finalize"\n',
    "mismatch": '[[step]]\ncall = "C_Digest"\nargs = { hSession = "$s", pData = { text = "x" } }\n',
}


@pytest.mark.parametrize("end", ENDS)
def test_token_objects_of_a_file_are_destroyed_however_it_ends(
    ckr: Ckr, token: Token, tmp_path: Path, end: str
) -> None:
    (tmp_path / "t.toml").write_text(TOKEN_OBJECT + ENDS[end])
    arguments = ("--sequence", str(tmp_path / "t.toml"), "--pin-source", "env:THE_PIN", "--allow-writes")
    probed = probe(ckr, token.module, *arguments, env=token.env)
    assert probed.status == (1 if end == "mismatch" else 0), probed.report["findings"]
    assert [call["name"] for call in probed.calls("C_DestroyObject")] == ["CKR_OK"]
    assert "left_objects" not in probed.sequence("token-object")
    assert not list((tmp_path / "tokens").glob("*/*-*-*.object"))


def test_a_token_beyond_the_first_slots_is_found_by_its_label(ckr: Ckr, fake: Path) -> None:
    words = {"CKR_FAKE": "slots:200;labels"}
    named = probe(ckr, fake, "--token", "fake150", env=words)
    assert named.status == 0, named.report["findings"]
    assert {call["args"]["slotID"] for call in named.calls("C_OpenSession")} == {150}
    absent = probe(ckr, fake, "--token", "fake7777", env=words)
    assert absent.status == 3
    assert "not looked at" not in absent.ran.err


def test_slots_that_were_not_looked_at_are_said(ckr: Ckr, fake: Path) -> None:
    probed = probe(ckr, fake, env={"CKR_FAKE": "slots:200;labels"})
    assert len(probed.report["slots"]) == 64
    titles = [one["title"] for one in probed.report["findings"]]
    assert "the module has 136 more slots than the 64 that were inspected" in titles
    assert any(title.startswith("at least 64 tokens are present") for title in titles)
    absent = probe(ckr, fake, "--token", "fake9999", env={"CKR_FAKE": "slots:5000;labels"})
    assert (absent.status, "904 more slots were not looked at" in absent.ran.err) == (3, True)


def test_a_healthy_run_fits_one_screen(ckr: Ckr, token: Token) -> None:
    """24 lines of 80 columns, with the command line above and the prompt below."""
    command = ckr.command(
        ["probe", "--module", str(token.module), "--token", "probe", "--pin-source", "env:THE_PIN"]
    )
    shown = shown_by(command, {**ckr.env, **token.env, "COLUMNS": "80"})
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert len(lines) <= 22, shown
    assert max(map(len, lines)) <= 80
    assert lines[0].startswith("OK  ")
    assert lines[-1].startswith("verdict: ok: ")
