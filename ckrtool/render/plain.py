"""A document as plain text for a pipe: one fact per line, without wrapping or boxes."""

from __future__ import annotations

from ckrtool.render.document import Document, Grid, Line, Section
from ckrtool.render.styles import BAD, HEADING, bare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.render.styles import Paint

MARKS = {"plain": "- ", "warning": "! ", "quote": "", "compact": "- "}


def render(document: Document, paint: Paint = bare) -> str:
    """Return the document as text; sections are separated by an empty line."""
    name, gap, rest = document.title.partition("  ")
    blocks = [[f"{paint(name, document.style or HEADING)}{gap}{rest}"]]
    if document.lead:
        blocks[0].append(paint(document.lead, HEADING))
    blocks[0] += [f"{label}: {text}" for label, text in document.facts]
    blocks += [
        _grid(part, paint) if isinstance(part, Grid) else _section(part, paint) for part in document.parts
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def rows(grid: Grid, paint: Paint = bare) -> str:
    """Return the rows of a table without heading and column names."""
    return "".join(f"{line}\n" for line in _aligned(grid, paint))


def text_of(line: Line, paint: Paint = bare) -> str:
    """Return one fact as text, with its label, danger and tags."""
    label = f"{paint(line.label, HEADING)}{': ' if line.text else ''}" if line.label else ""
    danger = f" {paint(f'[danger: {line.danger}]', BAD)}" if line.danger else ""
    tags = f" ({'; '.join(line.tags)})" if line.tags else ""
    return f"{label}{line.text}{danger}{tags}"


def label_style(line: Line) -> str:
    """Return the style of the label of a line of a brief answer."""
    return BAD if line.label == "do not" else HEADING


def brief(lines: Sequence[Line], paint: Paint = bare) -> str:
    """Return a brief answer: one fact per line, not wrapped; the first line is the title."""
    out: list[str] = []
    for line in lines:
        label = f"{paint(line.label, label_style(line))}: " if line.label else ""
        text = line.text if line.label or out else paint(line.text, HEADING)
        danger = f" {paint(f'[danger: {line.danger}]', BAD)}" if line.danger else ""
        out.append(f"{label}{text}{danger}\n")
    return "".join(out)


def _section(section: Section, paint: Paint) -> list[str]:
    lines = [paint(section.heading, BAD if section.style == "warning" else HEADING)]
    for number, line in enumerate(section.lines, 1):
        mark = f"{number}. " if section.style == "numbered" else MARKS[section.style]
        lines.append(f"  {mark}{text_of(line, paint)}")
    return lines


def _grid(grid: Grid, paint: Paint) -> list[str]:
    return ([paint(grid.heading, HEADING)] if grid.heading else []) + _aligned(grid, paint)


def _aligned(grid: Grid, paint: Paint) -> list[str]:
    """Return the rows with their columns aligned by blanks; the first is a heading, the last column is not padded."""
    if not grid.rows:
        return []
    widths = [max(len(row[column]) for row in grid.rows) for column in range(len(grid.columns) - 1)]
    lines = []
    for row in grid.rows:
        cells = [*(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]]
        first = row[0].rstrip()
        lines.append(paint(first, HEADING) + "  ".join(cells).rstrip()[len(first) :])
    return lines
