"""Read a log in one process and in several, as a program: python -m tests.logs.parallel.both_ways < JOB > RESULT.

A program of its own, because a test process has threads, which do not survive a fork.
"""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from typing import TYPE_CHECKING, Any, NamedTuple

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.parallel import processes
from ckrtool.logs.parallel.plan import Plan
from ckrtool.logs.parallel.ring import OneProcess
from ckrtool.logs.parallel.work import Counting, Filtering
from ckrtool.logs.scan import Scanner

if TYPE_CHECKING:
    from ckrtool.logs.filter import Filter


class Job(NamedTuple):
    """A log, the options of the reader (kind "text", "json" or "scan"), and how the log is cut."""

    log: bytes
    kind: str
    options: dict[str, Any]
    size: int = 512
    reads: int = 3
    processes: int = 3
    worth: float = 0

    @property
    def plan(self) -> Plan:
        """The segments."""
        length = self.size * self.reads
        return Plan(
            0, self.processes, max(1, -(-len(self.log) // length) - 1), self.reads, self.size, self.worth
        )


class Outcome(NamedTuple):
    """The results in one process and in several, and the number of segments that were read again."""

    one: Any
    several: Any
    again: int


def filter_of(job: Job) -> Filter:
    """Return a new filter."""
    return JsonAnnotator(**job.options) if job.kind == "json" else Annotator(Style(**job.options))


def by_one(job: Job) -> Any:
    """Return the result of one process that reads the log at once."""
    if job.kind == "scan":
        scanner = Scanner(**job.options)
        scanner.push(job.log)
        scanner.finish()
        return scanner.summary()
    worker = filter_of(job)
    worker.begin("a.log")
    return worker.push(job.log) + worker.finish()


def by_several(job: Job) -> tuple[Any, int]:
    """Return the result of several processes, and the number of segments that were read again."""
    with tempfile.TemporaryFile() as log, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as again:
        log.write(job.log)
        log.flush()
        read_again = processes._Process._read_again

        def counted(*arguments: Any) -> Any:
            os.write(again.fileno(), b".")
            return read_again(*arguments)

        processes._Process._read_again = counted  # type: ignore[assignment, method-assign]
        try:
            result = _read(job, log.fileno(), out.fileno())
        finally:
            processes._Process._read_again = read_again  # type: ignore[method-assign]
        out.seek(0)
        return out.read() if result is None else result, os.fstat(again.fileno()).st_size


def _read(job: Job, log: int, out: int) -> Any:
    if job.kind == "scan":
        scanner = Scanner(**job.options)
        counting = Counting(scanner)
        try:
            totals, _ = processes.read_in_processes(log, job.plan, counting)
        except OneProcess:
            return "one process"
        return scanner.summary() if counting.close(totals) else "one process"
    worker = filter_of(job)
    worker.begin("a.log")

    def write(data: bytes) -> None:
        assert os.write(out, data) == len(data)

    processes.read_in_processes(log, job.plan, Filtering(worker, write))
    return None


def main() -> None:
    """Read jobs from stdin, and write their outcomes to stdout."""
    jobs: list[Job] = pickle.loads(sys.stdin.buffer.read())
    outcomes = [tuple(Outcome(by_one(job), *by_several(job))) for job in jobs]
    sys.stdout.buffer.write(pickle.dumps(outcomes))


if __name__ == "__main__":
    main()
