"""Merge the summaries of the parts of a log, so that the parts of a large log can be scanned separately."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from ckrtool.errors import UsageError
from ckrtool.logs.engine.durations import added
from ckrtool.logs.scan import SCHEMA, ranked
from ckrtool.logs.tallies import MOST_UNNAMED, is_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ckrtool.logs.summary_types import Summary


def merge(parts: Iterable[Summary]) -> Summary:
    """Return the summary of the whole log from the summaries of its parts, in order; the result can be merged again.

    Line numbers in excerpts remain those of the part. If a part names its file, its excerpts name the file too.
    """
    whole = _Sum()
    for part in parts:
        whole.add(part)
    return cast("Summary", whole.as_dict())


class _Sum:
    """The sum of the parts added so far; the parts are not modified."""

    def __init__(self) -> None:
        self.lines = 0
        self.further = 0
        self.unnamed = 0
        self.failure: dict[str, Any] | None = None
        self.rows: dict[tuple[int, str | None], dict[str, Any]] = {}
        self.calls: Counter[str] = Counter()
        self.durations: dict[str, Any] = {}
        self.loads: dict[tuple[str, str], dict[str, Any]] = {}

    def add(self, summary: Mapping[str, Any]) -> None:
        """Add a part."""
        file = {"file": summary["file"]} if "file" in summary else {}
        self.lines += summary["lines"]
        self.further += summary.get("further", 0)
        if self.failure is None and summary["first_failure"]:
            self.failure = {**file, **summary["first_failure"]}
        self.calls.update(summary["calls"])
        if durations := summary.get("durations"):
            self.durations = added(self.durations, durations)
        for load in summary.get("loads", []):
            key = load["class"], load["what"]
            if key not in self.loads:
                self.loads[key] = {**load, "count": 0, "first": {**file, **load["first"]}}
            self.loads[key]["count"] += load["count"]
        for row in _in_order(summary["codes"]):
            self._add_code(row, file)

    def _add_code(self, row: dict[str, Any], file: dict[str, str]) -> None:
        """Add a part's row of a code; only the first MOST_UNNAMED different codes without a name are listed."""
        key = row["value"], row["name"]
        whole = self.rows.get(key)
        if whole is not None:
            _add_row(whole, row)
        elif is_named(*key) or self.unnamed < MOST_UNNAMED:
            self.unnamed += not is_named(*key)
            counts = {"functions": dict(row["functions"]), "verdicts": dict(row["verdicts"])}
            whole = self.rows[key] = {**row, **counts, "first": {**file, **row["first"]}}
        else:
            self.further += row["count"]
            return
        whole["last"] = {**file, **row["last"]}

    def as_dict(self) -> dict[str, Any]:
        """Return the summary."""
        for row in self.rows.values():
            for counts in ("functions", "verdicts"):
                row[counts] = dict(sorted(row[counts].items()))
        whole: dict[str, Any] = {
            "schema": SCHEMA,
            "lines": self.lines,
            "codes": ranked(list(self.rows.values())),
            "first_failure": self.failure,
            "calls": dict(sorted(self.calls.items())),
        }
        if self.loads:
            whole["loads"] = list(self.loads.values())
        if self.further:
            whole["further"] = self.further
        return {**whole, "durations": self.durations} if self.durations else whole


def _add_row(whole: dict[str, Any], row: dict[str, Any]) -> None:
    """Add the counts of a part's row to the row of the whole, in place."""
    for key in ("count", "normal"):
        whole[key] += row[key]
    for key in ("functions", "verdicts"):
        counts = whole[key]
        for name, count in row[key].items():
            counts[name] = counts.get(name, 0) + count
    if "repeats" in row:
        whole["repeats"] = whole.get("repeats", 0) + row["repeats"]


def checked(document: object, name: str) -> Summary:
    """Return `document` if it is a valid summary; else raise UsageError with the file and the error."""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UsageError(f"{name}: not a summary of ckr scan", 'Its "schema" must be "ckr.scan/1".')
    lines, codes, calls = document.get("lines"), document.get("codes"), document.get("calls")
    if not _is_count(lines) or not isinstance(codes, list) or not _are_counts(calls):
        raise UsageError(
            f"{name}: damaged summary", "lines, codes and calls must be those that ckr scan wrote."
        )
    if not all(map(_is_row, codes)) or not isinstance(document.get("first_failure"), dict | None):
        raise UsageError(
            f"{name}: damaged summary", "A row of codes or first_failure is not what ckr scan writes."
        )
    loads = document.get("loads", [])
    if not isinstance(loads, list) or not all(map(_is_load, loads)):
        raise UsageError(f"{name}: damaged summary", "loads are not what ckr scan writes.")
    if not isinstance(document.get("file", ""), str):
        raise UsageError(f"{name}: damaged summary", "file is not what ckr scan writes.")
    if not _is_count(document.get("further", 0)):
        raise UsageError(f"{name}: damaged summary", "further is not what ckr scan writes.")
    durations = document.get("durations", {})
    if not isinstance(durations, dict) or not all(map(_is_duration, durations.values())):
        raise UsageError(f"{name}: damaged summary", "durations are not what ckr scan writes.")
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
    """Return rows in the order of their first appearance.

    For summaries of several files or parts, line numbers do not determine that order; the order of the rows is kept.
    """
    if len(rows) < 2 or len({row["first"].get("file") for row in rows}) > 1:
        return rows
    by_line = sorted(rows, key=lambda row: row["first"]["line"])
    return by_line if ranked(by_line) == rows else rows


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
