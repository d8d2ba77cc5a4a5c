"""Reads one TOML file and checks it against a form: hostile content gives problems, never an exception."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool._records import replace
from ckrtool.schema import toml_reader
from ckrtool.schema.check import Problem, Table, problems_of

if TYPE_CHECKING:
    from pathlib import Path


def read(path: Path, form: Table) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Return the values of a file and every problem in it; the values are None where it could not be parsed.

    A missing, unreadable, huge or malformed file is a problem too; nothing is raised.
    """
    document, problems = read_document(path, form)
    return (None if document is None else document.values), problems


def read_document(
    path: Path, form: Table, name: str | None = None
) -> tuple[toml_reader.Document | None, list[Problem]]:
    """Return the document in a file and every problem in it; `name` is its name in problems (default: the path)."""
    name = name or str(path)
    try:
        document = toml_reader.load(path)
    except toml_reader.Unreadable as unreadable:
        return None, [Problem(name, "", str(unreadable))]
    except toml_reader.NotToml as broken:
        return None, [Problem(name, "", f"is not valid TOML: {broken.reason}", broken.line)]
    found = problems_of(name, document.values, form)
    return document, [replace(problem, line=_line_of(document, problem)) for problem in found]


def _line_of(document: toml_reader.Document, problem: Problem) -> int | None:
    """Return the line of the table or key in a message such as "code: entry 2: name: is missing"; None if unknown."""
    return document.line(*problem.detail.split(": ")[:-1])
