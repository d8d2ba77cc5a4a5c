"""Adds up summaries of parts, so that any engine can run `ckr scan` over the parts of a large log."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from ckrtool.errors import UsageError
from ckrtool.logs.engine.durations import added
from ckrtool.logs.scan import SCHEMA, ranked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.logs.summary_types import Summary


def merge(parts: Iterable[Summary]) -> Summary:
    """Return the summary of the whole, the parts given in order.

    Line numbers in excerpts stay those of the part; an excerpt of a part that names its log says so.
    """
    summaries: list[dict[str, Any]] = [
        _named(summary) if "file" in summary else dict(summary) for summary in parts
    ]
    rows: dict[tuple[int, str | None], dict[str, Any]] = {}
    calls: Counter[str] = Counter()
    durations: dict[str, Any] = {}
    loads: dict[tuple[str, str], dict[str, Any]] = {}
    for summary in summaries:
        calls.update(summary["calls"])
        durations = added(durations, summary.get("durations", {}))
        for row in summary.get("loads", []):
            same = loads.setdefault((row["class"], row["what"]), {**row, "count": 0})
            same["count"] += row["count"]
        for row in _in_order(summary["codes"]):
            key = (row["value"], row["name"])
            rows[key] = _added(rows[key], row) if key in rows else dict(row)
    failure = next((summary["first_failure"] for summary in summaries if summary["first_failure"]), None)
    whole: dict[str, Any] = {
        "schema": SCHEMA,
        "lines": sum(summary["lines"] for summary in summaries),
        "codes": ranked(list(rows.values())),
        "first_failure": failure,
        "calls": dict(sorted(calls.items())),
    }
    if loads:
        whole["loads"] = list(loads.values())
    if further := sum(summary.get("further", 0) for summary in summaries):
        whole["further"] = further
    return cast("Summary", {**whole, "durations": durations} if durations else whole)


def _named(summary: Summary) -> dict[str, Any]:
    """Return a part in which every place has the file of the part."""
    file = {"file": summary["file"]}
    codes = [
        {**row, "first": {**file, **row["first"]}, "last": {**file, **row["last"]}}
        for row in summary["codes"]
    ]
    failure = summary["first_failure"]
    named = {**summary, "codes": codes, "first_failure": {**file, **failure} if failure else None}
    if "loads" in summary:
        named["loads"] = [{**row, "first": {**file, **row["first"]}} for row in summary["loads"]]
    return named


def checked(document: object, name: str) -> Summary:
    """Return `document` if it is a summary; raise UsageError naming the file and what is wrong."""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageError(f"{name}: not a summary of ckr scan", 'Its "schema" must be "ckr.scan/1".')
    lines, codes, calls = document.get("lines"), document.get("codes"), document.get("calls")
    if not _is_count(lines) or not isinstance(codes, list) or not _are_counts(calls):
        raise UsageError(
            f"{name}: a damaged summary", "lines, codes and calls must be those that ckr scan wrote."
        )
    if not all(map(_is_row, codes)) or not isinstance(document.get("first_failure"), dict | None):
        raise UsageError(
            f"{name}: a damaged summary", "A row of codes or first_failure is not what ckr scan writes."
        )
    loads = document.get("loads", [])
    if not isinstance(loads, list) or not all(map(_is_load, loads)):
        raise UsageError(f"{name}: a damaged summary", "loads are not what ckr scan writes.")
    if not isinstance(document.get("file", ""), str):
        raise UsageError(f"{name}: a damaged summary", "file is not what ckr scan writes.")
    if not _is_count(document.get("further", 0)):
        raise UsageError(f"{name}: a damaged summary", "further is not what ckr scan writes.")
    durations = document.get("durations", {})
    if not isinstance(durations, dict) or not all(map(_is_duration, durations.values())):
        raise UsageError(f"{name}: a damaged summary", "durations are not what ckr scan writes.")
    return cast("Summary", document)


def _is_load(row: object) -> bool:
    return (
        isinstance(row, dict)
        and all(isinstance(row.get(key), str) for key in ("class", "what"))
        and _is_count(row.get("count"))
        and _is_place(row.get("first"))
    )


def _is_duration(row: object) -> bool:
    return (
        isinstance(row, dict)
        and _is_count(row.get("count"))
        and all(isinstance(row.get(key), int | float) for key in ("total_ms", "max_ms"))
    )


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in the order of their first appearance in their part."""
    return sorted(rows, key=lambda row: row["first"]["line"])


def _added(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    repeats = one.get("repeats", 0) + other.get("repeats", 0)
    return {
        **one,
        **({"repeats": repeats} if repeats else {}),
        "count": one["count"] + other["count"],
        "normal": one["normal"] + other["normal"],
        "functions": _sum(one["functions"], other["functions"]),
        "last": other["last"],
        "verdicts": _sum(one["verdicts"], other["verdicts"]),
    }


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return dict(sorted((Counter(one) + Counter(other)).items()))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _are_counts(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_count, value.values()))


def _is_place(value: object) -> bool:
    return (
        isinstance(value, dict)
        and _is_count(value.get("line"))
        and isinstance(value.get("text"), str)
        and all(isinstance(value.get(key, ""), str) for key in ("file", "time"))
    )


def _is_row(row: object) -> bool:
    return (
        isinstance(row, dict)
        and isinstance(row.get("name"), str | None)
        and all(_is_count(row.get(key)) for key in ("value", "count", "normal"))
        and all(_are_counts(row.get(key)) for key in ("functions", "verdicts"))
        and _is_count(row.get("repeats", 0))
        and _is_place(row.get("first"))
        and _is_place(row.get("last"))
    )
