"""What a person sees of a probe: the verdict first and last, a line per sequence, failed calls, findings with advice."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from ckrtool.probe.judge import token_keys
from ckrtool.probe.reporting import report_file
from ckrtool.probe.results import LoadResult, RunResult
from ckrtool.render import formats, probe_findings, probe_parts
from ckrtool.render.probe_text import plain, rich


def call(function: str, **more: Any) -> Any:
    return {"n": 1, "function": function, "args": {}, "rv": 0, "name": "CKR_OK", "ms": 0.5, "expected": ["CKR_OK"],
            "met": True, "verdict": "listed", "output": {}, **more}  # fmt: skip


def left_out(function: str, reason: str) -> Any:
    return call(function, rv=None, name=None, ms=None, met=None, outcome="skipped", reason=reason)


def sequence(name: str, outcome: str, *calls: Any, reason: str | None = None) -> Any:
    return {"name": name, "profile": "health", "outcome": outcome, "reason": reason, "calls": list(calls)}


FINDING = {
    "severity": "error", "id": "call-failed", "function": "C_Login", "rv": 5, "name": "CKR_GENERAL_ERROR", "title": "it failed [bold]",
    "detail": "why " * 40, "meaning": "It means this.",
    "advice": [
        {"text": "look " * 30, "danger": None, "kind": "check"},
        {"text": "Don't do it", "danger": "may lock the PIN", "kind": "dont"},
        {"text": "Run: ckr probe MODULE --pin-source prompt; see MODULE", "danger": None, "kind": "do"},
    ],
}  # fmt: skip
FAILED = call("C_Login", rv=5, name="CKR_GENERAL_ERROR", met=False)
REPORT: Any = {
    "module": {"path": "/m.so", "found_by": "path", "info": None},
    "slots": [],
    "sequences": [
        sequence("load", "passed", call("C_Initialize")),
        sequence("login", "failed", FAILED, reason="mismatch"),
        sequence("digest", "skipped", reason="no-pin"),
        sequence("sign", "skipped", reason="no-pin"),
        sequence("random", "passed", *(left_out("C_DigestInit", "mechanism-missing") for _ in range(3))),
    ],
    "findings": [FINDING],
    "summary": {"calls": 2, "met": 1, "errors": 1, "warnings": 0},
}


def screen(report: Any, width: int = 80, *, verbose: bool = False) -> list[str]:
    stream = io.StringIO()
    console = Console(file=stream, width=width, highlight=False, color_system=None)
    for part in rich(report, verbose=verbose):
        console.print(part)
    return [line.rstrip() for line in stream.getvalue().splitlines()]


@pytest.mark.parametrize("width", [80, 100, 160])
def test_the_screen(width: int) -> None:
    lines = screen(REPORT, width)
    assert all(len(line) <= width for line in lines)
    assert lines[0] == "ERROR  it failed [bold]"
    assert lines[1] == "module  /m.so (path)"
    assert "load          ok      1 call, 0.50 ms" in lines
    assert lines[lines.index("login         FAILED  1 call, 0.50 ms") + 1] == (
        "  C_Login  CKR_GENERAL_ERROR, expected CKR_OK  0.50 ms"
    )
    assert "digest, sign" in "\n".join(lines)  # left out for one reason: one line
    assert any("3 steps skipped (mechanism-missing)" in line for line in lines)
    assert not any("C_Initialize" in line for line in lines)  # as expected: only with -v
    assert " ".join("\n".join(lines).split()).endswith(
        "verdict: error: it failed [bold] (2 calls, 1 as expected, 1 error, 2 sequences skipped)"
    )


def test_every_call_if_verbose() -> None:
    lines = screen(REPORT, verbose=True)
    assert "  C_Initialize  CKR_OK  0.50 ms" in lines
    assert any(line.split() == ["3", "steps", "skipped", "(mechanism-missing)"] for line in lines)


def test_a_finding_has_meaning_first_and_donts_before_dos() -> None:
    lines = plain(REPORT).splitlines()
    at = lines.index("error: it failed [bold] [call-failed]")
    labels = [line.strip().partition(":")[0] for line in lines[at + 1 : -1]]
    assert labels == ["means", "seen", "don't", "check", "do", "more"]
    assert "  don't: Don't do it (danger: may lock the PIN)" in lines
    assert "  do: Run: ckr probe /m.so --pin-source prompt; see /m.so" in lines
    assert "  more: ckr explain CKR_GENERAL_ERROR --function C_Login" in lines


def test_both_forms_have_the_same_facts() -> None:
    """Each word of the pipe's form is on the terminal too."""
    for verbose in (False, True):
        shown = " ".join(" ".join(screen(REPORT, verbose=verbose)).split())
        for word in plain(REPORT, verbose=verbose).replace("(found by ", "(").split():
            assert word.strip(":,") in shown


def test_advice_that_two_findings_share_is_given_once() -> None:
    twice: Any = {**REPORT, "findings": [FINDING, {**FINDING, "title": "again"}]}
    assert sum("Don't do it" in line for line in plain(twice).splitlines()) == 1
    assert sum("Don't do it" in line for line in plain(twice, verbose=True).splitlines()) == 2


def test_a_report_of_an_older_version() -> None:
    """Items without a kind are sorted by their words."""
    old: Any = {"text": "Never retry", "danger": None}
    assert probe_findings.kind_of(old) == "dont"
    assert probe_findings.kind_of({"text": "Look", "danger": None}) == "do"


