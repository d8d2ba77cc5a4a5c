"""Read a file in several processes while something happens to it: python -m tests.logs.parallel.while_reading EVENT FILE [READ].

Writes the output to stdout, and a line with the offset of the file at the end and the number of reads to stderr.
"""

from __future__ import annotations

import os
import sys
import time
from typing import Any

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.input.streams import Reads, write_out
from ckrtool.logs.parallel import files
from ckrtool.logs.parallel.plan import Plan
from ckrtool.logs.scan import Scanner

SIZE = 512
READS = 4
FIRST = os.getpid()
pread = os.pread


def nothing(_log: int, _place: int, data: bytes) -> bytes:
    """Change nothing."""
    return data


def grow(log: int, place: int, data: bytes) -> bytes:
    """Append to the file each time that its end has been read."""
    if not data:
        os.pwrite(log, b"late\n", place)
    return data


def shrink(log: int, place: int, data: bytes) -> bytes:
    """Truncate the file before a read of the first process, after the other process, if there is one, has read what follows."""
    if os.getpid() == FIRST and place == int(sys.argv[3]) * SIZE:
        time.sleep(0.3)
        os.truncate(log, place)
        return b""
    return data


def main() -> None:
    """Run."""
    event, path = sys.argv[1:3]
    log = os.open(path, os.O_RDWR)
    count = os.memfd_create("count")
    change = {"grow": grow, "shrink": shrink}.get(event, nothing)

    def read(descriptor: int, length: int, place: int) -> bytes:
        data = pread(descriptor, length, place)
        if not length:
            return data
        os.write(count, b".")
        return change(log, place, data)

    def planned(_: int, size: int) -> Plan:
        return Plan(0, 2, -(-size // (SIZE * READS)) - 1, READS, SIZE, 0)

    there: Any = os
    there.pread = read
    there_too: Any = files
    there_too.planned = planned
    reads = Reads(log)
    if event == "scan":
        scanner = Scanner()
        done = files.counted(reads, scanner, lambda: False)
    else:
        context = 10_000 if event == "context" else 0
        done = files.filtered(reads, Annotator(Style(context=context)), write_out)
    sys.stderr.write(f"{done} {os.lseek(log, 0, os.SEEK_CUR)} {os.fstat(count).st_size}\n")


if __name__ == "__main__":
    main()
