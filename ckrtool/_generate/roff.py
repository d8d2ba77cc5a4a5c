r"""Converts prose to roff, from the subset of Markdown that man pages need.

Paragraphs; `# SECTION` and `## Subsection`; `- ` bullets; a term line and `: ` lines for definitions; lines indented by four
are shown as they are; `**bold**`, `*italic*` and `` `as typed` `` within a line. Everything else is text: a dot at the beginning
of a line, a backslash or a quote can't become a request.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPANS = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*")
# Characters that groff would replace with typographic ones, and its escape character.
_ESCAPES = {"\\": "\\e", "^": "\\(ha", "~": "\\(ti", "`": "\\(ga", "'": "\\(aq"}


def convert(text: str) -> str:
    """Return prose as roff, ending in a line break (or empty)."""
    return "".join(line + "\n" for line in _blocks(text))


def bold(text: str) -> str:
    """Return text to be typed literally: in bold, with hyphens as minus signs, so that it can be copied."""
    return f"\\fB{typed(text)}\\fR"


def italic(text: str) -> str:
    """Return a placeholder: text in italics."""
    return f"\\fI{typed(text)}\\fR"


def typed(text: str) -> str:
    """Return escaped text with hyphens as minus signs, so that it can be copied."""
    return escaped(text).replace("-", "\\-")


def escaped(text: str) -> str:
    """Return text with roff's special characters escaped, and characters outside of ASCII as code points."""
    plain = "".join(_ESCAPES.get(char, char) for char in text)
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in plain)


def inline(text: str) -> str:
    """Return the text of a paragraph with its bold and italic spans converted."""
    parts = []
    end = 0
    for span in _SPANS.finditer(text):
        parts.append(escaped(text[end : span.start()]))
        as_typed, strong, replaced = span.groups()
        parts.append(italic(replaced) if replaced else bold(as_typed or strong))
        end = span.end()
    parts.append(escaped(text[end:]))
    return "".join(parts)


def shown(lines: list[str]) -> list[str]:
    """Return lines as a literal block, indented."""
    return [".RS 3", ".EX", *(_line(typed(line)) for line in lines), ".EE", ".RE"]


def item(term: str, text: str) -> list[str]:
    """Return a definition; `term` is roff, `text` is prose."""
    return [".TP", _line(term), *_text(text)]


def _text(text: str) -> list[str]:
    """Return a paragraph with one sentence per line, so that a changed sentence changes one line."""
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z`*])", " ".join(text.split()))
    return [_line(inline(sentence)) for sentence in sentences]


def _line(line: str) -> str:
    """Return a text line, escaped if it would be a request."""
    return f"\\&{line}" if line[:1] in {".", "'"} else line


def _blocks(text: str) -> Iterator[str]:
    """Yield the roff lines of a text."""
    lines = text.strip("\n").splitlines()
    position = 0
    fresh = True  # no paragraph request is needed directly after a heading
    while position < len(lines):
        line = lines[position]
        if not line.strip():
            position += 1
            continue
        end = _end(lines, position)
        block = lines[position:end]
        if line.startswith("#"):
            yield f'.{"SS" if line.startswith("##") else "SH"} "{inline(line.lstrip("# "))}"'
            end = position + 1
        elif line.startswith("    "):
            yield from ([] if fresh else [".PP"])
            yield from shown([entry[4:] for entry in block])
        elif line.startswith("- "):
            yield from _bullets(block)
        elif len(block) > 1 and block[1].startswith(": "):
            yield from item(inline(line), " ".join([block[1][2:], *block[2:]]))
        else:
            yield from ([] if fresh else [".PP"])
            yield from _text(" ".join(block))
        fresh = line.startswith("#")
        position = end


def _end(lines: list[str], start: int) -> int:
    """Return the index after the last line of a block: an empty line ends it, except in a literal block."""
    end = start
    if not lines[start].startswith("    "):
        while end < len(lines) and lines[end].strip():
            end += 1
        return end
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith("    ")):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return end


def _bullets(block: list[str]) -> Iterator[str]:
    entries: list[list[str]] = []
    for line in block:
        if line.startswith("- "):
            entries.append([line[2:]])
        else:
            entries[-1].append(line.strip())
    for entry in entries:
        yield ".IP \\(bu 2"
        yield from _text(" ".join(entry))
