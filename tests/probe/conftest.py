"""Runs of `ckr probe` and what they report."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ckr, Ran


@dataclass
class Probed:
    """A run of `ckr probe --json`: its status, its report, and what else it said."""

    ran: Ran
    report: Any

    @property
    def status(self) -> int:
        return self.ran.status

    def ids(self, *severities: str) -> set[str]:
        """Return the ids of the findings (of those severities)."""
        return {
            one["id"] for one in self.report["findings"] if not severities or one["severity"] in severities
        }

    def sequence(self, name: str) -> Any:
        """Return one sequence."""
        return next(one for one in self.report["sequences"] if one["name"] == name)

    def outcomes(self) -> dict[str, str]:
        """Return outcome by sequence."""
        return {one["name"]: one["outcome"] for one in self.report["sequences"]}

    def calls(self, function: str) -> Any:
        """Return the calls of a function that were made."""
        return [
            call
            for one in self.report["sequences"]
            for call in one["calls"]
            if call["function"] == function and call.get("outcome") != "skipped"
        ]


def probe(ckr: Ckr, module: Path | str, *arguments: str, env: dict[str, str] | None = None) -> Probed:
    """Run `ckr probe --json` and read its report strictly."""
    from ckrtool.probe.reporting import report_file

    ran = ckr("probe", "--module", str(module), "--json", *arguments, env=env)
    assert "Traceback" not in ran.err, ran.err
    assert ran.out.isascii()
    assert ran.out.count("\n") == 1, ran.err
    return Probed(ran, report_file.checked(json.loads(ran.out)))
