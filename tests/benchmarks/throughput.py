"""`ckr annotate` and `ckr scan` on made logs next to grep and rg: whole processes, in turn, writing to a file.

All are measured by CPU time on one core, and `annotate` also by elapsed time on all cores. Writing to a file matters: GNU grep ends at its first match where its output is /dev/null.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import KINDS, SHARES, TRACES, write
from tests.benchmarks.starts import CKR, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

# The words that the dialects search for, as most people would type them.
PATTERN = (
    r"CKR_[A-Z_]+|\bC_[A-Z][A-Za-z]+|\brv ?[=:] ?(0x[0-9a-fA-F]+|[0-9]+)|Return(ed:|ing) +-?[0-9]+|"
    r"(PKCS ?#?11|pkcs11)[:. ]"
)
DENSE = 0.5
TURNS = 3
WITHOUT = "annotate"
WITH = "fast"
CORES = "cores"


@dataclass
class LogRow:
    """One log's rates, in MB per second of CPU (CORES: of elapsed time), by command; a command that is not installed is left out."""

    kind: str
    share: float
    rates: dict[str, float]

    def of_grep(self, command: str) -> float:
        """Return a command's rate as a share of grep's."""
        return self.rates[command] / self.rates["grep"]


def commands() -> dict[str, list[str]]:
    """Return what is run, by its name in the table."""
    found = {
        WITHOUT: [CKR, "annotate"],
        WITH: [CKR, "annotate"],
        CORES: [CKR, "annotate"],
        "--json": [CKR, "annotate", "--json"],
        "scan": [CKR, "scan", "--json"],
        "grep": ["grep", "-aE", PATTERN],
        "rg": ["rg", "-a", "-e", PATTERN],
    }
    if find_spec("hyperscan") is None:
        del found[WITH]
    return {name: words for name, words in found.items() if shutil.which(words[0])}


def seconds(name: str, command: list[str], log: Path, folder: Path) -> float:
    """Return the seconds of a command that reads the log and writes to a file; only WITH finds Hyperscan, only CORES several cores."""
    env = {**os.environ, "LC_ALL": "C", "PYTHONPATH": "" if name == WITH else str(folder / "without")}
    cores = os.sched_getaffinity(0)
    with log.open("rb") as source, (folder / "out").open("wb") as sink:
        if name != CORES:
            os.sched_setaffinity(0, {max(cores)})
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=sink, stderr=subprocess.DEVNULL, cwd=folder, env=env
        )
        os.sched_setaffinity(0, cores)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        elapsed = time.perf_counter() - begun
    assert process.returncode in (0, 1), command
    return elapsed if name == CORES else used.ru_utime + used.ru_stime


def throughput(megabytes: int) -> Iterator[LogRow]:
    """Measure each kind of log with each share of return codes; those with many are half as large."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("CKR_BENCH_FOLDER")) as name:
        folder = Path(name)
        (folder / "without").mkdir()
        (folder / "without" / "hyperscan.py").write_text("raise ImportError\n")
        log = folder / "log"
        for kind in KINDS:
            for share in (*SHARES, *((1.0,) if kind in TRACES else ())):
                write(log, kind, share, megabytes * 1_000_000 // (2 if share >= DENSE else 1))
                yield LogRow(kind, share, _rates(log, folder))


def _rates(log: Path, folder: Path) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in commands()}
    for _ in range(TURNS):
        for name, command in commands().items():
            taken[name].append(seconds(name, command, log, folder))
    size = log.stat().st_size / 1e6
    return {name: size / statistics.median(times) for name, times in taken.items()}


def first_line() -> Row:
    """Return seconds from the start of `ckr annotate` in a live pipe to its first annotated line."""
    taken = sorted(_first_line() for _ in range(7))
    return Row(
        "annotate, first line of a pipe",
        statistics.median(taken),
        "s",
        0.1,
        spread=(taken[0], taken[-1]),
    )


def _first_line() -> float:
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


def log_table(rows: list[LogRow]) -> list[str]:
    """Return the rates as lines, and what share of grep's rate some are."""
    names = list(rows[0].rates)
    heads = [head for name in names for head in ((name, "/grep") if name in (WITHOUT, WITH) else (name,))]
    cells = [["log", "codes", *heads]]
    for row in rows:
        figures = []
        for name in names:
            figures.append(f"{row.rates[name]:.0f}")
            if name in (WITHOUT, WITH):
                figures.append(f"{row.of_grep(name):.2f}")
        cells.append([row.kind, f"{row.share * 100:g} %", *figures])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        " ".join(
            [
                one[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(one[1:], widths[1:], strict=True)),
            ]
        )
        for one in cells
    ]
