"""Reads the TOML of sequence files so that no content does harm, and knows the line of each `[[step]]` header.

tomllib gives values without their places, recurses on nesting and takes quadratic time on keys of many parts; so the text
is looked over once before, token by token.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ckrtool.errors import SurroundingsError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 256 * 1024
DEEPEST = 24
LONGEST_KEY = 16

# Strings and comments first, so that what stands in them is no structure; then the marks that are. Strings without an end
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
_HEADER = re.compile(r"""[ \t]*+\[\[[ \t]*+(?:step|"step"|'step')[ \t]*+\]\]""")
_INLINE = re.compile(r"""[ \t]*+(?:step|"step"|'step')[ \t]*+=""")


class Broken(Exception):
    """The text is no usable TOML: `line` (from 1) and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@dataclass
class Text:
    """The values of a file, and the lines of its `[[step]]` headers in order."""

    values: dict[str, Any] = field(default_factory=dict)
    step_lines: list[int] = field(default_factory=list)

    def line(self, number: int) -> int:
        """Return the line of step `number` (from 1); steps written as `step = [...]` have that line."""
        if not self.step_lines:
            return 1
        return self.step_lines[min(number, len(self.step_lines)) - 1]


def read(path: Path) -> str:
    """Return the text of a file.

    Raises SurroundingsError for one that can't be read, Broken for one that is not text of a bearable size.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a FIFO without a writer must not block
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise SurroundingsError(f"{path}: not a regular file", "Name a sequence file (TOML).")
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SurroundingsError(
            f"{path}: {reason}", "`ckr probe --list-sequences` lists the built-in ones."
        ) from error
    if len(data) > LARGEST:
        raise Broken(1, f"larger than {LARGEST} bytes")
    if b"\0" in data:
        raise Broken(data[: data.index(b"\0")].count(b"\n") + 1, "a NUL byte: this is not TOML")
    try:
        return data.decode("utf-8").removeprefix("\N{BYTE ORDER MARK}").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Broken(data[: error.start].count(b"\n") + 1, "not UTF-8") from None


def parse(text: str) -> Text:
    """Return the values of TOML text and the lines of its steps; raises Broken for anything that is not TOML."""
    lines = _look_over(text)
    try:
        values = tomllib.loads(text)
    except RecursionError:
        raise Broken(1, "nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        raise Broken(_line_of(error, text), _reason_of(error)) from None
    except (ValueError, OverflowError):  # a number of thousands of digits, a date that does not exist
        raise Broken(1, "a number or date that nothing can hold") from None
    return Text(values, lines)


def _look_over(text: str) -> list[int]:  # noqa: C901 - one branch a kind of token
    """Return the lines of step headers; raises Broken for what would cost tomllib too much."""
    line, depth, dots = 1, 0, 0
    headers: list[int] = []
    inline: list[int] = []
    if _HEADER.match(text):
        headers.append(1)
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark == "\n":
            line, dots = line + 1, 0
            # A header stands at the start of a line outside of any array; `depth` is only a guess in broken files.
            if _HEADER.match(text, token.end()) and not depth:
                headers.append(line)
            elif _INLINE.match(text, token.end()) and not depth:
                inline.append(line)
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
            raise Broken(line, "nested too deeply")
        if dots > LONGEST_KEY:
            raise Broken(line, "a key of too many parts")
    return headers or inline


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Return the line that tomllib names in its message; the last one of the file where it says "end of document"."""
    found = re.search(r"\(at line (\d+), column \d+\)$", str(error))
    return int(found[1]) if found else text.rstrip("\n").count("\n") + 1


def _reason_of(error: tomllib.TOMLDecodeError) -> str:
    """Return tomllib's message without its place."""
    return re.sub(r" \(at (?:line \d+, column \d+|end of document)\)$", "", str(error))[:200]
