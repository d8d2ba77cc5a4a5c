"""The short forms of an explanation: the page for a terminal, and `--brief`."""

from __future__ import annotations

from ckrtool.printable import printable
from ckrtool.render import explain
from ckrtool.render.document import Document, Line, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.knowledge.advice import Explanation
    from ckrtool.knowledge.advice_items import Item
    from ckrtool.values.situation import Situation

WIDTH = 80
MOST_BRIEF, MOST_PAGE = 20, 50
PAGE_CAUSES, PAGE_CHECKS, PAGE_STEPS, PAGE_WARNINGS = 3, 3, 6, 3
MOST_MODULE = 8
MOST_NAMED, FEW_FUNCTIONS = 2, 6  # functions named in front of an item, if more than a few return the code
PAGE_USES = 6  # vendors of one number; the command at the end lists all
BRIEF_CAUSES, BRIEF_STEPS, BRIEF_WARNINGS = 3, 3, 2
FEW_CAUSES, FEW_STEPS = 2, 2  # what stays at full length if the rest gives way


def page(situation: Situation, again: str) -> Document:
    """Return the page for a terminal, about 45 lines at 80 columns; `again` is the command line without `--full`."""
    decoded, found = situation.decoded, situation.explanation
    whole = explain.document(situation)
    if found is None:
        return whole
    parts = [*explain.runbook(situation)]
    module = _module(situation)  # replaces a check, a warning and the example
    most = PAGE_WARNINGS - len(module)
    warnings = warned(found.warnings, situation, most)
    dont = _without_refs(warnings[:most], situation, most)
    dont += [_shortened(item, situation, None) for item in warnings[most:]]
    parts.append(Section("Do not", dont, "warning"))
    parts.append(explain.normal(found, situation.function))
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
    space = MOST_PAGE - _height(Document(whole.title, whole.lead, whole.facts, [*parts, rest]))
    parts.append(Section("Recover, in this order", _that_fit(steps, space - 2), "numbered"))
    return Document(whole.title, whole.lead, whole.facts, [*parts, rest])


def brief(situation: Situation) -> list[Line]:
    """Return the brief answer, at most 20 lines of 80 columns: the code, the site's runbook, warnings, causes, steps, verdict.

    Every warning with a danger is there, and each step with its danger. If not all items fit, other warnings, causes and
    steps are omitted, the last first.
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
    widest = max(len(line.label or "") for line in [*head, *tail, Line("", label="do not")])
    space = MOST_BRIEF - sum(_lines_at(line, WIDTH - widest - 1) for line in head[1:] + tail)
    space -= _lines_at(head[0], WIDTH)
    body = _that_fit_brief(found, situation, space, WIDTH - widest - 1)
    if (
        tail
        and tail[0].label == "module"
        and sum(_lines_at(line, WIDTH - widest - 1) for line in body) > space
    ):
        del tail[0]
    return [*head, *body, *tail]


def _that_fit_brief(found: Explanation, situation: Situation, space: int, width: int) -> list[Line]:
    """Return warnings, causes and steps in `space` lines if possible; no danger and no step of the module's gives way."""
    warnings = warned(found.warnings, situation, BRIEF_WARNINGS)
    causes = explain.fitting(found.causes, situation)[:BRIEF_CAUSES]
    steps = explain.fitting(found.recovery, situation)[:BRIEF_STEPS]
    dont = _labelled("do not", warnings[:1], situation) + [
        _shortened(item, situation, "do not") for item in warnings[1:]
    ]
    groups = [dont, _labelled("cause", causes, situation), _labelled("do", steps, situation)]

    def too_high() -> bool:
        return sum(_lines_at(line, width) for lines in groups for line in lines) > space

    def shrink(*least: int) -> None:
        while too_high() and any(len(lines) > few for lines, few in zip(groups, least, strict=True)):
            max(zip(groups, least, strict=True), key=lambda pair: len(pair[0]) - pair[1])[0].pop()

    dangers = max(sum(1 for item in warnings if item.danger), 1)
    if too_high() and warnings:
        dont[0] = _shortened(warnings[0], situation, "do not")
    shrink(dangers, FEW_CAUSES, FEW_STEPS)
    if too_high():
        groups[1:] = [
            [_shortened(item, situation, label) for item in items[: len(lines)]]
            for label, items, lines in (("cause", causes, groups[1]), ("do", steps, groups[2]))
        ]
    own_is_second = [item.stack is not None for item in steps[:2]] == [False, True]
    shrink(dangers, 1, 2 if own_is_second else 1)
    return [line for lines in groups for line in lines]


