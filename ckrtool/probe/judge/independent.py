"""Findings on the results that the independent checks of `verify` show to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.verify.doubts import Doubt


def findings(doubts: list[Doubt]) -> Iterator[Finding]:
    """Yield a finding for each doubt."""
    for doubt in doubts:
        yield finding(
            doubt.severity, doubt.id, doubt.title, doubt.detail, function=doubt.function, place=doubt.sequence,
            calls=doubt.explains,
        )  # fmt: skip
