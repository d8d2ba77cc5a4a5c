"""The short forms of an explanation: the page that a terminal shows, and `--brief`. Both name the command for the rest."""

from __future__ import annotations

from ckrtool.printable import printable
from ckrtool.render import explain
from ckrtool.render.document import Document, Line, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.knowledge.advice import Item
    from ckrtool.values.situation import Situation

WIDTH = 80
MOST_BRIEF, MOST_PAGE = 20, 52
PAGE_CAUSES, PAGE_CHECKS, PAGE_STEPS, PAGE_WARNINGS = 3, 3, 6, 3
MOST_MODULE = 8
PAGE_USES = 6  # vendors of one number; the command at the end lists all
BRIEF_CAUSES, BRIEF_STEPS, BRIEF_WARNINGS = 3, 3, 2


def page(situation: Situation, again: str) -> Document:
    """Return the answer for a terminal, about 45 lines at 80 columns; `again` is the command line without `--full`."""
    decoded, found = situation.decoded, situation.explanation
    whole = explain.document(situation)
    if found is None:
        return whole
    parts = [*explain.runbook(situation)]
    module = _module(situation)  # takes the place of a check, a warning and the example
    dont = _without_refs(found.warnings, situation, PAGE_WARNINGS - len(module))
    parts.append(Section("Do not", dont, "warning"))
    parts.append(explain.normal(found))
    if decoded.kind != "standard":
        uses = explain.uses(situation)
        parts.append(Section(uses.heading, uses.lines[:PAGE_USES]))
    causes = _causes(found.causes, situation)
    checks = _without_refs(found.checks, situation, PAGE_CHECKS - len(module))
    steps = _without_refs(found.recovery, situation, PAGE_STEPS)
    parts += [
        Section("Usual causes", causes, "numbered"),
        Section("Check", checks),
        *(module or [explain.example(found)]),
    ]
    rest = Section("The standard's text, all causes and steps, field notes", [Line(f"{again} --full")])
    room = MOST_PAGE - _height(Document(whole.title, whole.lead, whole.facts, [*parts, rest]))
    parts.append(Section("Recover, in this order", _that_fit(steps, room - 2), "numbered"))
    return Document(whole.title, whole.lead, whole.facts, [*parts, rest])


def brief(situation: Situation) -> list[Line]:
    """Return the answer in at most 20 lines of 80 columns: what it is, the site's runbook, don'ts, causes, steps, verdict.

    A step keeps what it may cost; where not all items fit, later causes and steps go first.
    """
    decoded, found = situation.decoded, situation.explanation
    if decoded.family is not None:
        from ckrtool.render import constant_page

        return constant_page.brief(decoded)
    retry = f"{decoded.category or '-'}; automatic retry: {decoded.retry or 'never'}"
    head = [Line(f"{decoded.hex or decoded.input}  {decoded.name or decoded.kind}  {decoded.summary}")]
    head += [
        Line(printable(line), label="runbook")
        for _, text in situation.runbook
        for line in text.splitlines()[:3]
        if line.strip()
    ]
    head.append(Line(retry, label="category"))
    tail = [*_module_line(situation)]
    if situation.judgement is not None:
        tail.append(Line(situation.judgement.verdict, label=str(situation.function)))
    if found is None:
        return head + tail
    groups = [
        _labelled("do not", explain.fitting(found.warnings, situation)[:BRIEF_WARNINGS]),
        _labelled("cause", explain.fitting(found.causes, situation)[:BRIEF_CAUSES]),
        _labelled("do", explain.fitting(found.recovery, situation)[:BRIEF_STEPS]),
    ]
    room = MOST_BRIEF - 1 - sum(map(_lines_of, head + tail))  # words wrap before the last column
    while sum(_lines_of(line) for group in groups for line in group) > room:
        longest = max(groups, key=len)
        if len(longest) <= 1:
            break
        longest.pop()
    return [*head, *(line for group in groups for line in group), *tail]


def brief_text(lines: Sequence[Line]) -> str:
    """Return the short answer for a pipe: one fact per line, nothing wrapped."""
    return "".join(
        f"{line.label}: " * bool(line.label)
        + line.text
        + f" [danger: {line.danger}]" * bool(line.danger)
        + "\n"
        for line in lines
    )


def _without_refs(items: Sequence[Item], situation: Situation, most: int) -> list[Line]:
    """Return the first items that fit the situation; their references are in the full answer."""
    return [
        Line(explain.text_of(item), danger=item.danger) for item in explain.fitting(items, situation)[:most]
    ]


def _causes(causes: Sequence[Item], situation: Situation) -> list[Line]:
    """Return the first causes, and after them the one that fits nearly everything (a fault of the release), if there is one."""
    shown = explain.fitting(causes, situation)
    kept = [*shown[:PAGE_CAUSES], *(item for item in shown[PAGE_CAUSES:] if item.late)]
    return _without_refs(kept, situation, len(kept))


def _module(situation: Situation) -> list[Section]:
    """Return the section on the module, cut to about eight lines of the terminal."""
    return [
        Section(section.heading, _that_fit(section.lines, MOST_MODULE))
        for section in explain.module_section(situation)
    ]


def _module_line(situation: Situation) -> list[Line]:
    """Return the first fact of the section on the module, where one was named."""
    return [
        Line(f"{line.label}: {line.text}" if line.label else line.text, label="module")
        for section in explain.module_section(situation)
        for line in section.lines[:1]
    ]


def _labelled(label: str, items: Sequence[Item]) -> list[Line]:
    return [Line(explain.text_of(item), label=label, danger=item.danger) for item in items]


def _lines_of(line: Line) -> int:
    """Return how many lines of 80 columns a fact takes with its label and danger."""
    length = len(line.text) + len(line.label or "") + 2 + (len(line.danger) + 12 if line.danger else 0)
    return -(-length // (WIDTH - 14))


def _that_fit(lines: Sequence[Line], room: int) -> list[Line]:
    """Return the first lines that fit into so many lines of the terminal, two at least."""
    kept: list[Line] = []
    for line in lines:
        room -= _lines_of(line)
        if room < 0 and len(kept) >= 2:
            break
        kept.append(line)
    return kept


def _height(document: Document) -> int:
    """Return about how many lines a document takes at 80 columns."""
    height = 2 + len(document.facts)
    for part in document.parts:
        if isinstance(part, Section):
            height += 2 + sum(map(_lines_of, part.lines))
    return height
