"""The searchable form of a line, without colours and escapes, with a map from its offsets to those of the original."""

from __future__ import annotations

from ckrtool._lazy_re import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Self

# A real escape sequence, or the same written inside a JSON string.
COLOUR = lazy(rb"(?:\x1b|\\u001[bB]|\\x1[bB]|\\033|\\e)\[[0-9;?]*[A-Za-z]")
# An escape inside a string, and what rsyslog writes for a tab, LF or CR inside a message.
ESCAPE = lazy(rb"\\[nrtbf\"'/\\]")
OF_RSYSLOG = lazy(rb"#01[125](?!\d)")


# The wrappers that Docker and Kubernetes add to each line of a container's log.
DOCKER = lazy(rb'\{"log":\s?"(?P<text>[^"\\]*(?:\\.[^"\\]*)*)",\s?"(?:stream|time|attrs)":')
CRI = lazy(rb"\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) std(?:out|err) [FP] (?P<text>[^\n]*)")


# `in` takes a seventh of the time for the number of a byte, as for bytes.
BACKSLASH, ESC, HASH, BRACKET = b"\\\x1b#["


def is_escaped(text: bytes) -> bool:
    """Return whether there may be a colour or an escape in a text."""
    return BACKSLASH in text or ESC in text or (HASH in text and b"#01" in text)


def is_wrapped(line: bytes) -> bool:
    """Return whether the line may have the wrapper of a container's log; a quick test."""
    return line.startswith(b'{"log":') or (line[10:11] == b"T" and b" std" in line[19:48])


class SearchableText(bytes):
    """The text of a line that records the places of the numbers whose values are used."""

    asked: set[tuple[int, int]]

    def __new__(cls, text: bytes) -> Self:
        """Return the text with an empty record."""
        made = super().__new__(cls, text)
        made.asked = set()
        return made


def ask(view: bytes, start: int, end: int) -> bytes:
    """Return a number of a line, and record that its value determines the result of the line."""
    if isinstance(view, SearchableText):
        view.asked.add((start, end))
    return view[start:end]


class SearchableLine:
    """The searchable `text` of a line; `place` maps an offset in it to the offset in the line."""

    __slots__ = ("_removed", "_starts", "text")

    def __init__(self, line: bytes) -> None:
        self._starts: list[int] = []
        self._removed: list[int] = []
        if is_wrapped(line):
            line = self._without_wrapper(line)
        if ESC in line or (BACKSLASH in line and BRACKET in line):
            line = self._without_colours(line)
        self.text = _unescaped(line)

    def place(self, at: int) -> int:
        """Return the offset in the line of the byte at `at` in the text."""
        from bisect import bisect_right

        index = bisect_right(self._starts, at)
        return at + self._removed[index - 1] if index else at

    def _without_wrapper(self, line: bytes) -> bytes:
        match = (DOCKER if line.startswith(b"{") else CRI).match(line)
        if match is None:
            return line
        self._starts.append(0)
        self._removed.append(match.start("text"))
        return match["text"]

    def _without_colours(self, line: bytes) -> bytes:
        pieces = []
        position = 0
        removed = self._removed[-1] if self._removed else 0
        wrapped = removed
        for match in COLOUR.finditer(line):
            pieces.append(line[position : match.start()])
            removed += len(match[0])
            position = match.end()
            self._starts.append(position - (removed - wrapped))
            self._removed.append(removed)
        pieces.append(line[position:])
        return b"".join(pieces)


def _unescaped(line: bytes) -> bytes:
    """Return a line with blanks in place of its escapes; an escaped quote remains one."""
    if BACKSLASH in line:
        if b"\\\\" in line:
            line = ESCAPE.sub(_unescape, line)
        else:  # the usual case, without a call per escape
            line = line.replace(b'\\"', b' "')
            line = ESCAPE.sub(b"  ", line)
    return OF_RSYSLOG.sub(b"    ", line) if HASH in line and b"#01" in line else line


def _unescape(match: re.Match[bytes]) -> bytes:
    return b' "' if match[0] == b'\\"' else b"  "
