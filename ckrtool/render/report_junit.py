"""A probe report as JUnit XML for a CI job: one testsuite per sequence, one testcase per call.

The format is the subset that Jenkins and GitLab share. Everything that makes `ckr probe` exit 1 is a failure here too:
findings (errors and warnings) that do not belong to a failed call are in a separate testsuite, `findings`, which is
omitted if it would be empty.
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

#: Maximum number of characters of a message; CI systems show it in a list.
LONGEST = 2000
# Characters that `printable` keeps, but XML 1.0 (production 2, Char) does not allow, not even as a reference.
_ILLEGAL = re.compile("[\ufffe\uffff]")


def render(report: Report) -> str:
    """Return the report as a JUnit XML document."""
    root = ET.Element("testsuites", name="ckr probe")
    reported: set[int] = set()
    for sequence in report["sequences"]:
        _suite(root, report, sequence, reported)
    _findings(root, [finding for finding in facts.findings(report) if id(finding) not in reported])
    for count in ("tests", "failures", "errors"):  # Jenkins' schema has no "skipped" for testsuites
        root.set(count, str(sum(int(suite.get(count, 0)) for suite in root)))
    root.set("time", _seconds(fsum(facts.sequence_ms(sequence) for sequence in report["sequences"])))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def text_of(text: str, limit: int = LONGEST) -> str:
    r"""Return text for XML 1.0, with characters that it does not allow escaped as `\xNN` or `\uNNNN`."""
    lines = [printable(line) for line in facts.shorten(text, limit).split("\n")]
    return _ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04X}", "\n".join(lines))


def _seconds(ms: float | None) -> str:
    return f"{(ms or 0) / 1000:.6f}"


def _suite(root: ET.Element, report: Report, sequence: SequenceReport, reported: set[int]) -> None:
    suite = ET.SubElement(root, "testsuite", name=text_of(sequence["name"]))
    suite.set("time", _seconds(facts.sequence_ms(sequence)))
    started = facts.timestamp(report)
    if started is not None:
        # The format has no time zone; consumers assume UTC.
        suite.set("timestamp", datetime.fromtimestamp(started, UTC).strftime("%Y-%m-%dT%H:%M:%S"))
    host = (report.get("host") or {}).get("name")
    if host:
        suite.set("hostname", text_of(host))
    _properties(suite, report, sequence)
    for call in sequence["calls"]:
        _case(suite, report, sequence, call, reported)
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
    suite: ET.Element, report: Report, sequence: SequenceReport, call: CallReport, reported: set[int]
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
        problem.text = _explained(report, call, reported)
    elif state == "noted":
        note = ET.SubElement(case, "system-out")
        note.text = text_of(f"{returned}, {difference}: for information")


def _case_name(call: CallReport) -> str:
    about = {key: value for key, value in (call.get("args") or {}).items() if key in {"slotID", "type"}}
    # Without the function, constants are shown as numbers: the name of a case must not change with the tables.
    arguments = facts.arguments({**call, "function": "", "args": about})
    return text_of(f"{call.get('n', '')} {call['function']}" + (f" ({arguments})" if arguments else ""), 200)


def _class_name(sequence: SequenceReport) -> str:
    return text_of(f"ckr.{sequence['name']}", 200)


def _explained(report: Report, call: CallReport, reported: set[int]) -> str:
    """Return the arguments and the findings about this call, and add the findings to `reported`."""
    lines = [f"arguments: {facts.arguments(call)}"] if call.get("args") else []
    lines += [f"verdict: {call['verdict']}"] if call.get("verdict") else []
    for finding in facts.findings(report):
        same_rv = finding.get("rv") == call.get("rv")
        if finding.get("function") == call["function"] and same_rv and finding["severity"] != "info":
            reported.add(id(finding))
            lines += ["", *_finding_lines(finding)]
    return text_of("\n".join(_folded(line) for line in lines), 20_000)


def _folded(line: str) -> str:
    """Return a line with line ends escaped, so that text of a module cannot imitate another line."""
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
    """Return whether a sequence did not pass although none of its calls failed."""
    shown = {facts.call_state(call, sequence) for call in sequence["calls"]}
    return sequence["outcome"] != "passed" and not shown & {"unmet", "lost"}


def _whole(suite: ET.Element, sequence: SequenceReport) -> None:
    """Add a testcase for a sequence that was skipped, or failed outside its calls."""
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
    failures = [finding for finding in findings if finding["severity"] != "info"]
    if not failures:
        return
    suite = ET.SubElement(root, "testsuite", name="findings", time=_seconds(0))
    seen: Counter[str] = Counter()
    for finding in failures:
        seen[finding["id"]] += 1  # consumers keep only one case per name
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
