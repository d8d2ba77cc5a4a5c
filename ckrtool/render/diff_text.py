"""Changes between two probe reports, as plain text (one change per line) and as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ckrtool.printable import printable
from ckrtool.render.report_facts import plural, shorten, value_text
from ckrtool.render.report_markdown import code, table
from ckrtool.render.styles import BAD, GOOD, bare, painted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.render.styles import Paint

#: Maximum number of characters of one side of a change.
LONGEST = 400
#: Severity -> style and word before a change on a terminal; neutral changes have none.
_MARKS = {"error": (BAD, "worse"), "warning": (BAD, "worse"), "ok": (GOOD, "better")}
_SEVERITIES = ("error", "warning", "ok", "info")
_ORDER = ("findings", "sequences", "slots", "module")

Change = Mapping[str, Any]


def plain(
    changes: Sequence[Change], *, colour: bool = False, everything: bool = False, paint: Paint = bare
) -> str:
    """Return one line per change ("where: before -> after", or "+added -removed" for flags); "" if there are no changes.

    With `colour`, for a terminal, each line begins with a coloured "worse" or "better"; `paint` adds only colours.

    Findings come first. Changed calls of a sequence whose outcome changed are a consequence: they are counted, not listed,
    unless `everything` is true. The last line is the summary.
    """
    if not changes:
        return ""
    kept, folded = (list(changes), {}) if everything else _folded(changes)
    kept.sort(key=_rank)
    lines = [
        f"{_mark(change) if colour else ''}{_line(change, paint, folded.get(change['where'], 0))}"
        for change in kept
    ]
    return "".join([*lines, f"{summary(changes)}\n"])


def summary(changes: Sequence[Change]) -> str:
    """Return the number of changes for the worse, for the better, and of neutral ones, on one line without a newline."""
    counts = Counter(change["severity"] for change in changes)
    worse = counts["error"] + counts["warning"]
    parts = [f"{worse} worse"] if worse else []
    parts += [f"{counts['ok']} better"] if counts["ok"] else []
    parts += [f"{counts['info']} neither"] if counts["info"] else []
    return f"{plural(len(changes), 'change')}: {', '.join(parts)}" if changes else "no changes"


def _folded(changes: Sequence[Change]) -> tuple[list[Change], dict[str, int]]:
    """Return the changes without the calls of sequences whose outcome changed, and the number of those calls by path of the outcome."""
    outcomes = {
        change["where"].removesuffix(".outcome") for change in changes if change["where"].endswith(".outcome")
    }
    kept: list[Change] = []
    folded: Counter[str] = Counter()
    for change in changes:
        sequence = ".".join(change["where"].split(".")[:2])
        if sequence in outcomes and change["where"] not in (f"{sequence}.outcome", f"{sequence}.reason"):
            folded[f"{sequence}.outcome"] += 1
        else:
            kept.append(change)
    return kept, dict(folded)


def _rank(change: Change) -> tuple[int, int]:
    """Return the place of a change: findings first, the worst of them first; all others in the order of the report."""
    head = change["where"].partition(".")[0].partition("[")[0]
    of_group = _SEVERITIES.index(change["severity"]) if head == "findings" else 0
    return (_ORDER.index(head) if head in _ORDER else len(_ORDER)), of_group


def _line(change: Change, paint: Paint, followers: int) -> str:
    style, _ = _MARKS.get(change["severity"], ("", ""))
    where = paint(printable(change["where"]), style)
    removed, added = _removed_and_added(change)
    pieces = [f"-{_shown(piece)}" for piece in removed] + [f"+{_shown(piece)}" for piece in added]
    if not pieces:
        pieces = [_side(change["before"]), "->", _side(change["after"])]
    more = f" ({plural(followers, 'call')} changed with it; -v lists all)" if followers else ""
    return f"{where}: {' '.join(pieces)}{more}\n"


def _mark(change: Change) -> str:
    """Return "worse" or "better" on a coloured background, padded to 8 columns; blanks for a neutral change."""
    style, word = _MARKS.get(change["severity"], ("", ""))
    return painted(word, style) + " " * (8 - len(word))


def _removed_and_added(change: Change) -> tuple[list[str], list[str]]:
    """Return the names removed from a list and those added to it; two empty lists for a change of another kind."""
    before, after = change["before"], change["after"]
    if not isinstance(before, list) or not isinstance(after, list):
        return [], []
    removed = [value_text(name) for name in before if name not in after]
    return removed, [value_text(name) for name in after if name not in before]


def _shown(value: object) -> str:
    return printable(shorten(value_text(value), LONGEST))


def _side(value: object) -> str:
    """Return one side of a change as text, "(none)" for a missing one."""
    return "(none)" if value is None else _shown(value) or '""'


def markdown(changes: Sequence[Change]) -> str:
    """Return the changes as a Markdown table, for a ticket."""
    if not changes:
        return "No changes.\n"
    rows = [
        (change["severity"], code(change["where"]), _cell(change["before"]), _cell(change["after"]))
        for change in sorted(changes, key=_rank)
    ]
    return f"**{summary(changes)}**\n\n{table(('', 'Where', 'Before', 'After'), rows)}\n"


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return ", ".join(map(_cell, value)) if isinstance(value, list) else code(value_text(value))
