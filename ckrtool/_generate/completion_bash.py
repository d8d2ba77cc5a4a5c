"""Generates the bash completion: tables as `case` branches, inserted into shells/ckr.bash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate.completion_lists import HELP, P11KIT_FOLDERS
from ckrtool._generate.shells import filled, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool._generate.commandtree import Argument, Command, Option, Tree
    from ckrtool._generate.completion_lists import Words


def text(tree: Tree, lists: dict[str, Words]) -> str:
    """Return the text of the completion file."""
    everything = (tree.root, *tree.commands)
    commands = " ".join(command.name for command in tree.commands)
    return filled(
        "ckr.bash",
        {
            "LISTS": [
                _branch([name], "words", " ".join(word for word, _ in words)) for name, words in lists.items()
            ],
            "OPTIONS": [line for command in everything for line in _options(command)],
            "ARGUMENTS": [
                *(line for command in tree.commands for line in _arguments(command)),
                _branch(["help 1"], "kind", f"={commands}"),
            ],
            "FLAGS": [
                _branch(
                    [command.name],
                    "words",
                    " ".join(name for entry in command.options for name in entry.names),
                )
                for command in everything
            ],
        },
        {
            "COMMANDS": " ".join([commands, *(word for word, _ in HELP)]),
            "P11KIT": " ".join(f"{folder}/*.module" for folder in P11KIT_FOLDERS),
        },
    )


def _branch(patterns: Iterable[str], variable: str, value: str) -> str:
    return f"        {' | '.join(map(quoted, patterns))}) {variable}={quoted(value)} ;;"


def _options(command: Command) -> list[str]:
    return [
        _branch([f"{command.name} {name}" for name in entry.names], "kind", _kind(entry))
        for entry in command.options
        if not entry.flag
    ]


def _arguments(command: Command) -> list[str]:
    lines = []
    for number, entry in enumerate(command.arguments, 1):
        pattern = f"{quoted(command.name)}' '*" if entry.many else quoted(f"{command.name} {number}")
        lines.append(f"        {pattern}) kind={quoted(_kind(entry))} ;;")
    return lines


def _kind(entry: Option | Argument) -> str:
    return "=" + " ".join(entry.choices) if entry.choices else entry.values
