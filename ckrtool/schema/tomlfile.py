"""Reads one TOML file for the validators: hostile content gives problems, never an exception."""

from __future__ import annotations

import stat
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ckrtool.schema.check import Problem, Table, problems_of
from ckrtool.schema.lines import line_of, line_of_error

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1 << 20


def read(path: Path, form: Table) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Return the parsed file and every problem of it; the table is None where it could not be parsed.

    Neither raises for missing, unreadable, huge or malformed files: all of that comes back as problems.
    """
    name = str(path)
    try:
        if stat.S_ISFIFO(path.stat().st_mode):  # reading it would block for ever
            return None, [Problem(name, "", "is a FIFO, not a file")]
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        return None, [Problem(name, "", error.strerror or str(error))]
    if len(raw) > LARGEST:
        return None, [Problem(name, "", f"is larger than {LARGEST} bytes")]
    try:
        text = raw.decode("utf-8")
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        return None, [Problem(name, "", f"is not valid TOML: {error}", line_of_error(str(error)))]
    found = problems_of(name, table, form)
    return table, [replace(problem, line=line_of(text, problem.words)) for problem in found]
