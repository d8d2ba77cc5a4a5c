"""What ends a probe from outside: SIGTERM and SIGHUP keep the report, Ctrl-C gives the prompt back; nothing of ours is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from ckrtool.probe.reporting import report_file
from tests.probe.supervision.test_process import workers_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

HANG = "hang-ignore-term:C_GetMechanismList"


def started(ckr: Ckr, fake: Path, log: Path, *arguments: str, words: str = HANG) -> subprocess.Popen[bytes]:
    """Start a probe and wait until the module hangs."""
    process = subprocess.Popen(
        ckr.command(["probe", "--module", str(fake), "--json", *arguments]),
        env={**ckr.env, "CKR_FAKE": words, "CKR_FAKE_LOG": str(log)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_for_the_call(log)
    return process


def wait_for_the_call(log: Path) -> None:
    """Wait until the module's log names the call that hangs."""
    until = time.monotonic() + 20
    while not (log.exists() and "C_GetMechanismList" in log.read_text()):
        assert time.monotonic() < until
        time.sleep(0.02)


WORDS = b"ckr: interrupted during C_GetMechanismList in sequence identity; the report covers the calls made until then\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_report_of_an_ended_run_is_whole(
    ckr: Ckr, fake: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """Ctrl-C ends the process by its signal, so that loops of a shell end too; the others have exit statuses."""
    process = started(ckr, fake, tmp_path / "log")
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert process.returncode == (-number if number == signal.SIGINT else 128 + number)
    assert err == WORDS
    report = report_file.checked(json.loads(out))
    assert report["interrupted"] == number.name
    outcomes = {one["name"]: (one["outcome"], one["reason"]) for one in report["sequences"]}
    assert outcomes["load"] == ("passed", None)
    assert outcomes["identity"] == ("hung", "interrupted")
    assert outcomes["digest"] == ("skipped", "interrupted")
    titles = [one["title"] for one in report["findings"] if one["severity"] == "error"]
    assert "C_GetMechanismList was in progress when a signal ended the run" in titles
    assert workers_of(process.pid) == []


def test_a_worker_that_gets_the_signal_too_did_not_crash(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    process = started(ckr, fake, tmp_path / "log", words="hang:C_GetMechanismList")
    (worker,) = workers_of(process.pid)
    process.send_signal(signal.SIGTERM)
    os.kill(worker, signal.SIGTERM)
    report = json.loads(process.communicate(timeout=20)[0])
    assert {one["outcome"] for one in report["sequences"]} == {"passed", "hung", "skipped"}
    assert process.returncode == 143


def test_a_signal_that_is_ignored_stays_ignored(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    command = ckr.command(["probe", "--module", str(fake), "--json", "--timeout", "1"])
    process = subprocess.Popen(
        ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *command],
        env={**ckr.env, "CKR_FAKE": HANG, "CKR_FAKE_LOG": str(tmp_path / "log")},
        stdout=subprocess.PIPE,
    )
    wait_for_the_call(tmp_path / "log")
    process.send_signal(signal.SIGHUP)
    report = json.loads(process.communicate(timeout=20)[0])
    assert process.returncode == 4
    assert "interrupted" not in {one["reason"] for one in report["sequences"]}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_report_goes_to_its_file_too(
    ckr: Ckr, fake: Path, tmp_path: Path, number: signal.Signals
) -> None:
    file = tmp_path / "report.json"
    process = started(ckr, fake, tmp_path / "log", "-o", str(file))
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert out == b""
    first, second, third = err.decode().splitlines()
    assert f"{first}\n" == WORDS.decode()
    assert second.startswith("verdict: fatal: interrupted during C_GetMechanismList in sequence identity (")
    assert third == f"ckr: written to {file}"
    assert report_file.checked(json.loads(file.read_text()))["interrupted"] == number.name


def test_ctrl_c_twice_leaves_nothing_either(ckr: Ckr, fake: Path, tmp_path: Path) -> None:
    process = started(ckr, fake, tmp_path / "log")
    process.send_signal(signal.SIGINT)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGINT
    until = time.monotonic() + 5
    while workers_of(process.pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert workers_of(process.pid) == []


@pytest.mark.parametrize("to", ["ckr", "max-time", "all"])
def test_a_login_in_progress_returns_before_the_worker_ends(
    ckr: Ckr, fake: Path, tmp_path: Path, to: str
) -> None:
    """A token may be damaged by a C_Login that is cut off; a service manager sends SIGTERM to the worker as well."""
    log = tmp_path / "log"
    limit = ["--max-time", "2"] if to == "max-time" else []
    process = subprocess.Popen(
        ckr.command(["probe", "--module", str(fake), "--json", "--sequence", "login", "--pin-source", "env:P", *limit]),
        env={**ckr.env, "CKR_FAKE": f"slow-by:{2500 if limit else 1500};slow:C_Login", "CKR_FAKE_LOG": str(log), "P": "1234"},
        stdout=subprocess.PIPE,
    )  # fmt: skip
    until = time.monotonic() + 20
    while not (log.exists() and "C_Login" in log.read_text().split()):
        assert time.monotonic() < until
        time.sleep(0.02)
    if to == "all":
        for worker in workers_of(process.pid):
            os.kill(worker, signal.SIGTERM)
    if to != "max-time":
        process.send_signal(signal.SIGTERM)
    report = json.loads(process.communicate(timeout=20)[0])
    called = [call for one in report["sequences"] for call in one["calls"] if call["function"] == "C_Login"]
    assert [(call["rv"], call.get("outcome")) for call in called] == [(0, None)]
    seen = log.read_text().split()
    assert seen[-1] == "C_Login"  # nothing was called after it
    assert not [path for path in (tmp_path / "state").rglob("*") if path.is_file()]  # no mark: it succeeded
    assert {one["reason"] for one in report["sequences"] if one["outcome"] == "skipped"} == {
        "max-time" if to == "max-time" else "interrupted"
    }
