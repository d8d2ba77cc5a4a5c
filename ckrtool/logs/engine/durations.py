"""How long calls took, where a trace says so."""

from __future__ import annotations

from typing import Any


class Durations:
    """Adds up durations by function, in milliseconds."""

    def __init__(self) -> None:
        self._rows: dict[str, list[float]] = {}

    def add(self, function: str, milliseconds: float | None) -> None:
        """Add a call's duration; None and negative ones (a clock that was set) are left out."""
        if milliseconds is None or milliseconds < 0:
            return
        row = self._rows.setdefault(function, [0, 0.0, 0.0])
        row[0] += 1
        row[1] += milliseconds
        row[2] = max(row[2], milliseconds)

    def as_dict(self) -> dict[str, Any]:
        """Return count, total and longest by function."""
        return {name: _row(int(row[0]), row[1], row[2]) for name, row in sorted(self._rows.items())}


def between(entered: bytes, left: bytes) -> float | None:
    """Return the milliseconds between two times of a trace; None where one is missing or no time."""
    if not entered or not left:
        return None
    from datetime import datetime

    try:
        start = datetime.fromisoformat(entered.decode("ascii"))
        end = datetime.fromisoformat(left.decode("ascii"))
    except ValueError:
        return None
    return (end - start).total_seconds() * 1000


def added(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Return the sum of two summaries' durations."""
    rows = dict(one)
    for name, row in other.items():
        mine = rows.get(name)
        rows[name] = (
            row
            if mine is None
            else _row(
                mine["count"] + row["count"],
                mine["total_ms"] + row["total_ms"],
                max(mine["max_ms"], row["max_ms"]),
            )
        )
    return dict(sorted(rows.items()))


def _row(count: int, total: float, longest: float) -> dict[str, Any]:
    return {"count": count, "total_ms": round(total, 3), "max_ms": round(longest, 3)}
