"""A probe report as Markdown (GitHub's dialect), for a ticket.

Values from a module or file are put in code spans, sentences are escaped; neither can end a table cell, start a
heading, a link, an image or HTML, or mention a user by `@name`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ckrtool.printable import printable
from ckrtool.render import report_facts as facts
from ckrtool.render import report_folds, report_verdict
from ckrtool.render.links import url_of
from ckrtool.render.probe_findings import in_place, kind_of, more, target
from ckrtool.render.probe_parts import measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ckrtool.probe.facts.report_types import Advice, Finding, Mechanism, Report, SequenceReport

#: Maximum number of characters of a value.
LONGEST = 160
#: Maximum number of rows of a table of calls; unexpected calls are always shown.
MOST_ROWS = 60

_SPECIAL = re.compile(r"[\\`*\[\]<>|~$&]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|^(?:[-+=#]|\d+(?=[.)](?:\s|$)))")
_CALLS = re.compile(r"([@#])(?=\w)")
_MARKS = {"error": "🔴 error", "warning": "🟡 warning", "info": "🔵 info"}
_VERDICTS = {"ok": "✅", "warning": "🟡", "error": "🔴", "fatal": "🔴", "unknown": "⚪"}


def render(report: Report) -> str:
    """Return the report as Markdown: verdict, facts about the module, findings with advice, sequences, mechanisms."""
    blocks = [
        *_head(report),
        *_findings(report),
        *_sequences(report),
        *_bench(report),
        *_tokens(report),
        *_mechanisms(report),
        _foot(report),
    ]
    return "\n\n".join(blocks) + "\n"


def prose(text: str, limit: int = 2000) -> str:
    """Return a sentence on one line, with Markdown's special characters escaped."""
    line = printable(facts.shorten(" ".join(text.split()), limit))
    escaped = _SPECIAL.sub(lambda found: _escaped(found[0]), line)
    # A zero-width space keeps `@name` and `#12` from becoming a mention or a reference.
    return _CALLS.sub("\\1\u200b", escaped)


_NAME = re.compile(r"\b(?:C_[A-Z]\w+|CK[A-Z]?_\w+|ul[A-Z]\w+|h[A-Z]\w+|p[A-Z]\w+)")


def words(text: str, limit: int = 2000) -> str:
    """Return an escaped sentence on one line, with names of the standard in code spans."""
    line = facts.shorten(" ".join(text.split()), limit)
    parts: list[str] = []
    at = 0
    for found in _NAME.finditer(line):
        parts += [_prose(line[at : found.start()], at == 0), code(found[0])]
        at = found.end()
    return "".join([*parts, _prose(line[at:], at == 0)])


def _prose(piece: str, first: bool) -> str:
    """Return an escaped piece of a sentence with its blanks; only the `first` piece could begin a list or heading."""
    stripped = piece.strip(" ")
    if not stripped:
        return piece
    lead, tail = piece[: len(piece) - len(piece.lstrip(" "))], piece[len(piece.rstrip(" ")) :]
    made = prose(stripped) if first else prose(f".{stripped}")[1:]
    return f"{lead}{made}{tail}"


def _escaped(piece: str) -> str:
    return f"{piece}\\" if piece.isdigit() else f"\\{piece}"


def code(text: str, limit: int = LONGEST) -> str:
    """Return a value as a code span that is also valid in a table cell; "–" for an empty value."""
    line = printable(facts.shorten(text, limit))
    if not line.strip():
        return "–"
    # Markdown implementations disagree about `\|` after another backslash, so a pipe is escaped as `\x7C` there.
    line = re.sub(r"\\+\|", lambda found: found[0][:-1] + "\\x7C", line).replace("|", "\\|")
    fence = "`" * (max(map(len, re.findall(r"`+", line)), default=0) + 1)
    pad = " " if line[0] in "` " or line[-1] in "` " else ""
    # Some implementations would read a backslash directly before the closing fence as an escape.
    pad = " " if line.endswith("\\") else pad
    return f"{fence}{pad}{line}{pad}{fence}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells must be Markdown."""
    lines = ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def _head(report: Report) -> list[str]:
    verdict = report_verdict.verdict(report)
    module, host = report["module"], report.get("host") or {}
    info = module.get("info") or {}
    library = " ".join(
        filter(None, (facts.member(info, "libraryDescription"), facts.member(info, "libraryVersion")))
    )
    first = [(name, code(value, 400)) for name, value in facts.where_and_when(report) if name != "Library"]
    rows = [
        *first,
        ("Library", code(library)),
        ("Made by", code(facts.member(info, "manufacturerID"))),
        (
            "Interfaces",
            ", ".join(
                code(f"{row.get('name', '')} {row.get('version', '')}")
                for row in module.get("interfaces") or ()
            ),
        ),
        ("SHA-256", code(module.get("sha256") or "")),
        ("System", code(" ".join(filter(None, (host.get("os"), host.get("arch")))))),
        ("Took", facts.duration(report.get("duration_ms"))),
        ("Profile", code(report.get("profile") or "")),
    ]
    title = f"## {_VERDICTS[verdict.level]} PKCS #11 probe: {words(verdict.headline)}"
    shown = [row for row in rows if row[1] not in {"", "–"}]
    return [title, prose(verdict.detail), table(("", ""), shown)]


def _findings(report: Report) -> list[str]:
    found = facts.findings(report)
    if not found:
        return []
    command = f"ckr probe {target(report)}"
    return ["### Findings", *(_finding(number, finding, command) for number, finding in enumerate(found, 1))]


