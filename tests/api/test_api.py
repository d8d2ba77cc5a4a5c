"""The Python API: what it answers is what the commands answer, and its errors are ValueError and KeyError only."""

from __future__ import annotations

import copy
import dataclasses
import doctest
import http
import json
import pickle
import pydoc
import re
import subprocess
import sys
import time
import typing
from collections import deque
from pathlib import Path
from timeit import timeit
from typing import TYPE_CHECKING, Any

import pytest

import ckrtool
from ckrtool import _api, _exception_codes, _exceptions
from ckrtool import logging as ckr_logging
from ckrtool._pytest_plugin import assert_legal
from ckrtool.logs.annotate import Annotator, Style
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def test_a_function_that_an_edition_does_not_have(ckr: Ckr) -> None:
    later = ckrtool.legal("C_LoginUser", "2.40")
    assert later.as_dict() == command(ckr, "returns", "C_LoginUser", "--spec", "2.40")
    assert (later.names, later.as_dict()["since"]) == ((), "3.0")


def test_findings_and_causes_are_explained_as_by_the_command(ckr: Ckr) -> None:
    for text in ("sessions-exhausted", "session-closed", "Session_Leak", "pin-locked", "search-not-finished"):
        explained = ckrtool.explain(text)
        assert explained.as_dict() == command(ckr, "explain", text), text
    found = ckrtool.explain("sessions-exhausted")
    assert (found.kind, found.name, found.value) == ("finding", "sessions-exhausted", None)
    assert found.recovery[0].text == found.as_dict()["recovery"][0]["text"]
    assert found.spec == found.as_dict()["meaning"]
    assert ckrtool.explain("pin-locked").value == 0xA4, "a code comes first"
    assert ckrtool.explain("pin-locked").as_dict()["also"]["id"] == "pin-locked"
    assert ckrtool.explain("search-not-finished").kind == "mistake"


def test_the_name_of_a_function_is_not_an_unknown_name(ckr: Ckr) -> None:
    found = ckrtool.decode("C_Login")
    assert found.kind == "unknown"
    assert found.summary == "a function of PKCS #11, not a return code"
    assert "no header" in (ckrtool.decode("CKR_NOPE").summary or "")


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


RESULTS = (
    lambda: ckrtool.decode("0xA0"),
    lambda: ckrtool.explain("0xA0", "C_Login"),
    lambda: ckrtool.legal("C_Login"),
    lambda: ckrtool.check("C_Login", 0xA0),
    lambda: ckrtool.scan(LOG),
    lambda: ckrtool.why(ROOT / "tests/logs/samples/spy-bad-pin.log"),
    lambda: ckrtool.why(ROOT / "tests/logs/samples/spy-bad-pin.log").failures[0],
    lambda: ckrtool.explain("0xA0", "C_Login").checks[0],
)


