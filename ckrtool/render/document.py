"""A small document model: the content of an answer, before it is rendered as plain text, Markdown or for a terminal.

Plain classes without imports, because documents are made on the quick path.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Line:
    """One fact: its label and text, followed by marks (`tags`: a stack, a reference; `danger`: a risk to warn of)."""

    __slots__ = ("danger", "label", "tags", "text")

    def __init__(
        self, text: str, *, label: str | None = None, tags: Sequence[str] = (), danger: str | None = None
    ) -> None:
        self.text = text
        self.label = label
        self.tags = tuple(tags)
        self.danger = danger


class Section:
    """A heading and the facts below it. `style` is plain, numbered, warning, quote or compact."""

    __slots__ = ("heading", "lines", "style")

    def __init__(self, heading: str, lines: Sequence[Line], style: str = "plain") -> None:
        self.heading = heading
        self.lines = tuple(lines)
        self.style = style


class Grid:
    """A table: column names and rows of text; the last column may be long."""

    __slots__ = ("columns", "heading", "rows")

    def __init__(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], heading: str | None = None
    ) -> None:
        self.columns = tuple(columns)
        self.rows = [tuple(row) for row in rows]
        self.heading = heading


class Document:
    """A title, a sentence with its meaning, short facts, then sections and tables in reading order.

    `style` is the style of the first word of the title if that is a verdict (a constant of `styles`), else "".
    """

    __slots__ = ("facts", "lead", "parts", "style", "title")

    def __init__(
        self,
        title: str,
        lead: str | None = None,
        facts: Sequence[tuple[str, str]] = (),
        parts: Sequence[Section | Grid] = (),
        *,
        style: str = "",
    ) -> None:
        self.title = title
        self.style = style
        self.lead = lead
        self.facts = tuple(facts)
        self.parts = [part for part in parts if not isinstance(part, Section) or part.lines]
