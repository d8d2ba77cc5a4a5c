"""The codes that a function may return, and the verdict on a pair: JSON mappings and documents."""

from __future__ import annotations

from ckrtool import numerals
from ckrtool.knowledge import legality, registry
from ckrtool.render import styles
from ckrtool.render.document import Document, Grid, Line, Section

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.knowledge.legality import Exclusion, Judgement
    from ckrtool.values.decoder import Decoded

WORDS = {
    "listed": "the function's own list names it",
    "universal": "5.1.1: any function may return it",
    "session": "5.1.2: any function that takes a session handle may return it",
    "token": "5.1.3: any function that uses a token may return it",
    "described": "the description of the code names the function",
}
MEANING = {
    "listed": "allowed: the function's own list names it",
    "general": "allowed: by a rule for all functions or a class of functions, or by the description of the code",
    "contradicted": "allowed, with a contradiction: the function's own list names it and another passage rules it out",
    "vendor": "allowed: the code is in the range for vendors",
    "unlisted": "not listed: no passage names this function for it or rules it out; tolerate it, and report it to the vendor",
    "excluded": "not allowed: a passage rules it out and the function's own list does not name it; treat it as a failure; tell the vendor",
    "later": "not in this version of the standard",
    "historic": "not allowed: only older headers define it",
    "undefined": "not allowed: no edition defines this code; treat it as a failed call, and ask the vendor",
}
# The meanings if the draft after 3.2 lists the code: the vendor is ahead of the standard.
DRAFTED = {
    "unlisted": f"not listed by 3.2: tolerate it; {legality.IN_DRAFT}",
    "excluded": f"not allowed by 3.2, still a failed call; {legality.IN_DRAFT}",
}

GOOD = frozenset({"listed", "general", "vendor"})
BAD = frozenset({"excluded", "historic", "undefined"})
LEGEND = (
    "why: listed = the function's own list names it; universal, session, token = rules of 5.1.1, 5.1.2, 5.1.3; "
    "described = the description of the code"
)


def _against(passages: list[Exclusion]) -> list[dict[str, str]]:
    return [passage.as_dict() for passage in passages]


def function_dict(name: str, spec: str) -> dict[str, object]:
    """Return the mapping of `ckr.returns/1` for a function, without its schema; no codes if the edition does not have it."""
    function = registry.function(name)
    assert function is not None
    if registry.later(function.since, spec):
        return {"function": name, "spec": spec, "since": function.since, "codes": []}
    answer: dict[str, object] = {
        "function": name,
        "spec": spec,
        "chapter": function.chapter,
        "basis": legality.basis(spec),
    }
    if function.returns_as is not None:
        answer["returns_as"] = function.returns_as
    answer["codes"] = [
        {"name": _name(value), "value": value, "hex": numerals.hex_of(value), "why": why}
        | ({"contradicted_by": _against(against)} if against else {})
        for value, why, against in legality.returns(name, spec)
    ]
    return answer


def code_dict(value: int, spec: str) -> dict[str, object]:
    """Return the mapping of `ckr.returns/1` for a code, without its schema."""
    return {
        "code": _name(value),
        "value": value,
        "hex": numerals.hex_of(value),
        "spec": spec,
        "basis": legality.basis(spec),
        "functions": [
            {"name": name, "why": why} | ({"contradicted_by": _against(against)} if against else {})
            for name, why, against in legality.returned_by(value, spec)
        ],
    }


def function_document(name: str, spec: str) -> Document:
    """Return the codes that a function may return as a document, one row per code."""
    function = registry.function(name)
    assert function is not None
    rows = [
        (numerals.hex_of(value), _name(value), _why(why, against))
        for value, why, against in legality.returns(name, spec)
    ]
    lead = f"{function.chapter}; {len(rows)} codes by PKCS #11 {spec} ({legality.basis(spec)} lists)"
    notes = (
        [Line(f"{name} also returns the codes of {function.returns_as}: see that function too")]
        if function.returns_as
        else []
    )
    return Document(name, lead, (), [Grid(("value", "code", "why"), rows), Section("Note", notes)])


def code_document(value: int, spec: str) -> Document:
    """Return the functions that may return a code as a document, one row per function."""
    rows = [(name, _why(why, against)) for name, why, against in legality.returned_by(value, spec)]
    lead = f"{len(rows)} functions may return it by PKCS #11 {spec} ({legality.basis(spec)} lists)"
    return Document(f"{_name(value)}  {numerals.hex_of(value)}", lead, (), [Grid(("function", "why"), rows)])


def check_dict(function: str, decoded: Decoded, spec: str, judgement: Judgement) -> dict[str, object]:
    """Return the mapping of `ckr.check/1`, without its schema."""
    return {
        "function": function,
        "value": decoded.value,
        "hex": decoded.hex,
        "name": decoded.name,
        "spec": spec,
        "verdict": judgement.verdict,
        "allowed": judgement.allowed,
        "why": judgement.why,
        "excluded_by": _against(judgement.excluded_by),
        "note": judgement.note,
    }


def check_document(function: str, decoded: Decoded, spec: str, judgement: Judgement) -> Document:
    """Return the verdict with its grounds as a document."""
    grounds = [Line(WORDS[why], label=why) for why in judgement.why]
    against = [Line(passage.text, label=passage.section) for passage in judgement.excluded_by]
    note = judgement.note or ""
    title = f"{judgement.verdict}  {function} {decoded.name or decoded.hex} (PKCS #11 {spec})"
    meaning = MEANING[judgement.verdict]
    if note.startswith(legality.IN_DRAFT) and judgement.verdict in DRAFTED:
        meaning = DRAFTED[judgement.verdict]
        note = note.removeprefix(legality.IN_DRAFT).removeprefix("; ")
    notes = [Line(note)] if note else []
    return Document(
        title,
        meaning,
        (),
        [Section("Allowed by", grounds), Section("Ruled out by", against, "quote"), Section("Note", notes)],
        style=styles.GOOD
        if judgement.verdict in GOOD
        else styles.BAD
        if judgement.verdict in BAD
        else styles.WARN,
    )


def _name(value: int) -> str:
    code = registry.code(value)
    return code.name if code else ""


def _why(why: list[str], against: list[Exclusion]) -> str:
    contradicted = (
        f" (contradicted by {', '.join(passage.section for passage in against)})" if against else ""
    )
    return ", ".join(why) + contradicted
