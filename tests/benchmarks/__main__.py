"""Prints the table of measurements and writes it as JSON: `python -m tests.benchmarks [--runs N] [--json FILE]`.

Run it in an environment into which `ckr` was installed by pip, so that the .pyc files are there.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.hosts import probes, tab
from tests.benchmarks.starts import Row, machine, starts
from tests.benchmarks.streams import streams


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| what | median | spread | target |", "| --- | --- | --- | --- |"]
    for row in rows:
        sign = "<=" if row.smaller_is_better else ">="
        target = "" if row.target == float("inf") else f"{sign} {row.target:,g}"
        spread = f"{row.spread[0]:,.2f} to {row.spread[1]:,.2f}" if row.spread != (0.0, 0.0) else ""
        lines.append(
            f"| {row.name} | {row.value:,.2f} {row.unit} | {spread} | {target}{'' if row.met else ' (missed)'} |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=31, help="runs of each short command")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    asked = parser.parse_args()
    rows = [*starts(asked.runs), *tab(), *probes(), *streams()]
    about = machine() | {"date": datetime.now(UTC).date().isoformat()}
    print(
        f"{about['date']}, {about['cores']} cores of {about['cpu']}, Python {about['python']}, {about['installer']}\n"
    )
    print(table(rows))
    if asked.json:
        asked.json.write_text(
            json.dumps({"machine": about, "rows": [asdict(row) | {"met": row.met} for row in rows]}, indent=1)
            + "\n"
        )


if __name__ == "__main__":
    main()
