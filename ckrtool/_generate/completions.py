"""Generates the completions for bash, zsh and fish: in completions/ for packages, and in _tables for `ckr completion`."""

from __future__ import annotations

from pathlib import Path

from ckrtool._generate import commandtree, completion_bash, completion_fish, completion_lists, completion_zsh
from ckrtool._generate.literal import HEAD

ROOT = Path(__file__).resolve().parent.parent.parent
# Shell -> the file name that the shell looks for.
NAMES = {"bash": "ckr", "zsh": "_ckr", "fish": "ckr.fish"}
MAKERS = {"bash": completion_bash.text, "zsh": completion_zsh.text, "fish": completion_fish.text}


def texts() -> dict[str, str]:
    """Return shell -> its completion file."""
    tree, lists = commandtree.tree(), completion_lists.lists()
    return {shell: make(tree, lists) for shell, make in MAKERS.items()}


def files() -> dict[Path, str]:
    """Return path -> text of the completion files and of their table."""
    made = texts()
    found = {ROOT / "completions" / shell / NAMES[shell]: text for shell, text in made.items()}
    found[ROOT / "ckrtool/_tables/completions.py"] = module(made)
    return found


def module(made: dict[str, str]) -> str:
    """Return the text of the module for `ckr completion`, with one string per line, so that differences are readable."""
    parts = [HEAD.format(title="Completion files by shell.", source="the command tree")]
    parts.append("COMPLETIONS: dict[str, str] = {\n")
    for shell, text in made.items():
        lines = "".join(f"        {line!r}\n" for line in text.splitlines(keepends=True))
        parts.append(f"    {shell!r}: (\n{lines}    ),\n")
    return "\n".join(parts[:1]) + "\n" + "".join(parts[1:]) + "}\n"
