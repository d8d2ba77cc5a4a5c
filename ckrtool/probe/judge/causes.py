"""Causes of failed calls in earlier steps, found with the model and the rules of `ckr why`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ckrtool.probe.facts import trace

if TYPE_CHECKING:
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.probe.facts.report_types import Evidence, Finding, ProvenCause
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult

BUFFER_TOO_SMALL = 0x150
NAMED = frozenset(("call-failed", "departure", "initialize-failed", "unexpected-return"))
"""Ids that report only that a call failed: their findings get the causes."""
OWN = "file"
"""The profile of a user's sequence file: its own mistakes are not faults of the module."""


class Steps:
    """Calls of a run by line number in its trace, used to cite them as steps of their sequences."""

    def __init__(self) -> None:
        self.by_line: dict[int, tuple[SequenceResult, CallResult]] = {}

    def cited(self, line: int, home: SequenceResult) -> str:
        """Return how a finding on sequence `home` cites the call of a line: "step 3", or "step 3 of sign" for another sequence."""
        sequence, call = self.by_line[line]
        where = f"step {call.step}" if call.step else "the clean-up"
        return where if sequence is home else f"{where} of {sequence.name}"

    def words(self, text: str, home: SequenceResult) -> str:
        """Return a text of `ckr why` with each "line N" replaced by the step of the call."""
        return re.sub(
            r"\bline (\d+)\b",
            lambda found: self.cited(int(found[1]), home) if int(found[1]) in self.by_line else found[0],
            text,
        )


def explained(run: RunResult) -> dict[int, list[ProvenCause]]:
    """Return the proven and likely causes of each failed call, by the call's id()."""
    if not any(call.met is False and call.rv for sequence in run.sequences for call in sequence.calls):
        return {}  # nothing to explain: the rules are not loaded
    from ckrtool.calls.model.replay import Model
    from ckrtool.diagnosis.engine import causes_of
    from ckrtool.diagnosis.rule import Case

    found: dict[int, list[ProvenCause]] = {}
    model, steps = Model(), Steps()
    for sequence, call, record in trace.records(run.sequences):
        steps.by_line[record.line] = (sequence, call)
        process = model.process(record)
        enough = call.function == "C_GetAttributeValue" and call.rv == BUFFER_TOO_SMALL  # it was given more
        if record.rv and call.met is False and not enough:
            causes = [cause for cause in causes_of(Case(record, process, model)) if cause.evidence]
            rows = [_row(cause, steps, sequence) for cause in causes if cause.certainty != "possible"]
            if rows:
                found[id(call)] = rows
        model.apply(process, record)
    return found


def _row(cause: Cause, steps: Steps, home: SequenceResult) -> ProvenCause:
    evidence: list[Evidence] = []
    for item in cause.evidence:
        sequence, call = steps.by_line[item.line]
        evidence.append(
            {
                "sequence": sequence.name,
                "step": call.step,
                "function": item.function,
                "text": steps.words(item.text, home),
            }
        )
    return {
        "id": cause.id, "certainty": cause.certainty, "text": steps.words(cause.text, home), "evidence": evidence,
        "fix": steps.words(cause.fix, home),
    }  # fmt: skip


def with_causes(one: Finding, causes: dict[int, list[ProvenCause]], profile: str) -> Finding:
    """Return a finding with the causes of its call added.

    In a user's sequence file a failed call with a proven cause becomes a finding on that cause, since the file is at fault.
    """
    rows = next((causes[id(call)] for call in one.get("calls", ()) if id(call) in causes), None)
    if not rows or one["id"] not in NAMED:
        return one
    first = rows[0]
    proof = "; ".join(
        f"step {row['step']} of {row['sequence']} ({row['function']}) {row['text']}"
        for row in first["evidence"]
    )
    one["causes"] = rows
    one["detail"] = f"{one['detail']}; {first['certainty']} cause: {first['text']} ({proof})"
    if profile == OWN and first["certainty"] == "proven" and one["id"] == "call-failed":
        one["id"] = first["id"]
        one["advice"] = [
            {"kind": "do", "text": first["fix"]},
            *(item for item in one["advice"] if item.get("kind") == "dont"),
        ]
    return one
