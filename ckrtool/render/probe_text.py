"""What `ckr probe` shows a person: a table a sequence with the time of each call, the findings, one verdict line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.printable import printable
from ckrtool.render import report_facts as facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rich.console import RenderableType

    Report = Mapping[str, Any]

LONGEST = 400
_SIGNS = {
    "passed": "ok",
    "skipped": "skipped",
    "failed": "FAILED",
    "crashed": "CRASHED",
    "hung": "HUNG",
    "exited": "EXITED",
}
_STYLES = {"passed": "green", "skipped": "yellow", "error": "bold red", "warning": "yellow", "info": "cyan"}


def plain(report: Report, verbose: bool = True) -> str:
    """Return the report as plain text: one fact a line, every line to be read alone."""
    lines = [*_head(report)]
    for sequence in report["sequences"]:
        lines.append(_sequence_line(sequence))
        if verbose:
            lines += [f"  {line}" for line in _call_lines(sequence)]
    for finding in facts.findings(report):
        lines += _finding_lines(finding)
    lines.append(verdict(report))
    return "".join(f"{printable(line)}\n" for line in lines)


def verdict(report: Report) -> str:
    """Return the one line that says how it went."""
    judged = facts.verdict(report)
    return f"verdict: {judged.level}: {judged.headline} ({judged.detail})"


def _head(report: Report) -> Iterator[str]:
    module = report["module"]
    yield f"module: {module['path']} (found by {module.get('found_by') or 'path'})"
    info = module.get("info") or {}
    if info:
        about = f"{info.get('manufacturerID')} {info.get('libraryDescription')} {info.get('libraryVersion')}"
        yield f"library: {about}, PKCS #11 {info.get('cryptokiVersion')}"
    for slot in report["slots"]:
        token = slot.get("token")
        if token:
            states = ", ".join(token.get("flags") or [])
            serial = facts.member(token, "serialNumber")
            named = [
                facts.member(token, "label") or "(no label)",
                facts.member(token, "model"),
                serial and f"serial {serial}",
            ]
            mechanisms = facts.plural(len(slot["mechanisms"]), "mechanism")
            yield f"slot {slot['id']}: token {', '.join(filter(None, named))}; {mechanisms}; {states}"
        else:
            yield f"slot {slot['id']}: no token"


def _sequence_line(sequence: Mapping[str, Any]) -> str:
    sign = _SIGNS.get(sequence["outcome"], sequence["outcome"])
    reason = f" ({sequence['reason']})" if sequence.get("reason") else ""
    made = sum(call.get("outcome") != "skipped" for call in sequence["calls"])
    return f"{sequence['name']}: {sign}{reason}, {facts.plural(made, 'call')}, {facts.duration(facts.sequence_ms(sequence))}"


def _call_lines(sequence: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each call; steps left out for one reason share a line."""
    for fold, left_out in _rows(sequence):
        yield (
            f"{facts.plural(left_out, 'step')} skipped ({fold.call.get('reason')})"
            if left_out
            else _call_line(fold)
        )


def _rows(sequence: Mapping[str, Any]) -> list[tuple[facts.Fold, int]]:
    """Return the folded calls, and for neighbouring steps that were left out for one reason how many they are (else 0)."""
    rows: list[tuple[facts.Fold, int]] = []
    for fold in facts.folded(sequence):
        last = rows[-1] if rows else None
        if fold.state != "skipped":
            rows.append((fold, 0))
        elif last and last[1] and last[0].call.get("reason") == fold.call.get("reason"):
            rows[-1] = (last[0], last[1] + fold.count)
        else:
            rows.append((fold, fold.count))
    return rows


def _call_line(fold: facts.Fold) -> str:
    call = fold.call
    times = f" x{fold.count}" if fold.count > 1 else ""
    wanted = "" if call.get("met") is not False else f", expected {facts.expected(call) or 'a return'}"
    reason = f" ({call['reason']})" if call.get("reason") else ""
    return f"{call['function']}{times}: {facts.returned(call)}{reason}{wanted}, {facts.duration(fold.total)}"


def _finding_lines(finding: Mapping[str, Any]) -> Iterator[str]:
    yield f"{finding['severity']}: {finding['title']} [{finding['id']}]"
    if finding.get("detail"):
        yield f"  {facts.shorten(finding['detail'], LONGEST)}"
    for item in finding.get("advice") or ():
        danger = f" (danger: {item['danger']})" if item.get("danger") else ""
        yield f"  - {item['text']}{danger}"


def rich(report: Report) -> Iterator[RenderableType]:
    """Yield what a terminal shows: a table a sequence, then the findings, and the verdict where the eye is: at the end."""
    from rich.padding import Padding
    from rich.text import Text

    for line in _head(report):
        yield Text(printable(line))
    for sequence in report["sequences"]:
        yield Text("")
        yield Text(printable(_sequence_line(sequence)), style=_STYLES.get(sequence["outcome"], "bold red"))
        if sequence["calls"]:
            yield _table(sequence)
    for finding in facts.findings(report):
        first, *rest = _finding_lines(finding)
        yield Text("")
        yield Text(printable(first), style=_STYLES[finding["severity"]])
        for line in rest:
            words = line.lstrip()
            yield Padding(Text(printable(words), style="dim"), (0, 0, 0, 2 if words.startswith("- ") else 4))
    sound = not any(finding["severity"] in ("error", "warning") for finding in report["findings"])
    yield Text("")
    yield Text(printable(verdict(report)), style="bold green" if sound else "bold red")


def _table(sequence: Mapping[str, Any]) -> RenderableType:
    """Return the calls of a sequence; what was expected has a column only where something else came."""
    from rich.table import Table
    from rich.text import Text

    unmet = any(call.get("met") is False for call in sequence["calls"])
    table = Table(box=None, pad_edge=False, show_header=unmet)
    names = ("call", "returned", "expected", "time") if unmet else ("call", "returned", "time")
    for name in names:
        table.add_column(name, justify="right" if name == "time" else "left")
    for fold, left_out in _rows(sequence):
        if left_out:
            words = f"skipped ({fold.call.get('reason')})"
            table.add_row(Text(f"  {facts.plural(left_out, 'step')}"), Text(printable(words), style="dim"))
            continue
        call = fold.call
        met = call.get("met") is not False
        times = f" x{fold.count}" if fold.count > 1 else ""
        reason = f" ({call['reason']})" if call.get("reason") else ""
        wanted = ["" if met else facts.expected(call)] if unmet else []
        cells = (
            f"  {call['function']}{times}",
            f"{facts.returned(call)}{reason}",
            *wanted,
            facts.duration(fold.total),
        )
        table.add_row(*(Text(printable(cell), style="" if met else "bold red") for cell in cells))
    return table
