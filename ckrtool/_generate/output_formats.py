"""Checks the table of output formats: each row names an existing module with the functions that the row needs."""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path

from ckrtool.render import formats
from ckrtool.schema.check import Problem
from ckrtool.schema.nearest import did_you_mean

TABLE = "ckrtool/render/formats.py"


def problems() -> list[Problem]:
    """Return the problems of the rows, each with its line."""
    found: list[Problem] = []
    for row in formats.FORMATS:
        message = _problem(row)
        if message:
            found.append(Problem(TABLE, row.name, message, _line(row)))
    return found


def _problem(row: formats.Format) -> str | None:
    folder = Path(formats.__file__).parent
    file = f"ckrtool/render/{row.module}.py"
    if not row.name.isidentifier():
        return "is not a name for an option: letters only"
    if not (folder / f"{row.module}.py").is_file():
        known = [path.stem for path in folder.glob("*.py")]
        return f"{file} does not exist{did_you_mean(row.module, known)}; write it with render(report) -> str"
    module = importlib.import_module(f"ckrtool.render.{row.module}")
    needed = {
        "render": "render(report) -> str",
        "exit_code": "exit_code(report) -> int",
        "unknown": "unknown(problem) -> tuple[str, int]",
    }
    missing = [
        text
        for name, text in needed.items()
        if (name == "render" or row.own_status) and not hasattr(module, name)
    ]
    return f"{file} lacks {' and '.join(missing)}" if missing else None


def _line(row: formats.Format) -> int | None:
    """Return the line of a row in the table."""
    lines = Path(formats.__file__).read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if f'"{row.name}"' in line), None)
