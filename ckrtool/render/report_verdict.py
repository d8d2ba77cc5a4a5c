"""The verdict on a probe report: its level, the main problem, and the counts. Pure functions; the text is not escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._records import record
from ckrtool.render import report_facts as facts

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Report


@record(frozen=True, slots=True)
class Verdict:
    """The verdict on a report: `level` is ok, warning, error, fatal or unknown, `headline` the main problem, `detail` the counts."""

    level: str
    headline: str
    detail: str


def verdict(report: Report) -> Verdict:
    """Return the verdict on a report; its level is unknown if no call was made."""
    level = _level(report)
    return Verdict(level, _headline(report, level), _counts(report))


def _level(report: Report) -> str:
    outcomes = {sequence["outcome"] for sequence in report["sequences"]}
    severities = {finding["severity"] for finding in report["findings"]}
    if outcomes & set(facts.FATAL):
        return "fatal"
    # Failed sequences of the profile conformance have findings, whose severity counts.
    failed = any(
        sequence["outcome"] == "failed" and sequence.get("profile") != "conformance"
        for sequence in report["sequences"]
    )
    accepted = any(finding["id"] == "acknowledged" for finding in report["findings"])
    if "error" in severities or (failed and not accepted and "warning" not in severities):
        return "error"
    if "warning" in severities:
        return "warning"
    return "ok" if any(True for _ in facts.calls(report)) else "unknown"


def _headline(report: Report, level: str) -> str:
    if level == "fatal":
        return lost_call(report)
    most_severe = next((finding for finding in facts.findings(report) if finding["severity"] == level), None)
    if most_severe:
        return str(most_severe["title"])
    healthy = "the sequences that ran work as expected" if _skipped(report) else "works as expected"
    return {"error": "a sequence failed", "ok": healthy, "unknown": "no call was made"}[level]


def _skipped(report: Report) -> int:
    return sum(sequence["outcome"] == "skipped" for sequence in report["sequences"])


def lost_call(report: Report) -> str:
    """Return the call that ended the first lost worker, such as "C_Login crashed in sequence login"; "" if no worker was lost."""
    for sequence in report["sequences"]:
        if sequence["outcome"] in facts.FATAL:
            last = next(
                (call for call in reversed(sequence["calls"]) if call.get("outcome") in facts.FATAL), None
            )
            subject = last["function"] if last else "the worker"
            if sequence.get("reason") == "interrupted":
                return f"interrupted during {subject} in sequence {sequence['name']}"
            return f"{subject} {sequence['outcome']} in sequence {sequence['name']}"
    return ""


def _counts(report: Report) -> str:
    total, met = facts.call_counts(report)
    counts = facts.finding_counts(report)
    parts = [facts.plural(total, "call"), f"{met} as expected"]
    parts += [
        facts.plural(counts[severity], severity) for severity in ("error", "warning") if counts[severity]
    ]
    skipped = _skipped(report)
    parts += [f"{facts.plural(skipped, 'sequence')} skipped"] if skipped else []
    return ", ".join(parts)
