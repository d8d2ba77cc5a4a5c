"""Formats values as Python literals, the only content of compiled tables, so that importing one runs no other code."""

from __future__ import annotations

WIDTH = 160
HEAD = '''"""{title}

Compiled by `python -m ckrtool._generate` from {source}; never edited by hand.
"""

from __future__ import annotations
'''


def module(title: str, source: str, names: dict[str, object]) -> str:
    """Return the text of a module that assigns a literal to each name, given as `NAME: type`."""
    parts = [HEAD.format(title=title, source=source)]
    parts += [f"{name} = {literal(value)}\n" for name, value in names.items()]
    return "\n".join(parts)


def literal(value: object, indent: str = "") -> str:
    """Return `value` as Python source, with one entry per line where it is long; raise TypeError if it is not a plain literal."""
    if isinstance(value, Hex):
        return str(value)
    short = _short(value)
    if len(short) + len(indent) <= WIDTH and not (isinstance(value, dict) and value):
        return short
    deeper = indent + "    "
    if isinstance(value, dict):
        body = "".join(f"{deeper}{literal(key)}: {literal(entry, deeper)},\n" for key, entry in value.items())
        return "{\n" + body + indent + "}"
    if isinstance(value, tuple):
        return "(\n" + "".join(f"{deeper}{literal(entry, deeper)},\n" for entry in value) + indent + ")"
    return short


class Hex(int):
    """A number that is written in hexadecimal, as headers of the standard do."""

    def __str__(self) -> str:
        """Return the number as `0x000000A0`."""
        return f"0x{int(self):08X}"

    __repr__ = __str__


def _short(value: object) -> str:
    """Return `value` on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_short(key)}: {_short(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, tuple):
        inner = ", ".join(_short(entry) for entry in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if value is None or isinstance(value, (str, bytes, int)):
        return repr(value)
    raise TypeError(f"{type(value).__name__} is not a plain literal")
