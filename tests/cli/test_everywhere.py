"""What holds for every command: streams, exit statuses, hostile text, help."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ckrtool.cli.commands import COMMANDS
from tests import fake_module
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.conftest import Ckr


def test_one_line_a_value(ckr: Ckr) -> None:
    ran = ckr("decode", "0xA0", "CKR_PIN_LOCKED")
    assert ran.status == 0
    assert [line.split("  ")[:2] for line in ran.out.splitlines()] == [
        ["0x000000A0", "CKR_PIN_INCORRECT"],
        ["0x000000A4", "CKR_PIN_LOCKED"],
    ]


def test_json_is_as_the_interface_says(ckr: Ckr) -> None:
    answer = json.loads(ckr("decode", "0xA0", "--json").out)
    summary = answer.pop("summary")
    assert summary.isascii()
    expected = {
        "schema": "ckr.decode/1", "input": "0xA0", "value": 160, "hex": "0x000000A0", "name": "CKR_PIN_INCORRECT", "kind": "standard", "since": "1.0",
        "category": "authentication", "retry": "never", "function": None, "candidates": [],
    }  # fmt: skip
    assert {key: answer[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["decode", "0xA0"], 0),
        (["decode", "0x80000001"], 0),
        (["decode", "0x80000099"], 0),
        (["decode", "0x61"], 0),
        (["decode", "0x1234"], 1),
        (["decode", "nope"], 1),
        (["decode", "CKR_CONTAINER_EXIST"], 1),
        (["decode", "CKR_CONTAINER_EXIST", "--vendor", "syno"], 0),
        (["decode", "0xZZ"], 2),
        (["decode", "5", "0xZZ"], 2),
        (["decode", "5", "--vendor", "zzz"], 2),
        (["decode", "5", "--format", "{zzz}"], 2),
        (["returns", "C_Nope"], 2),
        (["returns", "CKR_NOPE"], 1),
        (["returns", "C_LoginUser", "--spec", "2.40"], 1),
        (["check", "C_Login", "0xA0"], 0),
        (["check", "C_Sign", "0xE0"], 1),
        (["check", "C_Nope", "0xA0"], 2),
        (["explain", "5", "--stack", "zzz"], 2),
        (["explain", "5", "--function", "C_Zzz"], 2),
        (["list", "functions", "--category", "legacy"], 2),
        (["nope"], 2),
        ([], 2),
    ],
)
def test_exit_statuses(ckr: Ckr, arguments: list[str], status: int) -> None:
    ran = ckr(*arguments)
    assert ran.status == status
    assert "Traceback" not in ran.err
    if status == 2:
        assert ran.out == ""
        assert ran.err


@pytest.mark.parametrize(
    ("value", "function", "status"),
    [
        ("CKR_FUNCTION_FAILED", None, None),
        ("0xA0", None, 1),
        ("0xB3", "C_Sign", 0),
        ("0xB3", "C_Login", 1),
        ("0xB3", "C_GenerateKey", 1),
        ("0x80000001", None, 1),
    ],
)
def test_exit_retry(ckr: Ckr, value: str, function: str | None, status: int | None) -> None:
    ran = ckr("explain", value, "--exit-retry", "--brief", *(["--function", function] if function else []))
    retry = json.loads(ckr("decode", value, "--json").out)["retry"]
    safe = retry in {"as-is", "after-backoff", "after-reopen-session", "after-reinitialise"}
    assert ran.status == (status if status is not None else (0 if safe else 1))


def test_brief_has_twenty_lines_of_80_columns_at_most(ckr: Ckr) -> None:
    from ckrtool.knowledge import registry

    for code in registry.codes()[::7]:
        shown = on_terminal(ckr, "explain", code.name, "--brief", "--function", "C_Login")
        assert len(shown.splitlines()) <= 20


@pytest.mark.parametrize("name", ["0xA0", "0x5", "0xB3", "0xD1", "0x80000001", "0x1234"])
def test_page_of_a_terminal_fits_and_names_the_rest(ckr: Ckr, name: str) -> None:
    shown = re.sub(r"\x1b\[[0-9;]*m", "", on_terminal(ckr, "explain", name)).splitlines()
    assert len(shown) <= 55
    assert shown[-1].strip().endswith("--full") or len(shown) < 30


def test_unknown_name_gives_the_nearest(ckr: Ckr) -> None:
    ran = ckr("decode", "CKR_PIN_INCORECT", "--json")
    answer = json.loads(ran.out)
    assert (answer["kind"], answer["value"], answer["name"]) == ("unknown", None, None)
    assert answer["suggestions"][0] == "CKR_PIN_INCORRECT"
    assert "CKR_PIN_INCORRECT" in ran.err


@pytest.mark.parametrize("locale", ["C", "POSIX", "de_DE.ISO-8859-1", "C.UTF-8"])
def test_text_is_utf8_and_json_ascii_in_any_locale(ckr: Ckr, locale: str) -> None:
    env = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert "’" in ckr("explain", "CKR_KEY_UNEXTRACTABLE", env=env).out
    assert ckr("explain", "CKR_KEY_UNEXTRACTABLE", "--json", env=env).out.isascii()


def test_closed_pipe_is_no_failure(ckr: Ckr) -> None:
    data = b"0xA0\n" * 200_000
    with subprocess.Popen(
        ckr.command(["decode", "-"]),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ckr.env,
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdout.close()
        try:
            run.stdin.write(data)
            run.stdin.close()
        except BrokenPipeError:
            pass
        assert run.stderr is not None
        assert run.stderr.read() == b""
        assert run.wait(60) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--json"],
        ["list", "contradictions"],
        ["precedence", "5", "6"],
        ["--version"],
        ["--help"],
        ["explain", "5"],
    ],
)
def test_closed_pipe_is_no_failure_for_any_command(ckr: Ckr, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        ckr.command(arguments), stdout=writer, stderr=subprocess.PIPE, env=ckr.env, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_format_and_json_exclude_each_other(ckr: Ckr) -> None:
    assert ckr("decode", "5", "--format", "{hex}", "--json").status == 2


def test_a_vendor_is_taken_at_its_word(ckr: Ckr) -> None:
    answer = json.loads(ckr("decode", "CKR_TOKEN_NOT_INITIALIZED", "--vendor", "jacarta", "--json").out)
    assert (answer["value"], answer["vendor"]) == (0x80000024, "jacarta")
    assert (
        json.loads(ckr("check", "C_Login", "0x80000004", "--vendor", "thales-luna", "--json").out)["name"]
        == "CKR_RC_ERROR"
    )


def test_when_holds_functions(ckr: Ckr) -> None:
    from ckrtool.knowledge import registry

    answer = json.loads(ckr("explain", "5", "--json").out)
    names = {function.name for function in registry.functions()}
    for key in ("causes", "checks", "recovery", "warnings"):
        assert all(set(item["when"]) <= names for item in answer[key] if item["when"] is not None)


@pytest.mark.parametrize(
    "arguments", [["decode", "0xA0"], ["explain", "0xA0"], ["list"], ["explain", "0xA0", "--json"]]
)
def test_full_disk_is_one_line_and_exit_3(ckr: Ckr, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            ckr.command(arguments), stdout=full, stderr=subprocess.PIPE, env=ckr.env, check=False
        )
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert b"No space left" in done.stderr


def test_closed_stdout(ckr: Ckr) -> None:
    command = " ".join(ckr.command(["decode", "0xA0"])) + " >&-"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=ckr.env, check=False)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_two_examples(ckr: Ckr, name: str) -> None:
    ran = ckr(name, "--help")
    assert ran.status == 0
    examples = ran.out.partition("Examples:")[2]
    assert len([line for line in examples.splitlines() if "ckr " in line]) >= 2
    assert "╭" not in ran.out


def test_alone_is_help_on_stderr(ckr: Ckr) -> None:
    ran = ckr()
    assert (ran.status, ran.out) == (2, "")
    assert "decode" in ran.err


def test_version(ckr: Ckr) -> None:
    assert ckr("--version").out.startswith("ckr ")
    answer = json.loads(ckr("--version", "--json").out)
    assert set(answer) >= {"schema", "version", "python", "dependencies", "standard"}


def on_terminal(ckr: Ckr, *arguments: str, columns: int = 80, **env: str) -> str:
    """Return what a run prints on a terminal of that width."""
    return shown_by(ckr.command(arguments), {**ckr.env, "COLUMNS": str(columns), **env})


def shown_by(command: list[str], env: dict[str, str]) -> str:
    """Return what a command prints on a terminal."""
    parent, child = pty.openpty()
    run = subprocess.Popen(
        command, stdin=child, stdout=child, stderr=subprocess.DEVNULL, env={**env, "TERM": "xterm-256color"}
    )
    os.close(child)
    shown = b""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            piece = os.read(parent, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(parent)
    run.wait(30)
    return shown.decode("utf-8", "replace")


BARE = [
    sys.executable, "-I", "-S", "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from ckrtool.cli.main import process; process()",
]  # fmt: skip


def test_without_rich_a_terminal_shows_plain_text(ckr: Ckr) -> None:
    for arguments in (["explain", "0xA0", "--brief"], ["returns", "C_GetSlotInfo"]):
        plain = ckr(*arguments).out
        assert shown_by([*BARE, *arguments], ckr.env).replace("\r\n", "\n") == plain
        asked = subprocess.run(
            [*BARE, *arguments, "--color", "always"], capture_output=True, text=True, check=True, env=ckr.env
        )
        assert asked.stdout == plain


@pytest.mark.parametrize(
    "arguments", [["--help"], ["list", "nope"], ["decode", "--no-such-option"]], ids=" ".join
)
def test_a_package_that_is_missing_is_named(ckr: Ckr, arguments: list[str]) -> None:
    done = subprocess.run([*BARE, *arguments], capture_output=True, text=True, check=False, env=ckr.env)
    assert (done.returncode, done.stdout) == (3, "")
    assert "pip install typer" in done.stderr
    assert "Traceback" not in done.stderr


def test_terminal_is_coloured_and_fits(ckr: Ckr) -> None:
    shown = on_terminal(ckr, "explain", "0x000000A0")
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert max(len(line) for line in plain.splitlines()) <= 80
    assert "CKR_PIN_INCORRECT" in plain


@pytest.mark.parametrize(
    ("arguments", "coloured"),
    [
        (["modules"], True),
        (["probe", "--module", "{fake}", "--sequence", "load"], True),
        (["diff", "{report}", "{other}"], True),
        (["annotate", "{log}"], False),
        (["scan", "{log}"], True),
        (["report", "{report}", "--markdown"], False),
        (["list", "codes"], True),
        (["returns", "C_Login"], True),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_every_answer_takes_color(ckr: Ckr, tmp_path: Path, arguments: list[str], coloured: bool) -> None:
    if "{fake}" in arguments and fake_module.compiler() is None:
        pytest.skip("no C compiler")
    (tmp_path / "app.log").write_text("C_Login: rv = 0xa0\n")
    reports = ROOT / "tests/render/reports"
    places = {
        "log": tmp_path / "app.log", "report": reports / "pin.json", "other": reports / "healthy.json",
        "fake": fake_module.build() if "{fake}" in arguments else "",
    }  # fmt: skip
    words = [word.format(**places) for word in arguments]
    never, always = (ckr(*words, "--color", choice) for choice in ("never", "always"))
    assert "\x1b[" not in never.out
    assert ("\x1b[" in always.out) == coloured
    assert never.status == always.status == ckr(*words).status


def test_no_color(ckr: Ckr) -> None:
    assert "\x1b[3" not in on_terminal(ckr, "explain", "0xA0", NO_COLOR="1")
    assert "\x1b[" not in on_terminal(ckr, "explain", "0xA0", "--color", "never")


@pytest.mark.parametrize("form", [[], ["--brief"], ["--full"]])
def test_without_colours_a_danger_does_not_run_into_the_sentence(ckr: Ckr, form: list[str]) -> None:
    shown = on_terminal(ckr, "explain", "0xA0", *form, NO_COLOR="1")
    words = " ".join(shown.split())
    assert "danger: " in words
    assert words.count("[danger: ") == words.count("danger: ")
    assert "\x1b[" in ckr("explain", "0xA0", "--color", "always").out


@pytest.mark.parametrize(
    "hostile", ["\x1b[31mred", "[bold]x[/bold]", "a\u202eb", "x\ny", "\x9bx", "a" * 10_000]
)
def test_hostile_input_is_printed_harmlessly(ckr: Ckr, hostile: str) -> None:
    for arguments in (
        ["decode", hostile],
        ["explain", hostile],
        ["check", hostile, "5"],
        ["returns", hostile],
        ["decode", "5", "--vendor", hostile],
    ):
        ran = ckr(*arguments)
        assert ran.status in {1, 2}
        assert "Traceback" not in ran.err
        for text in (ran.out, ran.err):
            assert not {"\x1b", "\u202e", "\x9b"} & set(text)


def test_python_dash_m(ckr: Ckr) -> None:
    assert sys.executable
    assert ckr("decode", "0").status == 0


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["explain"],
        ["decode"],
        ["check"],
        ["returns"],
        ["list"],
        ["modules"],
        ["probe", "--module"],
        ["report"],
        ["decode", "--json"],
    ],
)
@pytest.mark.parametrize(
    "uri",
    [
        "pkcs11:token=t?pin-value=98765",
        "pkcs11:token=t?pin-value=98765&x=y",
        "pkcs11:token=t?PIN-VALUE=98 98765 1",
    ],
)
def test_a_pin_in_a_uri_is_in_no_message(ckr: Ckr, command: list[str], uri: str) -> None:
    ran = ckr(*command, uri)
    assert ran.status != 0
    assert "98765" not in ran.err + ran.out
    assert "pkcs11:token=t" not in ran.err or "(PIN)" in ran.err
