"""The Typer command line: built for the one command that is asked for, or whole for help, man pages and completions."""

from __future__ import annotations

import errno
import importlib
import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ckrtool.cli import formats, quick
from ckrtool.cli.commands import COMMANDS
from ckrtool.cli.help import App, Group
from ckrtool.cli.options import flag
from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.render.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# What Typer raises for a command line it can't read (bad option, missing argument, unknown command); it exports only one subclass by name.
USAGE_ERROR: Any = typer.BadParameter.__mro__[2]
HELP = "Explains the return codes of PKCS #11 (CK_RV): decodes them, judges them per function, probes modules, annotates logs."


def build(names: Sequence[str] | None = None) -> typer.Typer:
    """Return the app with the named commands, or with all.

    A command's module has `run`, whose signature is the command's, and `EXAMPLES`.
    """
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
        app.command(name, epilog=_epilog(name))(_for_typer(name))
    return app


def _epilog(name: str) -> str:
    """Return a command's examples as they are typed; Typer's mark keeps the lines."""
    examples = importlib.import_module(f"ckrtool.cli.{name}").EXAMPLES
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples)


def _for_typer(name: str) -> Callable[..., None]:
    """Return a command's `run` as Typer wants it: its annotations made, a flag for each format in place of `form`, the status raised."""
    module = importlib.import_module(f"ckrtool.cli.{name}")
    names = {
        "o": importlib.import_module(getattr(module, "OPTIONS", "ckrtool.cli.options")),
        "Annotated": Annotated,
        "Format": Any,
    }
    signature = inspect.signature(module.run, globals=names, eval_str=True)

    def command(**given: Any) -> None:
        raise typer.Exit(quick.call(name, given))

    command.__doc__ = module.run.__doc__
    # Typer reads both.
    parameters = [one for given in signature.parameters.values() for one in _flags(given)]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _flags(given: inspect.Parameter) -> list[inspect.Parameter]:
    """Return one flag per output format for the parameter that stands for them, any other parameter as it is."""
    if given.name != formats.PARAMETER:
        return [given]
    return [
        given.replace(
            name=row.name,
            default=False,
            annotation=Annotated[bool, flag(f"--{row.name}", row.help, formats.OUTPUT)],
        )
        for row in FORMATS
    ]


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
    """Run a command line and return its exit status; raises what commands raise, and UsageError for what Typer can't read."""
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
    """Return the command line with negative numbers marked as values.

    Moving the words behind `--` instead would change their order.
    """
    end = argv.index("--") if "--" in argv else len(argv)
    return [quick.protected(word) if number < end else word for number, word in enumerate(argv)]
