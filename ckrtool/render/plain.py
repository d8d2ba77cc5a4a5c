"""A document as plain text for a pipe: one fact per line, without wrapping or boxes."""

from __future__ import annotations

from ckrtool.render.document import Document, Grid, Line, Section

MARKS = {"plain": "- ", "warning": "! ", "quote": "", "compact": "- "}


def render(document: Document) -> str:
    """Return the document as text; sections are separated by an empty line."""
    blocks = [[document.title]]
    if document.lead:
        blocks[0].append(document.lead)
    blocks[0] += [f"{label}: {text}" for label, text in document.facts]
    blocks += [_grid(part) if isinstance(part, Grid) else _section(part) for part in document.parts]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def rows(grid: Grid) -> str:
    """Return the rows of a table without heading and column names."""
    return "".join(f"{line}\n" for line in _aligned(grid))


def text_of(line: Line) -> str:
    """Return one fact as text, with its label, danger and tags."""
    label = (f"{line.label}: " if line.text else line.label) if line.label else ""
    danger = f" [danger: {line.danger}]" if line.danger else ""
    tags = f" ({'; '.join(line.tags)})" if line.tags else ""
    return f"{label}{line.text}{danger}{tags}"


def _section(section: Section) -> list[str]:
    lines = [section.heading]
    for number, line in enumerate(section.lines, 1):
        mark = f"{number}. " if section.style == "numbered" else MARKS[section.style]
        lines.append(f"  {mark}{text_of(line)}")
    return lines


def _grid(grid: Grid) -> list[str]:
    return ([grid.heading] if grid.heading else []) + _aligned(grid)


def _aligned(grid: Grid) -> list[str]:
    """Return the rows with their columns aligned by blanks; the last column is not padded."""
    if not grid.rows:
        return []
    widths = [max(len(row[column]) for row in grid.rows) for column in range(len(grid.columns) - 1)]
    return [
        "  ".join(
            [*(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]]
        ).rstrip()
        for row in grid.rows
    ]
