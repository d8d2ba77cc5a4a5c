"""Annotate short texts separately, such as the messages of a program's log records."""

from __future__ import annotations

import threading

from ckrtool.logs.annotate import MARK, Annotator, Style
from ckrtool.logs.current_grammar import current


class Messages:
    """Annotate each text independently of the others; can be used from any thread."""

    def __init__(self) -> None:
        self._search = current().always.in_line
        # One annotator per thread is reused, because creating one takes longer than annotating a message.
        self._local = threading.local()

    def annotated(self, text: str) -> str:
        """Return the text, with the meaning appended to each line that has a return code."""
        data = text.encode("utf-8", "surrogatepass")
        if self._search(data) is None:
            return text
        annotator: Annotator | None = getattr(self._local, "annotator", None)
        if annotator is None:
            annotator = self._local.annotator = Annotator(Style())
        done = annotator.push(data + b"\n") + annotator.finish()
        return done[:-1].decode("utf-8", "surrogatepass")

    def is_annotated(self, text: str) -> bool:
        """Return whether a text is one that `annotated` returned."""
        if MARK.decode() not in text:
            return False
        lines = text.split("\n")
        cut = [_without_note(line) for line in lines]
        noted = self.annotated("\n".join(cut))
        if noted == text:
            return True
        # A line that does not get its last part as a note had it before.
        rows = zip(cut, noted.split("\n"), lines, strict=True)
        plain = [short if note == line else line for short, note, line in rows]
        return plain != lines and self.annotated("\n".join(plain)) == text


def _without_note(line: str) -> str:
    """Return a line up to its last mark, with its CR."""
    at = line.rfind(MARK.decode())
    return line if at < 0 else line[:at] + ("\r" if line.endswith("\r") else "")
