"""Durations of calls, for traces that show them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Durations:
    """Sum up the durations of calls by function, in milliseconds."""

    def __init__(self) -> None:
        self._rows: dict[str, list[float]] = {}

    def add(self, function: str, milliseconds: float | None) -> None:
        """Add the duration of a call; None and negative durations (after a change of the clock) are ignored."""
        if milliseconds is None or milliseconds < 0:
            return
        row = self._rows.setdefault(function, [0, 0.0, 0.0])
        row[0] += 1
        row[1] += milliseconds
        row[2] = max(row[2], milliseconds)

    def as_dict(self) -> dict[str, Any]:
        """Return the number of calls, their total and their longest duration, by function."""
        return {name: _row(int(row[0]), row[1], row[2]) for name, row in sorted(self._rows.items())}


def between(entered: bytes, left: bytes) -> float | None:
    """Return the milliseconds between two times of a trace; None if one of them is missing or invalid."""
    if not entered or not left:
        return None
    from datetime import datetime

    try:
        start = datetime.fromisoformat(entered.decode("ascii"))
        end = datetime.fromisoformat(left.decode("ascii"))
    except ValueError:
        return None
    return (end - start).total_seconds() * 1000


def added(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    """Return the sum of the durations of two summaries."""
    rows = dict(left)
    for name, row in right.items():
        known = rows.get(name)
        rows[name] = (
            row
            if known is None
            else _row(
                known["count"] + row["count"],
                known["total_ms"] + row["total_ms"],
                max(known["max_ms"], row["max_ms"]),
            )
        )
    return dict(sorted(rows.items()))


def _row(count: int, total: float, longest: float) -> dict[str, Any]:
    return {"count": count, "total_ms": round(total, 3), "max_ms": round(longest, 3)}
