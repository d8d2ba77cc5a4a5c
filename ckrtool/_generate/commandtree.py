"""Reads the command line from the Typer app as data for man pages and completions, so that they can't differ from the help.

Only attributes of Typer's command objects are used, because their classes are not part of its interface.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Option -> the list of its values. For other options, the metavar decides (BY_METAVAR).
BY_OPTION = {
    "--vendor": "vendors",
    "--as": "families",
    "--stack": "stacks",
    "--category": "categories",
    "--since": "versions",
    "--sequence": "sequences",
    "--show-sequence": "builtins",
    "--profile": "profiles",
    "--pin-source": "pin-sources",
}
BY_METAVAR = {
    "VALUE": "codes",
    "FUNCTION": "functions",
    "C_NAME": "functions",
    "NAME": "names",
    "FILE": "files",
    "A.json": "files",
    "B.json": "files",
}
# Commands whose VALUE may be a constant other than a return code.
READS_CONSTANTS = frozenset({"decode", "explain"})
# Metavars of free values, which can't be completed.
FREE = frozenset(
    {"TEXT", "N", "S", "MS", "D", "SECONDS", "ID", "ID[=PATTERN", "LABEL", "STR", "NUMBER", "URI", "A=B"}
)
HELP_TEXT = "Show this message and exit."


@dataclass(frozen=True)
class Option:
    """An option: its spellings, the metavar of its value (None for a flag), and the possible values.

    `values` names a list of `completion_lists`, or is "files", or "" for any value; `choices` are the only valid values.
    """

    names: tuple[str, ...]
    metavar: str | None
    help: str
    choices: tuple[str, ...] = ()
    values: str = ""
    repeatable: bool = False
    default: str | None = None

    @property
    def flag(self) -> bool:
        """Return whether the option takes no value."""
        return self.metavar is None


@dataclass(frozen=True)
class Argument:
    """A positional argument; with `many` it takes all following arguments."""

    metavar: str
    help: str
    choices: tuple[str, ...] = ()
    values: str = ""
    many: bool = False
    required: bool = True


@dataclass(frozen=True)
class Command:
    """A command (or the program itself, with an empty name)."""

    name: str
    help: str
    examples: tuple[str, ...]
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]

    @property
    def summary(self) -> str:
        """Return the first sentence of the help, without its full stop."""
        return self.help.partition("\n")[0].rstrip(".")


@dataclass(frozen=True)
class Tree:
    """The program and its commands, in the order of its help."""

    root: Command
    commands: tuple[Command, ...]


def tree() -> Tree:
    """Return the command tree of `ckr`."""
    import typer

    from ckrtool.cli.app import build

    return described(typer.main.get_command(build()))


def described(group: Any) -> Tree:
    """Return a Typer group as data."""
    return Tree(
        _command("", group), tuple(_command(name, command) for name, command in group.commands.items())
    )


def _command(name: str, command: Any) -> Command:
    options = [
        _option(name, parameter)
        for parameter in command.params
        if parameter.param_type_name == "option" and not parameter.hidden
    ]
    options.append(Option(("--help",), None, HELP_TEXT))
    return Command(
        name,
        _plain(command.help or ""),
        _examples(command.epilog or ""),
        tuple(options),
        tuple(
            _argument(name, parameter)
            for parameter in command.params
            if parameter.param_type_name == "argument"
        ),
    )


def _option(command: str, parameter: Any) -> Option:
    # The long name first; the negation of a flag (--no-x) is another spelling.
    names = tuple(
        sorted([*parameter.opts, *parameter.secondary_opts], key=lambda name: not name.startswith("--"))
    )
    if parameter.is_flag:
        return Option(names, None, _plain(parameter.help or ""))
    choices = _choices(parameter)
    metavar = parameter.metavar or ("|".join(choices) if choices else parameter.type.name.upper())
    shown = parameter.show_default and parameter.default is not None and not callable(parameter.default)
    return Option(
        names,
        metavar,
        _plain(parameter.help or ""),
        choices,
        "" if choices else values_of(command, names[0], metavar),
        bool(parameter.multiple),
        str(getattr(parameter.default, "value", parameter.default)) if shown else None,
    )


def _argument(command: str, parameter: Any) -> Argument:
    """Return a positional argument of a command, from click's parameter; an optional one is in brackets."""
    choices = _choices(parameter)
    metavar = parameter.metavar or parameter.name.upper()
    if not parameter.required and not metavar.startswith("["):
        metavar = f"[{metavar}]"
    return Argument(
        metavar,
        _plain(parameter.help or ""),
        choices,
        "" if choices else values_of(command, "", metavar),
        parameter.nargs == -1,
        bool(parameter.required),
    )


def values_of(command: str, option: str, metavar: str) -> str:
    """Return the list that a value is completed from: one of `completion_lists`, "files", or "" for any value."""
    if option == "--module" or (command == "probe" and metavar == "[MODULE] [URI]"):
        return "modules" if command == "probe" else "files"
    if option in BY_OPTION:
        return BY_OPTION[option]
    word = metavar.strip("[].").split()[0].strip("[].")
    if word == "VALUE" and command in READS_CONSTANTS:
        return "values"
    return BY_METAVAR.get(word, "") if not option or word != "NAME" else ""


def known(values: str, metavar: str) -> bool:
    """Return whether a value has a list or is free; a new metavar must be added to BY_METAVAR or FREE."""
    return bool(values) or any(word.strip("[].") in FREE for word in metavar.replace("|", " ").split())


def _choices(parameter: Any) -> tuple[str, ...]:
    return tuple(
        str(getattr(choice, "value", choice)) for choice in getattr(parameter.type, "choices", None) or ()
    )


def _plain(text: str) -> str:
    r"""Return help text with each paragraph on one line, without Typer's marks (\b, \f)."""
    text = text.partition("\f")[0].replace("\b\n", "")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n")).strip()


def _examples(epilog: str) -> tuple[str, ...]:
    """Return the command lines below "Examples:"."""
    below = epilog.partition("Examples:\n")[2]
    return tuple(line.strip() for line in below.splitlines() if line.strip())
