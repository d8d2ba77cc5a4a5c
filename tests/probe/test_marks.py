"""Marks: one C_Login, however many runs; none where the mark can't be written."""

from __future__ import annotations

import concurrent.futures
import contextlib
import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from ckrtool.errors import SurroundingsError
from ckrtool.probe.pin.failed_logins import Marks
from tests import fake_module

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr


def logins(log: Path) -> int:
    """Return how often the module's C_Login was called."""
    return sum(line.startswith("C_Login") for line in log.read_text().splitlines()) if log.exists() else 0


@pytest.fixture
def wrong(ckr: Ckr, tmp_path: Path) -> list[str]:
    """Return a probe with a wrong PIN of a module that writes its calls down."""
    ckr.env |= {
        "CKR_FAKE_LOG": str(tmp_path / "calls"),
        "CKR_FAKE": "",
        "CKR_FAKE_PIN": "24681357",
        "THE_PIN": "11112222",
    }
    return [
        "probe",
        "--module",
        str(fake_module.build()),
        "--pin-source",
        "env:THE_PIN",
        "--sequence",
        "login",
        "--json",
    ]


def test_a_wrong_pin_is_sent_once_and_not_by_the_next_run(ckr: Ckr, wrong: list[str], tmp_path: Path) -> None:
    first, second = ckr(*wrong), ckr(*wrong)
    assert first.status == second.status == 1
    assert logins(tmp_path / "calls") == 1
    assert "login-failed-before" in second.out


def test_of_runs_at_the_same_time_one_logs_in(ckr: Ckr, wrong: list[str], tmp_path: Path) -> None:
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: ckr(*wrong), range(4)))
    assert logins(tmp_path / "calls") == 1


def test_a_success_leaves_no_mark(ckr: Ckr, wrong: list[str], tmp_path: Path) -> None:
    ckr.env["THE_PIN"] = "24681357"
    ran = ckr(*wrong)
    outcomes = {entry["name"]: entry["outcome"] for entry in json.loads(ran.out)["sequences"]}
    assert outcomes["login"] == "passed"
    assert not list((tmp_path / "state").rglob("*.json"))
    assert not list((tmp_path / "state").rglob("*.tmp"))


@pytest.mark.parametrize("code", ["0xa0", "0xa4", "0x5"])
def test_a_refused_second_login_ends_the_use_of_the_pin(
    ckr: Ckr, wrong: list[str], tmp_path: Path, code: str
) -> None:
    """The sequence `login` logs in again; only CKR_OK and CKR_USER_ALREADY_LOGGED_IN show that no try was used up."""
    ckr.env |= {"THE_PIN": "24681357", "CKR_FAKE": f"relogin:{code}"}
    profile = ["--profile", "health"]
    first = json.loads(ckr(*wrong, *profile).out)
    reasons = {entry["name"]: entry["reason"] for entry in first["sequences"]}
    assert reasons["login"] == reasons["sign"] == reasons["encrypt"] == "pin-not-accepted"
    assert "login-failed" in [one["id"] for one in first["findings"]]
    assert logins(tmp_path / "calls") == 2
    assert "login-failed-before" in ckr(*wrong, *profile).out
    assert logins(tmp_path / "calls") == 2


def test_a_run_that_never_logs_in_leaves_no_mark(ckr: Ckr, wrong: list[str], tmp_path: Path) -> None:
    ckr.env["CKR_FAKE"] = "pin:final"
    ckr(*wrong)
    assert logins(tmp_path / "calls") == 0
    assert not list((tmp_path / "state").rglob("*.json"))


@pytest.mark.skipif(
    os.geteuid() != 0, reason="a full disk needs a small file system of its own, which only root mounts"
)
def test_no_login_where_the_mark_can_not_be_written(ckr: Ckr, wrong: list[str], tmp_path: Path) -> None:
    disk = tmp_path / "full"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)], capture_output=True, check=False
    ).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        with (disk / "filler").open("wb") as filler, contextlib.suppress(OSError):
            filler.write(b"x" * 100_000)
        ckr.env["XDG_STATE_HOME"] = str(disk)
        assert ckr(*wrong).status == 3
        assert logins(tmp_path / "calls") == 0
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_reservation_is_exclusive_and_whole(tmp_path: Path) -> None:
    marks = Marks("/nonexistent/module.so", str(tmp_path))
    assert marks.reserve("serial")
    assert not marks.reserve("serial")
    assert marks.failed_at("serial")
    marks.remove("serial")
    assert marks.failed_at("serial") is None
    assert marks.reserve("serial")


def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "failed-logins").write_text("a file, no folder")
    with pytest.raises(SurroundingsError):
        Marks("/nonexistent/module.so", str(tmp_path)).prepare()


def test_a_pin_in_a_uri_is_used_with_a_warning(ckr: Ckr, wrong: list[str]) -> None:
    module = wrong[2]
    ran = ckr("probe", f"pkcs11:?module-path={module}&pin-value=24681357", "--sequence", "login", "--json")
    assert "Traceback" not in ran.err
    assert "24681357" not in ran.out + ran.err
