"""Options that several commands share, and the look of their help. Imported by Typer's path only."""

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
    """Return a valued option; `flag` may name a short form too ("--module -m"), `group` is its heading in the help."""
    return typer.Option(*flag.split(), metavar=metavar, help=text, show_default=False, rich_help_panel=group)


def flag(name: str, text: str, group: str | None = None) -> Any:
    """Return an option that is there or not; `name` may name a short form too ("--brief -q"), `group` is its heading in the help."""
    return typer.Option(*name.split(), help=text, rich_help_panel=group)


def count(flag: str, metavar: str, text: str) -> Any:
    """Return an option that takes a number from 0."""
    return typer.Option(*flag.split(), metavar=metavar, min=0, help=text)


def argument(metavar: str, text: str) -> Any:
    """Return a positional argument."""
    return typer.Argument(metavar=metavar, help=text, show_default=False)


What = Annotated[_WHAT, typer.Argument(metavar="WHAT", help=f"One of: {', '.join(get_args(_WHAT))}.")]
Shell = Annotated[Literal["bash", "zsh", "fish"], typer.Argument(help="The shell.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
Verbose = Annotated[bool, flag("--verbose -v", "Everything, nothing cut.")]
Whole = Annotated[bool, flag("--verbose -v", "Everything; the answer is whole without it too.")]
Base = Annotated[
    Literal["10", "16"] | None, typer.Option("--base", help="How bare digits are read.", show_default=False)
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
Color = Annotated[Colours, typer.Option("--color", help="When to use colours.")]
NoColor = Annotated[Colours, typer.Option("--color", help="As everywhere; this output has no colours.")]
Spec = Annotated[
    Edition | None,
    typer.Option(
        "--spec", help="Edition of the standard; else the configuration's, else 3.2.", show_default=False
    ),
]
