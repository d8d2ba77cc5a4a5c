"""The Python API: what it answers is what the commands answer, and its errors are ValueError and KeyError only."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

import ckrtool
from ckrtool import _api, _exception_codes, _exceptions
from ckrtool import logging as ckr_logging
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr

LOG = ["10:00 C_Login: rv = 0xa0\n", "nothing\n", "10:01 C_Sign returned CKR_DEVICE_ERROR\n"]


def command(ckr: Ckr, *words: str) -> Any:
    return json.loads(ckr(*words, "--json").out)


def test_results_are_the_json_of_the_commands(ckr: Ckr, tmp_path: Path) -> None:
    (tmp_path / "app.log").write_text("".join(LOG))
    for text in ("0xA0", "CKM_AES_GCM", "CKR_NOPE", "Error 160 returned by C_Login", "0x61"):
        assert ckrtool.decode(text).as_dict() == command(ckr, "decode", text)
    assert ckrtool.explain("0xA0", "C_Login", "softhsm2").as_dict() == command(
        ckr, "explain", "0xA0", "--function", "C_Login", "--stack", "softhsm2"
    )
    assert ckrtool.legal("C_Login", "2.40").as_dict() == command(ckr, "returns", "C_Login", "--spec", "2.40")
    assert ckrtool.check("C_Sign", "CKR_TOKEN_NOT_PRESENT").as_dict() == command(
        ckr, "check", "C_Sign", "CKR_TOKEN_NOT_PRESENT"
    )
    scanned = command(ckr, "scan", str(tmp_path / "app.log"))
    for source in (LOG, [line.encode() for line in LOG], tmp_path / "app.log"):
        assert ckrtool.scan(source).as_dict()["codes"] == scanned["codes"]
    assert "".join(ckrtool.annotate(LOG)) == ckr("annotate", str(tmp_path / "app.log")).out


def test_parts_add_up_to_the_whole() -> None:
    lines = LOG * 50
    whole = ckrtool.scan(lines).as_dict()
    for size in (1, 7, 150):
        parts = [ckrtool.scan(lines[at : at + size]) for at in range(0, len(lines), size)]
        merged = ckrtool.merge(parts).as_dict()
        counts = [
            [(row["name"], row["count"], row["functions"]) for row in one["codes"]] for one in (whole, merged)
        ]
        assert counts[0] == counts[1]
        assert merged["lines"] == whole["lines"]


def test_why_gives_the_failures_of_a_trace(ckr: Ckr) -> None:
    trace = ROOT / "tests/logs/samples/spy-bad-pin.log"
    ran = ckr("why", str(trace), "--json", "--all")
    *failures, summary = (json.loads(line) for line in ran.out.splitlines())
    found = ckrtool.why(trace, str(trace))
    assert [one.as_dict() for one in found.failures] == failures
    assert found.as_dict() == summary
    assert found.failures[0].causes[0].id == failures[0]["causes"][0]["id"]
    assert ckrtool.why(trace.read_text().splitlines()).calls == found.calls
    with pytest.raises(ValueError, match="no call"):
        ckrtool.why(["nothing"])
    assert callable(ckrtool.why), "no package takes its name"


def test_results_are_frozen_and_the_mapping_is_the_callers_own() -> None:
    found = ckrtool.decode("0xA0")
    with pytest.raises(AttributeError):
        found.value = 5  # type: ignore[misc]
    found.as_dict()["name"] = "x"
    assert found.as_dict()["name"] == "CKR_PIN_INCORRECT"


@pytest.mark.parametrize("text", ["0xZZ", "", "0xA0,0x101", "what is this", "-99999999999999999999"])
def test_malformed_input_is_a_value_error(text: str) -> None:
    for function in (ckrtool.decode, ckrtool.explain):
        with pytest.raises(ValueError, match=r"\w"):
            function(text)
    with pytest.raises(ValueError, match=r"\w"):
        ckrtool.check("C_Login", text)


def test_unknown_functions_are_a_key_error_and_one_text_is_no_log() -> None:
    with pytest.raises(KeyError):
        ckrtool.check("C_Nope", 5)
    with pytest.raises(KeyError):
        ckrtool.explaining("C_Nope")
    with pytest.raises(ValueError, match="stack"):
        ckrtool.explaining(stack="no-such")  # said at once, not in place of the caller's exception
    with pytest.raises(ValueError, match="lines"):
        ckrtool.scan("app.log")  # a str iterates over its characters
    with pytest.raises(ValueError, match="edition"):
        ckrtool.legal("C_Login", "2.4")
    with pytest.raises(ValueError, match="summary"):
        ckrtool.merge([{"lines": "x"}])


def test_retry_words() -> None:
    assert ckrtool.retry("C_Sign", "CKR_SESSION_HANDLE_INVALID") == "after-reopen-session"
    assert ckrtool.may_retry("C_Sign", "CKR_SESSION_HANDLE_INVALID")
    assert not ckrtool.may_retry("C_Login", "CKR_SESSION_HANDLE_INVALID")


def test_importing_it_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import ckrtool; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["ckrtool"]
    assert set(ckrtool._NAMES) <= set(dir(ckrtool))


def test_examples_of_the_docstrings() -> None:
    for module, least in ((ckrtool, 4), (_api, 9), (_exceptions, 1), (_exception_codes, 1), (ckr_logging, 2)):
        found = doctest.testmod(
            module,
            extraglobs={name: getattr(ckrtool, name) for name in ckrtool._NAMES},
            optionflags=doctest.ELLIPSIS,
        )
        assert found.attempted >= least
        assert found.failed == 0


PROGRAM = """
import asyncio, logging, pathlib, ckrtool
from ckrtool import explaining, rv_of
from ckrtool.logging import Annotate

