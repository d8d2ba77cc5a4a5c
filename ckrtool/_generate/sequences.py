"""Reads and checks data/sequences and data/cookbook; the files of data/sequences must have a profile and a position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ckrtool.probe.sequences.broken import BrokenSequence
from ckrtool.probe.sequences.compile import file_compiler
from ckrtool.probe.sequences.sequence import INTERNAL, PROFILES
from ckrtool.schema import toml_reader
from ckrtool.schema.check import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from ckrtool.probe.sequences.sequence import Sequence


@dataclass(frozen=True)
class BuiltIn:
    """A built-in sequence: `file` is its path in the project, `order` its position in the profile."""

    name: str
    file: str
    profile: str
    order: int
    needs_pin: bool
    title: str
    sequence: Sequence


def load(data: Path) -> tuple[list[BuiltIn], list[BuiltIn], list[Problem]]:
    """Return the sequences in the order in which they run, those of the cookbook by name, and the problems of their files."""
    problems: list[Problem] = []
    sequences = _read(data / "sequences", problems)
    cookbook = _read(data / "cookbook", problems)
    profiles = (*PROFILES, INTERNAL)
    problems += _unplaced(data / "sequences", sequences)
    sequences.sort(
        key=lambda row: (profiles.index(row.profile) if row.profile in profiles else -1, row.order)
    )
    return sequences, cookbook, problems


def _read(folder: Path, problems: list[Problem]) -> list[BuiltIn]:
    """Return the sequences of a folder; add the problems of its files to `problems`."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        file = f"ckrtool/data/{folder.name}/{path.name}"
        try:
            sequence = file_compiler.read(str(path), source=file)
        except BrokenSequence as broken:
            problems += [_parsed(line) for line in broken.problems]
            continue
        document = toml_reader.load(path)
        if sequence.name != path.stem:
            what = f"is {sequence.name!r}, and the file's name is {path.stem!r}: make them equal"
            problems.append(Problem(file, "sequence", what, document.line("sequence")))
        values = document.values
        profile, order = values.get("profile", ""), values.get("order", -1)
        found.append(BuiltIn(path.stem, file, profile, order, sequence.needs_pin, sequence.title, sequence))
    return found


def _parsed(line: str) -> Problem:
    """Return "FILE:LINE: MESSAGE" as a Problem."""
    file, number, what = line.split(":", 2)
    return Problem(file, "", what.strip(), int(number))


def _unplaced(folder: Path, sequences: list[BuiltIn]) -> list[Problem]:
    """Return problems of files without a profile or position, or with the position of another file."""
    problems = []
    for row in sequences:
        placed = _placed(sequences, row.profile)
        orders = ", ".join(f"{other.order} {other.name}" for other in placed)
        if not row.profile:
            profiles = " or ".join(f'profile = "{profile}"' for profile in PROFILES)
            what = f"is missing: write {profiles}, so that the sequence is run and listed"
            problems.append(Problem(row.file, "profile", what, 1))
        elif row.profile != INTERNAL and row.order < 0:
            what = f"is missing: write order = N, the place in the profile {row.profile} (taken: {orders})"
            problems.append(Problem(row.file, "order", what, 1))
        elif any(other is not row and other.order == row.order for other in placed):
            what = f"{row.order} is given twice: write another in one of the files (taken: {orders})"
            line = toml_reader.load(folder / f"{row.name}.toml").line("order")
            problems.append(Problem(row.file, "order", what, line))
    return problems


def _placed(sequences: list[BuiltIn], profile: str) -> list[BuiltIn]:
    """Return the sequences of a profile that have a position, in this order."""
    rows = [row for row in sequences if row.profile == profile != INTERNAL and row.order >= 0]
    return sorted(rows, key=lambda row: row.order)
