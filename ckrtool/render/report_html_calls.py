"""The calls of a report as a timeline and a table: one SVG strip per sequence, all on the same time scale.

Positions are percentages, so that a strip fills the width of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.render import report_facts as facts
from ckrtool.render import report_folds
from ckrtool.render.report_html_parts import code, element, text

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Report, SequenceReport
    from ckrtool.render.report_folds import Fold

#: Maximum number of expected calls in a table and a strip; unexpected ones are always shown.
MOST = 300
#: Width in percent of a call that did not return, and so has no duration.
LOST_WIDTH = 4.0
#: Minimum width in percent of an unexpected call, drawn over its neighbours, so that it is visible among hundreds.
UNMET_WIDTH = 0.5


def timeline(report: Report) -> str:
    """Return the section with the strip of each sequence, and a table of its calls that can be unfolded."""
    scale = max((facts.sequence_ms(sequence) for sequence in report["sequences"]), default=0) or 1.0
    rows = "".join(_sequence(sequence, scale) for sequence in report["sequences"])
    if not rows:
        return ""
    legend = "".join(
        element("li", words, state)
        for state, words in (
            ("ok", "as expected"),
            ("noted", "unexpected, for information"),
            ("unmet", "unexpected"),
            ("lost", "did not return"),
        )
    )
    about = element(
        "p",
        text(f"Time inside calls, from the start of each sequence; full width: {facts.duration(scale)}."),
        "calm scale",
    )
    axis = element("div", "".join(element("span", text(mark)) for mark in _marks(scale)), "axis")
    return element(
        "section",
        element("h2", "Sequences and calls")
        + _whole(report)
        + about
        + element("ul", legend, "legend")
        + axis
        + rows,
        id="calls",
    )


def _whole(report: Report) -> str:
    """Return the timeline of the run: its sequences in order, with a width in proportion to the time of their calls."""
    timed = [
        (sequence, ms)
        for sequence in report["sequences"]
        if (ms := facts.sequence_ms(sequence)) or sequence["outcome"] in facts.FATAL
    ]
    total = sum(ms for _, ms in timed)
    lost = sum(sequence["outcome"] in facts.FATAL for sequence, _ in timed)
    if not total and not lost:
        return ""
    share, at, pieces = 100 - LOST_WIDTH * lost, 0.0, []
    for sequence, ms in timed:
        name, outcome = sequence["name"], sequence["outcome"]
        width = share * ms / (total or 1) + (LOST_WIDTH if outcome in facts.FATAL else 0)
        title = element("title", text(f"{name}: {outcome}, {facts.duration(ms)}"))
        state = {"passed": "ok", "skipped": "skipped", "failed": "unmet"}.get(outcome, "lost")
        size = f'x="{at:.3f}%" y="0" width="{width:.3f}%" height="100%"'
        pieces.append(f'<rect class="{state}" {size}>{title}</rect>')
        at += width
    names = ", ".join(f"{sequence['name']} {facts.duration(ms)}" for sequence, ms in timed)
    label = text(f"The sequences of the run in order: {names}", 600)
    strip = f'<svg class="strip whole" role="img" aria-label="{label}" width="100%" height="26">{"".join(pieces)}</svg>'
    legend = element("p", text(f"The whole run: {facts.duration(total)} inside calls. {names}.", 600), "calm")
    return legend + strip


def _marks(scale: float) -> list[str]:
    return ["0", facts.duration(scale / 2), facts.duration(scale)]


def _sequence(sequence: SequenceReport, scale: float) -> str:
    folds = report_folds.folded(sequence)
    outcome = sequence["outcome"]
    name = element("span", text(sequence["name"], 80), "name")
    word = element("span", outcome, f"outcome {outcome}")
    time = element("span", facts.duration(facts.sequence_ms(sequence)) if folds else "", "time")
    why = sequence.get("reason")
    reason = element("p", text(why, 400), "reason") if why else ""
    if not folds:
        return element("div", element("div", name + word + time, "line") + reason, f"sequence {outcome}")
    summary = element("summary", element("div", name + word + time, "line") + _strip(sequence, folds, scale))
    body = reason + _table(folds)
    opened = outcome not in {"passed", "skipped"}
    return element("details", summary + body, f"sequence {outcome}", open=opened)


def _strip(sequence: SequenceReport, folds: list[Fold], scale: float) -> str:
    below, above, at = [], [], 0.0
    for fold in _few(folds):
        width = 100 * (fold.total or 0) / scale
        if fold.state in {"unmet", "lost"}:
            wide = LOST_WIDTH if fold.state == "lost" else max(width, UNMET_WIDTH)
            above.append(_piece(fold, min(at, 100 - wide), wide))
        else:
            below.append(_piece(fold, at, width))
        at += width
    pieces = below + above
    about = text(f"{sequence['name']}: {facts.plural(len(sequence['calls']), 'call')} in order", 120)
    return (
        f'<svg class="strip" role="img" aria-label="{about}" width="100%" height="18">{"".join(pieces)}</svg>'
    )


def _piece(fold: Fold, at: float, width: float) -> str:
    label = element("title", text(_words(fold)))
    size = f'x="{at:.3f}%" y="0" width="{width:.3f}%" height="100%"'
    return f'<rect class="{fold.state}" {size}>{label}</rect>'


def _words(fold: Fold) -> str:
    count = f" × {fold.count}" if fold.count > 1 else ""
    return f"{fold.call['function']}{count}: {facts.returned(fold.call)}, {facts.duration(fold.total)}"


def _few(folds: list[Fold]) -> list[Fold]:
    """Return the folds; if there are more than MOST, without the fastest expected ones."""
    if len(folds) <= MOST:
        return folds
    sound = [number for number, fold in enumerate(folds) if fold.state == "ok"]
    fast = set(sorted(sound, key=lambda number: folds[number].total or 0, reverse=True)[MOST:])
    return [fold for number, fold in enumerate(folds) if number not in fast]


def _table(folds: list[Fold]) -> str:
    shown = _few(folds)
    slowest = max((fold.total or 0 for fold in shown), default=0) or 1.0
    head = "".join(element("th", name, scope="col") for name in ("Step", "Call", "Returned", "Time"))
    body = "".join(_row(fold, slowest) for fold in shown)
    table = element("table", element("thead", element("tr", head)) + element("tbody", body), "calls")
    hidden = len(folds) - len(shown)
    note = (
        element("p", f"{facts.plural(hidden, 'faster call')}, all as expected, not shown.", "calm")
        if hidden
        else ""
    )
    return table + note


def _row(fold: Fold, slowest: float) -> str:
    call = fold.call
    times = element("span", f"× {fold.count}", "times") if fold.count > 1 else ""
    arguments = facts.arguments(call) if fold.count == 1 else ""
    name = code(call["function"]) + times
    name += element("div", text(arguments, 160), "arguments") if arguments else ""
    returned = code(facts.returned(call))
    if fold.state != "ok":
        returned += element("div", text(facts.difference(call), 400), "aside")
    verdict = call.get("verdict")
    if verdict and verdict not in {"listed", "general"}:
        returned += element("div", text(verdict, 40), "aside")
    share = f"{100 * (fold.total or 0) / slowest:.2f}%"
    rect = f'<rect class="{fold.state}" width="{share}" height="4"/>'
    bar = f'<svg class="bar" aria-hidden="true" width="100%" height="4">{rect}</svg>'
    time = element("td", facts.duration(fold.total) + bar, "time")
    cells = (
        element("td", text(facts.step_of(call)), "step")
        + element("td", name)
        + element("td", returned, "returned")
    )
    return element("tr", cells + time, fold.state)
