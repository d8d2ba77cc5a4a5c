"""The only reader of TOML: it limits size, nesting and time, and records the line of each table header and key.

tomllib returns values without their lines, recurses on nesting and takes quadratic time on keys of many parts. So the text
is first scanned once, token by token, to refuse costly input and to record the lines of tables and keys.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ckrtool._records import field, record

if TYPE_CHECKING:
    from pathlib import Path

_NONBLOCK = getattr(os, "O_NONBLOCK", 0)  # a FIFO without a writer must not block; Windows has none
LARGEST = 1 << 20
DEEPEST = 24
LONGEST_KEY = 16

# Strings and comments first, so that marks inside them have no meaning; then the marks of structure. Strings without an end
# match too: every character is looked at once.
_TOKEN = re.compile(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\])*+(?:"{3,5})?'
    r"|'''(?:'{1,2}(?!')|[^'])*+(?:'{3,5})?"
    r'|"(?:\\.|[^"\\\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+"
    r"|\n|[\[\]{}=,.]",
    re.DOTALL,
)
_PART = r"""(?:[A-Za-z0-9_-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+')"""
_DOTTED = rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART})*+"
# The start of a line outside of any value: `[[name]]`, `[name]` or `name =`.
_NAMED = re.compile(
    rf"[ \t]*+(?:(?P<list>\[\[)[ \t]*+(?P<entry>{_DOTTED})[ \t]*+\]\]"
    rf"|\[[ \t]*+(?P<table>{_DOTTED})[ \t]*+\]"
    rf"|(?P<key>{_DOTTED})[ \t]*+=)"
)

KeyPath = tuple[str, ...]


class Unreadable(Exception):
    """The file cannot be read; the text is the reason."""


class NotToml(Exception):
    """The text cannot be used as TOML: `line` (from 1) and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@record
class Document:
    """The values of a TOML text, and where its tables and keys are."""

    values: dict[str, Any] = field(default_factory=dict)
    named: list[tuple[int, str, str]] = field(default_factory=list)
    """(line, kind of place: `entry`, `table` or `key`, its dotted name) in the order of the text."""
    text: str = ""

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """Return the line of each table and key; the Nth table of an array is the part "entry N" after the array's name."""
        found: dict[KeyPath, int] = {}
        entries: dict[KeyPath, int] = {}
        table: KeyPath = ()
        for line, kind, dotted in self.named:
            names = tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
            if kind == "key":
                found.setdefault((*table, *names), line)
                continue
            table = ()
            for number, name in enumerate(names, 1):
                table = (*table, name)
                if kind == "entry" and number == len(names):
                    entries[table] = entries.get(table, 0) + 1
                if table in entries:
                    table = (*table, f"entry {entries[table]}")
            found.setdefault(table, line)
        return found

    def line(self, *path: str) -> int | None:
        """Return the line of a table or key, or of the nearest enclosing one with a line; None if there is none."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def line_with(self, word: str, *path: str) -> int | None:
        """Return the first line from that of a key on that contains `word`, to find one entry of an array of many lines."""
        start = self.line(*path)
        if start is None:
            return None
        rest = self.text.split("\n")[start - 1 :]
        return next((start + number for number, line in enumerate(rest) if word in line), start)


def load(path: Path, largest: int = LARGEST) -> Document:
    """Return the document in a file of at most `largest` bytes; raise Unreadable or NotToml."""
    return parse(read_text(path, largest))


def read_text(path: Path, largest: int = LARGEST) -> str:
    """Return the text of a file with LF line ends and without a byte order mark.

    Raises Unreadable for a file that cannot be read, NotToml for one that is too large or not text.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NONBLOCK)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor
            mode = os.fstat(stream.fileno()).st_mode
            if not stat.S_ISREG(mode) and not stat.S_ISCHR(mode):  # /dev/null is an empty file
                raise Unreadable("not a regular file")
            data = stream.read(largest + 1) or b""
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from error
    except ValueError as error:  # a NUL in the path
        raise Unreadable(str(error)) from error
    if len(data) > largest:
        raise NotToml(1, f"larger than {largest} bytes")
    if b"\0" in data:
        raise NotToml(data[: data.index(b"\0")].count(b"\n") + 1, "a NUL byte: this is not TOML")
    try:
        return data.decode("utf-8").removeprefix("\N{BYTE ORDER MARK}").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise NotToml(data[: error.start].count(b"\n") + 1, "not UTF-8") from None


def parse(text: str) -> Document:
    """Return the values of TOML text and the lines of its tables and keys; raise NotToml for anything that is not TOML."""
    named = _scan(text)
    try:
        values = tomllib.loads(text)
    except RecursionError:
        raise NotToml(1, "nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        raise NotToml(_line_of(error, text), _reason_of(error)) from None
    except (ValueError, OverflowError):  # a number of thousands of digits, a date that does not exist
        raise NotToml(1, "a number or date out of range") from None
    return Document(values, named, text)


def _scan(text: str) -> list[tuple[int, str, str]]:
    """Return the tables and keys with their lines; raise NotToml for input that would be too costly for tomllib."""
    line, depth, dots = 1, 0, 0
    found = [*_named_at(text, 0, line)]
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark == "\n":
            line, dots = line + 1, 0
            if not depth:  # in broken files the depth is only a guess
                found += _named_at(text, token.end(), line)
        elif mark == ".":
            dots += 1
        elif mark in "=,":
            dots = 0
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth = max(0, depth - 1)
        else:
            line += mark.count("\n")
        if depth > DEEPEST:
            raise NotToml(line, "nested too deeply")
        if dots >= LONGEST_KEY:
            raise NotToml(line, f"a key of too many parts (at most {LONGEST_KEY} are allowed)")
    return found


def _named_at(text: str, start: int, line: int) -> list[tuple[int, str, str]]:
    """Return the table or key named at the start of a line, if there is one."""
    match = _NAMED.match(text, start)
    if match is None:
        return []
    return [
        (line, kind, dotted)
        for kind, dotted in match.groupdict().items()
        if kind != "list" and dotted is not None
    ]


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Return the line in tomllib's message; the last line of the text for "end of document"."""
    found = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    return int(found[1]) if found else text.rstrip("\n").count("\n") + 1


def _reason_of(error: tomllib.TOMLDecodeError) -> str:
    """Return tomllib's message without the position, of at most 200 characters."""
    return re.sub(r" \(at (?:line \d+, column \d+|end of document)\)$", "", str(error))[:200]
