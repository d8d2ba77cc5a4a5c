"""Precedence as a JSON mapping and as a document."""

from __future__ import annotations

from ckrtool.render.document import Document, Line, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.precedence import Precedence


def as_dict(answer: Precedence, function: str | None) -> dict[str, object]:
    """Return the mapping of `ckr.precedence/1`, without its schema."""
    return {
        "function": function,
        "order": answer.order,
        "relations": [
            {
                "higher": relation.higher,
                "lower": relation.lower,
                "section": relation.section,
                "text": relation.text,
            }
            for relation in answer.relations
        ],
        "unordered": [list(pair) for pair in answer.unordered],
        "conflicts": [
            {
                "codes": [opposed.higher, opposed.lower],
                "sections": [*(relation.section for relation in followed), opposed.section],
                "text": [*(relation.text for relation in followed), opposed.text],
            }
            for followed, opposed in answer.conflicts
        ],
        "treat_alike": [
            {"codes": codes, "section": section, "text": text} for codes, section, text in answer.alike
        ],
    }


def document(answer: Precedence) -> Document:
    """Return the order as a document: the code with the highest precedence, and the passages of the standard."""
    first = " or ".join(answer.order[0])
    layers = [Line(", ".join(layer)) for layer in answer.order]
    because = [
        Line(relation.text, label=f"{relation.higher} over {relation.lower} ({relation.section})")
        for relation in answer.relations
    ]
    free = [
        Line(f"{first_code} and {second_code}: the standard does not say which takes precedence")
        for first_code, second_code in answer.unordered
    ]
    conflicts = [
        Line(
            f"{opposed.section} says the opposite: {opposed.text}",
            label=f"{opposed.lower} over {opposed.higher}",
        )
        for _, opposed in answer.conflicts
    ]
    alike = [Line(text, label=f"{', '.join(codes)} ({section})") for codes, section, text in answer.alike]
    return Document(
        f"{first}  is returned",
        None,
        (),
        [
            Section("Order", layers, "numbered"),
            Section("Because", because, "quote"),
            Section("Not ordered", free),
            Section("Contradicting passages", conflicts),
            Section("Treat alike", alike, "quote"),
        ],
    )
