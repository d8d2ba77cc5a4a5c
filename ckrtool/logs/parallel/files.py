"""Filter or count a large file in several processes."""

from __future__ import annotations

import os

from ckrtool.logs.input.streams import keep_memory
from ckrtool.logs.parallel.plan import planned
from ckrtool.logs.parallel.processes import read_in_processes
from ckrtool.logs.parallel.work import Counting, Filtering

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.logs.filter import Filter
    from ckrtool.logs.input.streams import Reads
    from ckrtool.logs.scan import Scanner


def filtered(reads: Reads, worker: Filter, write: Callable[[bytes], None]) -> bool:
    """Write the output of a filter for an input; return False if nothing was read, because one process is to read it."""
    plan = planned(reads.descriptor, reads.size)
    if plan is None:
        return False
    keep_memory()
    _, error = read_in_processes(reads.descriptor, plan, Filtering(worker, write))
    _end(reads, error)
    return True


def counted(reads: Reads, scanner: Scanner, stopped: Callable[[], bool]) -> bool:
    """Count the codes of an input; return False if nothing was counted, because one process is to read it.

    If `stopped` returns True, the counts are those of the first segments.
    """
    plan = planned(reads.descriptor, reads.size)
    if plan is None:
        return False
    keep_memory()
    counting = Counting(scanner)
    totals, error = read_in_processes(reads.descriptor, plan, counting, stopped)
    if not counting.close(totals):
        return False
    _end(reads, error)
    return True


def _end(reads: Reads, error: OSError | None) -> None:
    """Leave the offset in the file where reading in one process would, and report a read that failed."""
    os.lseek(reads.descriptor, 0, os.SEEK_END)
    if error is not None:
        reads.fail(error)
