"""`ckr report FILE.json`: a saved probe report in one of the output formats."""

import sys

from ckrtool.cli.streams import Streams
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    import typer

    from ckrtool.render.formats import Format


def deliver(text: str, output: str | None, streams: Streams) -> None:
    """Write an answer to stdout, or whole or not at all to the file `output` ("-" is stdout)."""
    if output is None or output == "-":
        streams.write(text)
        return
    from ckrtool.cli.files import write_whole

    write_whole(output, text)


def load(file: str) -> "dict[str, Any]":
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


def answer(file: str, form: "Format", streams: Streams, *, output: str | None = None) -> int:
    """Write a saved report in a format; return 0, or the exit status that the format itself has.

    What the probe found does not count: rendering is the answer here.
    """
    report = load(file)
    deliver(form.render(report), output, streams)
    return form.exit_code(report, ExitCode.OK)


def register(app: "typer.Typer") -> None:
    """Add the command to the Typer app."""
    from typing import Annotated

    import typer

    from ckrtool.cli import formats
    from ckrtool.cli import options as o
    from ckrtool.render.formats import Format

    examples = o.examples(
        "ckr report probe.json --html -o probe.html",
        "ckr probe --module softhsm2 --json | ckr report - --markdown",
        "ckr report probe.json --prometheus -o /var/lib/node_exporter/ckr.prom",
    )

    @app.command("report", epilog=examples)
    @formats.with_formats
    def report(
        file: Annotated[str, o.argument("FILE", "A report that `ckr probe --json` wrote; - reads stdin.")],
        form: Format | None,
        output: Annotated[
            str | None,
            typer.Option(
                "--output", "-o", metavar="FILE", help="Write there, whole or not at all.", show_default=False
            ),
        ] = None,
        color: o.NoColor = o.ColorChoice.AUTO,  # noqa: ARG001
    ) -> None:
        """Render a saved probe report: probe once on the HSM's host, render anywhere."""
        if form is None:
            raise UsageError("no format was asked for", f"Ask for one of {formats.options()}.")
        o.leave(answer(file, form, Streams(), output=output))
