"""Reads the dialect files of an overlay with the validator of the project's own data."""

from __future__ import annotations

from pathlib import Path

from ckrtool._named_tuples import NamedTuple
from ckrtool._tables.dialects import TITLES
from ckrtool.printable import printable
from ckrtool.schema import dialectfile
from ckrtool.schema.check import Problem
from ckrtool.schema.forms import DIALECT
from ckrtool.schema.tomlfile import read_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.schema.toml_reader import Document

LEFT_OUT = "the file is left out"


class SiteDialect(NamedTuple):
    """A dialect file of the site: path, id of the dialect, parsed content, and compiled lines in the form of the tables."""

    path: Path
    id: str
    document: Document
    lines: list[tuple[Any, ...]]

    def problem(self, words: str) -> str:
        """Return a problem of this file as a line to print; `words` is "KEY: ...: MESSAGE" as the validator yields it."""
        line = self.document.line(*words.split(": ")[:-1])
        return printable(f"{Problem(str(self.path), '', words, line)}; {LEFT_OUT}")


def read_all(folders: list[str]) -> tuple[list[SiteDialect], list[str]]:
    """Return the dialects of every usable file, and every problem of the others."""
    found: list[SiteDialect] = []
    wrong: list[str] = []
    for folder in folders:
        for path in sorted(Path(folder).glob("*.toml")):
            document, problems = read_document(path, DIALECT)
            if path.stem in TITLES:
                problems.append(Problem(str(path), "", "has the name of a known dialect; give it another"))
            if document is None or problems:
                wrong += [printable(f"{problem}; {LEFT_OUT}") for problem in problems]
            else:
                lines = [tuple(line) for line in dialectfile.compiled(path.stem, document.values)]
                found.append(SiteDialect(path, path.stem, document, lines))
    return found, wrong
