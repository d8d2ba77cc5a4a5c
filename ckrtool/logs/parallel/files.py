"""Filter or count a large file in several processes."""

from __future__ import annotations

import os

from ckrtool.logs.input.streams import keep_memory
from ckrtool.logs.parallel.plan import planned
from ckrtool.logs.parallel.processes import read_in_processes
from ckrtool.logs.parallel.ring import OneProcess
from ckrtool.logs.parallel.work import Counting, Filtering

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.logs.filter import Filter
    from ckrtool.logs.input.streams import Reads
    from ckrtool.logs.parallel.processes import End
    from ckrtool.logs.scan import Scanner


def filtered(reads: Reads, worker: Filter, write: Callable[[bytes], None]) -> bool:
    """Write the output of a filter for an input; return False if nothing was read, because one process is to read it."""
    plan = planned(reads.descriptor, reads.size)
    if plan is None:
        return False
    keep_memory()
    unread, end = read_in_processes(reads.descriptor, plan, Filtering(worker, write))
    worker.unread = any(unread)
    _close(reads, end)
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
    try:
        totals, end = read_in_processes(reads.descriptor, plan, counting, stopped)
    except OneProcess:
        counting.close([])
        return False
    if not counting.close(totals):
        return False
    _close(reads, end)
    return True


def _close(reads: Reads, end: End | None) -> None:
    """Leave the offset in the file where reading in one process would, and report a read that failed."""
    if end is None:
        return
    os.lseek(reads.descriptor, end.place, os.SEEK_SET)
    if end.error is not None:
        reads.fail(OSError(end.error, os.strerror(end.error)))
