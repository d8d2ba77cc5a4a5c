"""`ckr report FILE.json`: show or convert a saved probe report."""

from __future__ import annotations

import sys

from ckrtool.cli.streams import Streams
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.render.styles import bare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.probe.facts.report_types import Report
    from ckrtool.render.formats import Format
    from ckrtool.render.styles import Paint

EXAMPLES = (
    "ckr report probe.json",
    "ckr report probe.json --html -o probe.html",
    "ckr probe softhsm2 --json | ckr report - --markdown",
    "ckr report probe.json --prometheus -o /var/lib/node_exporter/ckr.prom",
)


def deliver(text: str, output: str | None, streams: Streams) -> None:
    """Write `text` to stdout, or atomically to the file `output` ("-" is stdout)."""
    if output is None or output == "-":
        streams.write(text)
        return
    from ckrtool.cli.files import write_whole

    write_whole(output, text)


def load(file: str) -> Report:
    """Return the report in `file` ("-" is stdin); raises UsageError if it is not a report, SurroundingsError if it can't be read."""
    from ckrtool.probe.reporting import report_file

    if file != "-":
        return report_file.read(file)
    if sys.stdin is None:
        raise SurroundingsError("stdin is closed: there is no report to read")
    try:
        data = sys.stdin.buffer.read(report_file.LARGEST + 1)
    except OSError as error:
        raise SurroundingsError(f"can't read stdin: {error.strerror or error}") from error
    return report_file.parse(data, "stdin")


def amount_of(*, verbose: bool, quiet: bool, format_asked: bool) -> str:
    """Return the amount of text: "usual", "all" (-v) or "verdict" (-q); raises UsageError if the options exclude each other."""
    if verbose and quiet:
        raise UsageError("-v and -q cannot be used together", "Choose one.")
    if format_asked and (verbose or quiet):
        raise UsageError(
            f"{'-v' if verbose else '-q'} applies to text output only",
            "Omit it, or the output format.",
        )
    return "all" if verbose else "verdict" if quiet else "usual"


def plain(report: Report, amount: str, paint: Paint = bare) -> str:
    """Return a report as plain text; `amount` is that of `amount_of`, and `paint` adds colours."""
    from ckrtool.printable import printable
    from ckrtool.render import probe_text

    if amount == "verdict":
        return f"{printable(probe_text.verdict(report))}\n"
    return probe_text.plain(report, verbose=amount == "all", paint=paint)


def show(report: Report, streams: Streams, amount: str) -> None:
    """Write a report to stdout as `ckr probe` does: plain text in a pipe, columns and colours on a terminal."""
    if amount == "verdict" or not streams.terminal:
        streams.write(plain(report, amount, streams.paint))
        return
    from rich.console import Group

    from ckrtool.render import probe_text

    streams.draw(Group(*probe_text.rich(report, verbose=amount == "all")))


def answer(
    file: str, form: Format | None, streams: Streams, *, output: str | None = None, amount: str = "usual"
) -> int:
    """Write a saved report in a format, or as text; return 0, or the exit status of the format (Nagios).

    Findings of the probe do not affect the status, because the command only converts the report.
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
    file: Annotated[str, o.argument("FILE", "A report by `ckr probe --json`; - reads stdin.")],
    form: Format | None = None,
    output: Annotated[str | None, o.option("--output -o", "FILE", "Write to FILE, atomically.")] = None,
    verbose: Annotated[bool, o.flag("--verbose -v", "Show every call and all advice.")] = False,
    quiet: Annotated[bool, o.flag("--quiet -q", "Show only the verdict, on one line.")] = False,
    color: o.Color = "auto",
) -> int:
    """Show a saved probe report, or convert it to another format: probe on the HSM's host, read the report on any host."""
    amount = amount_of(verbose=verbose, quiet=quiet, format_asked=form is not None)
    return answer(file, form, Streams(color), output=output, amount=amount)
