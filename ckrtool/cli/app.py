"""The Typer command line: built for the one command that is asked for, or whole for help, man pages and completions."""

from __future__ import annotations

import errno
import importlib
import importlib.util
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ckrtool.cli.commands import COMMANDS
from ckrtool.cli.help import App, Group
from ckrtool.cli.streams import Streams
from ckrtool.errors import CkrError, UsageError
from ckrtool.exitcodes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

# What Typer raises for a command line it can't read (bad option, missing argument, unknown command); it exports only one subclass by name.
USAGE_ERROR: Any = typer.BadParameter.__mro__[2]
HELP = "Explains the return codes of PKCS #11 (CK_RV): decodes them, judges them per function, probes modules, annotates logs."


def build(names: Sequence[str] | None = None) -> typer.Typer:
    """Return the app with the named commands, or with all. A command's module has `register(app)`."""
    app = App(
        name="ckr",
        cls=Group,
        context_settings={"help_option_names": ["-h", "--help"]},
        help=HELP,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        no_args_is_help=False,
    )
    app.callback(invoke_without_command=True)(_root)
    for name in COMMANDS if names is None else names:
        if importlib.util.find_spec(f"ckrtool.cli.{name}") is None:
            continue
        module = importlib.import_module(f"ckrtool.cli.{name}")
        if hasattr(module, "register"):
            module.register(app)
        else:
            app.command(name)(getattr(module, name))
    return app


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
    no_pager: Annotated[  # noqa: ARG001 - `cli.main` takes it out, with every command
        bool,
        typer.Option(
            "--no-pager", help="With any command: show long answers without $CKR_PAGER, $PAGER or less."
        ),
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="With --version: as JSON, with Python and dependencies.")
    ] = False,
) -> None:
    if version:
        from ckrtool.cli.version import answer

        raise typer.Exit(answer(Streams(), json=json))
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(int(ExitCode.USAGE))


def run(argv: list[str]) -> int:
    """Run a command line and return its exit status; raises what commands raise, and UsageError for what Typer can't read.

    A monitoring system reads stdout and takes 2 for CRITICAL: where a plugin's output was asked for and there is
    nothing to report, a status line says UNKNOWN, and so does the exit status.
    """
    try:
        return _run(argv)
    except CkrError as error:
        if argv[:1] in (["probe"], ["report"]):
            from ckrtool.cli import formats

            form = formats.of_command_line(argv)
            if form is not None:
                text, error.exit_code = form.unknown(error.message)
                Streams().write(text)
        raise


def _run(argv: list[str]) -> int:
    known = [word for word in argv[:1] if word in COMMANDS]
    command = typer.main.get_command(build(known or None))
    try:
        return int(command.main(args=protected(argv), prog_name="ckr", standalone_mode=False) or 0)
    except USAGE_ERROR as error:
        if any(word.partition("=")[0] in ("--pin", "-p", "--password") for word in argv):
            raise UsageError(
                "a PIN is never an option: everybody on this host could read it",
                "ckr probe ... --pin-source prompt",
            ) from error
        raise UsageError(error.format_message(), _help_hint(known)) from error
    except SystemExit as leaving:
        # Typer turns a closed pipe into exit status 1; for `ckr` it is no failure, and cli.main knows that.
        if isinstance(leaving.__context__, OSError) and leaving.__context__.errno == errno.EPIPE:
            raise BrokenPipeError from leaving
        raise
    except typer.Abort as error:  # a prompt that was left by Ctrl-C or end of file
        raise KeyboardInterrupt from error


def _help_hint(known: list[str]) -> str:
    return f"`ckr {known[0]} --help` shows how it is used" if known else "`ckr --help` shows the commands"


def protected(argv: list[str]) -> list[str]:
    """Return the command line with a blank before negative numbers, so that they are values and no options.

    Blanks around a value are ignored; moving the words behind `--` instead would change their order.
    """
    end = argv.index("--") if "--" in argv else len(argv)
    return [
        f" {word}" if word[:1] == "-" and word[1:2].isdigit() and number < end else word
        for number, word in enumerate(argv)
    ]
