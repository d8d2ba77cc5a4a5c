"""`ckr list [WHAT]`: the tables, for people, programs and look-ups."""

from enum import StrEnum
from typing import Annotated

import typer

from ckrtool.cli import options as o
from ckrtool.cli.streams import Streams
from ckrtool.exitcodes import ExitCode


class What(StrEnum):
    """What can be listed."""

    CODES = "codes"
    FUNCTIONS = "functions"
    VENDORS = "vendors"
    STACKS = "stacks"
    CATEGORIES = "categories"
    CONTRADICTIONS = "contradictions"


def answer(
    what: str, streams: Streams, *, category: str | None, since: str | None, grep: str | None, form: str
) -> int:
    """Print the rows that pass the filters and return the exit status; raises UsageError for filters that don't apply."""
    from ckrtool import catalogue

    rows = _filtered(what, catalogue.KINDS[what](), category, since, grep)
    if form == "json":
        from ckrtool.render import jsontext

        streams.write(jsontext.line("list", {"what": what, "rows": rows}))
    elif form == "csv":
        streams.write(_csv(rows, list(catalogue.KINDS[what]()[0])))
    else:
        _show(rows, catalogue.SHOWN[what], streams)
    return ExitCode.OK


def _filtered(
    what: str, rows: list[dict[str, object]], category: str | None, since: str | None, grep: str | None
) -> list[dict[str, object]]:
    from ckrtool.errors import UsageError
    from ckrtool.schema.forms import CATEGORIES

    for key, value in (("category", category), ("since", since)):
        if value is not None and key not in rows[0]:
            raise UsageError(f"--{key} does not apply to {what}")
    if category is not None and category not in CATEGORIES:
        raise UsageError(f"{category!a} is not a category", f"categories: {', '.join(CATEGORIES)}")
    if category is not None:
        rows = [row for row in rows if row["category"] == category]
    if since is not None:
        rows = [row for row in rows if row["since"] == since or str(row["since"]).startswith(f"{since} or")]
    if grep is not None:
        wanted = grep.casefold()
        rows = [row for row in rows if any(wanted in str(value).casefold() for value in row.values())]
    return rows


def _csv(rows: list[dict[str, object]], columns: list[str]) -> str:
    """Return the rows as CSV with a header line; members of a list are joined by blanks."""
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else str(value)


def _show(rows: list[dict[str, object]], columns: tuple[str, ...], streams: Streams) -> None:
    from ckrtool.render.document import Document, Grid
    from ckrtool.render.plain import rows as plain_rows

    grid = Grid(columns, [[_cell(row[column]) for column in columns] for row in rows])
    if streams.terminal:
        streams.show(Document(f"{len(rows)} rows", None, (), [grid]))
    else:
        streams.write(plain_rows(grid))


def register(app: typer.Typer) -> None:
    """Add the command to the Typer app."""

    @app.command(
        "list",
        epilog=o.examples(
            "ckr list --category authentication", "ckr list contradictions", "ckr list codes --csv > ckr.csv"
        ),
    )
    def _command(
        what: Annotated[What, typer.Argument(help="What to list.")] = What.CODES,
        category: Annotated[
            str | None, o.option("--category", "NAME", "Only codes of this category.")
        ] = None,
        since: Annotated[
            str | None, o.option("--since", "VERSION", "Only what came with this version.")
        ] = None,
        grep: Annotated[
            str | None, o.option("--grep", "TEXT", "Only rows with this text in them, in any case.")
        ] = None,
        json: o.Json = False,
        csv: Annotated[bool, o.flag("--csv", "Comma-separated, a look-up table for log tools.")] = False,
        color: o.Color = o.ColorChoice.AUTO,
    ) -> None:
        """List codes, functions, vendors, stacks, categories, or where the standard contradicts itself."""
        form = o.one_of(json=json, csv=csv)
        o.leave(
            answer(what.value, Streams(color.value), category=category, since=since, grep=grep, form=form)
        )
