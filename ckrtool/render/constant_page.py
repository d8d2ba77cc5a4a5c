"""An explained constant (mechanism, attribute, flags and others) as a JSON mapping, as a document, and as a brief answer."""

from __future__ import annotations

from ckrtool.knowledge import constant_details, constants
from ckrtool.printable import printable
from ckrtool.render import decode_text
from ckrtool.render.document import Document, Line, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.constant_details import Attribute, Mechanism
    from ckrtool.values.decoder import Decoded

BRIEF_PITFALLS = 2


def as_dict(decoded: Decoded) -> dict[str, object]:
    """Return the mapping of `ckr.explain/1` for a constant, without its schema."""
    answer = decode_text.as_dict(decoded)
    mechanism, attribute = _details(decoded)
    if mechanism is not None:
        answer |= {
            "functions": list(mechanism.functions),
            "calls": list(mechanism.calls),
            "parameter": _parameter(mechanism),
            "key_types": list(mechanism.key_types),
            "sizes": mechanism.sizes,
            "pitfalls": _pitfalls(mechanism),
        }
    if attribute is not None:
        answer |= {
            "type": attribute.type,
            "meaning": attribute.meaning,
            "objects": attribute.objects,
            "set_by": attribute.set_by,
            "default": attribute.default,
            "codes": list(attribute.codes),
            "sensitive": attribute.sensitive,
            "pitfalls": _pitfalls(attribute),
        }
    return answer


def _details(decoded: Decoded) -> tuple[Mechanism | None, Attribute | None]:
    if decoded.value is None or decoded.family is None:
        return None, None
    constant = constants.Constant(decoded.family, decoded.value, decoded.name, decoded.since)
    return constant_details.mechanism(constant), constant_details.attribute(constant)


def _parameter(mechanism: Mechanism) -> dict[str, object] | None:
    """Return the structure of the parameter with its members; None if the mechanism does not take a parameter."""
    if mechanism.structure is None and mechanism.note is None:
        return None
    return {
        "structure": mechanism.structure,
        "note": mechanism.note,
        "members": [{"type": kind, "name": name} for kind, name in mechanism.members],
    }


def _pitfalls(known: Mechanism | Attribute) -> list[dict[str, object]]:
    return [{"text": text, "ref": ref} for text, ref in known.pitfalls]


def document(decoded: Decoded) -> Document:
    """Return the full explanation as a document."""
    mechanism, attribute = _details(decoded)
    number = "" if decoded.value is None else f"  {decoded.hex}  {decoded.value}"
    title = f"{decoded.name or printable(decoded.input)}{number}"
    facts = [("kind", decoded.summary)]
    parts: list[Section] = []
    lead = None
    if mechanism is not None:
        facts += _mechanism_facts(mechanism)
        members = [Line(name, label=kind) for kind, name in mechanism.members]
        parts = [
            Section(f"The parameter: {mechanism.structure}", members, "compact"),
            Section("Pitfalls", _lines(mechanism), "warning"),
        ]
    elif attribute is not None:
        lead = attribute.meaning[0].upper() + attribute.meaning[1:]
        facts += _attribute_facts(attribute)
        parts = [
            Section("Pitfalls", _lines(attribute), "warning"),
            Section("Related return codes", [Line(", ".join(attribute.codes))] if attribute.codes else []),
        ]
    elif decoded.flags:
        parts = [Section("Flags set", [Line(name) for name in decoded.flags], "compact")]
    return Document(title, lead, facts, parts)


def _mechanism_facts(mechanism: Mechanism) -> list[tuple[str, str]]:
    uses = ", ".join(
        f"{word} ({call})" for word, call in zip(mechanism.functions, mechanism.calls, strict=True)
    )
    parameter = "; ".join(part for part in (mechanism.structure, mechanism.note) if part)
    facts = [("for", uses), ("parameter", parameter or "none")]
    facts += [("key types", ", ".join(mechanism.key_types))] if mechanism.key_types else []
    facts += [("sizes", mechanism.sizes)] if mechanism.sizes else []
    return facts


def _attribute_facts(attribute: Attribute) -> list[tuple[str, str]]:
    facts = [("type", attribute.type), ("objects", attribute.objects), ("set by", attribute.set_by)]
    facts += [("default", attribute.default)] if attribute.default else []
    hidden = "yes: cannot be read if CKA_SENSITIVE is true or CKA_EXTRACTABLE is false"
    return [*facts, ("sensitive", hidden if attribute.sensitive else "no")]


def _lines(known: Mechanism | Attribute) -> list[Line]:
    return [Line(text, tags=[ref] if ref else []) for text, ref in known.pitfalls]


def brief(decoded: Decoded) -> list[Line]:
    """Return the brief answer, at most 20 lines: name and kind, facts, and the first pitfalls."""
    mechanism, attribute = _details(decoded)
    head = [Line(decode_text.line(decoded))]
    if mechanism is not None:
        uses = [("for", ", ".join(mechanism.functions)), *_mechanism_facts(mechanism)[1:]]
        head += [Line(text, label=label) for label, text in uses]
    elif attribute is not None:
        head += [Line(attribute.meaning, label="meaning")]
        head += [Line(text, label=label) for label, text in _attribute_facts(attribute)]
    known = mechanism or attribute
    pitfalls = known.pitfalls[:BRIEF_PITFALLS] if known else ()
    return [*head, *(Line(text, label="pitfall") for text, _ in pitfalls)]
