"""A finding or a cause, explained like a return code: meaning, importance, what to avoid and what to do."""

from __future__ import annotations

from ckrtool.render.document import Document, Line, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ckrtool.knowledge.advice_items import Item
    from ckrtool.knowledge.causes import CauseText
    from ckrtool.knowledge.findings import FindingText

    Topic = FindingText | CauseText

MOST_WARNINGS = 2


def as_dict(topic: Topic, text: str) -> dict[str, object]:
    """Return the mapping of `ckr.explain/1` for a topic, without its schema; `text` is the input."""
    return {"input": text, **topic.as_dict()}


def document(topic: Topic) -> Document:
    """Return the full text of a finding, cause or mistake as a document."""
    return Document(
        f"{topic.id}  {topic.title}",
        topic.meaning,
        [("kind", kind_of(topic))],
        [
            Section("Why it matters", [Line(topic.matters)] if topic.matters else []),
            Section("Do not", _lines(topic.warnings), "warning"),
            Section("Check", _lines(topic.checks)),
            Section("Do, in this order", [*_fix(topic), *_lines(topic.recovery)], "numbered"),
            Section("See also", [Line(f"ckr explain {key}") for key in topic.see]),
        ],
    )


def brief(topic: Topic) -> list[Line]:
    """Return the brief form of a topic: title, meaning, two warnings and three steps."""
    steps = [*_fix(topic), *_lines(topic.recovery)]
    return [
        Line(f"{topic.id}  {topic.title}"),
        Line(topic.meaning, label="means"),
        *(Line(line.text, label="do not", danger=line.danger) for line in _lines(_warned(topic.warnings))),
        *(Line(step.text, label="do", danger=step.danger) for step in steps[:3]),
    ]


def _warned(warnings: Sequence[Item]) -> list[Item]:
    """Return every warning with a danger, and at least the first two."""
    return [item for place, item in enumerate(warnings) if item.danger or place < MOST_WARNINGS]


def also(topic: Topic) -> Section:
    """Return the section that a code's explanation has on the finding or cause of the same name."""
    line = Line(topic.meaning, label=topic.title)
    return Section(f"Also the {kind_of(topic)} {topic.id}", [line])


def kind_of(topic: Topic) -> str:
    """Return the kind of a topic with the command that reports it, such as "finding of ckr probe"."""
    kind = str(topic.as_dict()["kind"])
    return f"{kind} of ckr {'probe' if kind == 'finding' else 'why'}"


def _fix(topic: Topic) -> list[Line]:
    fix = topic.as_dict().get("fix")
    return [Line(str(fix))] if fix else []


def _lines(items: Sequence[Item]) -> list[Line]:
    from ckrtool.render.explain import text_of

    return [Line(text_of(item), tags=[item.ref] if item.ref else [], danger=item.danger) for item in items]
