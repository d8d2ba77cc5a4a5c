"""A finding as labelled lines: means, seen, don't, check, do, more."""

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
# Maximum number of items of each kind without -v.
MOST = {"dont": 2, "check": 2, "do": 3}
LABELS = {"dont": "don't", "check": "check", "do": "do"}
HASHED = re.compile(r"/path-[0-9a-f]{8}(/|\Z)")
UNINITIALISED = "CKF_TOKEN_INITIALIZED"


@record(frozen=True, slots=True)
class Line:
    """One line of a finding: its label, its text, and the risk to warn of."""

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
    """Yield the findings, the most severe first; advice shared by several findings is included once."""
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
    """Yield warnings, checks and steps; the last step is always included, because it may be the report to the vendor."""
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
    """Return the kind of an item: dont, check or do. Reports of older versions have no kind: it is derived from the text."""
    kind = item.get("kind")
    if kind in LABELS:
        return str(kind)
    return "dont" if str(item["text"]).startswith(("Don't ", "Do not ", "Never ")) else "do"


def in_place(text: str, command: str) -> str:
    """Return advice with the placeholder MODULE in its commands replaced by the module and token of the report."""
    path = command.split(" ", 2)[2].partition(" --")[0]
    return text.replace("ckr probe MODULE", command).replace("MODULE", path)


def target(report: Report) -> str:
    """Return the arguments of `ckr probe` that select the same module and, if there are several tokens, the same one."""
    import shlex

    path = shlex.quote(str(report["module"].get("path") or "MODULE"))
    if HASHED.match(path):  # an anonymized path is not usable in a command
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
    """Return the command that explains the finding: by its code and function, else by its id."""
    rv, function = finding.get("rv"), finding.get("function")
    if not rv:
        return f"ckr explain {finding['id']}"
    value = finding.get("name") or hex_of(normalise(rv))
    return f"ckr explain {value}" + (f" --function {function}" if str(function).startswith("C_") else "")
