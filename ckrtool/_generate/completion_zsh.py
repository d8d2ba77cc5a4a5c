"""Generates the zsh completion: `_arguments` specifications for each command, inserted into shells/_ckr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate.completion_lists import HELP, P11KIT_FOLDERS
from ckrtool._generate.shells import filled, quoted

if TYPE_CHECKING:
    from ckrtool._generate.commandtree import Argument, Command, Option, Tree
    from ckrtool._generate.completion_lists import Words

WITH_FILES = {"sequences": "_ckr_sequences_or_files", "pin-sources": "_ckr_pin_sources_or_files"}
# Match in any case, with - for _, and in the middle of a name: pin-l completes to CKR_PIN_LOCKED.
LOOSE = quoted("m:{a-zA-Z-}={A-Za-z_} l:|=*")


def text(tree: Tree, lists: dict[str, Words]) -> str:
    """Return the text of the completion file."""
    return filled(
        "_ckr",
        {
            "LISTS": [line for name, words in lists.items() for line in _list(name, words)],
            "COMMANDS": [f"        {quoted(f'{entry.name}:{entry.summary}')}" for entry in tree.commands],
            "HELP": [f"        {quoted(f'{word}:{summary}')}" for word, summary in HELP],
            "ROOT": [f"        {spec} \\" for entry in tree.root.options for spec in _option(entry)],
            "CASES": [line for command in tree.commands for line in _case(command)],
        },
        {"P11KIT": " ".join(f"{folder}/*.module(N)" for folder in P11KIT_FOLDERS)},
    )


def _list(name: str, words: Words) -> list[str]:
    """Return the shell function that completes from a list."""
    if any(word.endswith(":") for word, _ in words):  # a blank after env: would separate it from the name
        options = "-S ''"
    else:
        options = f"-M {LOOSE}" if name in {"codes", "constants", "functions", "names"} else ""
    entries = [_escaped_word(word) + (f":{summary}" if summary else "") for word, summary in words]
    return [
        f"_ckr_{name.replace('-', '_')}() {{",
        "    local -a words=(",
        *(f"        {quoted(entry)}" for entry in entries),
        "    )",
        f"    _describe -t {name} {quoted(name.removesuffix('s').replace('-', ' '))} words {options}".rstrip(),
        "}",
        "",
    ]


def _case(command: Command) -> list[str]:
    specs = [spec for entry in command.options for spec in _option(entry)]
    specs += [_argument(number, entry) for number, entry in enumerate(command.arguments, 1)]
    return [
        f"        {command.name})",
        "            _arguments -S \\",
        *(f"                {spec} \\" for spec in specs[:-1]),
        f"                {specs[-1]}",
        "            ;;",
    ]


def _option(entry: Option) -> list[str]:
    """Return one specification per spelling; each excludes the others."""
    others = f"({' '.join(entry.names)})" if len(entry.names) > 1 and not entry.repeatable else ""
    specs = []
    for name in entry.names:
        after = "" if entry.flag else "=" if name.startswith("--") else "+"
        value = "" if entry.flag else f":{_escaped(entry.metavar or '')}:{_action(entry)}"
        specs.append(
            quoted(f"{'*' if entry.repeatable else others}{name}{after}[{_escaped(entry.help)}]{value}")
        )
    return specs


def _argument(number: int, entry: Argument) -> str:
    place = "*" if entry.many else f"{number}" if entry.required else f"{number}:"
    return quoted(f"{place}:{_escaped(entry.metavar)}:{_action(entry)}")


def _action(entry: Option | Argument) -> str:
    if entry.choices:
        return f"({' '.join(entry.choices)})"
    if entry.values == "files":
        return "_files"
    return WITH_FILES.get(entry.values, f"_ckr_{entry.values}") if entry.values else " "


def _escaped_word(word: str) -> str:
    return word.replace(":", "\\:")


def _escaped(text: str) -> str:
    for char in "\\[]:":
        text = text.replace(char, f"\\{char}")
    return text
