"""`python -m ckrtool._generate`: writes what is compiled; with `--check` says what differs and how to cure it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool._generate import dialects, output_formats, sources, tables, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PACKAGE = Path(__file__).resolve().parent.parent
CURE = "run: python -m ckrtool._generate"


def main(arguments: list[str]) -> int:
    """Write everything, or with `--check` compare; return 0, or 1 with all problems on stderr."""
    check = arguments == ["--check"]
    if arguments and not check:
        sys.stderr.write("usage: python -m ckrtool._generate [--check]\n")
        return 2
    read = sources.load(PACKAGE / "data")
    if read.problems:
        return _refuse(read.problems)
    made = {PACKAGE / "_tables" / path: text for path, text in tables.files(read).items()}
    if not check:  # what comes now imports the package, which imports the tables
        _write(made)
    problems = [*dialects.problems(PACKAGE / "data", read.dialects), *output_formats.problems()]
    if problems:
        return _refuse(problems)
    words = vocabulary.files(PACKAGE / "_tables")
    if not check:  # the reader of logs imports it
        _write(words)
    made |= words
    for extra in _others():
        made |= extra()
    if check:
        return _check(made)
    _write(made)
    for path in _leftovers(made):
        path.unlink()
    return 0


def _refuse(problems: Sequence[object]) -> int:
    """Print every problem and return the exit status."""
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1


def _others() -> list[Callable[[], dict[Path, str]]]:
    """Return the generators beside the tables: each gives texts by path."""
    names = [f"ckrtool._generate.{name}" for name in ("command_lines", "manpages", "completions", "screens")]
    return [
        importlib.import_module(name).files for name in names if importlib.util.find_spec(name) is not None
    ]


def _leftovers(made: dict[Path, str]) -> list[Path]:
    """Return compiled modules that no source stands behind any more."""
    return sorted(path for path in (PACKAGE / "_tables").rglob("*.py") if path not in made)


def _is_stale(path: Path, text: str) -> bool:
    """Return whether a file has to be written anew; of a picture only its words count."""
    if not path.exists():
        return True
    there = path.read_text("utf-8")
    if path.suffix == ".svg":
        from ckrtool._generate.screens import words

        return words(there) != words(text)
    return there != text


def _write(made: dict[Path, str]) -> None:
    """Write what changed."""
    for path, text in made.items():
        if _is_stale(path, text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def _check(made: dict[Path, str]) -> int:
    """Say what is missing, stale or left over."""
    stale = [path for path, text in made.items() if _is_stale(path, text)]
    for path in stale:
        sys.stderr.write(f"{path.relative_to(PACKAGE.parent)} is not what its sources give; {CURE}\n")
    for path in _leftovers(made):
        sys.stderr.write(f"{path.relative_to(PACKAGE.parent)} has no source any more; {CURE}\n")
    return 1 if stale or _leftovers(made) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