def warned(warnings: Sequence[Item], situation: Situation, most: int) -> list[Item]:
    """Return every warning with a danger that fits the situation, followed by others if they are fewer than `most`."""
    shown = explain.fitting(warnings, situation)
    dangerous = [item for item in shown if item.danger]
    return dangerous + [item for item in shown if not item.danger][: max(most - len(dangerous), 0)]


def _shortened(item: Item, situation: Situation, label: str | None) -> Line:
    """Return an item as its first clause, with its exception and danger, without its reason."""
    unless = f" (unless {item.unless})" if item.unless else ""
    text = _first_clause(item.text) + unless
    return Line(_for_call(text, item, situation), label=label, danger=item.danger)


def _first_clause(text: str) -> str:
    """Return the text up to its first semicolon outside parentheses, without parentheses that contain one."""
    clause, depth, outside, is_long = "", 0, 0, False
    for at, letter in enumerate(text):
        if text.startswith("; ", at):
            if not depth:
                break
            is_long = True
        if letter == "(":
            if not depth:
                outside, is_long = len(clause), False
            depth += 1
        clause += letter
        if letter == ")" and depth:
            depth -= 1
            if not depth and is_long:
                clause = clause[:outside].rstrip()
    return clause


def _without_refs(items: Sequence[Item], situation: Situation, most: int) -> list[Line]:
    """Return the first `most` items that fit the situation, without their references, which the full answer has."""
    return [
        Line(_text(item, situation), danger=item.danger) for item in explain.fitting(items, situation)[:most]
    ]


def _text(item: Item, situation: Situation) -> str:
    """Return the text of an item, where useful after the functions to which it is limited."""
    return _for_call(explain.text_of(item), item, situation)


def _for_call(text: str, item: Item, situation: Situation) -> str:
    """Return the text; without a function, after the one or two functions to which the item is limited.

    Not if the text names one of them, or if hardly any other function returns the code.
    """
    when, found = item.when or (), situation.explanation
    if situation.function is not None or found is None or len(found.functions) <= FEW_FUNCTIONS:
        return text
    limited = 0 < len(when) <= MOST_NAMED and all(name.startswith("C_") for name in when)
    return f"{', '.join(when)}: {text}" if limited and not any(name in text for name in when) else text


def _causes(causes: Sequence[Item], situation: Situation) -> list[Line]:
    """Return the first causes, followed by those that are always listed last (a fault of the release)."""
    shown = explain.fitting(causes, situation)
    kept = [*shown[:PAGE_CAUSES], *(item for item in shown[PAGE_CAUSES:] if item.late)]
    return _without_refs(kept, situation, len(kept))


def _module(situation: Situation) -> list[Section]:
    """Return the section on the module, cut to about eight lines of a terminal."""
    return [
        Section(section.heading, _that_fit(section.lines, MOST_MODULE))
        for section in explain.module_section(situation)
    ]


def _module_line(situation: Situation) -> list[Line]:
    """Return the first fact about the module; an empty list if no module is given."""
    return [
        Line(f"{line.label}: {line.text}" if line.label else line.text, label="module")
        for section in explain.module_section(situation)
        for line in section.lines[:1]
    ]


def _labelled(label: str, items: Sequence[Item], situation: Situation) -> list[Line]:
    return [Line(_text(item, situation), label=label, danger=item.danger) for item in items]


def _lines_of(line: Line) -> int:
    """Return the number of lines of 80 columns for a fact with its label and danger."""
    length = len(line.text) + len(line.label or "") + 2 + (len(line.danger) + 12 if line.danger else 0)
    return -(-length // (WIDTH - 14))


def _lines_at(line: Line, width: int) -> int:
    """Return the number of lines that a fact has in a column of `width` characters, with its danger."""
    text = line.text + (f" [danger: {line.danger}]" if line.danger else "")
    rows, free = 1, width
    for word in text.split(" "):
        if len(word) > free:
            rows, free = rows + max(1, -(-len(word) // width)), width
        free -= len(word) + 1
    return rows


def _that_fit(lines: Sequence[Line], height: int) -> list[Line]:
    """Return the first facts that fit into `height` lines of a terminal, but at least two."""
    kept: list[Line] = []
    for line in lines:
        height -= _lines_of(line)
        if height < 0 and len(kept) >= 2:
            break
        kept.append(line)
    return kept


def _height(document: Document) -> int:
    """Return the approximate number of lines of a document at 80 columns."""
    height = 2 + len(document.facts)
    for part in document.parts:
        if isinstance(part, Section):
            height += 2 + sum(map(_lines_of, part.lines))
    return height
