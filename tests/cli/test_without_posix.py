"""Every text command answers where Python lacks fork, fcntl, resource and the like (Windows); the probe refuses in one line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.logs.input.streams import LARGE
from tests.conftest import ROOT, run
from tests.render.goldens import HERE as RENDERED

if TYPE_CHECKING:
    import subprocess

SCRIPT = ROOT / "tests/cli/without_posix.py"
TRACES = ROOT / "tests/calls/samples"


def answer(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `ckr` without what POSIX adds."""
    command = [sys.executable, str(SCRIPT), *words]
    return run(command, text=True, input=stdin, cwd=ROOT)


@pytest.fixture
def log(tmp_path: Path) -> str:
    """Return the path of a log with one failed login."""
    path = tmp_path / "app.log"
    path.write_text("C_Login: rv = CKR_PIN_INCORRECT (0xa0)\n", "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("--version", "PKCS #11 3.2"),
        ("--help", "annotate"),
        ("0xA0", "CKR_PIN_INCORRECT"),
        ("decode 0xA0 --json", "CKR_PIN_INCORRECT"),
        ("explain CKR_PIN_LOCKED --function C_Login", "CKR_PIN_LOCKED"),
        ("explain CKR_PIN_LOCKED --module libsofthsm2.so", "SoftHSM"),
        ("explain CKA_VALUE", "CKA_VALUE"),
        ("check C_Login 0xA0", "listed"),
        ("returns C_Login", "CKR_PIN_INCORRECT"),
        ("precedence CKR_HOST_MEMORY CKR_GENERAL_ERROR", "CKR_GENERAL_ERROR"),
        ("list codes", "CKR_PIN_INCORRECT"),
        ("list stacks", "softhsm2"),
        ("modules", ""),
        ("annotate LOG", "# CKR_PIN_INCORRECT"),
        ("annotate --json LOG", "ckr.annotate/1"),
        ("scan LOG", "C_Login 1"),
        ("scan --json LOG", "ckr.scan/1"),
        ("scan", "no return codes"),
        ("LOG", "C_Login 1"),
        ("probe --list-sequences", "interfaces"),
    ],
)
def test_text_commands_answer_without_posix(words: str, expected: str, log: str) -> None:
    ran = answer(*(log if word == "LOG" else word for word in words.split()))
    assert "Traceback" not in ran.stderr
    assert expected in ran.stdout
    assert ran.returncode in (0, 1)


@pytest.mark.parametrize("words", ["annotate LOG", "annotate --json LOG", "scan LOG"])
def test_a_large_log_is_read_without_posix(words: str, log: str) -> None:
    path = Path(log)
    path.write_bytes(path.read_bytes() * (LARGE // path.stat().st_size + 1))
    ran = answer(*(log if word == "LOG" else word for word in words.split()))
    assert ("Traceback" in ran.stderr, ran.returncode in (0, 1)) == (False, True)
    assert "CKR_PIN_INCORRECT" in ran.stdout


def test_an_exception_from_a_pipe_is_read_without_posix() -> None:
    line = "sun.security.pkcs11.wrapper.PKCS11Exception: CKR_PIN_INCORRECT\n"
    ran = answer("annotate", "--json", stdin=line)
    assert ("Traceback" in ran.stderr, ran.returncode) == (False, 0)
    assert "CKR_PIN_INCORRECT" in ran.stdout


def test_a_saved_report_is_rendered_and_compared(tmp_path: Path) -> None:
    saved = RENDERED / "reports" / "healthy.json"
    page = tmp_path / "page.html"
    ran = answer("report", str(saved), "--html", "-o", str(page))
    assert ("Traceback" in ran.stderr, ran.returncode) == (False, 0)
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")
    assert "Traceback" not in answer("diff", str(saved), str(saved)).stderr


def test_a_trace_is_explained() -> None:
    ran = answer("why", str(next(TRACES.glob("*spy*"))))
    assert ("Traceback" in ran.stderr, ran.returncode in (0, 1)) == (False, True)
    assert ran.stdout


@pytest.mark.parametrize(
    "words", ["probe libsofthsm2.so", "probe libsofthsm2.so --dry-run", "/usr/lib/softhsm/libsofthsm2.so"]
)
def test_the_probe_says_where_it_runs(words: str) -> None:
    ran = answer(*words.split())
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == "ckr: probe runs on Linux and macOS only; every other command works here\n"
