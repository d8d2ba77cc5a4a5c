"""A finding as labelled lines: what it means, where it was seen, what not to do, what to check, what to do, where to read more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ckrtool._records import record
from ckrtool.numerals import hex_of, normalise
from ckrtool.render import report_facts as facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Advice, Finding, Report


LONGEST = 400
# How many items of each kind are shown without -v.
MOST = {"dont": 2, "check": 2, "do": 3}
LABELS = {"dont": "don't", "check": "check", "do": "do"}
HASHED = re.compile(r"/path-[0-9a-f]{8}(/|\Z)")
UNINITIALISED = "CKF_TOKEN_INITIALIZED"


@record(frozen=True, slots=True)
class Line:
    """One line of a finding: its label, its text, and the danger that it warns of."""

    label: str
    text: str
    danger: str = ""


@record(frozen=True, slots=True)
class Block:
    """A finding: severity, title, id, and its lines."""

    severity: str
    title: str
    id: str
    lines: tuple[Line, ...]


def blocks(report: Report, *, verbose: bool) -> Iterator[Block]:
    """Yield the findings, the most severe first; advice that several share is given once."""
    command = f"ckr probe {target(report)}"
    advised: set[tuple[object, ...]] = set()
    for finding in facts.findings(report):
        key = (finding["id"], finding.get("rv"), finding.get("function"))
        lines = list(_about(finding, verbose=verbose))
        if verbose or (finding["severity"] != "info" and key not in advised):
            lines += _advice(finding, command, verbose=verbose)
        advised.add(key)
        if verbose or finding["severity"] != "info":
            lines.append(Line("more", more(finding)))
        yield Block(finding["severity"], finding["title"], finding["id"], tuple(lines))


def _about(finding: Finding, *, verbose: bool) -> Iterator[Line]:
    meaning = finding.get("meaning")
    if meaning and (verbose or finding["severity"] != "info"):
        yield Line("means", meaning)
    if finding.get("detail"):
        yield Line("seen", facts.shorten(finding["detail"], LONGEST))


def _advice(finding: Finding, command: str, *, verbose: bool) -> Iterator[Line]:
    """Yield don'ts, checks and steps; the last step, which is the report to the vendor where there is one, is always there."""
    for kind, label in LABELS.items():
        items = [item for item in finding.get("advice") or () if kind_of(item) == kind]
        most = len(items) if verbose else MOST[kind]
        shown = (
            items if len(items) <= most else [*items[: most - 1], items[-1]] if kind == "do" else items[:most]
        )
        for item in shown:
            text = in_place(item["text"], command)
            if item.get("unless"):
                text += f" (unless {item['unless']})"
            if verbose:
                sources = list(filter(None, (item.get("because"), item.get("ref"))))
                text += f" ({'; '.join(sources)})" if sources else ""
            yield Line(label, text, item.get("danger") or "")


def kind_of(item: Advice) -> str:
    """Return the kind of an item: dont, check or do; reports of older versions have none, there it is told by the words."""
    told = item.get("kind")
    if told in LABELS:
        return str(told)
    return "dont" if str(item["text"]).startswith(("Don't ", "Do not ", "Never ")) else "do"


def in_place(text: str, command: str) -> str:
    """Return advice with the module and token at hand in its commands."""
    path = command.split(" ", 2)[2].partition(" --")[0]
    return text.replace("ckr probe MODULE", command).replace("MODULE", path)


def target(report: Report) -> str:
    """Return what to type after `ckr probe` to mean the same module and, where there are several, the same token."""
    import shlex

    path = shlex.quote(str(report["module"].get("path") or "MODULE"))
    if HASHED.match(path):  # of an anonymized report: nobody can type it
        return "MODULE"
    tokens = [
        (slot, token) for slot, token in facts.tokens(report) if UNINITIALISED in (token.get("flags") or ())
    ]
    if len(tokens) < 2:
        return path
    used = {
        (call.get("args") or {}).get("slotID")
        for _, call in facts.calls(report)
        if call["function"] == "C_OpenSession"
    }
    chosen = [slot for slot, _ in tokens if slot in used]
    return f"{path} --slot {chosen[0]}" if len(chosen) == 1 else path


def more(finding: Finding) -> str:
    """Return the command that says more: the code with its function, else the finding's own page."""
    rv, function = finding.get("rv"), finding.get("function")
    if not rv:
        return f"ckr explain {finding['id']}"
    value = finding.get("name") or hex_of(normalise(rv))
    return f"ckr explain {value}" + (f" --function {function}" if str(function).startswith("C_") else "")
