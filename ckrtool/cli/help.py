"""Help as plain text, the same on a terminal and in a pipe: commands and options in groups, examples, exit statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ckrtool.cli.commands import EXAMPLES, GROUPS
from ckrtool.cli.streams import Streams

if TYPE_CHECKING:
    from collections.abc import Callable

    # Typer does not export these two types.
    Context = Any
    Formatter = Any

STATUSES = "0 answered, nothing wrong; 1 the answer needs attention; 2 usage error; 3 file, module or token not usable"
STATUSES_OF = {
    "probe": f"{STATUSES}; 4 the module crashed, exited or hung",
    "annotate": "0 input copied; 2 usage error; 3 a file can't be read",
    "list": "0 answered; 1 no row matches; 2 usage error",
    "completion": "0 answered; 2 usage error",
    "decode": "0 known; 1 unknown or undefined value; 2 malformed value",
    "check": "0 the return is allowed; 1 it is not allowed; 2 usage error",
    "diff": "0 nothing changed; 1 something changed; 2 usage error; 3 a file can't be read",
    "scan": "0 no failure seen; 1 a failure was seen; 2 usage error; 3 a file can't be read",
    "why": "0 no failure seen; 1 a failure was seen; 2 no call was recognised; 3 a file can't be read",
}


def _bold(heading: str) -> str:
    """Return a heading, in bold where the output has colours."""
    return f"\x1b[1m{heading}\x1b[0m" if Streams().coloured else heading


class Command(TyperCommand):
    """A command whose options are grouped by their `rich_help_panel`, with its exit statuses at the end."""

    def format_options(self, ctx: Context, formatter: Formatter) -> None:
        """Write arguments, then each group of options, those without a group last."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is None:
                continue
            argument = getattr(parameter, "param_type_name", "") == "argument"
            heading = "Arguments" if argument else getattr(parameter, "rich_help_panel", None) or "Options"
            groups.setdefault(heading, []).append(record)
        order = sorted(groups, key=lambda heading: (heading == "Options") - (heading == "Arguments"))
        for heading in order:
            with formatter.section(_bold(heading)):
                formatter.write_dl(groups[heading])

    def format_epilog(self, ctx: Context, formatter: Formatter) -> None:
        """Write the examples and the exit statuses."""
        super().format_epilog(ctx, formatter)
        formatter.write_paragraph()
        formatter.write_text(f"Exit status: {STATUSES_OF.get(self.name or '', STATUSES)}.")


class Group(TyperGroup):
    """The top-level command: its help shows examples, then the commands in groups, one line each."""

    def format_help_text(self, ctx: Context, formatter: Formatter) -> None:
        """Write the description of the program, and examples."""
        super().format_help_text(ctx, formatter)
        with formatter.section(_bold("Start here")):
            for line in EXAMPLES:
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")

    def format_options(self, ctx: Context, formatter: Formatter) -> None:
        """Write the commands under the headings of GROUPS, the options, and where to find more help."""
        for heading, commands in GROUPS.items():
            rows = [(name, text) for name, text in commands.items() if name in self.commands]
            if rows:
                with formatter.section(_bold(heading)):
                    formatter.write_dl(rows)
        records = [
            record
            for parameter in self.get_params(ctx)
            if (record := parameter.get_help_record(ctx)) is not None
        ]
        with formatter.section(_bold("Options")):
            formatter.write_dl(records)
        formatter.write_paragraph()
        formatter.write_text("`ckr help COMMAND` shows the options of a command; `man ckr` is the manual.")


class App(typer.Typer):
    """A Typer app whose commands use the class `Command` for their help."""

    def command(  # type: ignore[override]
        self, name: str | None = None, **settings: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Return a decorator that adds a command of the class `Command`."""
        return super().command(name, cls=Command, **settings)
