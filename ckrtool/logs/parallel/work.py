"""What is done with the segments of a file: write their lines, or count their codes."""

from __future__ import annotations

from ckrtool.logs.parallel.ring import OneProcess
from ckrtool.logs.tallies import Counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.logs.filter import Filter
    from ckrtool.logs.scan import Scanner
    from ckrtool.logs.tallies import Part


class Filtering:
    """Write the output of a filter."""

    def __init__(self, worker: Filter, write: Callable[[bytes], None]) -> None:
        self._worker = worker
        self._write = write
        self._out: list[bytes] = []
        self.state = worker.state
        self.resume = worker.resume
        self.lasting = worker.lasting

    def push(self, data: bytes) -> None:
        """Read `data` and keep the output."""
        self._out.append(self._worker.push(data))

    def finish(self) -> None:
        """End the file and keep the rest of the output."""
        self._out.append(self._worker.finish())

    def line(self) -> int:
        """Return the number of the next line."""
        return self._worker.line

    def renumber(self, line: int) -> None:
        """Let the next line have this number, and change those of the lines in what is kept accordingly."""
        by = line - self._worker.line
        self._out = [self._worker.renumbered(output, by) for output in self._out]
        self.resume(self.state(), line)

    def drop(self) -> None:
        """Drop what is kept."""
        self._out.clear()

    def deliver(self) -> None:
        """Write what is kept."""
        out, self._out = self._out, []
        for data in out:
            self._write(data)

    def begin(self) -> None:
        """Leave what was found before to another process."""
        self._worker.unread = False

    def total(self) -> bool:
        """Return whether a part of a line was not searched; the output is written."""
        return self._worker.unread


class Counting:
    """Count the codes of a file by a scanner, whose counts of earlier files are put aside until `close`."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._before = scanner.counts
        self._delivered = Counts()
        self.push = scanner.push
        self.finish = scanner.finish
        self.state = scanner.state
        self.resume = scanner.resume
        self.lasting = scanner.lasting
        self.drop()

    def line(self) -> int:
        """Return the number of the next line."""
        return self._scanner.line

    def renumber(self, line: int) -> None:
        """Let the next line have this number, and change those of the lines that were counted accordingly."""
        self._scanner.counts.renumber(line - self._scanner.line)
        self.resume(self.state(), line)

    def drop(self) -> None:
        """Forget what was counted since the last delivery."""
        self._scanner.counts = Counts()

    def deliver(self) -> None:
        """Add up what was counted; raise OneProcess if there are more codes than are listed."""
        if not self._delivered.add_parts([self._scanner.counts.as_part()]):
            raise OneProcess
        self.drop()

    def begin(self) -> None:
        """Leave what was counted before to another process."""
        self._delivered = Counts()

    def total(self) -> Part:
        """Return the counts of this process."""
        return self._delivered.as_part()

    def close(self, totals: list[Part]) -> bool:
        """Add the counts of all processes to those of earlier files; return False if the file must be read by one process.

        Without totals nothing is added.
        """
        self._scanner.counts = self._before
        return self._before.add_parts(totals)
