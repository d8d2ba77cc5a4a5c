"""The quick path answers exactly what the Typer path answers, and leaves to Typer what it does not understand whole."""

from __future__ import annotations

import io
import itertools
import sys
from typing import TYPE_CHECKING

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from ckrtool._tables.command_lines import COMMAND_LINES
from ckrtool.cli import app, quick
from ckrtool.cli.main import guarded
from tests.logs.support import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

VALUES = [
    ["0xA0"],
    ["CKR_PIN_LOCKED"],
    ["0x80000001"],
    ["-2147483638"],
    ["101"],
    ["0x61"],
    ["0x1234"],
    ["nope"],
    ["5", "rv = 0x6"],
    ["0xZZ"],
    ["-5", "0xA0"],
]
OPTIONS = {
    "decode": [[], ["--json"], ["--format", "{name}\\t{hex}"], ["--format={nope}"], ["--base", "16"], ["--vendor", "thales-luna"], ["--vendor=zzz"], ["--color", "never"]],
    "explain": [[], ["--json"], ["--brief"], ["--markdown"], ["--exit-retry"], ["--function", "C_Login"], ["--function=C_Nope"], ["--stack", "nope"], ["--json", "--brief"]],
}  # fmt: skip
PAIRS = [
    ["C_Login", "0xA0"],
    ["C_Sign", "CKR_TOKEN_NOT_PRESENT"],
    ["c_login", "-2147483638"],
    ["C_Nope", "5"],
    ["C_Login", "nope"],
    ["C_Login"],
    ["C_Login", "1", "2"],
]
SPECS = [[], ["--json"], ["--spec", "2.40"], ["--spec=3.0", "--json"], ["--spec", "4"]]


def matrix() -> list[list[str]]:
    """Return the command lines to compare."""
    lines = [
        [name, *value, *option]
        for name in OPTIONS
        for value, option in itertools.product(VALUES, OPTIONS[name])
    ]
    lines += [
        [name, *option, *value]
        for name in OPTIONS
        for value, option in itertools.product(VALUES[:4], OPTIONS[name])
    ]
    lines += [["check", *pair, *spec] for pair, spec in itertools.product(PAIRS, SPECS)]
    lines += [
        ["returns", word, *spec]
        for word, spec in itertools.product(
            ["C_Login", "c_sign", "CKR_PIN_LOCKED", "0x80000001", "C_AsyncComplete", "zzz"], SPECS
        )
    ]
    logs = str(SAMPLES / "spy-bad-pin.log"), str(SAMPLES / "openssh.log")
    flags = [
        [],
        ["--json"],
        ["--json", "--all"],
        ["--only"],
        ["--inline", "--ok"],
        ["--redact"],
        ["--color=never"],
    ]
    lines += [
        ["annotate", *option, *files] for option in flags for files in (logs, logs[:1], ("/nowhere", logs[1]))
    ]
    return lines


class Captured:
    """A text stream over bytes, as sys.stdout is."""

    def __init__(self) -> None:
        self.buffer = io.BytesIO()

    def isatty(self) -> bool:
        """Return False: a pipe."""
        return False

    def flush(self) -> None:
        """Do nothing."""

    def write(self, text: str) -> int:
        """Take text."""
        return self.buffer.write(text.encode())


def run(monkeypatch: pytest.MonkeyPatch, call: Callable[[], int]) -> tuple[int, bytes, bytes]:
    """Return status, stdout and stderr of a call."""
    out, err = Captured(), Captured()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        status = guarded(call)
    return status, out.buffer.getvalue(), err.buffer.getvalue()


def test_quick_and_typer_paths_give_equal_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0
    for line in matrix():
        if quick.read(line) is None:
            continue

        def quickly(line: list[str] = line) -> int:
            status = quick.try_answer(line)
            return app.run(line) if status is None else status

        first = run(monkeypatch, quickly)
        second = run(monkeypatch, lambda line=line: app.run(line))  # type: ignore[misc]
        assert first == second, line
        taken += 1
    assert taken > 200


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["decode"],
        ["decode", "--help"],
        ["decode", "-h"],
        ["decode", "5", "--nope"],
        ["decode", "--json=1", "5"],
        ["decode", "5", "--vendor="],
        ["decode", "5", "--vendor"],
        ["check", "C_Login", "5", "--spec", "9"],
        ["check", "a", "b", "c"],
        ["check", "a", "b", "-qv"],
        ["annotate", "-C2"],
        ["annotate", "-C", "-2"],
        ["annotate", "--", "x"],
        ["list", "nope"],
        ["probe", "--timeout", "1e3"],
        ["completion"],
        ["--version"],
        ["nope"],
    ],
)
def test_what_quick_does_not_understand_is_left_to_typer(line: list[str]) -> None:
    assert quick.read(line) is None


WORDS = st.sampled_from(
    [
        "0xA0",
        "-5",
        "-",
        "",
        " ",
        "codes",
        "zsh",
        "C_Login",
        "a b",
        "--",
        "-x",
        "-5x",
        "\udcff",
        "x=y",
        "²",
        "-²",
        "~",
        "@f",
    ]
)
VALUES_OF_OPTIONS = st.sampled_from(
    [
        "10",
        "16",
        "always",
        "3.0",
        "error",
        "5",
        "0",
        "1.5",
        "007",
        ".5",
        "5.",
        "1e3",
        "nan",
        "-1",
        "",
        "-",
        "--json",
        "٣",
        "a=b",
        " 7",
    ]
)


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """Return a command with options of its own (and some of others), in each spelling, among words."""
    command = draw(st.sampled_from(sorted(COMMAND_LINES)))
    own = st.sampled_from(sorted(COMMAND_LINES[command][0]) or ["--nope"])
    every = st.sampled_from(
        sorted({name for row in COMMAND_LINES.values() for name in row[0]} | {"--help", "-h", "--nope"})
    )
    spelled = st.one_of(
        own.map(lambda name: [name]),
        st.tuples(own, VALUES_OF_OPTIONS).map(list),
        st.tuples(own, VALUES_OF_OPTIONS).map(lambda pair: ["=".join(pair)]),
        st.tuples(own, VALUES_OF_OPTIONS).map(lambda pair: ["".join(pair)]),
        WORDS.map(lambda word: [word]),
    )
    rare = st.tuples(every, VALUES_OF_OPTIONS).map(list)
    parts = draw(st.lists(spelled, max_size=4)) + (
        draw(st.lists(rare, max_size=1)) if draw(st.integers(0, 9)) == 0 else []
    )
    return [command, *itertools.chain.from_iterable(draw(st.permutations(parts)))]


@settings(max_examples=600, deadline=None)
@given(line=command_lines())
def test_plain_parser_gives_what_typer_gives(line: list[str]) -> None:
    """Whatever the plain parser takes, it takes as Typer does; Typer's own mistakes are never taken."""
    plain = quick.read(line)
    if plain is None:
        return
    heard: list[tuple[str, dict[str, object]]] = []

    def hear(command: str, given: dict[str, object]) -> int:
        heard.append((command, given))
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick, "call", hear)
        assert app.run(line) == 0
    assert heard == [(line[0], plain)]
    assert {name: type(value) for name, value in plain.items()} == {
        name: type(value) for name, value in heard[0][1].items()
    }


def test_every_option_is_read_without_typer() -> None:
    """The table has every spelling that Typer knows, so that no common command line is slow for want of a row."""
    for name, command in typer.main.get_command(app.build()).commands.items():  # type: ignore[attr-defined]
        spellings = {word for one in command.params if one.param_type_name == "option" for word in one.opts}
        assert set(COMMAND_LINES[name][0]) == spellings