@pytest.mark.parametrize("make", RESULTS)
def test_results_are_values(make: Callable[[], Any]) -> None:
    found, again = make(), make()
    assert found == again
    assert {found, again} == {found}
    assert copy.deepcopy(found) == pickle.loads(pickle.dumps(found)) == found
    for name in (found.__match_args__[0], "x"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(found, name, 1)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(found, name)
    assert not hasattr(found, "__dict__"), "slotted"
    assert "_answer" not in (*found.__match_args__, repr(found))


def test_a_representation_fits_a_message_of_a_test() -> None:
    assert len(repr(ckrtool.explain(0xA0, "C_Login"))) < 400
    assert len(repr(ckrtool.decode(0xA0))) < 300


def test_fields_are_matched_by_position() -> None:
    match ckrtool.check("C_Sign", "CKR_TOKEN_NOT_PRESENT"):
        case ckrtool.Verdict(function, value):
            assert (function, value) == ("C_Sign", 0xE0)


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


WRONG: tuple[tuple[Callable[[], object], str], ...] = (
    *(
        (lambda value=value: ckrtool.decode(value), type(value).__name__)
        for value in (None, ["0xA0"], b"0xa0", 1.5, True)
    ),
    (lambda: ckrtool.explain(None), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.explain(5, b"C_Login"), "bytes"),  # type: ignore[arg-type]
    (lambda: ckrtool.explain(5, stack=7), "int"),  # type: ignore[arg-type]
    (lambda: ckrtool.legal(None), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.legal(["C_Login"]), "list"),  # type: ignore[arg-type]
    (lambda: ckrtool.legal("C_Login", 2.4), "edition .* not float"),  # type: ignore[arg-type]
    (lambda: ckrtool.legal("C_Login", ["3.2"]), "edition .* not list"),  # type: ignore[arg-type]
    (lambda: ckrtool.check("C_Sign", None), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.retry("C_Sign", None), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.may_retry(None, 5), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.scan(None), "lines .* not NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.scan([None]), "str or bytes as line 1, not NoneType"),  # type: ignore[list-item]
    (lambda: ckrtool.scan(["x", b"y", 5]), "line 3, not int"),  # type: ignore[list-item]
    (lambda: ckrtool.scan({"a": 1}), "not one dict"),
    (lambda: ckrtool.scan(["x"], file=5), "name of a file"),  # type: ignore[arg-type]
    (lambda: ckrtool.why(None), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.annotate(Path("app.log")), "lines .* not PosixPath"),  # type: ignore[arg-type]
    (lambda: ckrtool.annotate("app.log"), "not one str"),
    (lambda: ckrtool.annotate(bytearray(b"x")), "not one bytearray"),  # type: ignore[arg-type]
    (lambda: list(ckrtool.annotate(["x", None])), "line 2, not NoneType"),  # type: ignore[list-item]
    (lambda: ckrtool.merge(ckrtool.scan([])), "several summaries .* not Summary"),  # type: ignore[arg-type]
    (lambda: ckrtool.merge(ckrtool.scan([]).as_dict()), "not one dict"),  # type: ignore[arg-type]
    (lambda: ckrtool.merge(None), "NoneType"),  # type: ignore[arg-type]
    (lambda: ckrtool.explaining(5), "a function or method to decorate, not int"),  # type: ignore[call-overload]
    (lambda: assert_legal("C_Sign", None), "NoneType"),  # type: ignore[arg-type]
)


@pytest.mark.parametrize(("call", "words"), WRONG)
def test_an_argument_of_another_type_is_a_value_error(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


def test_an_error_of_the_callers_iterator_stays_the_callers() -> None:
    def lines() -> Iterator[str]:
        yield "C_Login: rv = 0xa0"
        raise TypeError("mine")

    for function in (ckrtool.scan, ckrtool.why, lambda source: list(ckrtool.annotate(source))):
        with pytest.raises(TypeError, match="mine"):
            function(lines())


def test_integers_of_other_types_are_values() -> None:
    class Number:
        def __index__(self) -> int:
            return 0xA0

    assert ckrtool.decode(Number()).value == 0xA0  # type: ignore[arg-type]
    assert ckrtool.decode(http.HTTPStatus.OK).value == 200


def test_the_name_of_a_log_may_be_a_path() -> None:
    summary = ckrtool.scan(LOG, file=Path("logs/app.log")).as_dict()
    assert json.loads(json.dumps(summary))["file"] == "logs/app.log"


def test_half_of_a_surrogate_pair_stops_nothing() -> None:
    lines = ["\ud83d C_Login: rv = 0xa0\n", "\udcff\n", "\ude00 nothing", "C_Sign: rv = 0x30"]
    assert [row["count"] for row in ckrtool.scan(lines).as_dict()["codes"]] == [1, 1]
    for source in (lines, iter(lines)):
        shown = list(ckrtool.annotate(source))
        assert [line[: len(old.rstrip())] for line, old in zip(shown, lines, strict=True)] == [
            line.rstrip() for line in lines
        ]
        assert "# CKR_PIN_INCORRECT" in shown[0]
    with pytest.raises(RuntimeError) as caught, ckrtool.explaining():
        raise RuntimeError("\ud83d: C_Login: rv = 0xa0")
    assert caught.value.__notes__


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


def test_lines_are_annotated_as_soon_as_they_come() -> None:
    taken: list[str] = []

    def live() -> Iterator[str]:
        for line in (*LOG, "no end", "C_Login: rv = 0xa0"):
            taken.append(line)
            yield line

    for count, line in enumerate(ckrtool.annotate(live()), 1):
        assert len(taken) == count
        assert line.startswith(taken[-1].removesuffix("\n"))
        assert line.endswith("\n") == taken[-1].endswith("\n")


def test_lists_and_streams_are_annotated_alike() -> None:
    paths = sorted((ROOT / "tests/logs/samples").glob("*.log"))
    assert len(paths) > 10
    for path in paths:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        lines = text.split("\n")[:-1]
        ended = [f"{line}\n" for line in lines]
        shown = list(ckrtool.annotate(ended))
        assert [line.removesuffix("\n") for line in shown] == list(ckrtool.annotate(lines))
        assert list(ckrtool.annotate([line.encode("utf-8", "surrogateescape") for line in ended])) == list(
            ckrtool.annotate(iter(ended))
        )
        pushed = Annotator(Style())
        for line, each in zip(ended, ckrtool.annotate(iter(ended)), strict=True):
            data = line.encode("utf-8", "surrogateescape")
            assert pushed.push(data) == each.encode("utf-8", "surrogateescape"), path.name


def test_in_a_trace_more_lines_are_known() -> None:
    trace = (ROOT / "tests/logs/samples/spy-bad-pin.log").read_text().splitlines()
    known_in_traces = "All sessions are allocated"
    assert list(ckrtool.annotate(iter([known_in_traces]))) == [known_in_traces]
    for source in ([*trace, known_in_traces], iter([*trace, known_in_traces])):
        *_, last = ckrtool.annotate(source)
        assert last.startswith(f"{known_in_traces}  # CKR_SESSION_COUNT")


def test_an_item_of_several_lines_stays_one_item() -> None:
    lines = ["a\nC_Login: rv = 0xa0\n", "\n", "", "x\n\n"]
    for source in (lines, tuple(lines), iter(lines)):
        first, *rest = ckrtool.annotate(source)
        assert first.startswith("a\nC_Login: rv = 0xa0  # CKR_PIN_INCORRECT")
        assert rest == lines[1:]


def test_lines_without_codes_cost_little() -> None:
    lines = ["2026-11-28 10:00:00 host app[123]: request 5 took 12 ms for user bob at /index.html\n"] * 4000

    def seconds(work: Callable[[], object]) -> float:
        return min(timeit(work, number=1, timer=time.process_time) for _ in range(7))

    data = "".join(lines).encode()
    whole = seconds(lambda: Annotator(Style()).push(data))
    assert (
        seconds(lambda: deque(ckrtool.annotate(lines), 0)) < 8 * whole
    )  # about 2 times; 300 times line by line
    assert seconds(lambda: deque(ckrtool.annotate(iter(lines)), 0)) < 50 * whole  # about 14 times


def test_importing_it_loads_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import ckrtool; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["ckrtool"]
    assert set(ckrtool.__all__) <= set(dir(ckrtool))


def test_each_name_is_found_from_outside() -> None:
    assert sorted(ckrtool.__all__, key=str.swapcase) == sorted(set(ckrtool.__all__), key=str.swapcase)
    namespace: dict[str, object] = {}
    exec("from ckrtool import *", namespace)
    assert set(ckrtool.__all__) <= set(namespace)
    page = pydoc.render_doc(ckrtool, renderer=pydoc.plaintext)  # type: ignore[attr-defined]
    for name in ckrtool.__all__:
        assert re.search(rf"\b{name}\b", page), name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        ckrtool.nothing  # type: ignore[attr-defined] # noqa: B018


def test_the_hints_of_types_can_be_read() -> None:
    for name in ckrtool.__all__:
        found = getattr(ckrtool, name)
        assert typing.get_type_hints(found) or name == "Explaining"
    assert typing.get_type_hints(ckrtool.check)["return"] is ckrtool.Verdict
    assert typing.get_type_hints(ckrtool.Explanation)["checks"] == tuple[ckrtool.Advice, ...]
    for method in (ckrtool.Explaining.__init__, ckrtool.Explaining.__call__, ckrtool.Explaining.__exit__):
        assert typing.get_type_hints(method)


def test_examples_of_the_docstrings() -> None:
    for module, least in ((ckrtool, 4), (_api, 9), (_exceptions, 1), (_exception_codes, 1), (ckr_logging, 2)):
        found = doctest.testmod(
            module,
            extraglobs={name: getattr(ckrtool, name) for name in ckrtool.__all__},
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

def judged(function: str) -> ckrtool.Verdict:
    return ckrtool.check(function, 5)

def parts_of(failure: ckrtool.Failure) -> tuple[ckrtool.Cause, ...]:
    return failure.causes

@explaining
def destroy(handle: int) -> str:
    return str(handle)

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
    "verdict: ckrtool.Verdict = ckrtool.legal('C_Login')",
    "destroy('x')",
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
