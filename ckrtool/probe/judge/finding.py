"""One finding: severity, id, function, return, words, and the advice for that function and module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool import numerals
from ckrtool.knowledge import advice, legality, registry
from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from collections.abc import Iterable

SEVERITIES = ("error", "warning", "info")
# What comes first among findings of one severity: that the module was lost, then what may be the cause of the others.
LOST = frozenset(("crashed", "exited", "hung", "memory-overwritten", "not-loaded"))
CAUSES = frozenset(
    ("daemon-down", "variable-unset", "variable-nowhere", "variable-unreadable", "config-unreadable", "config-missing",
     "store-missing", "store-unreadable", "store-wrong", "other-user", "login-failed", "login-failed-before", "pin-locked",
     "pin-final-try", "pin-count-low", "pin-length")
)  # fmt: skip
# How many items of each kind of advice a finding shows; `ckr explain` has them all.
SHOWN = (("checks", 3), ("recovery", 3), ("warnings", 2))
_WHY = {
    "listed": "the function's own list names it",
    "universal": "every function may return it (5.1.1)",
    "session": "any function that takes a session may return it (5.1.2)",
    "token": "any function that uses a token may return it (5.1.3)",
    "described": "its own description allows it",
}


def finding(
    severity: str,
    name: str,
    title: str,
    detail: str = "",
    *,
    function: str | None = None,
    rv: int | None = None,
    stack: str | None = None,
) -> dict[str, Any]:
    """Return a finding in the form of the report; with a return code it has the advice of `ckr explain`."""
    return {
        "severity": severity,
        "id": name,
        "function": function,
        "rv": rv,
        "name": None if rv is None else names.code_name(rv),
        "title": title,
        "detail": detail,
        "advice": items(rv, function, stack),
    }


def items(rv: int | None, function: str | None, stack: str | None) -> list[dict[str, object]]:
    """Return the advice that fits best, what to check first; none for codes without an explanation."""
    if rv is None or rv == 0:
        return []
    known = function if function and registry.function(function) else None
    explained = advice.explain(numerals.normalise(rv), known, stack)
    if explained is None:
        return []
    return [item.as_dict() for kind, most in SHOWN for item in getattr(explained, kind)[:most]]


def code(rv: int) -> str:
    """Return a return code as name and number."""
    name = names.code_name(rv)
    shown = numerals.hex_of(numerals.normalise(rv))
    if name:
        return f"{name} ({shown})"
    candidates = registry.candidates(numerals.normalise(rv))
    others = ", ".join(
        sorted({f"{candidate.name} of {candidate.vendor_name}" for candidate in candidates})[:3]
    )
    if others:
        return f"{shown} ({others})"
    kind = registry.kind_of(numerals.normalise(rv))
    return (
        f"{shown} ({'vendor-defined' if kind == 'vendor' else f'undefined in PKCS #11 {registry.CURRENT}'})"
    )


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


def merged(found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the findings, the gravest first and causes before what they bring about.

    The same one of several sequences stands once and says where else.
    """
    kept: dict[tuple[object, ...], dict[str, Any]] = {}
    for one in found:
        key = (one["id"], one["function"], one["rv"], one["title"])
        first = kept.setdefault(key, one)
        if first is not one:
            first["times"] = first.get("times", 1) + 1
    for one in kept.values():
        times = one.pop("times", 1)
        if times > 1:
            one["detail"] = f"{one['detail']} ({times} times in this run)".strip()
    return sorted(kept.values(), key=_rank)


def _rank(one: dict[str, Any]) -> tuple[int, bool, bool]:
    return SEVERITIES.index(one["severity"]), one["id"] not in LOST, one["id"] not in CAUSES
