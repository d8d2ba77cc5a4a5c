"""A document as Markdown, for a ticket; special characters in data are escaped."""

from __future__ import annotations

from ckrtool.render.document import Document, Grid, Line, Section

SPECIAL = str.maketrans({char: "\\" + char for char in "\\`*_[]<>|#"})


def escape(text: str) -> str:
    """Return text with Markdown's special characters escaped."""
    return text.translate(SPECIAL)


def render(document: Document) -> str:
    """Return the document as Markdown."""
    blocks = [f"## {escape(document.title)}"]
    if document.lead:
        blocks.append(escape(document.lead))
    if document.facts:
        blocks.append("\n".join(f"- **{escape(label)}**: {escape(text)}" for label, text in document.facts))
    blocks += [_grid(part) if isinstance(part, Grid) else _section(part) for part in document.parts]
    return "\n\n".join(blocks) + "\n"


def _line(line: Line) -> str:
    label = f"**{escape(line.label)}**: " if line.label else ""
    danger = f" **(danger: {escape(line.danger)})**" if line.danger else ""
    tags = f" ({escape('; '.join(line.tags))})" if line.tags else ""
    return f"{label}{escape(line.text)}{danger}{tags}"


def _section(section: Section) -> str:
    heading = f"### {escape(section.heading)}\n\n"
    if section.style == "quote":
        return heading + "\n>\n".join(f"> {line.text}" for line in section.lines)
    if section.style == "numbered":
        return heading + "\n".join(f"{number}. {_line(line)}" for number, line in enumerate(section.lines, 1))
    return heading + "\n".join(f"- {_line(line)}" for line in section.lines)


def _grid(grid: Grid) -> str:
    head = f"### {escape(grid.heading)}\n\n" if grid.heading else ""
    lines = ["| " + " | ".join(map(escape, grid.columns)) + " |", "|" + " --- |" * len(grid.columns)]
    lines += ["| " + " | ".join(map(escape, row)) + " |" for row in grid.rows]
    return head + "\n".join(lines)
