"""Small pieces of HTML: escaped text, code, elements. Whatever comes from a report goes through `text` or `code`."""

import html

from ckrtool.printable import printable
from ckrtool.render.report_facts import shorten


def text(value: str, limit: int = 300) -> str:
    """Return text from outside as harmless HTML text (also inside a quoted attribute)."""
    return html.escape(printable(shorten(" ".join(value.split()), limit)), quote=True)


def code(value: str, limit: int = 160) -> str:
    """Return a name or value from outside as a code element."""
    return element("code", html.escape(printable(shorten(value, limit)), quote=True))


def element(tag: str, content: str, css: str = "", **attributes: str | bool) -> str:
    """Return an element around `content`, which is HTML already; attribute values are our own words."""
    given = {"class": css, **attributes}
    shown = [name if value is True else f'{name}="{value}"' for name, value in given.items() if value]
    return f"<{' '.join([tag, *shown])}>{content}</{tag}>"
