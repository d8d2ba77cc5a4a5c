"""The text output of `ckr probe`: verdict, module and tokens, one line per sequence, the findings, and the verdict again.

In a pipe it is one fact per line, on a terminal the same facts in columns. `verbose` adds every call and all advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.printable import printable
from ckrtool.render import probe_findings as findings
from ckrtool.render import probe_parts as parts
from ckrtool.render import report_verdict
from ckrtool.render.styles import BAD, GOOD, WARN, bare, labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.text import Text

    from ckrtool.probe.facts.report_types import Report
    from ckrtool.render.styles import Paint


LEVELS = {"ok": "OK", "warning": "WARNING", "error": "ERROR", "fatal": "ERROR", "unknown": "UNKNOWN"}
NAME_WIDTH, SIGN_WIDTH = 30, 9
STYLES = {
    "passed": "",
    "skipped": "",
    "error": BAD,
    "fatal": BAD,
    "warning": WARN,
    "info": "bold",
    "ok": GOOD,
    "unknown": WARN,
}


def plain(report: Report, *, verbose: bool = False, paint: Paint = bare) -> str:
    """Return the report as plain text: one fact per line, each understandable on its own."""
    return "".join(
        f"{labelled(printable(line), style, paint)}\n" for line, style in _lines(report, verbose=verbose)
    )


def _lines(report: Report, *, verbose: bool) -> Iterator[tuple[str, str]]:
    """Yield the lines of the report, each with the style of its label."""
    opening = report_verdict.verdict(report)
    yield f"{LEVELS[opening.level]}: {opening.headline}", STYLES[opening.level]
    for fact in _head(report, verbose=verbose):
        yield f"{fact.label}: {fact.text}", ""
    for row in _rows(report, verbose=verbose):
        yield f"{row.name}: {', '.join([row.sign, *row.facts])}", STYLES.get(row.outcome, BAD)
        for call in row.calls:
            back = ", ".join(filter(None, (call.back, call.time)))
            yield f"  {call.name}: {back}", "" if call.sound else "bold"
    for fact in parts.measured(report):
        yield f"{fact.label}: {fact.text}", ""
    for block in findings.blocks(report, verbose=verbose):
        yield f"{block.severity}: {block.title} [{block.id}]", STYLES[block.severity]
        for line in block.lines:
            yield f"  {line.label}: {line.text}{_danger(line)}", _label_style(line)
    yield verdict(report), STYLES[opening.level]


def verdict(report: Report) -> str:
    """Return the verdict on one line, with the counts of calls and findings."""
    judged = report_verdict.verdict(report)
    return f"verdict: {judged.level}: {judged.headline} ({judged.detail})"


def _rows(report: Report, *, verbose: bool) -> list[parts.Row]:
    """Return the rows of the sequences; none if the module was not loaded, because the finding reports that."""
    return [] if _not_loaded(report) and not verbose else parts.rows(report, verbose=verbose)


def _head(report: Report, *, verbose: bool) -> Iterator[parts.Fact]:
    """Return the facts about module and tokens; none if the module was not loaded, because the finding names it."""
    return iter(()) if _not_loaded(report) and not verbose else parts.head(report, verbose=verbose)


def _not_loaded(report: Report) -> bool:
    return any(finding["id"] in ("not-loaded", "broken-start") for finding in report["findings"])


def _danger(line: findings.Line) -> str:
    return f" (danger: {line.danger})" if line.danger else ""


def rich(report: Report, *, verbose: bool = False) -> Iterator[RenderableType]:
    """Yield the report for a terminal: the same facts in columns, those that need attention in colour."""
    from rich.text import Text

    judged = report_verdict.verdict(report)
    yield _heading(LEVELS[judged.level], judged.headline, judged.level)
    yield _columns(_fact(fact) for fact in _head(report, verbose=verbose))
    rows = _rows(report, verbose=verbose)
    if rows:
        yield Text("")
        yield from _sequences(rows)
    if report.get("bench"):
        yield Text("")
        yield _columns(_fact(fact) for fact in parts.measured(report))
    for block in findings.blocks(report, verbose=verbose):
        yield from _block(block)
    yield Text("")
    level, text = f"verdict: {judged.level}:", verdict(report)
    yield Text().append(level, STYLES[judged.level]).append(printable(text.removeprefix(level)), "bold")


def _heading(word: str, text: str, style: str, name: str = "") -> Text:
    """Return a line that begins with a coloured word and ends with the id."""
    from rich.text import Text

    line = Text().append(word, STYLES[style])
    line.append(f"  {printable(text)}", "bold")
    if name:
        line.append(f"  [{name}]", "")
    return line


def _columns(rows: Iterator[tuple[Text, Text]], indent: int = 0) -> RenderableType:
    """Return labels and texts in two columns, so that long texts are indented; words that fit a line are not broken."""
    from rich.padding import Padding
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in rows:
        table.add_row(label, text)
    return Padding(table, (0, 0, 0, indent))


def _label(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(printable(text), style=style)


def _fact(fact: parts.Fact) -> tuple[Text, Text]:
    """Return the label and the text of a fact, with bad parts in colour; the number of a slot is moved to the text."""
    from rich.text import Text

    label, _, number = fact.label.partition(" ")
    words = (
        fact.text.replace(" (found by ", " (") if label == "module" else fact.text
    )  # a path fills the line
    text = Text(printable(f"{number}: {words}" if number else words))
    text.highlight_words(fact.bad, style=BAD)
    return _label(label), text


def _sequences(rows: list[parts.Row]) -> Iterator[RenderableType]:
    """Yield the rows in columns, each followed by its calls; a long list of names is on a separate line."""
    from rich.table import Table
    from rich.text import Text

    width = max((len(row.name) for row in rows if len(row.name) <= NAME_WIDTH), default=0)
    signs = max((len(row.sign) for row in rows if len(row.sign) <= SIGN_WIDTH), default=0)
    for row in rows:
        name, about = printable(row.name), Text(printable(", ".join(row.facts)))
        sign = Text().append(printable(row.sign), STYLES.get(row.outcome, BAD))
        if len(name) > width:
            yield Text(name)
            name = ""
        if len(row.sign) > signs:
            sign.append("  ").append_text(about)
            about = Text()
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=width)
        table.add_column(min_width=signs, overflow="fold")
        table.add_column(overflow="fold")
        cells = (Text(name), sign, about) if about.plain else (Text(name), sign)
        table.add_row(*cells)
        yield table
        if row.calls:
            yield _call_table(row.calls)


def _call_table(calls: tuple[parts.Call, ...]) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for call in calls:
        style = "" if call.sound else "bold"
        table.add_row(*(Text(printable(cell), style=style) for cell in (call.name, call.back, call.time)))
    return Padding(table, (0, 0, 0, 2))


def _block(block: findings.Block) -> Iterator[RenderableType]:
    """Yield a finding; information with a single line is put on one line, without a blank line before it."""
    from rich.text import Text

    if block.severity != "info":
        yield Text("")
    if len(block.lines) == 1 and block.severity == "info":
        yield _heading("info", f"{block.title}: {block.lines[0].text}", "info", block.id)
        return
    yield _heading(block.severity, block.title, block.severity, block.id)
    if not block.lines:
        return
    yield _columns(((_label(line.label, _label_style(line)), _line(line)) for line in block.lines), indent=2)


def _label_style(line: findings.Line) -> str:
    return BAD if line.label == "don't" else ""


def _line(line: findings.Line) -> Text:
    from rich.text import Text

    text = Text(printable(line.text), style="bold" if line.label == "means" else "")
    if line.danger:
        text.append(f" (danger: {printable(line.danger)})", BAD)
    return text
