"""Decides whether a function may return a code, from the function's own list and the passages of sections 5.1.1 to 5.1.7.

The passages are in data/standard/legality.toml, each with the quoted text.
"""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._tables.functions import FUNCTIONS
from ckrtool._tables.listed import DRAFT, LISTED
from ckrtool._tables.rules import BY_CODE, RULES
from ckrtool.knowledge import registry

EXACT = ("2.40", "3.2")
IN_DRAFT = "the draft after 3.2 lists it"


class Exclusion:
    """A passage that rules a code out for a function."""

    __slots__ = ("section", "text")

    def __init__(self, section: str, text: str) -> None:
        self.section = section
        self.text = text

    def as_dict(self) -> dict[str, str]:
        """Return the JSON object of this passage in `excluded_by` and `contradicted_by`."""
        return {"section": self.section, "text": self.text}


class Judgement:
    """The verdict on a pair of function and code, with every ground that allows it (`why`) and every passage that rules it out."""

    __slots__ = ("allowed", "excluded_by", "note", "verdict", "why")

    def __init__(
        self, verdict: str, allowed: bool, why: list[str], excluded_by: list[Exclusion], note: str | None
    ) -> None:
        self.verdict = verdict
        self.allowed = allowed
        self.why = why
        self.excluded_by = excluded_by
        self.note = note


def basis(spec: str) -> str:
    """Return "exact" where the lists of that version of the standard are known, else "derived"."""
    return "exact" if spec in EXACT else "derived"


def listed(function: str, spec: str = registry.CURRENT) -> tuple[int, ...]:
    """Return the values in the function's own list; for 3.0 and 3.1, the list of 3.2 without later codes."""
    lists = LISTED[function]
    if spec == "2.40":
        return lists.get("2.40", ())
    return tuple(value for value in lists.get("3.2", ()) if not _came_later(value, spec))


def grounds(function: str, value: int, spec: str = registry.CURRENT) -> tuple[list[str], list[Exclusion]]:
    """Return every ground that allows the pair, and every passage that rules it out; both may be empty."""
    why = ["listed"] if value in listed(function, spec) else []
    against = []
    for number in BY_CODE.get(value, ()):
        section, ground, allows, exceptions, rules_out, text = RULES[number]
        named = _covers(allows, function) and not _covers(exceptions, function)
        if named and ground is not None and ground not in why:
            why.append(ground)
        if (rules_out == "others" and not named) or (rules_out != "others" and _covers(rules_out, function)):
            against.append(Exclusion(section, text))
    return why, against


def never_returned(value: int) -> Exclusion | None:
    """Return the passage that says that no function returns the code; None if there is none."""
    for number in BY_CODE.get(value, ()):
        section, _ground, _allows, _exceptions, rules_out, text = RULES[number]
        if rules_out == "every":
            return Exclusion(section, text)
    return None


def left_open(value: int) -> str | None:
    """Return "SECTION: words" of the passage that leaves the code open for functions that it does not name; None if there is none."""
    for number in BY_CODE.get(value, ()):
        section, _ground, allows, _exceptions, rules_out, text = RULES[number]
        if allows is None and rules_out is None:
            return f"{section} leaves it open: {text.rstrip(';')}"
    return None


def is_normal(value: int, function: str | None) -> bool:
    """Return whether the function returns this value in normal operation (a size query, an attribute that is sensitive)."""
    from ckrtool._tables.normal import NORMAL

    return function is not None and function in NORMAL.get(value, ())


def check(function: str, value: int, spec: str = registry.CURRENT) -> Judgement:
    """Return the verdict on `function` returning `value` by version `spec`.

    `function` is a name of the standard and `value` a CK_RV with sign extension undone; raises KeyError for other names.
    """
    since = FUNCTIONS[function][0]
    if registry.later(since, spec):
        return Judgement("later", False, [], [], f"{function} came with {since}; {spec} does not have it")
    note = _note(function)
    if numerals.VENDOR_FIRST <= value <= numerals.VENDOR_LAST:
        return Judgement("vendor", True, [], [], note)
    kind = registry.kind_of(value)
    if kind != "standard":
        return Judgement(kind, False, [], [], note)
    if _came_later(value, spec):
        return Judgement("later", False, [], [], f"the code came with {_since(value)}")
    if value in DRAFT.get(function, ()):
        note = IN_DRAFT if note is None else f"{IN_DRAFT}; {note}"
    why, against = grounds(function, value, spec)
    if "listed" in why:
        return Judgement("contradicted" if against else "listed", True, why, against, note)
    if against:  # a narrower passage beats the rule for a class
        return Judgement("excluded", False, why, against, note)
    if why:
        return Judgement("general", True, why, against, note)
    notes = [part for part in (left_open(value), note) if part is not None]
    return Judgement("unlisted", False, why, against, "; ".join(notes) or None)


def returns(function: str, spec: str = registry.CURRENT) -> list[tuple[int, list[str], list[Exclusion]]]:
    """Return (value, why, contradicted by) for every code that the function may return, sorted by value.

    A code that a passage rules out is included only if the function's own list names it.
    """
    rows = []
    for value in sorted({*listed(function, spec), *BY_CODE}):
        judgement = check(function, value, spec)
        if judgement.allowed:
            rows.append((value, judgement.why, judgement.excluded_by))
    return rows


def returned_by(value: int, spec: str = registry.CURRENT) -> list[tuple[str, list[str], list[Exclusion]]]:
    """Return (function, why, contradicted by) for every function that may return the standard code, in header order.

    CKR_VENDOR_DEFINED has no rows: every function may return the vendor range, and no passage says so for single functions.
    """
    rows = []
    for function in FUNCTIONS:
        judgement = check(function, value, spec)
        if judgement.allowed and judgement.why:
            rows.append((function, judgement.why, judgement.excluded_by))
    return rows


def contradictions(spec: str = registry.CURRENT) -> list[tuple[str, int, list[Exclusion]]]:
    """Return (function, value, passages) for every code in a function's own list that other passages rule out."""
    return [
        (function, value, against)
        for function in FUNCTIONS
        for value in listed(function, spec)
        if (against := check(function, value, spec).excluded_by)
    ]


def _covers(scope: str | tuple[str, ...] | None, function: str) -> bool:
    """Return whether a class ("every", "session", "token") or a list of names contains the function."""
    if scope is None or isinstance(scope, tuple):
        return scope is not None and function in scope
    row = FUNCTIONS[function]
    return scope == "every" or (scope == "session" and row[3]) or (scope == "token" and row[4])


def _since(value: int) -> str | None:
    """Return the version that introduced a code; None for a code that is not in a header."""
    code = registry.code(value)
    return code.since if code else None


def _came_later(value: int, spec: str) -> bool:
    """Return whether a code is newer than version `spec`."""
    return spec != registry.CURRENT and registry.later(_since(value), spec)


def _note(function: str) -> str | None:
    """Return the note on a function that returns the result of another call; None for other functions."""
    returns_as = FUNCTIONS[function][7]
    return (
        None if returns_as is None else f"{function} returns what {returns_as} returns; check that function"
    )
