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
        return any(
            self.annotated("\n".join(_without_note(line, last=last) for line in lines)) == text
            for last in (False, True)
        )


def _without_note(line: str, *, last: bool) -> str:
    """Return a line up to its first or last mark, with its CR."""
    mark = MARK.decode()
    at = line.rfind(mark) if last else line.find(mark)
    return line if at < 0 else line[:at] + ("\r" if line.endswith("\r") else "")
