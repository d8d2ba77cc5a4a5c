"""The shells' completion programs; tables are put where a line says `@NAME@`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def filled(file: str, blocks: Mapping[str, Sequence[str]], words: Mapping[str, str] | None = None) -> str:
    """Return a template of this folder with lines for each `@NAME@` line and text for each `@NAME@` within one.

    Raises ValueError where a mark is missing or left over: template and generator belong together.
    """
    text = (Path(__file__).parent / file).read_text("utf-8")
    for name, lines in blocks.items():
        text = _put(text, f"@{name}@\n", "".join(f"{line}\n" for line in lines), file)
    for name, word in (words or {}).items():
        text = _put(text, f"@{name}@", word, file)
    return text


def quoted(text: str) -> str:
    """Return a word in single quotes for bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


def _put(text: str, mark: str, value: str, file: str) -> str:
    if mark not in text:
        raise ValueError(f"{file} has no {mark.strip()}")
    return text.replace(mark, value)
