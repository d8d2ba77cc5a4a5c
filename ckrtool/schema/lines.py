"""Finds the line of a TOML file that a problem is about: tomllib gives values without their places."""

from __future__ import annotations

import re
from collections import Counter

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*"
_HEADER = re.compile(rf"[ \t]*(\[{{1,2}})[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_LONG = re.compile(r'"""|' + "'''")
_AT = re.compile(r"\(at line (\d+), column \d+\)")

Path = tuple[str, ...]


def places(text: str) -> dict[Path, int]:
    """Return the line of each header and key; a table of an array counts as "entry N", as in the validator's messages."""
    found: dict[Path, int] = {}
    entries: Counter[Path] = Counter()
    table: Path = ()
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if not inside and header:
            table = _parts(header[2])
            if header[1] == "[[":
                entries[table] += 1
                table = (*table, f"entry {entries[table]}")
            found.setdefault(table, number)
        elif not inside and key:
            found.setdefault((*table, *_parts(key[1])), number)
        inside ^= len(_LONG.findall(line)) % 2 == 1
    return found


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_NAME, dotted))


def line_of(text: str, words: str) -> int | None:
    """Return the line that "key: entry 2: key: what is wrong" is about, None where no header or key is named."""
    found = places(text)
    path: Path = ()
    best = None
    for word in words.split(": ")[:-1]:
        path = (*path, word)
        best = found.get(path, best)
    return best


def line_of_error(message: str) -> int | None:
    """Return the line that tomllib names in the words of its error."""
    at = _AT.search(message)
    return int(at[1]) if at else None
