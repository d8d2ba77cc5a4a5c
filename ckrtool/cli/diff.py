"""`ckr diff A.json B.json`: the changes between two probe reports."""

from __future__ import annotations

from ckrtool.cli.one_of import one_of
from ckrtool.cli.report import deliver, load
from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Annotated

    from ckrtool.cli import options as o

MOST_NAMES = 20
EXAMPLES = (
    "ckr diff before-update.json after-update.json",
    "ckr diff hsm1.json hsm2.json --markdown -o ticket.md",
)


def answer(
    before: str,
    after: str,
    streams: Streams,
    *,
    form: str = "text",
    output: str | None = None,
    pairs: Sequence[str] = (),
) -> int:
    """Print the changes and return 1 if there are any, else 0. `form` is text, full, quiet, json or markdown.

    `pairs` match tokens of the two reports, as A=B by label or serial number. Without changes the text is empty.
    """
    from ckrtool.probe.reporting import diff

    if before == after == "-":
        raise UsageError("stdin can supply only one report", "Name a file for the other one.")
    reports = load(before), load(after)
    named = _pairs(pairs)
    for wanted, file, report in zip((named, named.values()), (before, after), reports, strict=True):
        _check_names(list(wanted), file, diff.tokens(report))
    changes = [change.as_dict() for change in diff.compare(*reports, named)]
    deliver(_rendered(changes, form, streams, output), output, streams)
    if not changes and form in ("text", "full"):
        streams.hint("ckr: nothing changed")
    return ExitCode.SEEN if changes else ExitCode.OK


def _pairs(given: Sequence[str]) -> dict[str, str]:
    """Return the tokens A -> B of the `--pair A=B` options; raise UsageError for an option of another form."""
    found: dict[str, str] = {}
    for text in given:
        before, mark, after = text.partition("=")
        if not (before and mark and after):
            raise UsageError(
                f"--pair {text!a} is not of the form A=B",
                "Give the label or serial number of the token in each report.",
            )
        found[before] = after
    return found


def _check_names(wanted: list[str], file: str, there: list[str]) -> None:
    """Raise UsageError if a report has no token with one of the names of `--pair`."""
    for name in wanted:
        if name not in there:
            known = ", ".join(f"{one!a}" for one in there[:MOST_NAMES])
            more = f" and {len(there) - MOST_NAMES} more" if len(there) > MOST_NAMES else ""
            raise UsageError(
                f"--pair: {file} has no token with the label or serial number {name!a}",
                f"Its labels and serial numbers: {known}{more}." if there else "The report has no tokens.",
            )


def _rendered(changes: list[dict[str, object]], form: str, streams: Streams, output: str | None) -> str:
    if form == "json":
        from ckrtool.render import jsontext

        return jsontext.line("diff", {"changes": changes})
    from ckrtool.render import diff_text

    if form == "markdown":
        return diff_text.markdown(changes)
    if form == "quiet":
        return f"{diff_text.summary(changes)}\n"
    if output not in {None, "-"}:
        return diff_text.plain(changes, everything=form == "full")
    if streams.terminal:
        return diff_text.plain(changes, everything=form == "full", colour=streams.coloured)
    return diff_text.plain(changes, everything=form == "full", paint=streams.paint)


def run(
    before: Annotated[str, o.argument("A.json", "The earlier report by `ckr probe --json`; - reads stdin.")],
    after: Annotated[str, o.argument("B.json", "The later report.")],
    markdown: Annotated[bool, o.flag("--markdown", "A table for a ticket.")] = False,
    json: o.Json = False,
    full: Annotated[
        bool, o.flag("--full -v", "Every change, including those that follow from others.")
    ] = False,
    quiet: Annotated[
        bool, o.flag("--quiet -q", "One line: the number of changes for the worse and the better.")
    ] = False,
    pair: Annotated[
        list[str] | None,
        o.option("--pair", "A=B", "Compare token A with token B (label or serial number); repeatable."),
    ] = None,
    output: Annotated[str | None, o.option("--output -o", "FILE", "Write to FILE, atomically.")] = None,
    color: o.Color = "auto",
) -> int:
    """Show the changes between two probe reports, for example before and after an update. Exit 1 if there are any."""
    form = one_of(json=json, markdown=markdown, quiet=quiet, full=full)
    return answer(before, after, Streams(color), form=form, output=output, pairs=pair or ())
