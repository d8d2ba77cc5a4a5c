"""Annotate lines one by one, each as soon as it is known, without the costs of a block per line."""

from __future__ import annotations

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.current_grammar import current

MOST_BYTES = 1 << 16
"""Number of bytes of lines without codes that are kept until they are passed on together."""


class EachLine:
    """Annotate a stream line by line; the notes are those of the stream as a whole, as far as it is known."""

    def __init__(self) -> None:
        self._annotator = Annotator(Style())
        self._search = current().always.in_line
        self._plain: list[bytes] = []
        self._size = 0

    def annotated(self, line: bytes) -> bytes:
        """Return one line, which ends with LF, with the meaning of its codes."""
        if self._search(line) is None:
            # The state of a stream depends on these lines too, such as those of a traceback, so they are passed on before the
            # next line with a candidate.
            self._plain.append(line)
            self._size += len(line)
            if self._size > MOST_BYTES:
                self._pass_on()
            return line
        self._pass_on()
        return self._read(line)

    def block(self, lines: bytes) -> bytes:
        """Return several whole lines, annotated as one block."""
        self._pass_on()
        return self._read(lines)

    def _read(self, lines: bytes) -> bytes:
        out = self._annotator.push(lines)
        self._search = (current().in_trace if self._annotator.in_trace else current().always).in_line
        return out

    def _pass_on(self) -> None:
        if self._plain:
            self._annotator.push(b"".join(self._plain))
            self._plain, self._size = [], 0
