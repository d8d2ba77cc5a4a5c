"""Several processes give the result of one, however a log is cut."""

from __future__ import annotations

import pickle
import random
import sys
from typing import Any

import pytest

from tests.conftest import ROOT, run
from tests.logs.corpus import SAYING, SILENT
from tests.logs.parallel.both_ways import Job, Outcome
from tests.logs.support import SAMPLES, sample

KINDS: list[tuple[str, dict[str, Any]]] = [
    ("text", {}),
    ("text", {"inline": True, "ok": True}),
    ("text", {"only": True, "context": 3, "redact": True}),
    ("json", {}),
    ("json", {"every_line": True}),
    ("json", {"context": 2}),
    ("scan", {}),
    ("scan", {"ok": True}),
]
LARGER_THAN_DETAILS = 40_000  # bytes: a read that holds all that is kept to find the details of a call
LINES = [line.encode() for line, _ in SAYING] + [line.encode() for line in SILENT]


def outcomes(jobs: list[Job]) -> list[Outcome]:
    """Return the outcomes of jobs."""
    command = [sys.executable, "-m", "tests.logs.parallel.both_ways"]
    done = run(command, input=pickle.dumps(jobs), cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return [Outcome(*row) for row in pickle.loads(done.stdout)]


def assert_equal(jobs: list[Job]) -> list[int]:
    """Compare the results of one and of several processes; return how many segments of each log were read again."""
    rows = outcomes(jobs)
    for job, row in zip(jobs, rows, strict=True):
        assert row.several == row.one, job._replace(log=b"")
    return [row.again for row in rows]


def mixed(seed: int, lines: int = 150) -> bytes:
    """Return a log of lines of all kinds with pieces of traces between them."""
    draw = random.Random(seed)
    traces = [sample(path.name).splitlines() for path in sorted(SAMPLES.glob("*.log"))]
    out: list[bytes] = []
    while len(out) < lines:
        if draw.random() < 0.2:
            trace = draw.choice(traces)
            start = draw.randrange(len(trace))
            out += trace[start : start + draw.randrange(1, 40)]
        else:
            out.append(draw.choice(LINES))
    return draw.choice((b"\n", b"\r\n")).join(out) + draw.choice((b"", b"\n"))


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_real_log_gives_the_same(kind: str, options: dict[str, Any]) -> None:
    jobs = [
        Job(sample(path.name), kind, options, size, reads, processes)
        for path in sorted(SAMPLES.glob("*.log"))
        for size, reads, processes in ((700, 2, 3), (2048, 1, 2))
    ]
    assert_equal(jobs)


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_mixed_log_gives_the_same(kind: str, options: dict[str, Any]) -> None:
    draw = random.Random(kind)
    assert_equal(
        [
            Job(
                mixed(seed),
                kind,
                options,
                draw.choice((100, 512, 3000)),
                draw.randrange(1, 4),
                draw.randrange(2, 5),
            )
            for seed in range(12)
        ]
    )


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_large_mixed_log_gives_the_same(kind: str, options: dict[str, Any]) -> None:
    jobs = [Job(mixed(seed, 4000), kind, options, LARGER_THAN_DETAILS, 1, 3) for seed in range(2)]
    assert sum(assert_equal(jobs)) < sum(job.plan.segments for job in jobs)


def test_a_guess_is_usually_right() -> None:
    trace = sample("spy-session.log") * 60
    jobs = [Job(trace, kind, options, LARGER_THAN_DETAILS, 2, 3) for kind, options in KINDS]
    assert jobs[0].plan.segments > 6
    assert sum(assert_equal(jobs)) == 0


@pytest.mark.parametrize("kind", ["json", "scan"])
def test_a_call_that_is_open_for_long_is_closed_by_its_return(kind: str) -> None:
    calls = b"".join(
        b"%d: C_Sign\n2026-11-28 10:00:00.000\nReturned:  0 CKR_OK\n\n" % number for number in range(2, 9000)
    )
    log = b"1: C_WaitForSlotEvent\n2026-11-28 10:00:00.000\n" + calls + b"Returned:  8 CKR_NO_EVENT\n"
    job = Job(log, kind, {}, LARGER_THAN_DETAILS, 1, 3)
    assert job.plan.segments > 9
    (again,) = assert_equal([job])
    # The first guess of each process is wrong; a later one where the bytes before its segment start inside a call.
    assert 3 <= again < job.plan.segments - 3
    (row,) = outcomes([job])
    assert "C_WaitForSlotEvent" in str(row.several)


def test_what_looks_like_a_number_of_a_line_is_left_alone() -> None:
    line = b'{"schema":"ckr.annotate/1","file":"a.log","line":7,"text":"C_Sign failed: 0x30"}\n'
    assert_equal([Job(line * 300, "json", options, 3000, 1, 3) for options in ({}, {"context": 1})])


def test_a_dump_of_a_pin_is_redacted_across_a_cut() -> None:
    rows = b"".join(
        b"    %08X  31 32 33 34 35 36 37 38 31 32 33 34 35 36 37 38  1234567812345678\n" % at
        for at in (0, 16, 32, 48)
    )
    log = (
        b"0: C_Login\n[in] pPin[ulPinLen] 00007ffd / 64\n" + rows + b"Returned:  160 CKR_PIN_INCORRECT\n" * 20
    )
    readers: list[tuple[str, dict[str, Any]]] = [("text", {"redact": True}), ("json", {"every_line": True})]
    jobs = [Job(log, kind, options, size, 1, 2) for kind, options in readers for size in range(30, 130, 7)]
    assert_equal(jobs)
    assert all(b"12345678" not in row.several for row in outcomes(jobs))


def test_a_line_longer_than_a_segment_gives_the_same() -> None:
    long = b"x" * 5000 + b" C_Sign failed: 0x30 " + b"y" * (1 << 20)
    log = b"C_Login failed: 0xa0\n" + long + b"\nC_Login failed: 0xa4\n" * 3
    for kind in ("text", "json", "scan"):
        assert_equal([Job(log, kind, {}, 1 << 17, 1, 3), Job(log, kind, {}, 1 << 16, 3, 2)])


def test_more_codes_than_are_listed_are_left_to_one_process() -> None:
    log = b"".join(b"C_Sign failed: 0x%08x\n" % (0x80010000 + value) for value in range(1500))
    (row,) = outcomes([Job(log, "scan", {}, 4096, 2, 3)])
    assert row.several == "one process"
    few = b"".join(b"C_Sign failed: 0x%08x\n" % (0x80010000 + value) for value in range(900)) * 2
    assert_equal([Job(few, "scan", {}, 4096, 2, 3)])


def test_an_empty_end_and_a_file_that_has_shrunk_are_ends() -> None:
    log = b"C_Sign failed: 0x30\n" * 40
    shrunk = Job(log, "text", {}, 100, 1, 3)
    assert shrunk.plan.segments == 7
    assert_equal([shrunk, Job(b"", "text", {}, 100, 1, 2), Job(log[:-1], "scan", {}, 50, 1, 4)])


def test_a_rest_that_takes_little_time_is_read_by_one_process_too() -> None:
    trace = sample("spy-session.log") * 60 + b"1: C_WaitForSlotEvent\n"
    jobs = [Job(trace, kind, options, LARGER_THAN_DETAILS, 1, 3) for kind, options in KINDS]
    assert_equal([job._replace(worth=1e9) for job in jobs])
    assert_equal([job._replace(log=trace[: LARGER_THAN_DETAILS // 2], worth=1e9) for job in jobs])
