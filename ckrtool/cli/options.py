"""Options that several commands share, and the look of their help. Imported by the Typer path only."""

from enum import StrEnum
from typing import Annotated, Any, NoReturn

import typer

from ckrtool.errors import UsageError


class BaseChoice(StrEnum):
    """How bare digits are read."""

    TEN = "10"
    SIXTEEN = "16"


class ColorChoice(StrEnum):
    """When colours are used."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailOnChoice(StrEnum):
    """The least severe finding that counts for the exit status of a probe."""

    ERROR = "error"
    WARNING = "warning"


class SpecChoice(StrEnum):
    """Editions of the standard."""

    V2_40 = "2.40"
    V3_0 = "3.0"
    V3_1 = "3.1"
    V3_2 = "3.2"


def option(flag: str, metavar: str, text: str, group: str | None = None) -> Any:
    """Return a valued option; `flag` may name a short form too ("--module -m"), `group` is its heading in the help."""
    return typer.Option(*flag.split(), metavar=metavar, help=text, show_default=False, rich_help_panel=group)


def flag(name: str, text: str, group: str | None = None) -> Any:
    """Return an option that is there or not; `name` may name a short form too ("--brief -q"), `group` is its heading in the help."""
    return typer.Option(*name.split(), help=text, rich_help_panel=group)


def one_of(**asked: bool) -> str:
    """Return the one form that was asked for, "text" where none was; two are a mistake."""
    chosen = [name for name, given in asked.items() if given]
    if len(chosen) > 1:
        raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other")
    return chosen[0] if chosen else "text"


def argument(metavar: str, text: str) -> Any:
    """Return a positional argument."""
    return typer.Argument(metavar=metavar, help=text, show_default=False)


def examples(*lines: str) -> str:
    """Return the epilog that shows examples as they are typed."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def leave(status: int) -> NoReturn:
    """End the command with an exit status."""
    raise typer.Exit(int(status))


def text(choice: StrEnum | None) -> str | None:
    """Return a closed choice as the text it stands for."""
    return None if choice is None else choice.value


Json = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
Verbose = Annotated[bool, flag("--verbose -v", "Everything, nothing cut.")]
Whole = Annotated[bool, flag("--verbose -v", "Everything; the answer is whole without it too.")]
Base = Annotated[
    BaseChoice | None, typer.Option("--base", help="How bare digits are read.", show_default=False)
]
Vendor = Annotated[
    str | None, option("--vendor", "ID", "Pick among vendors that share a value (`ckr list vendors`).")
]
Module = Annotated[
    str | None,
    option("--module -m", "FILE", "Pick vendor and advice by a module's file name; nothing is loaded."),
]
As = Annotated[
    str | None,
    option("--as", "FAMILY", "Read VALUE as a constant of this family, such as mechanism or token-flags."),
]
Stack = Annotated[
    str | None, option("--stack", "NAME", "Put advice for this stack first (`ckr list stacks`).")
]
Function = Annotated[str | None, option("--function -f", "C_NAME", "The function that returned the code.")]
Color = Annotated[ColorChoice, typer.Option("--color", help="When to use colours.")]
NoColor = Annotated[ColorChoice, typer.Option("--color", help="As everywhere; this output has no colours.")]
Spec = Annotated[
    SpecChoice | None,
    typer.Option(
        "--spec", help="Edition of the standard; else the configuration's, else 3.2.", show_default=False
    ),
]
