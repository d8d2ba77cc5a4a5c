"""Make findings: severity, id, function, return code, title, detail, and the advice for that function and module."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ckrtool import numerals
from ckrtool.knowledge import advice, causes, findings, legality, module_facts, registry
from ckrtool.knowledge.advice_items import Item
from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.knowledge.causes import CauseText
    from ckrtool.knowledge.findings import FindingText
    from ckrtool.probe.facts.report_types import Advice, Finding, Severity
    from ckrtool.probe.results import CallResult

MINUS_ONE = 0xFFFFFFFF  # -1 as a CK_ULONG of 32 bits: returned by a call that failed below the module
SEVERITIES = ("error", "warning", "info")
# Order among findings of one severity: first the lost module, then possible causes of other findings.
LOST = frozenset(("crashed", "exited", "hung", "memory-overwritten", "not-loaded"))
CAUSES = frozenset(
    ("daemon-down", "variable-unset", "variable-nowhere", "variable-unreadable", "config-unreadable", "config-missing",
     "store-missing", "store-unreadable", "store-wrong", "other-user", "login-failed", "login-failed-before", "pin-locked",
     "pin-final-try", "pin-count-low", "pin-length")
)  # fmt: skip
MOST_OWNERS = 3
OF_THE_PIN = frozenset(("pin-locked", "pin-final-try", "pin-count-low"))
# How many items of each kind of advice a finding shows, don'ts first; `ckr explain` shows all of them.
# (kind, attribute with the items, number for the return code, number for the finding)
SHOWN = (("dont", "warnings", 2, 2), ("check", "checks", 3, 3), ("do", "recovery", 3, 4))
MODULE_FACTS = 2
_WHY = {
    "listed": "the function's own list names it",
    "universal": "every function may return it (5.1.1)",
    "session": "any function that takes a session may return it (5.1.2)",
    "token": "any function that uses a token may return it (5.1.3)",
    "described": "its own description allows it",
}


def finding(
    severity: Severity,
    name: str,
    title: str,
    detail: str = "",
    *,
    function: str | None = None,
    rv: int | None = None,
    stack: str | None = None,
    place: str | None = None,
    calls: Iterable[CallResult] = (),
) -> Finding:
    """Return a finding as in the report, with its meaning and the advice of `ckr explain`.

    `place` is the sequence that it was found in; the same finding of several sequences lists all of them in `places`. `calls` are
    the calls that it is about; `consequences.bare` removes them.
    """
    own = findings.text(name, function, stack) or causes.text(name)
    explained = _explained(rv, function, stack)
    made: Finding = {
        "severity": severity,
        "id": name,
        "function": function,
        "rv": rv,
        "name": None if rv is None else names.code_name(rv),
        "title": title,
        "detail": detail,
        "meaning": _meaning(rv, own),
        "advice": _advice(explained, own, function, rv, stack),
    }
    if calls:
        made["calls"] = list(calls)
    if place is not None:
        made["places"] = [place]
    return made


def for_stack(one: Finding, stack: str | None) -> Finding:
    """Return a finding with the advice for a family of modules added; a finding with a return code has it already."""
    if stack is None or one["rv"] is not None:
        return one
    own = findings.text(one["id"], one["function"], stack) or causes.text(one["id"])
    return {**one, "advice": _advice(None, own, one["function"], None, stack)}


def _explained(rv: int | None, function: str | None, stack: str | None) -> advice.Explanation | None:
    """Return the explanation of a return code; None for CKR_OK and for codes without an explanation."""
    if rv is None or rv == 0:
        return None
    known = function if function and registry.function(function) else None
    return advice.explain(numerals.normalise(rv), known, stack)


def _meaning(rv: int | None, own: FindingText | CauseText | None) -> str | None:
    """Return the meaning of the return code, or of the finding if it has no known code; None if neither is known."""
    known = None if rv is None or rv == 0 else registry.code(numerals.normalise(rv))
    if known is not None and known.summary:
        return f"{known.summary}."
    return own.meaning if own else None


def _advice(
    explained: advice.Explanation | None,
    own: FindingText | CauseText | None,
    function: str | None,
    rv: int | None,
    stack: str | None,
) -> list[Advice]:
    """Return the best items of advice, each with its `kind` (dont, check or do), those of the code before those of the finding."""
    words = {"FUNCTION": function, "CODE": None if rv is None else names.code_name(rv) or numerals.hex_of(rv)}
    found: list[Advice] = []
    for kind, attribute, of_code, of_finding in SHOWN:
        # Items for other families of modules do not apply.
        fitting = [item for item in getattr(explained, attribute, ()) if item.stack in (None, stack)]
        of_text = [item for item in getattr(own, attribute, ()) if item.stack in (None, stack)]
        items = [*fitting[:of_code], *of_text[:of_finding]]
        for item in items:
            made = _item(item, kind)
            for word, meant in words.items():
                if meant is not None:
                    made["text"] = made["text"].replace(word, meant)
            found.append(made)
        if kind == "check":
            found += _of_module(explained, function, rv, stack)
    if isinstance(own, causes.CauseText):
        found.append({"text": causes.plain(own.fix), "kind": "do"})
    return found


def _of_module(
    explained: advice.Explanation | None, function: str | None, rv: int | None, stack: str | None
) -> list[Advice]:
    """Return what is known about the module for this return code, the facts that `ckr explain` shows first, as checks."""
    if explained is None or rv is None:
        return []
    facts = module_facts.of(stack, None, function, names.code_name(rv), explained)
    if facts is None or facts.note:
        return []
    items = [Item(f"{facts.name}, {label}: {text}", stack=stack) for label, text in facts.facts]
    return [_item(item, "check") for item in items[:MODULE_FACTS]]


def _item(item: Item, kind: str) -> Advice:
    """Return an item of advice as in the report."""
    return cast("Advice", {**item.as_dict(), "kind": kind})


def code(rv: int) -> str:
    """Return a return code as name and number; `owners` returns which vendors a code without a name may belong to."""
    name = names.code_name(rv)
    shown = numerals.hex_of(numerals.normalise(rv))
    if name:
        return f"{name} ({shown})"
    vendor = registry.kind_of(numerals.normalise(rv)) == "vendor"
    return f"{shown} ({'vendor-defined' if vendor else f'undefined in PKCS #11 {registry.CURRENT}'})"


def owners(rv: int) -> str:
    """Return which vendors use the value of a code without a name, as text for a detail; "" if none is known."""
    if names.code_name(rv):
        return ""
    if numerals.normalise(rv) == MINUS_ONE:
        return "-1 is not a return code: the call failed below PKCS #11"
    candidates = registry.candidates(numerals.normalise(rv))
    found = sorted({f"{candidate.name} of {candidate.vendor_name}" for candidate in candidates})
    more = f" and {len(found) - MOST_OWNERS} more" if len(found) > MOST_OWNERS else ""
    return f"used as {', '.join(found[:MOST_OWNERS])}{more}" if found else ""


def passage(function: str, rv: int, spec: str) -> str:
    """Return whether the standard allows a return code: the verdict, and its ground or the passage that decides it."""
    if registry.function(function) is None:
        return ""
    judgement = legality.check(function, numerals.normalise(rv), spec)
    if judgement.excluded_by:
        cited = "; ".join(f'{one.section}: "{one.text}"' for one in judgement.excluded_by[:2])
        return f"{judgement.verdict}: {cited}"
    if judgement.why:
        return f"{judgement.verdict}: {'; '.join(_WHY.get(ground, ground) for ground in judgement.why)}"
    words = {
        "vendor": "a vendor's own code",
        "unlisted": "no passage of the standard allows this return code here, and none excludes it",
        "undefined": "the standard does not define this code",
        "historic": "only older headers define this code",
    }
    return f"{judgement.verdict}: {judgement.note or words.get(judgement.verdict, '')}".rstrip(": ")


def merged(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings, the most severe first, and causes before their consequences.

    A finding of several sequences is returned once, with all of them in its detail.
    """
    kept: dict[tuple[object, ...], Finding] = {}
    for one in found:
        key = (one["id"], one["function"], one["rv"], one["title"])
        first = kept.setdefault(key, one)
        if first is not one:
            first["times"] = first.get("times", 1) + 1
            first["places"] = [*first.get("places", ()), *one.get("places", ())]
            first["calls"] = [*first.get("calls", ()), *one.get("calls", ())]
    for one in kept.values():
        times = one.pop("times", 1)
        places = list(dict.fromkeys(one.pop("places", ())))
        if places:
            one["places"] = places
        where = f"in {', '.join(places)}"
        if len(places) > 1 and not one["detail"].endswith(where):
            one["detail"] = "; ".join(filter(None, (one["detail"], where)))
        elif times > 1:
            one["detail"] = f"{one['detail']} ({times} times in this run)".strip()
    return sorted(_one_cause(list(kept.values())), key=_rank)


def _one_cause(found: list[Finding]) -> list[Finding]:
    """Return the findings without those that repeat an error of the same id; their details are added to the error's.

    This joins a token flag (a warning) and the login that was refused because of it (an error).
    """
    errors: dict[str, Finding] = {}
    for one in found:
        if one["severity"] == "error" and one["id"] in OF_THE_PIN:
            errors.setdefault(one["id"], one)
    kept = []
    for one in found:
        error = errors.get(one["id"])
        if error is None or one is error:
            kept.append(one)
        elif one["detail"] and one["detail"] not in error["detail"]:
            error["detail"] = "; ".join(filter(None, (one["detail"], error["detail"])))
    return kept


def _rank(one: Finding) -> tuple[int, bool, bool]:
    return SEVERITIES.index(one["severity"]), one["id"] not in LOST, one["id"] not in CAUSES
