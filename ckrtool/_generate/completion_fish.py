"""Generates the fish completion: `complete` lines for each command, inserted into shells/ckr.fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._generate.completion_lists import HELP, P11KIT_FOLDERS
from ckrtool._generate.shells import filled

if TYPE_CHECKING:
    from ckrtool._generate.commandtree import Argument, Command, Option, Tree
    from ckrtool._generate.completion_lists import Words

FILES_TOO = ("modules", "sequences")


def text(tree: Tree, lists: dict[str, Words]) -> str:
    """Return the text of the completion file."""
    lines = [f"complete -c ckr -n __ckr_alone {_option(entry)}" for entry in tree.root.options]
    commands = [(command.name, command.summary) for command in tree.commands]
    lines += [
        f"complete -c ckr -n __ckr_alone -a {name} -d {_quoted(summary)}"
        for name, summary in (*commands, *HELP)
    ]
    lines += [
        f"complete -c ckr -n '__ckr_at help 1' -a {name} -d {_quoted(summary)}" for name, summary in commands
    ]
    lines += [line for command in tree.commands for line in _command(command)]
    valued = [
        _quoted(f"{command.name} {name}")
        for command in tree.commands
        for entry in command.options
        if not entry.flag
        for name in entry.names
    ]
    return filled(
        "ckr.fish",
        {"LISTS": [line for name, words in lists.items() for line in _list(name, words)], "COMMANDS": lines},
        {
            "VALUED": " ".join(valued),
            "NAMES": " ".join(name for name, _ in (*commands, *HELP)),
            "P11KIT": " ".join(f"{folder}/*.module" for folder in P11KIT_FOLDERS),
        },
    )


def _list(name: str, words: Words) -> list[str]:
    """Return the shell function that prints a list, one value and its description per line."""
    entries = [f"        {_quoted(word)} {_quoted(summary)} \\" for word, summary in words]
    return [
        f"function __ckr_{name.replace('-', '_')}",
        "    printf '%s\\t%s\\n' \\",
        *entries[:-1],
        entries[-1].removesuffix(" \\"),
        "end",
        "",
    ]


def _command(command: Command) -> list[str]:
    lines = ["", f"# {command.name}"]
    lines += [f"complete -c ckr -n '__ckr_at {command.name}' {_option(entry)}" for entry in command.options]
    for number, entry in enumerate(command.arguments, 1):
        offer = _value(entry)
        if offer:
            lines.append(
                f"complete -c ckr -n '__ckr_at {command.name} {0 if entry.many else number}' {offer}"
            )
    return lines


def _option(entry: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in entry.names)
    # -x: a value that is not a file name; -r: a value that may be one.
    value = "" if entry.flag else f" {'-r' if _takes_files(entry) else '-x'} {_value(entry)}".rstrip()
    return f"{names}{value} -d {_quoted(entry.help)}"


def _takes_files(entry: Option | Argument) -> bool:
    return entry.values == "files" or entry.values in FILES_TOO


def _value(entry: Option | Argument) -> str:
    """Return the arguments of `complete` for the values: files, choices, the function of a list, or ""."""
    parts = ["-F"] if _takes_files(entry) else []
    if entry.choices:
        parts.append(f"-a {_quoted(' '.join(entry.choices))}")
    elif entry.values and entry.values != "files":
        parts.append(f"-a '(__ckr_{entry.values.replace('-', '_')})'")
    return " ".join(parts)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
