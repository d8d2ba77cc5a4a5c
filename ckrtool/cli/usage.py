"""Messages for command lines that Typer refuses, in the form of the other messages: what, where, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

NUMBERS = {
    "float": "a number",
    "integer": "a whole number",
    "int range": "a whole number from 0 on",
    "integer range": "a whole number from 0 on",
}
"""Typer's names of the types of numbers (of ranges, `options.count` is the only one), as a message describes them."""
EXTRA = "Got unexpected extra argument"


def refused(error: Any, help_hint: str) -> UsageError:
    """Return the error for a command line that Typer refuses with `error`; `help_hint` names the help.

    Typer exports few of its exceptions, so they are told apart by their attributes.
    """
    if getattr(error, "param", None) is not None:
        return _parameter(error, help_hint)
    if hasattr(error, "possibilities"):
        near = ", ".join(_near(error.option_name, error.possibilities or ()))
        return UsageError(
            f"unknown option {error.option_name}", f"did you mean {near}?" if near else help_hint
        )
    if hasattr(error, "option_name"):
        fault = "the value is missing" if " requires " in error.message else "the option takes no value"
        return UsageError(f"{error.option_name}: {fault}", help_hint)
    if error.message.startswith(EXTRA):
        words = error.message.removeprefix(EXTRA).partition(" (")[2].removesuffix(")")
        return UsageError(f"too many arguments: {words}", help_hint)
    return UsageError(error.format_message(), help_hint)


def _near(option: str, possible: Iterable[str]) -> list[str]:
    """Return the options whose names are similar to `option`; Typer counts the dashes as similar characters."""
    from difflib import get_close_matches

    by_name = {name.lstrip("-"): name for name in possible}
    return sorted(by_name[name] for name in get_close_matches(option.lstrip("-"), by_name))


def _parameter(error: Any, help_hint: str) -> UsageError:
    """Return the error for a parameter that is missing or has another value than it takes."""
    parameter = error.param
    is_option = parameter.param_type_name == "option"
    where = max(parameter.opts, key=len) if is_option else parameter.metavar or parameter.name.upper()
    choices = getattr(parameter.type, "choices", None)
    hint = f"Choose one: {', '.join(choices)}" if choices else help_hint
    value, refuses, _ = error.message.partition(" is not ")
    if not refuses:
        return UsageError(f"{where} is missing", hint)
    value = ascii(value.strip("'\""))
    if choices:
        return UsageError(f"{where}: {value} is not one of its values", hint)
    if parameter.type.name in NUMBERS:
        form = f"{where} {parameter.metavar or 'N'}"
        return UsageError(
            f"{where}: {value} is not {NUMBERS[parameter.type.name]}", f"{form}: {parameter.help}"
        )
    return UsageError(error.format_message(), hint)
