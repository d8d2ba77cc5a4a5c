"""The entry point: the quick path first, Typer for everything else, and the one place where errors become exit statuses."""

from __future__ import annotations

import os
import sys

from ckrtool.cli.streams import Streams, talk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from ckrtool.errors import CkrError

OK, SURROUNDINGS, INTERRUPTED = 0, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `ckr` with `arguments` (default: the process's own) and return its exit status."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    return guarded(lambda: _run(argv))


def process() -> NoReturn:
    """Run `ckr` as a process: the console script's entry point.

    When `main` returns, everything is written; the interpreter's teardown, a quarter of a bare start, would add nothing.
    After Ctrl-C the process ends by the signal itself, so that a shell shows 130 and its loops stop.
    """
    import gc

    gc.disable()  # until a command runs: nothing of what is imported is garbage, and looking for it takes a tenth of a short answer
    status = main()
    if status == INTERRUPTED:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGINT)
    os._exit(status)


def _run(argv: list[str]) -> int:
    from ckrtool.cli.commands import COMMANDS, HELP_WORDS

    if "--no-pager" in argv:
        argv.remove("--no-pager")
        os.environ["CKR_PAGER"] = ""
    if not argv or argv[0] in COMMANDS:
        return _command(argv)
    if argv[0] in HELP_WORDS:
        return _command(_help(argv))
    from ckrtool.cli import words

    status = OK
    for line in words.command_lines(argv):
        if line != argv:
            talk(words.shown(line))
        status = max(status, _command(line))
    return status


def _command(argv: list[str]) -> int:
    """Run one command line that begins with a command, or with an option of `ckr` itself."""
    from ckrtool.cli import quick
    from ckrtool.errors import CkrError

    try:
        answered = quick.try_answer(argv)
        return _by_typer(argv) if answered is None else answered
    except CkrError as error:
        if argv[:1] in (["probe"], ["report"]):
            from ckrtool.cli.formats import tell_monitor

            Streams().write(tell_monitor(argv, error))
        raise


def _by_typer(argv: list[str]) -> int:
    import gc

    gc.disable()
    from ckrtool.cli import app

    gc.freeze()
    gc.enable()
    return app.run(argv)


def _help(argv: list[str]) -> list[str]:
    """Return what `ckr help [COMMAND]`, `ckr version` and `ckr -V` are short for."""
    if argv[0] in ("version", "-V"):
        return ["--version", *argv[1:]]
    return [*argv[1:2], "--help"]


def guarded(run: Callable[[], int]) -> int:
    """Call `run` and return its status; what it raises becomes words on stderr and a status, never a traceback."""
    from ckrtool.errors import CkrError

    try:
        status = _written(run)
    except CkrError as error:
        if not error.already_printed:
            _tell(error)
        status = error.exit_code
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("ckrtool"):
            raise
        talk(f"ckr: the Python package {error.name} is not installed")
        talk(f"  pip install {error.name}, or use ckr.pyz, which needs nothing but Python")
        status = SURROUNDINGS
    except KeyboardInterrupt:
        status = INTERRUPTED
    return int(status)


def _tell(error: CkrError) -> None:
    for number, line in enumerate(error.message.split("\n")):
        talk(f"ckr: {line}" if number == 0 else f"  {line}")
    for line in error.hint.split("\n") if error.hint else ():
        talk(f"  {line}")


def _written(run: Callable[[], int]) -> int:
    """Run and flush; a closed pipe is no failure, any other failure to write is one line and exit 3."""
    if sys.stdout is None:
        talk("ckr: stdout is closed, the answer can't be written")
        return SURROUNDINGS
    try:
        try:
            status = run()
        finally:  # what was answered before a mistake is an answer too
            Streams().flush()
    except BrokenPipeError:
        _forget_stdout()
        return OK
    except OSError as error:
        _forget_stdout()
        talk(f"ckr: {error.filename or 'output'}: {error.strerror or error}")
        return SURROUNDINGS
    return status


def _forget_stdout() -> None:
    """Point stdout at /dev/null, so that a later flush has nothing to complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


if __name__ == "__main__":
    process()
