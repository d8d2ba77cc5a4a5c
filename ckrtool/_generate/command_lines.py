"""Compiles the table for parsing a command line without Typer, from Typer's commands, so that each option is defined once."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

from ckrtool._generate.literal import module

TABLE = Path(__file__).resolve().parent.parent / "_tables/command_lines.py"
TYPE = (
    "COMMAND_LINES: dict[str, tuple[dict[str, tuple[str, str | tuple[str, ...]]], tuple[tuple[str, str, bool, tuple[str, ...]], ...], "
    "dict[str, str | int | None]]]"
)
# Typer's name of a type -> its kind on the quick path; options of other types are parsed by Typer.
KINDS = {"str": "text", "text": "text", "float": "number", "int range": "count", "integer range": "count"}


def files() -> dict[Path, str]:
    """Return path -> text of the compiled table."""
    title = "Commands: option -> (parameter, kind), arguments as (parameter, amount, required, choices), and every default."
    return {TABLE: module(title, "the command tree", {TYPE: lines()})}


def lines() -> dict[str, object]:
    """Return command -> its options, its arguments, and the defaults of its parameters."""
    import typer

    from ckrtool.cli.app import build

    group: Any = typer.main.get_command(build())
    return {name: _line(command) for name, command in group.commands.items()}


def _line(command: Any) -> tuple[object, ...]:
    options = {
        name: (parameter.name, kind)
        for parameter in command.params
        if parameter.param_type_name == "option" and (kind := kind_of(parameter)) is not None
        for name in parameter.opts
    }
    words = tuple(
        (
            parameter.name,
            "many" if parameter.nargs == -1 else "one",
            bool(parameter.required),
            choices_of(parameter),
        )
        for parameter in command.params
        if parameter.param_type_name == "argument"
    )
    parameters = inspect.signature(command.callback).parameters.values()
    return options, words, {parameter.name: _default(parameter) for parameter in parameters}


def kind_of(option: Any) -> str | tuple[str, ...] | None:
    """Return "flag", "text", "texts", "count", "number", or the choices of an option; None for an option that needs Typer."""
    if option.is_flag:
        return None if option.secondary_opts else "flag"
    if option.nargs != 1 or option.count or option.is_eager:
        return None
    if choices := choices_of(option):
        return None if option.multiple else choices
    kind = KINDS.get(option.type.name)
    if kind == "count" and (option.type.min != 0 or option.type.max is not None):
        return None
    if option.multiple:
        return "texts" if kind == "text" else None
    return kind


def choices_of(parameter: Any) -> tuple[str, ...]:
    """Return the values that an option or argument accepts; () if it accepts others too."""
    return tuple(getattr(parameter.type, "choices", None) or ())


def _default(parameter: inspect.Parameter) -> object:
    return None if parameter.default is inspect.Parameter.empty else parameter.default
