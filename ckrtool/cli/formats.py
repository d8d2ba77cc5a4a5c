"""The options of the output formats: one per row of render.formats.FORMATS, the same for every command that has them."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any

from ckrtool.cli.options import flag
from ckrtool.errors import UsageError
from ckrtool.render.formats import FORMATS, Format

PARAMETER = "form"
OUTPUT = "Output"  # the heading in the help


def with_formats(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command with one flag per output format in place of its parameter `form` (a Format or None)."""

    @functools.wraps(command)
    def run(**given: Any) -> None:
        asked = [row for row in FORMATS if given.pop(row.name)]
        if len(asked) > 1:
            first, second = asked[:2]
            raise UsageError(
                f"--{first.name} and --{second.name} exclude each other", "Choose one output format."
            )
        command(**given, **{PARAMETER: asked[0] if asked else None})

    parameters = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        parameters += [_flag(row) for row in FORMATS] if parameter.name == PARAMETER else [parameter]
    # Typer reads both.
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _flag(row: Format) -> inspect.Parameter:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    annotation = Annotated[bool, flag(f"--{row.name}", row.help, OUTPUT)]
    return inspect.Parameter(row.name, kind, default=False, annotation=annotation)


def of_command_line(argv: list[str]) -> Format | None:
    """Return the format with an exit status of its own that a command line asks for, before Typer has read it."""
    return next((row for row in FORMATS if row.own_status and f"--{row.name}" in argv), None)
