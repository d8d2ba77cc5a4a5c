"""A file that changes while several processes read it, and what is read in vain."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from ckrtool.logs.input.streams import LARGE, write_out
from ckrtool.logs.parallel import plan
from tests.conftest import ROOT, run
from tests.logs.parallel.while_reading import READS, SIZE

if TYPE_CHECKING:
    from pathlib import Path

ORDINARY = b"".join((b"%06d nothing to say here" % number).ljust(63) + b"\n" for number in range(1000))


class Outcome(NamedTuple):
    """The output, whether several processes read the file, the offset in it afterwards, and the number of reads."""

    output: bytes
    several: bool
    offset: int
    reads: int


def outcome(event: str, log: bytes, folder: Path, at: int = 0) -> Outcome:
    """Read a log while something happens to it before the read number `at`."""
    path = folder / "a.log"
    path.write_bytes(log)
    done = run(
        [sys.executable, "-m", "tests.logs.parallel.while_reading", event, str(path), str(at)],
        cwd=ROOT,
        timeout=60,
    )
    several, offset, reads = done.stderr.split()
    return Outcome(done.stdout, several == b"True", int(offset), int(reads))


def test_what_is_appended_at_the_end_is_read_or_left_to_the_next_reader(tmp_path: Path) -> None:
    done = outcome("grow", ORDINARY, tmp_path)
    assert len(done.output) >= len(ORDINARY)
    assert done.offset == len(done.output)


@pytest.mark.parametrize("at", [1, READS + 1], ids=["in the head", "in a segment"])
def test_nothing_is_written_beyond_the_place_where_a_file_has_been_truncated(tmp_path: Path, at: int) -> None:
    # All lines have the same length, so that nothing but its length shows that a segment is incomplete.
    done = outcome("shrink", ORDINARY, tmp_path, at)
    assert done.offset == at * SIZE
    assert done.output == ORDINARY[: done.offset]


def test_guesses_that_are_always_wrong_are_rarely_made(tmp_path: Path) -> None:
    log = ORDINARY * 4
    reads = len(log) // SIZE
    right = outcome("nothing", log, tmp_path)
    wrong = outcome("context", log, tmp_path)
    assert reads < right.reads < 2 * reads
    assert reads < wrong.reads < 2 * reads
    assert right.output == log
    assert wrong.output == b""


def test_no_process_reads_all_of_the_file_to_count_its_lines(tmp_path: Path) -> None:
    log = ORDINARY * 4
    done = outcome("scan", log, tmp_path)
    assert done.several
    assert done.offset == len(log)
    assert done.reads < 1.5 * len(log) / SIZE


def test_more_codes_than_are_listed_are_noticed_early(tmp_path: Path) -> None:
    codes = b"".join(b"C_Sign failed: 0x%08x\n" % (0x80010000 + value) for value in range(4000))
    log = codes + ORDINARY * 10
    done = outcome("scan", log, tmp_path)
    assert not done.several
    assert done.offset == 0
    assert done.reads < len(log) // SIZE


def test_a_file_without_offset_is_read_by_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: int) -> int:
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE))

    monkeypatch.setattr(plan, "_has_threads", lambda: False)
    monkeypatch.setattr(os, "lseek", refused)
    assert plan.planned(0, 2 * LARGE) is None


class Narrow:
    """A stream without buffer that takes few bytes at once, and none when it is full."""

    def __init__(self, most: int) -> None:
        self.buffer = self
        self.written = b""
        self._most = most

    def write(self, data: memoryview) -> int | None:
        """Write some of the data."""
        part = bytes(data[: min(7, self._most - len(self.written))])
        self.written += part
        return len(part) or None

    def flush(self) -> None:
        """Do nothing."""


def test_short_writes_are_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    out = Narrow(100)
    monkeypatch.setattr(sys, "stdout", out)
    write_out(b"0123456789" * 9)
    assert out.written == b"0123456789" * 9
    with pytest.raises(BlockingIOError):
        write_out(b"0123456789" * 9)