def slot(number: int, flags: list[str], token: Any) -> Any:
    return {"id": number, "info": {"flags": flags}, "token": token, "mechanisms": []}


def test_slots() -> None:
    """Empty slots share a line, bad flags come first, and a token that could not be read is there all the same."""
    crashed = call("C_GetTokenInfo", args={"slotID": 7}, rv=None, name=None, met=False, outcome="crashed")
    token = {"label": "demo", "flags": ["CKF_RNG", "CKF_TOKEN_INITIALIZED", "CKF_USER_PIN_FINAL_TRY"]}
    report: Any = {
        **REPORT,
        "slots": [
            slot(0, [], None),
            slot(1, [], None),
            slot(5, ["CKF_TOKEN_PRESENT"], token),
            slot(7, ["CKF_TOKEN_PRESENT"], None),
        ],
        "sequences": [sequence("identity", "crashed", crashed)],
    }
    facts = [(fact.label, fact.text) for fact in probe_parts.head(report, verbose=False)]
    assert facts[1:] == [
        ("slots 0, 1", "no token"),
        ("token", "demo (slot 5); 0 mechanisms; CKF_USER_PIN_FINAL_TRY"),
        ("slot 7", "token present, C_GetTokenInfo crashed"),
    ]


def test_a_healthy_run_with_keys_fits_one_screen() -> None:
    """24 lines with the command line above and the prompt below: the token and the keys for --key take two lines each."""
    path = Path(__file__).parent / "reports" / "with-pin.json"
    report = report_file.checked(json.loads(path.read_text("utf-8")))
    names = [one["name"] for one in report["sequences"]]
    report["sequences"] += [
        {**report["sequences"][-1], "name": name} for name in ("logout",) if name not in names
    ]
    keys: list[Any] = [
        ({}, {"CKA_LABEL": label, "CKA_ID": number, "CKA_SIGN": True})
        for label, number in (("ek", "02"), ("ek", "03"), ("sk", "01"))
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ckrtool.probe.facts.certificates.private_keys", lambda _calls: keys)
        report["findings"] += list(token_keys.findings(RunResult(LoadResult("ok", ""), [], [], 0, None, 0)))
    shown = screen(report)
    assert len(shown) <= 22
    assert shown[0] == "OK  works as expected"
    assert "CKF_RNG" not in "".join(shown)
    assert "CKF_RNG" in "".join(screen(report, verbose=True))
    blank = "not initialised (slot 1)"
    assert blank not in plain(report)
    assert blank in plain(report, verbose=True)
    report["findings"] = []
    assert blank in plain(report)  # nothing else names it


def test_a_module_that_is_not_loaded_takes_few_lines() -> None:
    """Nothing was run, so nothing is listed as skipped."""
    finding = {
        **FINDING,
        "id": "not-loaded",
        "function": "dlopen",
        "rv": None,
        "name": None,
        "title": "no such file",
    }
    report: Any = {
        **REPORT,
        "sequences": [
            sequence(name, "skipped", reason="not-loaded") for name in ("load", "identity", "sign")
        ],
        "findings": [finding],
    }
    lines = plain(report).splitlines()
    assert lines[:2] == ["ERROR: no such file", "error: no such file [not-loaded]"]
    assert not any("skipped" in line for line in lines[:-1])


def test_an_anonymized_path_is_not_typed() -> None:
    """A hash is no module: the commands of an anonymized report say MODULE."""
    hidden: Any = {**REPORT, "module": {"path": "/path-e4c4cf78/fake.so", "found_by": "path", "info": None}}
    assert "  do: Run: ckr probe MODULE --pin-source prompt; see MODULE" in plain(hidden).splitlines()


@pytest.mark.parametrize("verbose", [False, True])
def test_the_least_that_a_report_has(verbose: bool) -> None:
    """Every key that a saved report may lack is missing here."""
    least = {
        "module": {"path": None},
        "sequences": [
            {
                "name": "a",
                "outcome": "failed",
                "calls": [{"function": "C_Login"}, {"function": "C_Sign", "met": False}],
            },
            {"name": "b", "outcome": "crashed", "calls": []},
            {"name": "c", "outcome": "skipped", "calls": []},
        ],
        "findings": [{"severity": "error", "id": "call-failed", "title": "it failed"}],
    }
    checked = report_file.checked({"schema": "ckr.probe/1", **least})
    assert "error: it failed [call-failed]" in plain(checked, verbose=verbose)
    assert any("it failed" in line for line in screen(checked, verbose=verbose))
    for row in formats.FORMATS:
        assert row.render(checked)


def test_hostile_text_stays_text() -> None:
    """Labels, titles and reasons of a module can't move the cursor, nor be markup of Rich."""
    bad = "\x1b[31m[bold]x\u202e\n"
    token = {"label": bad, "model": bad, "serialNumber": bad, "flags": [bad, "CKF_TOKEN_INITIALIZED"]}
    report: Any = {
        **REPORT,
        "slots": [{"id": 1, "info": None, "token": token, "mechanisms": []}],
        "findings": [{**FINDING, "title": bad, "detail": bad, "meaning": bad, "id": "x"}],
    }
    for text in (plain(report, verbose=True), "\n".join(screen(report, verbose=True))):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[bold]" in text
