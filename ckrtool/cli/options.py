"""Options that several commands share. Imported only if Typer parses the command line."""

from typing import Annotated, Any, Literal, get_args

import typer

_WHAT = Literal[
    "codes", "functions", "vendors", "stacks", "categories", "contradictions", "constants", "mechanisms", "attributes", "findings",
    "causes", "dialects",
]  # fmt: skip
Colours = Literal["auto", "always", "never"]
Severity = Literal["error", "warning"]
Edition = Literal["2.40", "3.0", "3.1", "3.2"]


def option(flag: str, metavar: str, text: str, group: str | None = None) -> Any:
    """Return an option with a value; `flag` may include a short form ("--module -m"), `group` is its heading in the help."""
    return typer.Option(*flag.split(), metavar=metavar, help=text, show_default=False, rich_help_panel=group)


def flag(name: str, text: str, group: str | None = None) -> Any:
    """Return a flag; `name` may include a short form ("--brief -q"), `group` is its heading in the help."""
    return typer.Option(*name.split(), help=text, rich_help_panel=group)


def count(flag: str, metavar: str, text: str) -> Any:
    """Return an option that takes a non-negative integer."""
    return typer.Option(*flag.split(), metavar=metavar, min=0, help=text)


def argument(metavar: str, text: str) -> Any:
    """Return a positional argument."""
    return typer.Argument(metavar=metavar, help=text, show_default=False)


What = Annotated[_WHAT, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(get_args(_WHAT))}.")]
Shell = Annotated[Literal["bash", "zsh", "fish"], typer.Argument(help="The shell.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
Verbose = Annotated[bool, flag("--verbose -v", "Show everything, without cutting lists.")]
Whole = Annotated[bool, flag("--verbose -v", "Accepted for consistency; the output is always complete.")]
Base = Annotated[
    Literal["10", "16"] | None, typer.Option("--base", help="The base of bare digits.", show_default=False)
]
Vendor = Annotated[
    str | None, option("--vendor", "ID", "Choose among vendors that use the same value (`ckr list vendors`).")
]
Module = Annotated[
    str | None,
    option(
        "--module -m",
        "FILE",
        "Choose vendor and advice by the file or name of a module, which is not loaded.",
    ),
]
As = Annotated[
    str | None,
    option("--as", "FAMILY", "Read VALUE as a constant of this family, such as mechanism or token-flags."),
]
Stack = Annotated[
    str | None, option("--stack", "NAME", "Show advice for this stack first (`ckr list stacks`).")
]
Function = Annotated[str | None, option("--function -f", "C_NAME", "The function that returned the code.")]
Color = Annotated[Colours, typer.Option("--color", help="When to use colours.")]
NoColor = Annotated[
    Colours, typer.Option("--color", help="Accepted for consistency; this output has no colours.")
]
Spec = Annotated[
    Edition | None,
    typer.Option(
        "--spec", help="Edition of the standard (default: the configuration's, else 3.2).", show_default=False
    ),
]
