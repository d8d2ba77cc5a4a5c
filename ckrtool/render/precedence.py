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
        "conditional": [
            {"higher": relation.higher, "lower": relation.lower, "functions": list(relation.functions)}
            for relation in answer.conditional()
        ],
        "never_returned": [{"code": name} | passage.as_dict() for name, passage in answer.never.items()],
        "treat_alike": [
            {"codes": codes, "section": section, "text": text} for codes, section, text in answer.alike
        ],
    }


def document(answer: Precedence) -> Document:
    """Return the order as a document: the code with the highest precedence, and the passages of the standard."""
    layers = [Line(", ".join(layer)) for layer in answer.order]
    because = [
        Line(relation.text, label=f"{relation.higher} over {relation.lower} ({relation.section})")
        for relation in answer.relations
    ]
    free = [
        Line(f"{first_code} and {second_code}: the standard does not say which takes precedence")
        for first_code, second_code in answer.unordered
        if first_code not in answer.never and second_code not in answer.never
    ]
    conflicts = [
        Line(
            f"{opposed.section} says the opposite: {opposed.text}",
            label=f"{opposed.lower} over {opposed.higher}",
        )
        for _, opposed in answer.conflicts
    ]
    conditional = [
        Line(
            f"the standard says it of {', '.join(relation.functions)} only; name your function with --function",
            label=f"{relation.higher} over {relation.lower}",
        )
        for relation in answer.conditional()
    ]
    never = [
        Line(passage.text, label=f"{name} ({passage.section})") for name, passage in answer.never.items()
    ]
    alike = [Line(text, label=f"{', '.join(codes)} ({section})") for codes, section, text in answer.alike]
    return Document(
        _title(answer),
        None,
        (),
        [
            Section("Order", layers, "numbered"),
            Section("Because", because, "quote"),
            Section("Conditional", conditional),
            Section("Returned by no function", never, "quote"),
            Section("Not ordered", free),
            Section("Contradicting passages", conflicts),
            Section("Treat alike", alike, "quote"),
        ],
    )


def _title(answer: Precedence) -> str:
    """Return which codes are returned, with the condition if the order holds for some functions only."""
    if answer.order[0] == list(answer.never):
        return f"{' and '.join(answer.never)}: no function returns them"
    functions = dict.fromkeys(name for relation in answer.conditional() for name in relation.functions)
    condition = (
        f" by {', '.join(functions)}; for other functions the standard gives no order" if functions else ""
    )
    return f"{' or '.join(answer.order[0])}  is returned{condition}"
