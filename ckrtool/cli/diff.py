"""`ckr diff A.json B.json`: what changed from one probe report to another."""

from __future__ import annotations

import os

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
    """Print the changes as text, full, quiet, json or markdown; 1 if there are any, else 0 (and no line of text).

    `pairs` are tokens that belong together, as A=B by label or serial number.
    """
    from ckrtool.probe.reporting import diff

    if before == after == "-":
        raise UsageError("stdin holds one report, not two", "Name a file for one of them.")
    changes = [change.as_dict() for change in diff.compare(load(before), load(after), _pairs(pairs))]
    deliver(_rendered(changes, form, streams, output), output, streams)
    if not changes and form in ("text", "full"):
        streams.hint("ckr: nothing changed")
    return ExitCode.SEEN if changes else ExitCode.OK


def _pairs(given: Sequence[str]) -> dict[str, str]:
    """Return the tokens that `--pair A=B` names; UsageError for what is not a pair."""
    found: dict[str, str] = {}
    for text in given:
        one, mark, other = text.partition("=")
        if not (one and mark and other):
            raise UsageError(
                f"--pair {text!a} is not A=B", "Name the token's label or serial number in each report."
            )
        found[one] = other
    return found


def _rendered(changes: list[dict[str, object]], form: str, streams: Streams, output: str | None) -> str:
    if form == "json":
        from ckrtool.render import jsontext

        return jsontext.line("diff", {"changes": changes})
    from ckrtool.render import diff_text

    if form == "markdown":
        return diff_text.markdown(changes)
    if form == "quiet":
        return f"{diff_text.summary(changes)}\n"
    return diff_text.plain(
        changes, everything=form == "full", colour=output in {None, "-"} and _coloured(streams)
    )


def _coloured(streams: Streams) -> bool:
    if streams.colour != "auto":
        return streams.colour == "always"
    return streams.terminal and not os.environ.get("NO_COLOR")


def run(
    before: Annotated[str, o.argument("A.json", "The earlier report of `ckr probe --json`; - reads stdin.")],
    after: Annotated[str, o.argument("B.json", "The later one.")],
    markdown: Annotated[bool, o.flag("--markdown", "A table for a ticket.")] = False,
    json: o.Json = False,
    full: Annotated[bool, o.flag("--full -v", "Every change, those that follow from another too.")] = False,
    quiet: Annotated[bool, o.flag("--quiet -q", "One line: how much got worse and better.")] = False,
    pair: Annotated[
        list[str] | None,
        o.option("--pair", "A=B", "Compare token A with token B (label or serial number); repeatable."),
    ] = None,
    output: Annotated[
        str | None, o.option("--output -o", "FILE", "Write there, whole or not at all.")
    ] = None,
    color: o.Color = "auto",
) -> int:
    """Show what changed between two probe reports: run it before and after an update. Exit 1 if anything did."""
    form = one_of(json=json, markdown=markdown, quiet=quiet, full=full)
    return answer(before, after, Streams(color), form=form, output=output, pairs=pair or ())
