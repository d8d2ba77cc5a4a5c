"""Compiles data/dialects, and checks that each sample gives the value and function that the file expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate.datafiles import shown
from ckrtool._generate.literal import module
from ckrtool.schema import toml_reader
from ckrtool.schema.check import Problem
from ckrtool.schema.dialectfile import CompiledLine, compiled

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

ROW = (
    "tuple[str, str, str, bytes, bytes, bytes, bool, tuple[str, ...], str, str, bool, bool, bool, int, str | None, "
    "tuple[int, ...], tuple[bytes, ...], int | None, "
    "tuple[tuple[str, str], ...], str | None, bool]"
)


def table(found: dict[str, dict[str, Any]]) -> str:
    """Return the text of the table module of all dialects."""
    return module(
        f"Dialects of logs: ({', '.join(CompiledLine._fields)}); the title of each dialect, and the contents of its traces.",
        "data/dialects",
        {
            f"LINES: tuple[{ROW}, ...]": tuple(_rows(found)),
            "TITLES: dict[str, str]": {name: values["title"] for name, values in found.items()},
            "SHOWS: dict[str, tuple[str, ...]]": {
                name: tuple(values["shows"]) for name, values in found.items()
            },
        },
    )


def problems(data: Path, found: dict[str, dict[str, Any]]) -> list[Problem]:
    """Return the problems of samples, with file and line; the other tables must exist, because the log parsers import them."""
    from ckrtool.logs import dialect_samples
    from ckrtool.logs.dialects.grammar import Grammar

    grammar = Grammar(_rows(found))
    wrong = []
    for name, values in found.items():
        path = data / "dialects" / f"{name}.toml"
        for words in dialect_samples.problems(grammar, name, values):
            line = toml_reader.load(path).line(*words.split(": ")[:-1])
            wrong.append(Problem(shown(f"dialects/{name}.toml"), "", words, line))
    return wrong


def _rows(found: dict[str, dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(line) for name, values in found.items() for line in compiled(name, values)]
