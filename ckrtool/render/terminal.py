"""A document for a terminal, rendered by Rich. Text is always passed as `Text`, so that brackets are not read as markup."""

from __future__ import annotations

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ckrtool.render.document import Document, Grid, Line, Section
from ckrtool.render.links import url_of
from ckrtool.render.plain import label_style
from ckrtool.render.styles import BAD, HEADING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_HEAD = 34  # maximum width of number and name with the meaning on the same line
# The marks and styles of sections; without colours, so that they are readable on dark and light backgrounds.
STYLES = {
    "plain": ("•", ""),
    "numbered": ("", ""),
    "warning": ("!", "bold"),
    "quote": ("│", ""),
    "compact": ("•", ""),
}


def view(document: Document) -> RenderableType:
    """Return the document as a Rich renderable."""
    title = Text()
    name, _, rest = document.title.partition("  ")
    title.append(name, document.style or "bold")
    title.append(f"  {rest}" if rest else "")
    blocks: list[RenderableType] = [title]
    if document.lead:
        blocks.append(Text(document.lead, "bold"))
    if document.facts:
        blocks.append(_facts(document.facts))
    for part in document.parts:
        blocks += [Text(), *(_grid(part) if isinstance(part, Grid) else _section(part))]
    return Group(*blocks)


def _facts(facts: tuple[tuple[str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text in facts:
        table.add_row(Text(label), Text(text))
    return table


def _section(section: Section) -> list[RenderableType]:
    mark, style = STYLES[section.style]
    table = Table.grid(padding=(0, 1))
    table.add_column(style=style, no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for number, line in enumerate(_merged(section), 1):
        bullet = f"{number}." if section.style == "numbered" else mark
        if section.style == "quote" and line.label:
            table.add_row(Text(), Text(line.label, "bold"))
        table.add_row(
            Text(bullet, style), _emphasised(line.text) if section.style == "quote" else _line(line)
        )
    heading = Text(section.heading, BAD if section.style == "warning" else HEADING)
    return [heading, Padding(table, (0, 0, 0, 2))]


def decoded_line(line: str) -> RenderableType:
    """Return one decoded value: number and name, then the meaning, indented if it is long."""
    number, name, *rest = line.split("  ", 2)
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    if len(number) + len(name) < LONGEST_HEAD:
        table.add_column(overflow="fold")
        table.add_row(Text(number), Text(name, "bold"), Text(" ".join(rest)))
        return table
    return Group(Text.assemble(number, "  ", (name, "bold")), Padding(Text(" ".join(rest)), (0, 0, 0, 4)))


def names_and_paths(rows: Sequence[Sequence[str]]) -> RenderableType:
    """Return rows of name and path, with the source on the next line; paths are not wrapped."""
    width = max((len(row[0]) for row in rows), default=0)
    lines: list[RenderableType] = []
    for name, path, source in rows:
        text = Text(no_wrap=True, overflow="ignore")
        text.append(name.ljust(width), "bold")
        text.append(f"  {path}")
        lines.append(text)
        lines.append(Text(f"{' ' * width}  {source}", no_wrap=True, overflow="ignore"))
    return Group(*lines)


def _merged(section: Section) -> Sequence[Line]:
    """Return the lines of a section; in a quote, lines with the same text are merged, with all their labels."""
    if section.style != "quote":
        return section.lines
    labels: dict[str, list[str]] = {}
    for line in section.lines:
        labels.setdefault(line.text, []).extend([line.label] if line.label else [])
    return [Line(text, label="\n".join(several) or None) for text, several in labels.items()]


def labelled(lines: Sequence[Line]) -> RenderableType:
    """Return facts with labels in a separate column, so that long texts are indented; the first line is the title."""
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True, justify="right")
    table.add_column(overflow="fold")
    for line in lines[1:]:
        style = label_style(line)
        text = Text(line.text)
        if line.danger:
            text.append(" ")
            text.append(f"[danger: {line.danger}]", BAD)
        table.add_row(Text(line.label or "", style), text)
    return Group(Text(lines[0].text, "bold"), table)


def _line(line: Line) -> Text:
    text = Text()
    if line.label:
        text.append(f"{line.label}  ", "bold")
    text.append_text(_emphasised(line.text))
    if line.danger:
        text.append("  ")
        text.append(f"[danger: {line.danger}]", BAD)
    for number, tag in enumerate(line.tags):
        text.append("; " if number else "  (")
        text.append(tag, f"link {url}" if (url := url_of(tag)) else "")
    text.append(")" if line.tags else "")
    return text


def _emphasised(quote: str) -> Text:
    """Return text with `**emphasis**` in bold instead of the asterisks."""
    text = Text()
    for number, piece in enumerate(quote.split("**")):
        text.append(piece, "bold" if number % 2 else "")
    return text


def _grid(grid: Grid) -> list[RenderableType]:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), show_edge=False)
    for number, column in enumerate(grid.columns):
        table.add_column(
            Text(column), overflow="fold", style="bold" if number == 0 else "", no_wrap=number == 0
        )
    for row in grid.rows:
        table.add_row(*(_emphasised(cell) for cell in row))
    return [Text(grid.heading, HEADING), table] if grid.heading else [table]
