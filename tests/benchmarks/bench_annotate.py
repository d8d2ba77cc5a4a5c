"""Measures text, JSON and scan on every made-up log, in this process and by its CPU time, and grep on the same bytes.

Run it with `python -m tests.benchmarks.bench_annotate [MB]`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from ckrtool.logs.annotate import Annotator, Style
from ckrtool.logs.annotate_json import JsonAnnotator
from ckrtool.logs.scan import Scanner
from tests.benchmarks.logs import DENSE, QUIET, TRACES, make

# The words of all dialects, and what most people would type.
GREP = (
    r"CKR_[A-Z_]+|\bC_[A-Z][A-Za-z]+|\brv ?[=:] ?(0x[0-9a-fA-F]+|[0-9]+)|Return(ed:|ing) +-?[0-9]+|"
    r"(PKCS ?#?11|pkcs11)[:. ]"
)
SHORT = "CKR_|C_[A-Z]"


def rate(work: object, data: bytes, step: int = 1 << 18) -> float:
    """Return MB/s of pushing `data` through `work` in reads of `step` bytes."""
    began = time.process_time()
    for start in range(0, len(data), step):
        work.push(data[start : start + step])  # type: ignore[attr-defined]
    work.finish()  # type: ignore[attr-defined]
    return len(data) / 1e6 / (time.process_time() - began)


def grep_rate(data: bytes, pattern: str) -> float:
    """Return MB/s of grep on the same bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log")
        path.write_bytes(data)
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(
            ["grep", "-aEc", pattern, str(path)],
            env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
            check=False,
            stdout=subprocess.DEVNULL,
        )
        after = getrusage(RUSAGE_CHILDREN)
        return len(data) / 1e6 / (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Print the figures, one log a line."""
    size = int(sys.argv[1]) * 1_000_000 if len(sys.argv) > 1 else 50_000_000
    for title, lines in {**DENSE, **TRACES, **QUIET}.items():
        data = make(lines, size)
        figures = [rate(work, data) for work in (Annotator(Style()), JsonAnnotator(), Scanner())]
        figures += [grep_rate(data, GREP), grep_rate(data, SHORT)]
        print(
            f"{title:16}"
            + "  ".join(
                f"{name} {figure:7.1f}"
                for name, figure in zip(("text", "json", "scan", "grep", "short grep"), figures, strict=True)
            )
            + " MB/s"
        )


if __name__ == "__main__":
    main()
