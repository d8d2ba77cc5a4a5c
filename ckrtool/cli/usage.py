"""Messages for values of options that Typer refuses, in the words of the other messages: what, where, what to do."""

from __future__ import annotations

from typing import Any

from ckrtool.errors import UsageError

NUMBERS = {
    "float": "a number",
    "integer": "a whole number",
    "int range": "a whole number from 0 on",
    "integer range": "a whole number from 0 on",
}
"""Typer's names of the types of numbers (of ranges, `options.count` is the only one), as a message describes them."""


def refused(error: Any, known_hint: str) -> UsageError:
    """Return the error for an invalid command line; `known_hint` is the hint if no single parameter is to blame."""
    parameter = getattr(error, "param", None)
    if parameter is None or " is not " not in error.message:
        return UsageError(error.format_message(), known_hint)
    is_option = parameter.param_type_name == "option"
    where = max(parameter.opts, key=len) if is_option else parameter.name.upper()
    value = error.message.partition(" is not ")[0].strip("'\"")
    choices = getattr(parameter.type, "choices", None)
    if choices:
        return UsageError(f"{where}: {value!a} is not one of its values", f"Choose one: {', '.join(choices)}")
    if parameter.type.name not in NUMBERS:
        return UsageError(error.format_message(), known_hint)
    form = f"{where} {parameter.metavar or 'N'}"
    return UsageError(
        f"{where}: {value!a} is not {NUMBERS[parameter.type.name]}", f"{form}: {parameter.help}"
    )
