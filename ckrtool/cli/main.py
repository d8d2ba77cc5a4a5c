"""The entry point: runs the quick path, else Typer, and converts errors to messages and exit statuses."""

from __future__ import annotations

import os
import sys

from ckrtool.cli.streams import Streams, to_stderr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from ckrtool.errors import CkrError

OK, USAGE, SURROUNDINGS, INTERRUPTED = 0, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `ckr` with `arguments` (default: sys.argv[1:]) and return its exit status."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    return guarded(lambda: _run(argv))


def process() -> NoReturn:
    """Run `ckr` and exit the process: the entry point of the console script.

    Exits by os._exit, because all output has been written when `main` returns, and the teardown of the interpreter would
    take a quarter of the time of a bare start. After Ctrl-C the process terminates itself with SIGINT, so that a shell
    shows status 130 and stops its loops.
    """
    import gc

    gc.disable()  # until a command runs: imports create no garbage, and collection takes a tenth of the time of a short command
    status = main()
    if status == INTERRUPTED:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    os._exit(status)


def _run(argv: list[str]) -> int:
    from ckrtool._tables.command_lines import COMMAND_LINES

    if "--no-pager" in argv:
        argv.remove("--no-pager")
        os.environ["CKR_PAGER"] = ""
    if not argv or argv[0] in COMMAND_LINES:
        return _command(argv)
    from ckrtool.cli.commands import HELP_WORDS

    if argv[0] in HELP_WORDS:
        return _command(_long_form(argv))
    from ckrtool.cli import words
    from ckrtool.cli.shell_line import shown

    status = OK
    for line in words.command_lines(argv):
        if line != argv:
            to_stderr(shown(line))
        status = max(status, _command(line))
    return status


def _command(argv: list[str]) -> int:
    """Run one command line that begins with a command or a top-level option, and return its exit status."""
    from ckrtool.cli import quick
    from ckrtool.errors import CkrError

    try:
        answered = quick.try_answer(argv)
        return _by_typer(argv) if answered is None else answered
    except CkrError as error:
        if argv[:1] in (["probe"], ["report"]):
            from ckrtool.cli.formats import monitor_output

            Streams().write(monitor_output(argv, error))
        if argv and argv[0] in ("decode", "explain", "check") and error.exit_code == USAGE:
            _suggest_quotes(argv, error)
        raise


def _suggest_quotes(argv: list[str], error: CkrError) -> None:
    """Set the hint of an error about the words of a command line if they are one printed line that was not quoted."""
    from ckrtool.cli import words
    from ckrtool.values.literals import Malformed

    about_words = isinstance(error, Malformed) or error.message.startswith("too many arguments")
    if about_words and (line := words.quoted_line(argv)) is not None:
        error.hint = f"did you mean: {line}"


def _by_typer(argv: list[str]) -> int:
    import gc

    gc.disable()
    from ckrtool.cli import app

    gc.freeze()
    gc.enable()
    return app.run(argv)


def _long_form(argv: list[str]) -> list[str]:
    """Return the command line with `--help` or `--version` for `ckr help [COMMAND]`, `ckr version` or `ckr -V`."""
    if argv[0] in ("version", "-V"):
        return ["--version", *argv[1:]]
    if len(argv) > 2:
        from ckrtool.errors import UsageError

        raise UsageError(f"too many arguments: {' '.join(argv[2:])}", "`ckr help COMMAND` shows one command")
    return [*(word for word in argv[1:] if word not in ("help", "version")), "--help"]


def guarded(run: Callable[[], int]) -> int:
    """Call `run` and return its status; errors of users and of the environment become a message on stderr and a status."""
    from ckrtool.errors import CkrError

    try:
        status = _run_and_flush(run)
    except CkrError as error:
        if not error.already_printed:
            _print_error(error)
        status = error.exit_code
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("ckrtool"):
            raise
        to_stderr(f"ckr: the Python package {error.name} is not installed")
        to_stderr(f"  pip install {error.name}, or use ckr.pyz, which needs only Python")
        status = SURROUNDINGS
    except KeyboardInterrupt:
        status = INTERRUPTED
    return status


def _print_error(error: CkrError) -> None:
    """Write the message and the hint of an error to stderr, continuation lines indented."""
    for number, line in enumerate(error.message.split("\n")):
        to_stderr(f"ckr: {line}" if number == 0 else f"  {line}")
    for line in error.hint.split("\n") if error.hint else ():
        to_stderr(f"  {line}")


def _run_and_flush(run: Callable[[], int]) -> int:
    """Call `run`, flush stdout and return the status; 0 if the reader closed the pipe, 3 with a message for other write errors."""
    if sys.stdout is None:
        to_stderr("ckr: stdout is closed, the answer can't be written")
        return SURROUNDINGS
    try:
        try:
            status = run()
        finally:  # output written before an error is kept
            Streams().flush()
    except BrokenPipeError:
        _discard_stdout()
        return OK
    except OSError as error:
        _discard_stdout()
        to_stderr(f"ckr: {error.filename or 'output'}: {error.strerror or error}")
        return SURROUNDINGS
    return status


def _discard_stdout() -> None:
    """Redirect stdout to /dev/null, so that the flush at exit does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    process()
