"""`--all-tokens`: runs the sequences that need a slot once per token; the names of the results contain the slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._records import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.probe import protocol
    from ckrtool.probe.reporting.build_report import Meta
    from ckrtool.probe.request import Selection
    from ckrtool.probe.results import RunResult, SequenceResult
    from ckrtool.probe.target.choose import Chosen

EACH = "each-token"
"""Reason with which the first part of the run skips the sequences that need a slot."""


def part(name: str, slot: int) -> str:
    """Return the name of a sequence when run for one token."""
    return f"{name} (slot {slot})"


def run(
    supervised: Callable[[protocol.Plan], RunResult],
    whole: protocol.Plan,
    result: RunResult,
    chosen: Chosen,
    selection: Selection,
    meta: Meta,
) -> None:
    """Run the sequences skipped in the first part once per token, and replace them in the result.

    If the first part ended for another reason, they remain skipped for that reason.
    """
    waiting = [sequence for sequence in result.sequences if sequence.reason == EACH]
    if not waiting:
        return
    meta.labels = dict(chosen.every)
    names = {sequence.name for sequence in waiting}
    planned: list[protocol.Sequence] = [
        {**sequence, "name": part(sequence["name"], slot), "vars": {"slot": slot}}
        for slot in chosen.every
        for sequence in whole["sequences"]
        if sequence["name"] in names
    ]
    known = selection.by_name
    meta.sequences = {
        **meta.sequences,
        **{
            part(name, slot): replace(known[name], name=part(name, slot))
            for name in names & set(known)
            for slot in chosen.every
        },
    }
    found = supervised({**whole, "sequences": planned})
    for sequence in found.sequences:
        sequence.worker = None if sequence.worker is None else sequence.worker + len(result.workers)
    result.sequences = [
        sequence for sequence in result.sequences if sequence.reason != EACH
    ] + found.sequences
    result.workers += found.workers
    result.duration_ns += found.duration_ns


def base(sequence: SequenceResult) -> str:
    """Return the name of a sequence without the slot that it was run for."""
    return sequence.name if sequence.slot is None else sequence.name.removesuffix(f" (slot {sequence.slot})")