def _finding(number: int, finding: Finding, command: str) -> str:
    lines = [f"**{number}. {_MARKS[finding['severity']]}: {words(finding['title'])}**"]
    place = [code(text) for text in (finding.get("function"), facts.code_of(finding)) if text]
    lines.append(" → ".join(place) + (" · " if place else "") + code(finding["id"]))
    if meaning := finding.get("meaning"):
        lines.append(f"**Means:** {words(meaning)}")
    if finding.get("detail"):
        lines.append(words(finding["detail"]))
    blocks = ["  \n".join(lines)]
    items = list(finding.get("advice") or ())
    donts = [f"- {_item(item, command)}" for item in items if kind_of(item) == "dont"]
    if donts:
        blocks.append("**Don't:**\n\n" + "\n".join(donts))
    steps = [item for item in items if kind_of(item) != "dont"]
    if steps:
        lines = [f"{step}. {_item(item, command)}" for step, item in enumerate(steps, 1)]
        blocks.append("**Check and do:**\n\n" + "\n".join(lines))
    blocks.append(f"More: {code(more(finding))}")
    return "\n\n".join(blocks)


def _item(item: Advice, command: str) -> str:
    parts = [words(in_place(item["text"], command))]
    if danger := item.get("danger"):
        parts.append(f"**(danger: {prose(danger)})**")
    if because := item.get("because"):
        parts.append(f"({words(because)})")
    if unless := item.get("unless"):
        parts.append(f"(unless: {words(unless)})")
    stack, reference = item.get("stack"), item.get("ref")
    marks = [prose(stack)] if stack else []
    marks += [_reference(reference)] if reference else []
    return " ".join(parts) + (f" ({'; '.join(marks)})" if marks else "")


def _reference(reference: str) -> str:
    """Return a reference as a link if it has a URL, else as text."""
    address = url_of(reference)
    return prose(reference) if address is None else f"[{prose(reference)}](<{address}>)"


def _sequences(report: Report) -> list[str]:
    rows = []
    for sequence in report["sequences"]:
        made, met = facts.sequence_counts(sequence)
        rows.append(
            (
                code(sequence["name"]),
                _outcome(sequence["outcome"]),
                f"{met} of {made}" if made else "–",
                facts.duration(facts.sequence_ms(sequence)) if made else "–",
                prose(sequence.get("reason") or "", 300),
            )
        )
    blocks = ["### Sequences", table(("Sequence", "Outcome", "As expected", "Time", "Reason"), rows)]
    bad = [sequence for sequence in report["sequences"] if sequence["outcome"] not in {"passed", "skipped"}]
    for sequence in bad:
        blocks += [f"#### Calls of {code(sequence['name'])}", _calls(sequence)]
    return blocks


def _outcome(outcome: str) -> str:
    return outcome if outcome in {"passed", "skipped"} else f"**{outcome}**"


def _calls(sequence: SequenceReport) -> str:
    rows: list[tuple[str, ...]] = []
    left_out = 0
    for fold in report_folds.folded(sequence):
        if fold.state == "ok" and len(rows) >= MOST_ROWS:
            left_out += fold.count
            continue
        call, mark = fold.call, "" if fold.state in {"ok", "skipped"} else "**"
        name = code(call["function"]) + (f" × {fold.count}" if fold.count > 1 else "")
        rows.append(
            (
                facts.step_of(call),
                name,
                f"{mark}{code(facts.returned(call))}{mark}",
                _expected(fold),
                facts.duration(fold.total),
            )
        )
    note = f"\n\n{facts.plural(left_out, 'more call')}, all as expected." if left_out else ""
    return table(("Step", "Call", "Returned", "Expected", "Time"), rows) + note


def _expected(fold: report_folds.Fold) -> str:
    if fold.state == "ok":
        return ""
    if fold.call.get("mismatches") or fold.state == "skipped":
        return prose(facts.difference(fold.call), 400)
    return ", ".join(map(code, fold.call.get("expected") or ()))


def _bench(report: Report) -> list[str]:
    """Return the section with the results of --bench, one row per operation."""
    rows = [(prose(fact.label.removeprefix("bench ")), prose(fact.text)) for fact in measured(report)]
    return ["### Measured", table(("Operation", "Rate"), rows)] if rows else []


def _tokens(report: Report) -> list[str]:
    rows = []
    for slot_id, token in facts.tokens(report):
        made = " ".join(filter(None, (facts.member(token, "manufacturerID"), facts.member(token, "model"))))
        rows.append(
            (
                str(slot_id),
                code(facts.member(token, "label")),
                code(facts.member(token, "serialNumber")),
                code(made),
                code(facts.member(token, "firmwareVersion")),
                ", ".join(facts.pin_states(token, "USER")) or "ok",
                facts.sessions(token) or "–",
                ", ".join(map(code, token.get("flags") or ())),
            )
        )
    columns = ("Slot", "Label", "Serial", "Model", "Firmware", "User PIN", "Sessions", "Flags")
    return ["### Tokens", table(columns, rows)] if rows else []


def _mechanisms(report: Report) -> list[str]:
    blocks = []
    for where, mechanisms in facts.mechanism_lists(report):
        rows = [
            (code(str(row["type"])), _sizes(row), ", ".join(map(code, row.get("flags") or ())))
            for row in mechanisms
        ]
        heading = f"<details><summary>{facts.plural(len(rows), 'mechanism')} of {where}</summary>"
        blocks += [heading, table(("Mechanism", "Key sizes", "Flags"), rows), "</details>"]
    return blocks


def _sizes(mechanism: Mechanism) -> str:
    smallest, largest = mechanism.get("min"), mechanism.get("max")
    if smallest is None or largest is None or (smallest, largest) == (0, 0):
        return "–"
    return str(smallest) if smallest == largest else f"{smallest} to {largest}"


def _foot(report: Report) -> str:
    version = (report.get("ckr") or {}).get("version") or ""
    return f"Made by `ckr` {prose(version)} from a `ckr.probe/1` report."
