"""`ckr annotate` on large logs against grep, each as a whole process, in one run."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench_annotate import GREP
from tests.benchmarks.logs import few_shapes, handles, json_lines, make, ordinary, syslog, words
from tests.benchmarks.starts import CKR, Row

RUNS = 3


def rate(command: list[str], log: Path) -> float:
    """Return MB/s of a command that reads the log and writes to /dev/null."""
    with log.open("rb") as source, Path(os.devnull).open("wb") as sink:
        begun = time.perf_counter()
        subprocess.run(command, stdin=source, stdout=sink, check=False, env={**os.environ, "LC_ALL": "C"})
        return log.stat().st_size / 1e6 / (time.perf_counter() - begun)


def row(name: str, log: Path, command: list[str], target: float) -> Row:
    """Return the throughput of one command on one log."""
    rates = [rate(command, log) for _ in range(RUNS)]
    return Row(
        name,
        statistics.median(rates),
        "MB/s",
        target,
        smaller_is_better=False,
        spread=(min(rates), max(rates)),
    )


def first_line() -> float:
    """Return seconds from the start of `ckr annotate` in a live pipe to its first annotated line."""
    begun = time.perf_counter()
    with subprocess.Popen([CKR, "annotate"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"signer: C_Sign failed: 0x30\n")
        process.stdin.flush()
        line = process.stdout.readline()
        taken = time.perf_counter() - begun
    assert b"CKR_DEVICE_ERROR" in line
    return taken


def streams(megabytes: int = 200) -> list[Row]:
    """Return all rows of this module."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        log.write_bytes(make(ordinary, megabytes * 1_000_000))
        pairs = [(rate([CKR, "annotate"], log), rate(["grep", "-aE", GREP], log)) for _ in range(RUNS)]
        shares = sorted(mine / grep for mine, grep in pairs)
        rows = [
            Row(
                "annotate, ordinary log", statistics.median(shares), "of grep -aE", 0.25, smaller_is_better=False,
                spread=(shares[0], shares[-1]), notes={"MB/s": statistics.median(mine for mine, _ in pairs)},
            )
        ]  # fmt: skip
        log.write_bytes(make(words, megabytes * 1_000_000))
        rows.append(row("annotate, log full of error, failed, returned", log, [CKR, "annotate"], 100))
        starts = [first_line() for _ in range(7)]
        rows.append(
            Row(
                "annotate, first line of a live pipe, start included", statistics.median(starts), "s", 0.1,
                spread=(min(starts), max(starts)),
            )
        )  # fmt: skip
        for title, lines in (
            ("few shapes of lines", few_shapes),
            ("numbers, handles and identifiers differ", handles),
            ("syslog whose words always differ", syslog),
            ("JSON whose words always differ", json_lines),
        ):
            log.write_bytes(make(lines, megabytes * 100_000))
            name = f"annotate, a code on every line, {title}"
            rows.append(row(f"{name}, text", log, [CKR, "annotate"], 25))
            rows.append(row(f"{name}, JSON", log, [CKR, "annotate", "--json"], 10))
    return rows
