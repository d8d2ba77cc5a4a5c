"""One finding: severity, id, function, return, words, and the advice for that function and module."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ckrtool import numerals
from ckrtool.knowledge import advice, causes, findings, legality, module_facts, registry
from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.knowledge.causes import CauseText
    from ckrtool.knowledge.findings import FindingText
    from ckrtool.probe.facts.report_types import Advice, Finding, Severity
    from ckrtool.probe.results import CallResult

MINUS_ONE = 0xFFFFFFFF  # as a CK_ULONG of 32 bits: what a call gives that failed below the module
SEVERITIES = ("error", "warning", "info")
# What comes first among findings of one severity: that the module was lost, then what may be the cause of the others.
LOST = frozenset(("crashed", "exited", "hung", "memory-overwritten", "not-loaded"))
CAUSES = frozenset(
    ("daemon-down", "variable-unset", "variable-nowhere", "variable-unreadable", "config-unreadable", "config-missing",
     "store-missing", "store-unreadable", "store-wrong", "other-user", "login-failed", "login-failed-before", "pin-locked",
     "pin-final-try", "pin-count-low", "pin-length")
)  # fmt: skip
MOST_OWNERS = 3
OF_THE_PIN = frozenset(("pin-locked", "pin-final-try", "pin-count-low"))
# How many items of each kind of advice a finding shows, don'ts first; `ckr explain` has them all.
# (kind, where the items are, how many of the return code, how many of the finding)
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
    """Return a finding in the form of the report, with its meaning and the advice of `ckr explain`.

    `place` is the sequence that showed it: the same finding of several sequences lists them all in `places`. `calls` are those
    that it is about; they are kept under `calls` until `consequences` takes them out.
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
    """Return a finding with what its text says of a family of modules; a finding with a code has that already."""
    if stack is None or one["rv"] is not None:
        return one
    own = findings.text(one["id"], one["function"], stack) or causes.text(one["id"])
    return {**one, "advice": _advice(None, own, one["function"], None, stack)}


def _explained(rv: int | None, function: str | None, stack: str | None) -> advice.Explanation | None:
    """Return the explanation of the return code; None for success and for codes without one."""
    if rv is None or rv == 0:
        return None
    known = function if function and registry.function(function) else None
    return advice.explain(numerals.normalise(rv), known, stack)


def _meaning(rv: int | None, own: FindingText | CauseText | None) -> str | None:
    """Return what the return code means, or the finding where there is none."""
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
    """Return the items that fit best, each with its `kind`: dont, check or do; those of the code before those of the finding."""
    words = {"FUNCTION": function, "CODE": None if rv is None else names.code_name(rv) or numerals.hex_of(rv)}
    found: list[Advice] = []
    for kind, attribute, of_code, of_finding in SHOWN:
        # Other families' items say nothing of this module.
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
    """Return what is known of the module for this return: the facts that `ckr explain` shows first, as checks."""
    if explained is None or rv is None:
        return []
    facts = module_facts.of(stack, None, function, names.code_name(rv), explained)
    if facts is None or facts.note:
        return []
    items = [advice.Item(f"{facts.name}, {label}: {text}", stack=stack) for label, text in facts.facts]
    return [_item(item, "check") for item in items[:MODULE_FACTS]]


def _item(item: advice.Item, kind: str) -> Advice:
    """Return an item of advice in the form of the report."""
    return cast("Advice", {**item.as_dict(), "kind": kind})


def code(rv: int) -> str:
    """Return a return code as name and number; whose a vendor's code may be is what `owners` says."""
    name = names.code_name(rv)
    shown = numerals.hex_of(numerals.normalise(rv))
    if name:
        return f"{name} ({shown})"
    vendor = registry.kind_of(numerals.normalise(rv)) == "vendor"
    return f"{shown} ({'vendor-defined' if vendor else f'undefined in PKCS #11 {registry.CURRENT}'})"


def owners(rv: int) -> str:
    """Return which vendors use the value of a code without a name, for a detail; "" where none is known."""
    if names.code_name(rv):
        return ""
    if numerals.normalise(rv) == MINUS_ONE:
        return "-1 is not a return code: the call failed below PKCS #11"
    candidates = registry.candidates(numerals.normalise(rv))
    found = sorted({f"{candidate.name} of {candidate.vendor_name}" for candidate in candidates})
    more = f" and {len(found) - MOST_OWNERS} more" if len(found) > MOST_OWNERS else ""
    return f"used as {', '.join(found[:MOST_OWNERS])}{more}" if found else ""


def passage(function: str, rv: int, spec: str) -> str:
    """Return what the standard says of that return: the verdict, and the ground or the passage it rests on."""
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
        "unlisted": "no passage of the standard allows this return here, none rules it out",
        "undefined": "no such code in the standard",
        "historic": "only older headers have this code",
    }
    return f"{judgement.verdict}: {judgement.note or words.get(judgement.verdict, '')}".rstrip(": ")


def merged(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings, the gravest first and causes before what they bring about.

    The same one of several sequences stands once and says where else.
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
    """Return the findings without those that an error of the same id tells already; what they add goes into its detail.

    So a flag of the token (a warning) and the login that was not made for it (an error) are one finding.
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
