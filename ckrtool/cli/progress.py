"""Progress of a probe: one line on stderr, on a terminal only, erased before the report."""

from __future__ import annotations

import sys
import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SECOND = 1.0


class Progress:
    """Shows the current call, its duration, and its time limit. Errors of the terminal are ignored.

    `names` are the sequences in order; `limit` returns the time limit of a function in seconds. A thread redraws the line
    every second during a call, and does nothing else.
    """

    def __init__(self, names: Sequence[str], limit: Callable[[str], float]) -> None:
        self.last = ""
        self._names = list(names)
        self._limit = limit
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._call: tuple[str, str, float] | None = None
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def show(self, sequence: str, function: str | None) -> None:
        """Show a call that is about to be made; with None as the function, no call is running and the line is empty."""
        if sequence:
            self.last = f"{sequence}, {function}" if function else sequence
        if not self._terminal:
            return
        with self._lock:
            self._call = (sequence, function, time.monotonic()) if function else None
            self._draw()
        if self._thread is None:
            self._thread = threading.Thread(target=self._tick, daemon=True)
            self._thread.start()

    def wipe(self) -> None:
        """Erase the line and stop drawing."""
        self._over.set()
        if self._terminal:
            with self._lock:
                self._call = None
                self._draw()

    def line(self, now: float) -> str:
        """Return the line at the time `now` (time.monotonic); "" if no call is running."""
        if self._call is None:
            return ""
        sequence, function, since = self._call
        place = f"{self._names.index(sequence) + 1}/{len(self._names)} " if sequence in self._names else ""
        taken = now - since
        waiting = (
            f"  {taken:.0f} s (limit {self._limit(function):.0f} s; Ctrl-C stops)" if taken >= SECOND else ""
        )
        return f"{place}{sequence}  {function}{waiting}"

    def _tick(self) -> None:
        while not self._over.wait(SECOND):
            with self._lock:
                if self._call is not None:
                    self._draw()

    def _draw(self) -> None:
        import contextlib
        import shutil

        from ckrtool.printable import printable

        width = shutil.get_terminal_size().columns - 1
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write("\r\x1b[K" + printable(self.line(time.monotonic()))[:width])
            sys.stderr.flush()
