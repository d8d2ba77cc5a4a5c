"""A probe report as JUnit XML for a CI job: a testsuite for each sequence, a testcase for each call.

The form is the one Jenkins, GitLab and their readers share. What makes `ckr probe` exit 1 fails here too: findings
(errors and warnings) that belong to no failed call stand in a testsuite of their own, `findings`; there is none
where there is nothing to say.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # only written here, never parsed
from collections import Counter
from datetime import UTC, datetime
from math import fsum
from typing import TYPE_CHECKING

from ckrtool.printable import printable
from ckrtool.render import report_facts as facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.probe.facts.report_types import CallReport, Finding, Report, SequenceReport

#: Characters of one message; CI systems show it in a list.
LONGEST = 2000
# Left over after `printable`: what XML 1.0 (production 2, Char) allows nowhere, not even as a reference.
_ILLEGAL = re.compile("[\ufffe\uffff]")


def render(report: Report) -> str:
    """Return the report as a JUnit XML document."""
    root = ET.Element("testsuites", name="ckr probe")
    told: set[int] = set()
    for sequence in report["sequences"]:
        _suite(root, report, sequence, told)
    _findings(root, [finding for finding in facts.findings(report) if id(finding) not in told])
    for count in ("tests", "failures", "errors"):  # Jenkins' schema knows no "skipped" of the whole
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in root)))
    root.set("time", _seconds(fsum(facts.sequence_ms(sequence) for sequence in report["sequences"])))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def text_of(text: str, limit: int = LONGEST) -> str:
    r"""Return text that XML 1.0 can hold, everything else escaped as `\xNN` or `\uNNNN`."""
    lines = [printable(line) for line in facts.shorten(text, limit).split("\n")]
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04X}", "\n".join(lines))


def _seconds(ms: float | None) -> str:
    return f"{(ms or 0) / 1000:.6f}"


def _suite(root: ET.Element, report: Report, sequence: SequenceReport, told: set[int]) -> None:
    suite = ET.SubElement(root, "testsuite", name=text_of(sequence["name"]))
    suite.set("time", _seconds(facts.sequence_ms(sequence)))
    started = facts.timestamp(report)
    if started is not None:
        # JUnit's form has no time zone; UTC is the usual reading.
        suite.set("timestamp", datetime.fromtimestamp(started, UTC).strftime("%Y-%m-%dT%H:%M:%S"))
    host = (report.get("host") or {}).get("name")
    if host:
        suite.set("hostname", text_of(host))
    _properties(suite, report, sequence)
    for call in sequence["calls"]:
        _case(suite, report, sequence, call, told)
    if not sequence["calls"] or _unexplained(sequence):
        _whole(suite, sequence)
    _count(suite)


def _count(suite: ET.Element) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    for plural, singular in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(plural, str(sum(1 for case in cases if case.find(singular) is not None)))


def _properties(suite: ET.Element, report: Report, sequence: SequenceReport) -> None:
    properties = ET.SubElement(suite, "properties")
    module = report["module"]
    values = {
        "module": module["path"],
        "sha256": module.get("sha256"),
        "profile": report.get("profile"),
        "ckr": (report.get("ckr") or {}).get("version"),
        "outcome": sequence["outcome"],
    }
    for name, value in values.items():
        if value:
            ET.SubElement(properties, "property", name=name, value=text_of(value))


def _case(
    suite: ET.Element, report: Report, sequence: SequenceReport, call: CallReport, told: set[int]
) -> None:
    case = ET.SubElement(suite, "testcase", name=_case_name(call), classname=_class_name(sequence))
    case.set("time", _seconds(call.get("ms")))
    state = facts.call_state(call, sequence)
    returned, difference = facts.returned(call), facts.difference(call)
    if state == "skipped":
        ET.SubElement(case, "skipped", message=text_of(str(call.get("reason") or "")))
    elif state in {"unmet", "lost"}:
        tag = "error" if state == "lost" else "failure"
        problem = ET.SubElement(case, tag, type=text_of(returned))
        problem.set("message", text_of(f"{call['function']}: {returned}, {difference}"))
        problem.text = _explained(report, call, told)
    elif state == "noted":
        note = ET.SubElement(case, "system-out")
        note.text = text_of(f"{returned}, {difference}: for information")


def _case_name(call: CallReport) -> str:
    about = {key: value for key, value in (call.get("args") or {}).items() if key in {"slotID", "type"}}
    # Without the function, numbers stay numbers: the name of a case must not change with the tables.
    arguments = facts.arguments({**call, "function": "", "args": about})
    return text_of(f"{call.get('n', '')} {call['function']}" + (f" ({arguments})" if arguments else ""), 200)


def _class_name(sequence: SequenceReport) -> str:
    return text_of(f"ckr.{sequence['name']}", 200)


def _explained(report: Report, call: CallReport, told: set[int]) -> str:
    """Return the arguments and the findings about this function and result; they count as told."""
    lines = [f"arguments: {facts.arguments(call)}"] if call.get("args") else []
    lines += [f"verdict: {call['verdict']}"] if call.get("verdict") else []
    for finding in facts.findings(report):
        same_rv = finding.get("rv") == call.get("rv")
        if finding.get("function") == call["function"] and same_rv and finding["severity"] != "info":
            told.add(id(finding))
            lines += ["", *_finding_lines(finding)]
    return text_of("\n".join(_folded(line) for line in lines), 20_000)


def _folded(line: str) -> str:
    """Return a line without line ends of its own, so that a module's text can't pose as another line."""
    return printable(line)


def _finding_lines(finding: Finding) -> list[str]:
    lines = [f"{finding['severity']} {finding['id']}: {finding['title']}"]
    lines += filter(None, (finding.get("meaning"), finding.get("detail")))
    for number, item in enumerate(finding.get("advice") or (), 1):
        danger = f" [danger: {item['danger']}]" if item.get("danger") else ""
        because = f" ({item['because']})" if item.get("because") else ""
        lines.append(f"{number}. {item['text']}{danger}{because}")
    return lines


def _unexplained(sequence: SequenceReport) -> bool:
    """Return whether a sequence did not pass though none of its calls shows why."""
    shown = {facts.call_state(call, sequence) for call in sequence["calls"]}
    return sequence["outcome"] != "passed" and not shown & {"unmet", "lost"}


def _whole(suite: ET.Element, sequence: SequenceReport) -> None:
    """Add a testcase for the sequence itself: it was skipped, or failed outside its calls."""
    case = ET.SubElement(
        suite, "testcase", name=text_of(sequence["name"], 200), classname=_class_name(sequence)
    )
    case.set("time", _seconds(0))
    tags = {"passed": None, "skipped": "skipped", "failed": "failure"}
    tag = tags.get(sequence["outcome"], "error")
    if tag:
        message = text_of(str(sequence.get("reason") or sequence["outcome"]))
        ET.SubElement(case, tag, message=message).set("type", sequence["outcome"])


def _findings(root: ET.Element, findings: Sequence[Finding]) -> None:
    grave = [finding for finding in findings if finding["severity"] != "info"]
    if not grave:
        return
    suite = ET.SubElement(root, "testsuite", name="findings", time=_seconds(0))
    seen: Counter[str] = Counter()
    for finding in grave:
        seen[finding["id"]] += 1  # readers keep one case of a name
        name = finding["id"] if seen[finding["id"]] == 1 else f"{finding['id']} {seen[finding['id']]}"
        case = ET.SubElement(
            suite, "testcase", name=text_of(name, 200), classname="ckr.findings", time=_seconds(0)
        )
        problem = ET.SubElement(
            case, "failure", message=text_of(finding["title"]), type=text_of(finding["severity"])
        )
        lines = "\n".join(_folded(line) for line in _finding_lines(finding))
        problem.text = text_of(lines, 20_000)
    _count(suite)
