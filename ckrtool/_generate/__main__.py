"""`python -m ckrtool._generate`: writes the generated files; with `--check` reports those that differ from their sources."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ckrtool._generate import dialects, output_formats, sources, tables, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PACKAGE = Path(__file__).resolve().parent.parent
REMEDY = "run: python -m ckrtool._generate"


def main(arguments: list[str]) -> int:
    """Write the generated files, or compare them with `--check`; return the exit status, with all problems on stderr."""
    check = arguments == ["--check"]
    if arguments and not check:
        sys.stderr.write("usage: python -m ckrtool._generate [--check]\n")
        return 2
    read = sources.load(PACKAGE / "data")
    if read.problems:
        return _report(read.problems)
    generated = {PACKAGE / "_tables" / path: text for path, text in tables.files(read).items()}
    if not check:  # what comes now imports the package, which imports the tables
        _write(generated)
    problems = [*dialects.problems(PACKAGE / "data", read.dialects), *output_formats.problems()]
    if problems:
        return _report(problems)
    words = vocabulary.files(PACKAGE / "_tables")
    if not check:  # the reader of logs imports it
        _write(words)
    generated |= words
    for extra in _later_generators():
        generated |= extra()
    if check:
        return _check(generated)
    _write(generated)
    for path in _orphans(generated):
        path.unlink()
    return 0


def _report(problems: Sequence[object]) -> int:
    """Print the problems on stderr and return the exit status 1."""
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1


def _later_generators() -> list[Callable[[], dict[Path, str]]]:
    """Return the generators that need the tables; each returns path -> text."""
    names = [f"ckrtool._generate.{name}" for name in ("command_lines", "manpages", "completions", "screens")]
    return [
        importlib.import_module(name).files for name in names if importlib.util.find_spec(name) is not None
    ]


def _orphans(generated: dict[Path, str]) -> list[Path]:
    """Return the paths of compiled modules whose source does not exist any more."""
    return sorted(path for path in (PACKAGE / "_tables").rglob("*.py") if path not in generated)


def _is_stale(path: Path, text: str) -> bool:
    """Return whether a file is missing or differs from `text`; of a picture, only the text in it is compared."""
    if not path.exists():
        return True
    current = path.read_text("utf-8")
    if path.suffix == ".svg":
        from ckrtool._generate.screens import words

        return words(current) != words(text)
    return current != text


def _write(generated: dict[Path, str]) -> None:
    """Write the files that changed."""
    for path, text in generated.items():
        if _is_stale(path, text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def _check(generated: dict[Path, str]) -> int:
    """Print the files that are missing, stale or left over on stderr, and return the exit status."""
    stale = [path for path, text in generated.items() if _is_stale(path, text)]
    for path in stale:
        sys.stderr.write(f"{path.relative_to(PACKAGE.parent)} differs from its sources; {REMEDY}\n")
    for path in _orphans(generated):
        sys.stderr.write(f"{path.relative_to(PACKAGE.parent)} has no source any more; {REMEDY}\n")
    return 1 if stale or _orphans(generated) else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
