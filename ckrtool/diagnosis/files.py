"""Explain the failed calls of files that are read block by block."""

from __future__ import annotations

from ckrtool.calls.read import Reader
from ckrtool.diagnosis.engine import Engine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ckrtool.diagnosis.engine import Failure

LONGEST_LINE = 1 << 20
"""Longest line in bytes; longer lines are truncated, which no line of a trace needs."""


class Explainer:
    """Split blocks of bytes into lines, read the calls from them, and explain those that failed."""

    def __init__(self) -> None:
        self.engine = Engine()
        self._reader = Reader()
        self._rest = b""

    def begin(self, file: str | None) -> None:
        """Begin a file; `file` is its name in the results, None for standard input."""
        self._reader = Reader()
        self._rest = b""
        self.engine.begin(file)

    def push(self, data: bytes) -> Iterator[Failure]:
        """Process a block and yield the failures that are complete."""
        data = self._rest + data  # a line, and the two bytes of its end, may be in two blocks
        lines = data.split(b"\n")
        self._rest = lines.pop()[:LONGEST_LINE]
        if len(data) > LONGEST_LINE:
            lines = [line[:LONGEST_LINE] for line in lines]
        if b"\r" in data:
            lines = [line.removesuffix(b"\r") for line in lines]
        self._reader.many(lines)
        yield from self._explained()

    def finish(self) -> Iterator[Failure]:
        """End the file and yield its remaining failures."""
        if self._rest:
            self._reader.line(self._rest.rstrip(b"\r"))
            self._rest = b""
        self._reader.finish()
        yield from self._explained()
        yield from self.engine.end()

    def _explained(self) -> Iterator[Failure]:
        calls = self._reader.calls
        taken = calls[:]
        calls.clear()
        for call in taken:
            yield from self.engine.push(call)


def why(source: Iterable[bytes], file: str | None = None) -> tuple[list[Failure], Explainer]:
    """Return the failures of a trace given as blocks of bytes, and the explainer, whose engine has the summary."""
    explainer = Explainer()
    explainer.begin(file)
    found = [failure for block in source for failure in explainer.push(block)]
    found += explainer.finish()
    return found, explainer
