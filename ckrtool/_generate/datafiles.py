"""The parsed data files that tables are generated from, and their problems with file, line and key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ckrtool.schema.check import Problem

if TYPE_CHECKING:
    from ckrtool._generate.chapter import Passage, Section
    from ckrtool._generate.sequences import BuiltIn
    from ckrtool.schema import toml_reader


@dataclass
class Sources:
    """The parsed data files by kind and key, the sections of the chapter, and the problems."""

    codes: dict[str, dict[str, Any]] = field(default_factory=dict)
    functions: dict[str, dict[str, Any]] = field(default_factory=dict)
    vendors: dict[str, dict[str, Any]] = field(default_factory=dict)
    stacks: dict[str, dict[str, Any]] = field(default_factory=dict)
    bindings: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: dict[str, dict[str, Any]] = field(default_factory=dict)
    constants: dict[str, dict[str, Any]] = field(default_factory=dict)
    structures: dict[str, dict[str, Any]] = field(default_factory=dict)
    mechanisms: dict[str, dict[str, Any]] = field(default_factory=dict)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    vendor_constants: dict[str, dict[str, Any]] = field(default_factory=dict)
    dialects: dict[str, dict[str, Any]] = field(default_factory=dict)
    causes: dict[str, dict[str, Any]] = field(default_factory=dict)
    legality: dict[str, Any] = field(default_factory=dict)
    precedence: dict[str, Any] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    sequences: list[BuiltIn] = field(default_factory=list)
    cookbook: list[BuiltIn] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    documents: dict[str, toml_reader.Document] = field(default_factory=dict)
    """The parsed files by their path below data/, to find the lines of problems."""

    def problem(self, file: str, key: tuple[str | int, ...], message: str, word: str = "") -> Problem:
        """Return a problem of a data file, at the line of `word` in the value of `key`.

        Numbers in `key` count the tables of an array, from 1.
        """
        path = [f"entry {part}" if isinstance(part, int) else part for part in key]
        words = "".join(f" {part}" if isinstance(part, int) else f": {part}" for part in key)
        return Problem(
            shown(file), words.removeprefix(": "), message, self.documents[file].line_with(word, *path)
        )


def shown(file: str) -> str:
    """Return the name of a data file in messages: its path in the project."""
    return f"ckrtool/data/{file}"
