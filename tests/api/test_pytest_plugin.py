"""The pytest plugin in the suite of a module: a real token, a real binding, results of the whole suite."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

import ckrtool
from tests.conftest import ROOT
from tests.tokens import make_token

if TYPE_CHECKING:
    from pathlib import Path

MODULE = "/usr/lib/softhsm/libsofthsm2.so"
SUITE = f"""
import ckrtool, json, pathlib, pkcs11, pytest
from ckrtool._pytest_plugin import assert_legal as plain

@pytest.fixture(scope="module")
def token():
    return pkcs11.lib({MODULE!r}).get_token(token_label="demo")

def test_good_wrong_pin(token, assert_legal):
    with pytest.raises(pkcs11.PKCS11Error) as caught:
        token.open(user_pin="9999")
    assert_legal("C_Login", ckrtool.rv_of(caught.value))

def test_good_mechanism(token, assert_legal):
    with token.open(user_pin="1234") as session, pytest.raises(pkcs11.PKCS11Error) as caught:
        session.generate_key(pkcs11.KeyType.AES, 256, mechanism=pkcs11.Mechanism.SHA256)
    assert_legal("C_GenerateKey", ckrtool.rv_of(caught.value))

def test_good_edition(assert_legal):
    assert_legal("C_Login", "CKR_OK", spec="2.40")
    plain("Login", 0)

def test_good_probe(ckr_probe):
    report = ckr_probe({MODULE!r}, "--token", "demo", "--sequence", "load")
    assert report["schema"] == "ckr.probe/1"
    assert report["findings"] == []

@pytest.mark.parametrize("words", [("-o", "{{}}"), ("--output={{}}",), ("--json", "--output", "{{}}")])
def test_good_report_in_a_file(ckr_probe, tmp_path, words):
    file = tmp_path / "report.json"
    report = ckr_probe(pathlib.Path({MODULE!r}), "--slot", 999999, *(word.format(file) for word in words))
    assert report["schema"] == "ckr.probe/1"
    assert json.loads(file.read_text()) == report

def test_bad_output_without_a_file(ckr_probe):
    ckr_probe({MODULE!r}, "-o")

def test_bad_no_report(ckr_probe):
    ckr_probe({MODULE!r}, "--list-sequences")

def test_bad_edition(assert_legal):
    assert_legal("LoginUser", 0, "2.40")

def test_good_crash_is_a_report(ckr_probe):
    assert ckr_probe("/nonexistent/module.so")["findings"]

def test_bad_code(assert_legal):
    assert_legal("C_Sign", "CKR_TOKEN_NOT_PRESENT")

def test_bad_option(ckr_probe):
    ckr_probe({MODULE!r}, "--no-such-option")

def test_bad_function(assert_legal):
    assert_legal("C_Nope", 5)
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what pytest prints of the suite, in a folder with a module named as one of Python's."""
    pytest.importorskip("pkcs11")
    home: Path = tmp_path_factory.mktemp("suite")
    environment = {
        **make_token(home, "demo", "1234").env,
        "PYTHONPATH": str(ROOT),
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    (home / "test_suite.py").write_text(SUITE)
    (home / "json.py").write_text("raise SystemExit('not this one')\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-rA",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        plugin(),
        "test_suite.py",
    ]
    return subprocess.run(
        [command[0], "-P", *command[1:]], cwd=home, env=environment, capture_output=True, text=True, check=False
    ).stdout  # fmt: skip


def plugin() -> str:
    """Return the module that the entry point names."""
    (found,) = (one for one in entry_points(group="pytest11") if one.name == "ckr")
    return found.value


def test_each_test_has_the_outcome_that_its_name_says(outcome: str) -> None:
    ends = re.findall(r"^(PASSED|FAILED|ERROR) test_suite\.py::test_(good|bad)_", outcome, re.MULTILINE)
    assert sorted(ends) == [("FAILED", "bad")] * 6 + [("PASSED", "good")] * 8, outcome


def test_a_failure_cites_the_passage_against_the_return(outcome: str) -> None:
    assert "C_Sign returned CKR_TOKEN_NOT_PRESENT: excluded" in outcome
    assert "5.1.7: functions that use a session handle" in outcome


def test_a_probe_that_cannot_start_says_why(outcome: str) -> None:
    assert re.search(r"ckr probe ended with status 2: .*--no-such-option", outcome)


def test_options_that_print_no_report_are_named(outcome: str) -> None:
    assert "ckr probe printed no report with these options: --list-sequences" in outcome
    assert "JSONDecodeError" not in outcome


def test_a_failure_names_the_edition_and_the_note(outcome: str) -> None:
    assert "C_LoginUser returned CKR_OK: later (PKCS #11 2.40)" in outcome
    note = ckrtool.check("C_LoginUser", 0, "2.40").as_dict()["note"]
    assert note
    assert note in outcome
