"""Prints the measurements, and writes them as JSON or into ckr-speed(7): `python -m tests.benchmarks [--json FILE] [--page]`.

Run it in an environment into which `ckr` was installed by pip, so that the .pyc files are there.
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.hosts import probes, tab
from tests.benchmarks.starts import Row, machine, starts
from tests.benchmarks.throughput import first_line, log_table, throughput

PAGE = Path(__file__).parents[2] / "ckrtool/_generate/man/ckr-speed.7.md"
BEGIN = "# FIGURES\n"
NAMES = 38  # the column of names; a line of the page has 80


def short_table(rows: list[Row]) -> list[str]:
    """Return the rows as lines: what, the median, the spread of single runs, and a target that is missed."""
    lines = []
    for row in rows:
        spread = f"({row.spread[0]:,.2f}-{row.spread[1]:,.2f})" if row.spread != (0.0, 0.0) else ""
        missed = "" if row.met else f"  aim: {row.target:,g}"
        lines.append(f"{row.name.ljust(NAMES)} {row.value:,.2f} {row.unit} {spread}{missed}".rstrip())
    return lines


def page(about: dict[str, str], rows: list[Row], logs: list[str]) -> str:
    """Return the part of ckr-speed(7) with the figures."""
    return f"""{BEGIN}Measured on {about["date"]} with ckr {about["ckr"]} on {about["cores"]} cores of {about["cpu"]} under Python {about["python"]}, while other processes ran: the load was {about["load"]}. Medians of runs in turn, in parentheses the least and the most. Starts, and `decode -`, are measured by CPU time, the last four rows by time.

{_indented(short_table(rows))}

Logs: megabytes per second of CPU time on one core, each log of {about["megabytes"]} MB, those with 50 % and more of {about["dense megabytes"]} MB. *codes* is the share of lines with a return code, of a trace (the last two) the share of lines that are the trace's. *fast* is `annotate` with the extra, the other columns of `ckr` are without; *cores* is `annotate` on all cores, by elapsed time. */grep* is the rate before it as a share of that of `grep`.

{_indented(logs)}
"""


def _indented(lines: list[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=31, help="runs of each short command")
    parser.add_argument("--megabytes", type=int, default=50, help="size of each log")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--page", action="store_true", help="also write the figures into ckr-speed(7)")
    asked = parser.parse_args()
    before = _load()
    rows = [*starts(asked.runs), first_line(), *tab(), *probes()]
    logs = list(throughput(asked.megabytes))
    about = machine() | {
        "date": datetime.now(UTC).date().isoformat(),
        "load": f"{before} before and {_load()} after",
        "megabytes": str(asked.megabytes),
        "dense megabytes": str(asked.megabytes // 2),
    }
    text = page(about, rows, log_table(logs))
    print(text)
    if asked.json:
        measured = {
            "machine": about,
            "rows": [asdict(row) | {"met": row.met} for row in rows],
            "logs": [asdict(row) for row in logs],
        }
        asked.json.write_text(json.dumps(measured, indent=1) + "\n")
    if asked.page:
        PAGE.write_text(PAGE.read_text("utf-8").partition(BEGIN)[0] + text, "utf-8")


if __name__ == "__main__":
    main()