logging.getLogger().addFilter(Annotate())

@explaining("C_Sign", stack="softhsm2")
def sign(data: bytes, *, pad: bool = True) -> bytes:
    return data

@explaining()
async def log_in(pin: str) -> int:
    async with explaining("C_Login"):
        return len(pin)

def main(path: pathlib.Path) -> None:
    name: str | None = ckrtool.decode("5").name
    checks: list[str] = [one.text for one in ckrtool.explain(160, "C_Login").checks]
    legal: frozenset[int] = ckrtool.legal("C_Login").values
    allowed: bool = ckrtool.check("C_Login", 5).allowed
    again: tuple[str, bool] = ckrtool.retry("C_Login", 5), ckrtool.may_retry("C_Login", 5)
    parts = [ckrtool.scan(path, "a"), ckrtool.scan([b"x"]), ckrtool.merge([{"a": 1}])]
    lines: int = ckrtool.merge(parts).lines
    for line in ckrtool.annotate(["x", "y"]):
        print(line.upper(), name, checks, legal, allowed, again, lines)
    for failure in ckrtool.why(path).failures:
        print(failure.causes[0].lines, failure.line)
    try:
        data: bytes = sign(b"x", pad=False)
        length: int = asyncio.run(log_in("x"))
    except Exception as error:
        value: int | None = rv_of(error)

"""
MISTAKES = (
    'number: int = ckrtool.retry("C_Login", 5)',
    "ckrtool.nothing",
    "sign(7)",
    'ckrtool.decode("5").value = 5',
    "ckrtool.explain(5).checks[0].txt",
)


def test_strict_typing_from_outside(tmp_path: Path) -> None:
    (tmp_path / "user.py").write_text(PROGRAM + "\n".join(MISTAKES) + "\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "user.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"MYPYPATH": str(ROOT), "PATH": ""},
    )
    errors = re.findall(r"^user\.py:(\d+): error", done.stdout, re.MULTILINE)
    first = PROGRAM.count("\n") + 1
    assert errors == [str(first + number) for number in range(len(MISTAKES))], done.stdout


def test_examples_of_the_man_page() -> None:
    page = ROOT / "ckrtool/_generate/man/ckrtool.3.md"
    found = doctest.testfile(str(page), module_relative=False)
    assert found.attempted >= 4
    assert found.failed == 0
