"""Progress of a probe: one line on stderr, on a terminal only, wiped away before the report."""

from __future__ import annotations

import contextlib
import shutil
import sys


class Progress:
    """Shows which call is under way, and remembers it. A terminal that went away (SIGHUP) does not disturb the run."""

    def __init__(self) -> None:
        self.last = ""
        self._terminal = sys.stderr is not None and sys.stderr.isatty()

    def show(self, sequence: str, function: str | None) -> None:
        """Take note of a call that is about to be made; None: the sequence is over."""
        self.last = f"{sequence}, {function}" if function else sequence
        if self._terminal:
            from ckrtool.printable import printable

            width = shutil.get_terminal_size().columns - 1
            self._write("\r\x1b[K" + printable(f"{sequence} {function or 'done'}")[:width])

    def wipe(self) -> None:
        """Leave an empty line."""
        if self._terminal:
            self._write("\r\x1b[K")

    @staticmethod
    def _write(text: str) -> None:
        with contextlib.suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()
