"""A probe report as the output of a Nagios or Icinga plugin: status line, performance data, long output.

It follows the Monitoring Plugins' guidelines: the first line is `SERVICE STATE - text | performance data`, and the
state is also the exit status (0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN).
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from ckrtool.printable import printable
from ckrtool.render import report_facts as facts
from ckrtool.render import report_verdict
from ckrtool.render.probe_findings import in_place, kind_of, target

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Finding, Report, SequenceReport

STATES = ("OK", "WARNING", "CRITICAL", "UNKNOWN")
UNKNOWN = 3
CHOOSE = "several tokens, none was selected: use --token LABEL or --all-tokens"
#: Verdict → plugin status.
_STATUS = {"ok": 0, "warning": 1, "error": 2, "fatal": 2, "unknown": 3}
#: Maximum number of characters of the status line before the performance data; the rest begins the long output.
SHORT = 80
#: Maximum number of findings in the long output; Nagios cuts the output of a plugin at 8 KiB.
MOST_FINDINGS = 20


def exit_code(report: Report) -> int:
    """Return the exit status of the plugin: 0 OK, 1 WARNING, 2 CRITICAL, 3 UNKNOWN (no call, or no token selected among several)."""
    status = _STATUS[report_verdict.verdict(report).level]
    return UNKNOWN if status == 0 and _no_token_chosen(report) else status


def _no_token_chosen(report: Report) -> bool:
    """Return whether no token was selected among several: a monitor must not interpret that as OK."""
    return any(finding["id"] == "several-tokens" for finding in report["findings"])


def render(report: Report) -> str:
    """Return the status line with performance data, then one line per finding and per sequence that did not pass."""
    verdict = report_verdict.verdict(report)
    headline = CHOOSE if verdict.level == "ok" and _no_token_chosen(report) else verdict.headline
    status = f"PKCS11 {STATES[exit_code(report)]} - {_module(report)}: {_brief(headline)}"
    fits = len(f"{status} ({verdict.detail})") <= SHORT
    first, rest = (f"{status} ({verdict.detail})", []) if fits else (status, [verdict.detail])
    lines = [f"{first} | {' '.join(_performance(report))}", *rest]
    found = facts.findings(report)
    command = f"ckr probe {target(report)}"
    lines += [_finding(finding, command) for finding in found[:MOST_FINDINGS]]
    if len(found) > MOST_FINDINGS:
        lines.append(f"... and {facts.plural(len(found) - MOST_FINDINGS, 'more finding')}")
    lines += [_sequence(sequence) for sequence in report["sequences"] if sequence["outcome"] != "passed"]
    return "\n".join(lines) + "\n"


def unknown(problem: str) -> tuple[str, int]:
    """Return the status line and the exit status of a plugin without a report."""
    return f"PKCS11 UNKNOWN - {_plain(problem)}\n", UNKNOWN


def _plain(text: str, limit: int = 300) -> str:
    """Return escaped text on one line; `|` is replaced, because it begins the performance data."""
    return printable(facts.shorten(" ".join(text.split()), limit)).replace("|", "/")


def _brief(text: str) -> str:
    """Return a headline, cut between words; the long output has the full text as a finding."""
    return textwrap.shorten(_plain(text), 110, placeholder=" ...")


def _module(report: Report) -> str:
    return _plain((report["module"]["path"] or "no module").rpartition("/")[2], 80)


def _finding(finding: Finding, command: str) -> str:
    """Return a finding on one line: title, the code unless the title contains it, the meaning, and the first step."""
    code = facts.code_of(finding)
    first = next((item for item in finding.get("advice") or () if kind_of(item) != "dont"), None)
    parts = [
        f"{finding['severity']}: {finding['title']}"
        + (f" [{code}]" if code and code not in finding["title"] else ""),
        finding.get("meaning") or "",
        in_place(first["text"], command) if first else "",
    ]
    return _plain(" - ".join(filter(None, parts)), 500)


def _sequence(sequence: SequenceReport) -> str:
    reason = f": {sequence['reason']}" if sequence.get("reason") else ""
    return _plain(f"sequence {sequence['name']} {sequence['outcome']}{reason}")


def _performance(report: Report) -> list[str]:
    """Return `'label'=value[unit];warn;crit;min;max` items: times in seconds, counts without a unit."""
    counts = facts.finding_counts(report)
    total, met = facts.call_counts(report)
    items = [f"time={(report.get('duration_ms') or 0) / 1000:.3f}s;;;0"]
    items += [f"calls={total};;;0", f"unmet={total - met};;;0;{total}"]
    items += [f"errors={counts['error']};;;0", f"warnings={counts['warning']};;;0"]
    for slot, token in facts.tokens(report):
        count, largest = token.get("ulSessionCount"), token.get("ulMaxSessionCount")
        if isinstance(count, int):
            limit = str(largest) if isinstance(largest, int) and largest else ""
            items.append(f"sessions_slot{slot}={count};;;0;{limit}")
    items += [
        f"'{_label(sequence['name'])}_time'={facts.sequence_ms(sequence) / 1000:.6f}s;;;0"
        for sequence in report["sequences"]
        if sequence["calls"]
    ]
    return items


def _label(name: str) -> str:
    """Return a name as a label of performance data: at most 40 characters, without `=` and quotes."""
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", name)[:40]
