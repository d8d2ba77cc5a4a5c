"""`ckr list [WHAT]`: the tables of codes, functions, vendors and others."""

from __future__ import annotations

from ckrtool.cli.one_of import one_of
from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.values import decoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.render.document import Section


EXAMPLES = (
    "ckr list --category authentication",
    "ckr list contradictions",
    "ckr list codes --csv > ckr.csv",
)
# Editions that may have introduced a code or function.
VERSIONS = ("1.0", "2.0", "2.01", "2.10", "2.11", "2.20", "2.30", "2.40", "3.0", "3.1", "3.2")
NARROW = {
    "codes": ("hex", "name", "summary"),
    "functions": ("name", "since", "chapter"),
    "stacks": ("id", "name", "files"),
}


def answer(
    what: str,
    streams: Streams,
    *,
    category: str | None,
    since: str | None,
    grep: str | None,
    form: str,
    vendor: str | None = None,
    every_column: bool = False,
) -> int:
    """Print the rows that match the filters and return the exit status; raises UsageError for filters that don't apply."""
    from ckrtool.knowledge import catalogue

    if vendor is not None:
        if what not in ("codes", "vendors"):
            raise UsageError(f"--vendor does not apply to {what}", f"ckr list codes --vendor {vendor}")
        found = decoder.vendor_for(vendor, None)
        what, everything = "vendor-codes", catalogue.vendor_codes(found or vendor)
    else:
        everything = catalogue.KINDS[what]()
    columns_of_csv = list(everything[0]) if everything else []
    rows = _filtered(what, everything, category, since, grep)
    if form == "json":
        from ckrtool.render import jsontext

        streams.write(jsontext.line("list", {"what": what, "rows": rows}))
    elif form == "csv":
        streams.write(_csv(rows, columns_of_csv))
    else:
        narrow = NARROW.get(what) if streams.terminal else None
        every = tuple(columns_of_csv) if every_column else None
        _show(rows, every or narrow or catalogue.SHOWN[what], streams)
    if not rows:
        streams.hint("ckr: no row matches")
        return ExitCode.SEEN
    return ExitCode.OK


def _filtered(
    what: str, rows: list[dict[str, object]], category: str | None, since: str | None, grep: str | None
) -> list[dict[str, object]]:
    for key, value in (("category", category), ("since", since)):
        if value is not None and (not rows or key not in rows[0]):
            raise UsageError(f"--{key} does not apply to {what}")
    if category is not None:
        _expect_category(category)
    if since is not None and since not in VERSIONS:
        raise UsageError(f"{since!a} is not an edition of the standard", f"editions: {', '.join(VERSIONS)}")
    if category is not None:
        rows = [row for row in rows if row["category"] == category]
    if since is not None:
        rows = [row for row in rows if _version(str(row["since"])) >= _version(since)]
    if grep is not None:
        wanted = grep.casefold()
        rows = [row for row in rows if any(wanted in str(value).casefold() for value in row.values())]
    return rows


def _expect_category(category: str) -> None:
    """Raise UsageError, with the list of categories, if `category` is not one of them."""
    from ckrtool.schema.forms import CATEGORIES

    if category not in CATEGORIES:
        raise UsageError(f"{category!a} is not a category", f"categories: {', '.join(CATEGORIES)}")


def _version(text: str) -> tuple[int, ...]:
    """Return an edition (also "2.40 or earlier") as numbers for comparison; () for a text without an edition."""
    head = text.split(" ", maxsplit=1)[0]
    return tuple(map(int, head.split("."))) if head[:1].isdigit() else ()


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
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _show(rows: list[dict[str, object]], columns: tuple[str, ...], streams: Streams) -> None:
    """Write the rows as a table."""
    from ckrtool.render.document import Document, Grid
    from ckrtool.render.plain import rows as plain_rows

    grid = Grid(columns, [[_cell(row[column]) for column in columns] for row in rows])
    if streams.terminal:
        parts: list[Section | Grid] = [_quotes(rows)] if "text" in columns else [grid]
        streams.show(Document(f"{len(rows)} rows", None, (), parts))
    else:
        streams.write(plain_rows(grid, streams.paint))


def _quotes(rows: list[dict[str, object]]) -> Section:
    """Return contradictions as lines for a terminal, where a column would be too narrow for the passage."""
    from ckrtool.render.document import Line, Section

    lines = [
        Line(str(row["text"]), label=f"{row['function']} {row['name']} ({row['section']})") for row in rows
    ]
    return Section("Codes that the function's own list names and another passage rules out", lines, "quote")


def run(
    what: o.What = "codes",
    vendor: o.Vendor = None,
    verbose: Annotated[bool, o.flag("--verbose -v", "All columns, as with --csv.")] = False,
    category: Annotated[str | None, o.option("--category", "NAME", "Only codes of this category.")] = None,
    since: Annotated[
        str | None, o.option("--since", "VERSION", "Only rows added in this edition or later.")
    ] = None,
    grep: Annotated[
        str | None, o.option("--grep", "TEXT", "Only rows that contain this text, in any case.")
    ] = None,
    json: o.Json = False,
    csv: Annotated[bool, o.flag("--csv", "CSV, as a look-up table for log tools.")] = False,
    color: o.Color = "auto",
) -> int:
    """List codes, functions, vendors, stacks, findings, causes, dialects, or contradictions in the standard."""
    return answer(
        what,
        Streams(color),
        category=category,
        since=since,
        grep=grep,
        form=one_of(json=json, csv=csv),
        vendor=vendor,
        every_column=verbose,
    )
