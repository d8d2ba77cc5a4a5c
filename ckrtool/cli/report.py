"""`ckr report FILE.json`: a saved probe report as Markdown, JUnit XML, Nagios output, Prometheus metrics or HTML."""

import sys

from ckrtool.cli.streams import Streams
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import typer

FORMATS = ("markdown", "junit", "nagios", "prometheus", "html")


def render(report: "Mapping[str, Any]", form: str) -> str:
    """Return a report of the contract's shape in one of FORMATS."""
    if form == "markdown":
        from ckrtool.render import report_markdown

        return report_markdown.render(report)
    if form == "junit":
        from ckrtool.render import report_junit

        return report_junit.render(report)
    if form == "nagios":
        from ckrtool.render import report_nagios

        return report_nagios.render(report)
    if form == "prometheus":
        from ckrtool.render import report_prometheus

        return report_prometheus.render(report)
    from ckrtool.render import report_html

    return report_html.render(report)


def chosen(*, required: bool = True, **asked: bool) -> str | None:
    """Return the one format that was asked for; None where none was and none is `required`."""
    names = [name for name in FORMATS if asked.get(name)]
    if len(names) > 1:
        raise UsageError(f"--{names[0]} and --{names[1]} exclude each other", "Ask for one format a run.")
    if not names and required:
        options = ", ".join(f"--{name}" for name in FORMATS)
        raise UsageError("no format was asked for", f"Ask for one of {options}.")
    return names[0] if names else None


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


def answer(file: str, form: str, streams: Streams, *, output: str | None = None) -> int:
    """Render the report; 0, but for `nagios` the status of a plugin.

    Rendering is the answer here: what the probe found is its own exit status, and a report with findings still
    renders without fault.
    """
    report = load(file)
    deliver(render(report, form), output, streams)
    return status(report, form, ExitCode.OK)


def status(report: "Mapping[str, Any]", form: str | None, otherwise: int) -> int:
    """Return what to exit with: a plugin's status where its form was asked for."""
    if form != "nagios":
        return otherwise
    from ckrtool.render import report_nagios

    return report_nagios.exit_code(report)


def register(app: "typer.Typer") -> None:
    """Add the command to the Typer app."""
    from typing import Annotated

    import typer

    from ckrtool.cli import options as o

    examples = o.examples(
        "ckr report probe.json --html -o probe.html",
        "ckr probe --module softhsm2 --json | ckr report - --markdown",
        "ckr report probe.json --prometheus -o /var/lib/node_exporter/ckr.prom",
    )

    @app.command("report", epilog=examples)
    def report(
        file: Annotated[str, o.argument("FILE", "A report that `ckr probe --json` wrote; - reads stdin.")],
        markdown: Annotated[bool, o.flag("--markdown", "For a ticket.")] = False,
        junit: Annotated[
            bool, o.flag("--junit", "JUnit XML for CI: a suite a sequence, a case a call.")
        ] = False,
        nagios: Annotated[
            bool, o.flag("--nagios", "Plugin output, with a plugin's exit status (0 to 3).")
        ] = False,
        prometheus: Annotated[bool, o.flag("--prometheus", "Metrics for a textfile collector.")] = False,
        html: Annotated[bool, o.flag("--html", "One self-contained page.")] = False,
        output: Annotated[
            str | None,
            typer.Option(
                "--output", "-o", metavar="FILE", help="Write there, whole or not at all.", show_default=False
            ),
        ] = None,
        color: o.NoColor = o.ColorChoice.AUTO,  # noqa: ARG001
    ) -> None:
        """Render a saved probe report: probe once on the HSM's host, render anywhere."""
        form = chosen(markdown=markdown, junit=junit, nagios=nagios, prometheus=prometheus, html=html)
        assert form is not None
        o.leave(answer(file, form, Streams(), output=output))
