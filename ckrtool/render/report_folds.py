"""Combines consecutive equal calls of a probe report, as all formats show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._records import record
from ckrtool.render import report_facts as facts

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import CallReport, SequenceReport


@record(frozen=True, slots=True)
class Fold:
    """Consecutive equal calls: the first of them, its state, their number, the total and the longest time (ms)."""

    call: CallReport
    state: str
    count: int
    total: float | None
    slowest: float | None


def folded(sequence: SequenceReport) -> list[Fold]:
    """Return the calls with consecutive equal ones combined: a step repeated per slot, calls skipped for the same reason."""
    folds: list[Fold] = []
    for call in sequence["calls"]:
        state, ms = facts.call_state(call, sequence), call.get("ms")
        last = folds[-1] if folds else None
        if last and last.state == state == "skipped" and last.call.get("reason") == call.get("reason"):
            ends = f"{last.call['function'].partition(' ')[0]} to {call['function']}"
            folds[-1] = Fold({**last.call, "function": ends}, state, last.count + 1, None, None)
        elif last and state == "ok" and _alike(last.call, call):
            folds[-1] = Fold(last.call, state, last.count + 1, _add(last.total, ms), _most(last.slowest, ms))
        else:
            folds.append(Fold(call, state, 1, ms, ms))
    return folds


def _alike(first: CallReport, second: CallReport) -> bool:
    return all(first.get(key) == second.get(key) for key in ("n", "function", "rv", "met", "verdict"))


def _add(total: float | None, ms: float | None) -> float | None:
    return ms if total is None else total if ms is None else total + ms


def _most(slowest: float | None, ms: float | None) -> float | None:
    return ms if slowest is None else slowest if ms is None else max(slowest, ms)
