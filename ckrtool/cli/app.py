"""The Typer command line, built for one command, or for all of them (help, man pages, completions)."""

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
from ckrtool.cli.usage import refused
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.render.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Raised by Typer for an invalid command line (bad option, missing argument, unknown command); only a subclass is exported by name.
USAGE_ERROR: Any = typer.BadParameter.__mro__[2]
HELP = "Explain the return codes of PKCS #11 (CK_RV): decode them, check them per function, probe modules, annotate logs."


def build(names: Sequence[str] | None = None) -> typer.Typer:
    """Return the app with the commands in `names` (default: all).

    The module of a command has the function `run`, whose signature defines the arguments and options, and the tuple `EXAMPLES`.
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
    """Return the examples of a command as the end of its help, with the mark that keeps Typer from joining the lines."""
    examples = importlib.import_module(f"ckrtool.cli.{name}").EXAMPLES
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples)


def _for_typer(name: str) -> Callable[..., None]:
    """Return a command's `run` as a function for Typer.

    Its annotations are evaluated, the parameter `form` is replaced by one flag per output format, and the exit status is raised.
    """
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
    # Typer reads the signature and the annotations.
    parameters = [flag for parameter in signature.parameters.values() for flag in _flags(parameter)]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _flags(parameter: inspect.Parameter) -> list[inspect.Parameter]:
    """Return one flag per output format for the parameter `form`; any other parameter unchanged."""
    if parameter.name != formats.PARAMETER:
        return [parameter]
    return [
        parameter.replace(
            name=row.name,
            default=False,
            annotation=Annotated[bool, flag(f"--{row.name}", row.help, formats.OUTPUT)],
        )
        for row in FORMATS
    ]


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version and exit.")] = False,
    no_pager: Annotated[  # noqa: ARG001 - `cli.main` removes it from the command line of every command
        bool,
        typer.Option(
            "--no-pager", help="With any command: do not show long answers in $CKR_PAGER, $PAGER or less."
        ),
    ] = False,
    json: Annotated[
        bool,
        typer.Option(
            "--json", help="With --version: JSON, including the versions of Python and of dependencies."
        ),
    ] = False,
) -> None:
    if version:
        from ckrtool.cli.version import answer

        raise typer.Exit(answer(Streams(), json=json))
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(int(ExitCode.USAGE))


def run(argv: list[str]) -> int:
    """Run a command line and return its exit status; raises UsageError for an invalid one, and the errors of commands."""
    known = [word for word in argv[:1] if word in COMMANDS]
    command = typer.main.get_command(build(known or None))
    try:
        return int(command.main(args=protected(argv), prog_name="ckr", standalone_mode=False) or 0)
    except USAGE_ERROR as error:
        if any(word.partition("=")[0] in ("--pin", "-p", "--password") for word in argv):
            raise UsageError(
                "a PIN cannot be given as an option: every user of this host could read it",
                "ckr probe ... --pin-source prompt",
            ) from error
        raise refused(error, _help_hint(known)) from error
    except SystemExit as leaving:
        # Typer turns a closed pipe into exit status 1; for `ckr` it is not a failure, and cli.main handles it.
        if isinstance(leaving.__context__, OSError) and leaving.__context__.errno == errno.EPIPE:
            raise BrokenPipeError from leaving
        raise
    except typer.Abort as error:  # Ctrl-C or end of file at a prompt
        raise KeyboardInterrupt from error


def _help_hint(known: list[str]) -> str:
    return f"`ckr {known[0]} --help` shows its usage" if known else "`ckr --help` lists the commands"


def protected(argv: list[str]) -> list[str]:
    """Return the command line with negative numbers marked as values.

    They are not moved after `--`, because that would change the order of the arguments.
    """
    end = argv.index("--") if "--" in argv else len(argv)
    return [quick.protected(word) if number < end else word for number, word in enumerate(argv)]
