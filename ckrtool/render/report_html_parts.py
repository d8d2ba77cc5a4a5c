"""Helpers for HTML: escaped text, code, elements. All values from a report must be passed through `text` or `code`."""

import html

from ckrtool.printable import printable
from ckrtool.render.report_facts import shorten


def text(value: str, limit: int = 300) -> str:
    """Return external text escaped for HTML (also inside a quoted attribute), cut to `limit` characters."""
    return html.escape(printable(shorten(" ".join(value.split()), limit)), quote=True)


def code(value: str, limit: int = 160) -> str:
    """Return an external name or value as an escaped code element, cut to `limit` characters."""
    return element("code", html.escape(printable(shorten(value, limit)), quote=True))


def element(tag: str, content: str, css: str = "", **attributes: str | bool) -> str:
    """Return an element with `content`, which must be HTML; attribute values are not escaped."""
    given = {"class": css, **attributes}
    shown = [name if value is True else f'{name}="{value}"' for name, value in given.items() if value]
    return f"<{' '.join([tag, *shown])}>{content}</{tag}>"
