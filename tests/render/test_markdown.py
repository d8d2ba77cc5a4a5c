"""A document as Markdown: text from data stays text, in a paragraph and in a table."""

from __future__ import annotations

from ckrtool.render import markdown
from ckrtool.render.document import Document, Grid, Line, Section


def test_text_can_not_leave_its_cell() -> None:
    shown = markdown.render(Document("Codes", parts=[Grid(("Name", "Meaning"), [("a|b", "c | d")])]))
    assert shown.splitlines()[-1] == r"| a\|b | c \| d |"


def test_text_is_no_markup() -> None:
    line = Line("<b>x</b> [y](z) *a* _b_ `c` #d \\")
    shown = markdown.render(Document("Title", parts=[Section("Heading", [line])]))
    assert shown.splitlines()[-1] == r"- \<b\>x\</b\> \[y\](z) \*a\* \_b\_ \`c\` \#d \\"
