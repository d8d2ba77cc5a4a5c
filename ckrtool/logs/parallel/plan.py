"""Decide whether a file is read in several processes, and cut it into segments."""

from __future__ import annotations

import os
import sys

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.input.streams import AT_ONCE, LARGE

LEAST = LARGE // 2
"""Number of bytes per process that are worth another process."""
MOST = 4
"""Number of processes: on a host with more cores the others are left to what else runs there."""
WORTH = 0.1
"""Seconds of work that are worth other processes, which take 10 to 20 ms to start."""
SHORTEST = 2
"""Number of reads of a segment at least: the first one of the head also takes the time to import and compile."""
LONGEST = 4
"""Number of reads of a segment, whose results are kept in memory until it is their turn."""
ROUNDS = 8
"""Number of segments per process of a file that is not larger than that allows; the last ones end at about the same time."""


class Plan(NamedTuple):
    """The segments of a file, each of so many `reads` of `size` bytes; its head, from the offset `start` on, is one more.

    Other processes are started after the head if the rest seems to take `worth` seconds.
    """

    start: int
    processes: int
    segments: int
    reads: int
    size: int
    worth: float

    def place(self, segment: int) -> int:
        """Return the offset in the file at which a segment starts."""
        return self.start + (segment + 1) * self.reads * self.size

    def end(self, segment: int) -> int:
        """Return the offset at which a segment ends; the last one has all that follows, because the file may grow."""
        return sys.maxsize if segment == self.segments - 1 else self.place(segment + 1)


def planned(descriptor: int, size: int) -> Plan | None:
    """Return the segments of an open file of `size` bytes, from where it is read; None if one process is to read it."""
    if not sys.platform.startswith("linux") or _has_threads():
        return None
    try:
        start = os.lseek(descriptor, 0, os.SEEK_CUR)
    except OSError:  # a file system whose files are streams
        return None
    processes = min(MOST, len(os.sched_getaffinity(0)), (size - start) // LEAST)
    if processes < 2:
        return None
    reads = _up(size - start, AT_ONCE)
    length = max(SHORTEST, min(LONGEST, _up(reads, processes * ROUNDS)))
    return Plan(start, processes, _up(reads, length) - 1, length, AT_ONCE, WORTH)


def _up(number: int, by: int) -> int:
    """Return the quotient, rounded up."""
    return -(-number // by)


def _has_threads() -> bool:
    """Return whether this process has other threads, which a fork would lose."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1
