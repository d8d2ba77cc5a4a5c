"""Findings on the results that the independent checks of `verify` show to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec

from ckrtool.probe.judge.finding import finding
from ckrtool.probe.verify.doubts import fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.verify.doubts import Doubt

P = ParamSpec("P")


def findings(doubts: list[Doubt]) -> Iterator[Finding]:
    """Yield a finding for each doubt."""
    for doubt in doubts:
        yield finding(
            doubt.severity, doubt.id, doubt.title, doubt.detail, function=doubt.function, place=doubt.sequence,
            calls=doubt.explains,
        )  # fmt: skip


def evaluated(source: Callable[P, Iterable[Finding]], *args: P.args, **kwargs: P.kwargs) -> Iterator[Finding]:
    """Yield the findings of a source; an internal error in it becomes one more, so that all others and the report remain."""
    try:
        yield from source(*args, **kwargs)
    except Exception as error:  # noqa: BLE001
        yield from findings([fault(source.__module__.rpartition(".")[2], error)])
