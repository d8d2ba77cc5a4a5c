"""`ckr report FILE.json`: a saved probe report in one of the output formats."""

from __future__ import annotations

import sys

from ckrtool.cli.streams import Streams
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.probe.facts.report_types import Report
    from ckrtool.render.formats import Format

EXAMPLES = (
    "ckr report probe.json",
    "ckr report probe.json --html -o probe.html",
    "ckr probe softhsm2 --json | ckr report - --markdown",
    "ckr report probe.json --prometheus -o /var/lib/node_exporter/ckr.prom",
)


def deliver(text: str, output: str | None, streams: Streams) -> None:
    """Write an answer to stdout, or whole or not at all to the file `output` ("-" is stdout)."""
    if output is None or output == "-":
        streams.write(text)
        return
    from ckrtool.cli.files import write_whole

    write_whole(output, text)


def load(file: str) -> Report:
    """Return the report in `file`, "-" being stdin; UsageError or SurroundingsError where there is none."""
    from ckrtool.probe.reporting import report_file

    if file != "-":
        return report_file.read(file)
    if sys.stdin is None:
        raise SurroundingsError("stdin is closed, no report can be read from it")
    try:
        data = sys.stdin.buffer.read(report_file.LARGEST + 1)
    except OSError as error:
        raise SurroundingsError(f"can't read stdin: {error.strerror or error}") from error
    return report_file.parse(data, "stdin")


def amount_of(*, verbose: bool, quiet: bool, format_asked: bool) -> str:
    """Return how much the text says: "usual", "all" (-v) or "verdict" (-q); UsageError where the options don't go together."""
    if verbose and quiet:
        raise UsageError("-v and -q exclude each other", "Choose one.")
    if format_asked and (verbose or quiet):
        raise UsageError(
            f"{'-v' if verbose else '-q'} is for the text; the other formats have one form each",
            "Leave it out.",
        )
    return "all" if verbose else "verdict" if quiet else "usual"


def plain(report: Report, amount: str) -> str:
    """Return a report as plain text; `amount` is that of `amount_of`."""
    from ckrtool.printable import printable
    from ckrtool.render import probe_text

    if amount == "verdict":
        return f"{printable(probe_text.verdict(report))}\n"
    return probe_text.plain(report, verbose=amount == "all")


def show(report: Report, streams: Streams, amount: str) -> None:
    """Show a report as `ckr probe` does: plain in a pipe, in columns and colour on a terminal."""
    if amount == "verdict" or not streams.terminal:
        streams.write(plain(report, amount))
        return
    from rich.console import Group

    from ckrtool.render import probe_text

    streams.draw(Group(*probe_text.rich(report, verbose=amount == "all")))


def answer(
    file: str, form: Format | None, streams: Streams, *, output: str | None = None, amount: str = "usual"
) -> int:
    """Write a saved report in a format, or show it as text; return 0, or the exit status that the format itself has.

    What the probe found does not count: rendering is the answer here.
    """
    report = load(file)
    if form is not None:
        deliver(form.render(report), output, streams)
        return form.exit_code(report, ExitCode.OK)
    if output is None:
        show(report, streams, amount)
    else:
        deliver(plain(report, amount), output, streams)
    return ExitCode.OK


def run(
    file: Annotated[str, o.argument("FILE", "A report that `ckr probe --json` wrote; - reads stdin.")],
    form: Format | None = None,
    output: Annotated[
        str | None, o.option("--output -o", "FILE", "Write there, whole or not at all.")
    ] = None,
    verbose: Annotated[bool, o.flag("--verbose -v", "Show every call and all advice.")] = False,
    quiet: Annotated[bool, o.flag("--quiet -q", "Show the verdict alone, on one line.")] = False,
    color: o.Color = "auto",
) -> int:
    """Show a saved probe report as `ckr probe` did, or in another format: probe once on the HSM's host, read it anywhere."""
    amount = amount_of(verbose=verbose, quiet=quiet, format_asked=form is not None)
    return answer(file, form, Streams(color), output=output, amount=amount)
