"""Select the lines with return codes and the lines around them."""

from __future__ import annotations

import sys
from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.logs.engine.engine import LineHit

# The lines that may be context before the next code, and the number of lines to write after the last one.
State = tuple[tuple[bytes, ...], int]
NO_CONTEXT: State = ((), 0)


class Selector:
    """Select the lines with codes and `context` lines around each."""

    def __init__(self, context: int) -> None:
        self._context = context
        self._before: deque[bytes] = deque(maxlen=min(context, sys.maxsize))
        self._after = 0

    def state(self) -> State:
        """Return the context that is kept, for `resume`."""
        return tuple(self._before), self._after

    def resume(self, state: State) -> None:
        """Replace the context that is kept."""
        self._before.clear()
        before, self._after = state
        self._before.extend(before)

    def long_line(self, *, shown: bool) -> bool:
        """Return whether a line longer than the limit is written; such a line is never kept as context before another."""
        self._before.clear()
        if shown:
            self._after = self._context
            return True
        if self._after:
            self._after -= 1
            return True
        return False

    def block(
        self,
        block: bytes,
        hits: list[LineHit],
        shown: Callable[[LineHit], bool],
        written: Callable[[bytes, LineHit], tuple[bytes, bytes]],
    ) -> bytes:
        """Return the selected lines of the block."""
        out: list[bytes] = []
        position = 0
        for hit in hits:
            if not shown(hit):
                continue
            start, text_end, _, _ = hit
            self._between(block[position:start], out)
            out += self._before
            self._before.clear()
            text, _ = written(block, hit)
            end = block.find(b"\n", text_end) + 1 or len(block)
            out += (text, block[text_end:end])
            position = end
            self._after = self._context
        self._between(block[position:], out)
        return b"".join(out)

    def rows(self, rows: bytes, plain: bytes) -> bytes:
        """Return the selected rows; rows that end with `plain` are context only."""
        out: list[bytes] = []
        for row in _lines(rows):
            if row.endswith(plain):
                self._between(row, out)
                continue
            out += self._before
            self._before.clear()
            out.append(row)
            self._after = self._context
        return b"".join(out)

    def _between(self, lines: bytes, out: list[bytes]) -> None:
        """Add the context after the last code to `out`, and keep the last lines as context before the next code."""
        if not self._context or not lines:
            return
        for line in _lines(lines):
            if self._after:
                self._after -= 1
                out.append(line)
            else:
                self._before.append(line)


def _lines(block: bytes) -> Iterator[bytes]:
    """Yield the lines with their line feeds; only the last may lack it."""
    start = 0
    while start < len(block):
        end = block.find(b"\n", start) + 1 or len(block)
        yield block[start:end]
        start = end
