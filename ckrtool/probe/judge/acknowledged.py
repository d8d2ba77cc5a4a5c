"""Findings that the site accepts (--ignore): they stay in the report, as information."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.request import Ignored


def applied(found: list[Finding], ignored: list[Ignored]) -> list[Finding]:
    """Return the findings; those that match a rule of `ignored` get severity info and the id `acknowledged`."""
    return [_acknowledged(one) if any(_means(rule, one) for rule in ignored) else one for one in found]


def _means(rule: Ignored, one: Finding) -> bool:
    """Return whether a finding has the rule's id and, if given, its pattern in title, detail or function (case is ignored)."""
    if one["id"] != rule.id:
        return False
    if rule.pattern is None:
        return True
    words = rule.pattern.lower()
    pattern = words if any(sign in words for sign in "*?[") else f"*{words}*"
    texts = (one["title"], one["detail"], one["function"] or "")
    return any(fnmatchcase(str(text).lower(), pattern) for text in texts)


def _acknowledged(one: Finding) -> Finding:
    made = finding(
        "info", "acknowledged", f"acknowledged: {one['title']}", one["detail"], function=one["function"]
    )
    return made | {
        "rv": one["rv"],
        "name": one["name"],
        "acknowledged": {"id": one["id"], "severity": one["severity"]},
        **({"places": one["places"]} if "places" in one else {}),
    }
