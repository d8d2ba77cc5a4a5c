"""Annotate short texts separately, such as the messages of a program's log records."""

from __future__ import annotations

import threading

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.current_grammar import current
from ckrtool.logs.dialects.prefilter import NOWHERE


class Messages:
    """Annotate each text independently of the others; can be used from any thread."""

    def __init__(self) -> None:
        self._finders = current().always.finders
        # One annotator per thread is reused, because creating one takes longer than annotating a message.
        self._local = threading.local()

    def annotated(self, text: str) -> str:
        """Return the text, with the meaning appended to each line that has a return code."""
        data = text.encode("utf-8", "surrogatepass")
        for find in self._finders:
            if find(data, 0) < NOWHERE:
                break
        else:
            return text
        annotator: Annotator | None = getattr(self._local, "annotator", None)
        if annotator is None:
            annotator = self._local.annotator = Annotator(Style())
        done = annotator.push(data + b"\n") + annotator.finish()
        return done[:-1].decode("utf-8", "surrogatepass")
