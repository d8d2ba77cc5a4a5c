"""Turns the results of a run into the report and the exit status. Imported while the workers run."""

from __future__ import annotations

from ckrtool._records import record
from ckrtool.exitcodes import ExitCode
from ckrtool.probe.judge import contradictions, independent, judge
from ckrtool.probe.reporting import build_report
from ckrtool.probe.sequences import application
from ckrtool.probe.verify.doubts import fault

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Finding, Report
    from ckrtool.probe.request import Request
    from ckrtool.probe.results import RunResult
    from ckrtool.probe.supervision.interruption import Interruption
    from ckrtool.probe.target.choose import Chosen
    from ckrtool.probe.verify.doubts import Doubt

FATAL = ("crashed", "exited", "hung")


@record
class Outcome:
    """A finished run: the report, the exit status, and a message if a requested slot or token does not exist."""

    report: Report
    status: int
    missing: str | None = None


def conclude(
    result: RunResult,
    meta: build_report.Meta,
    request: Request,
    chosen: Chosen,
    interruption: Interruption,
    *,
    blocked: str | None,
    doubts: list[Doubt],
) -> Outcome:
    """Judge a run and build its report; `blocked` is the time of an earlier failed login, `doubts` are from the independent checks."""
    situation = judge.Situation(meta, request, chosen, blocked, doubts=doubts)
    try:
        for sequence in result.sequences:
            application.map_back(sequence)
            contradictions.excuse(sequence)
        findings = judge.findings(result, situation)
    except Exception as error:  # noqa: BLE001 # the calls are reported in any case
        findings = list(independent.findings([*doubts, fault("findings", error)]))
    try:
        made = build_report.build(result, meta, findings)
    except Exception as error:  # noqa: BLE001
        findings = [*independent.findings([fault("report", error)]), *findings]
        made = build_report.build(result, meta, findings, facts=False)
    ended_by = interruption.number
    if ended_by is not None:
        made["interrupted"] = interruption.name
        return Outcome(made, 128 + ended_by, chosen.missing)
    return Outcome(made, _status(result, findings, chosen, request.fail_on), chosen.missing)


def _status(result: RunResult, findings: list[Finding], chosen: Chosen, fail_on: str) -> int:
    """Return the exit status: a lost module takes precedence over a missing slot or token, and that over findings."""
    lost = any(sequence.outcome in FATAL for sequence in result.sequences) or any(
        worker.ended in FATAL for worker in result.workers
    )
    if lost or result.load.kind.startswith("constructor-"):
        return ExitCode.CRASHED
    if result.load.kind not in judge.LOAD_NO_FAULT or chosen.missing is not None:
        return ExitCode.SURROUNDINGS
    counts = ("error",) if fail_on == "error" else ("error", "warning")
    if any(finding["severity"] in counts for finding in findings):
        return ExitCode.SEEN
    return ExitCode.OK
