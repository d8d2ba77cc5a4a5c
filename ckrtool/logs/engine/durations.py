"""Count the calls of a trace, and sum up their durations if it shows them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# The numbers of calls by function, and the rows of their durations.
CallRows = tuple[dict[str, int], dict[str, list[float]]]


class CallCounts:
    """The numbers and durations of calls by function."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.durations = Durations()

    def add(self, function: str) -> None:
        """Count a call."""
        self.numbers[function] = self.numbers.get(function, 0) + 1

    def as_part(self) -> CallRows:
        """Return the counts in types that `marshal` writes."""
        return self.numbers, self.durations.rows

    def add_part(self, part: CallRows) -> None:
        """Add the counts of another part of the same log."""
        numbers, rows = part
        for function, number in numbers.items():
            self.numbers[function] = self.numbers.get(function, 0) + number
        self.durations.add_rows(rows)


class Durations:
    """Sum up the durations of calls by function, in milliseconds; a row is the number of calls, their sum and the longest."""

    def __init__(self) -> None:
        self.rows: dict[str, list[float]] = {}

    def add(self, function: str, milliseconds: float | None) -> None:
        """Add the duration of a call; None and negative durations (after a change of the clock) are ignored."""
        if milliseconds is None or milliseconds < 0:
            return
        self.add_rows({function: [1, milliseconds, milliseconds]})

    def add_rows(self, rows: dict[str, list[float]]) -> None:
        """Add sums of durations."""
        for function, (number, total, longest) in rows.items():
            row = self.rows.setdefault(function, [0, 0.0, 0.0])
            row[0] += number
            row[1] += total
            row[2] = max(row[2], longest)

    def as_dict(self) -> dict[str, Any]:
        """Return the number of calls, their total and their longest duration, by function."""
        return {name: _row(int(row[0]), row[1], row[2]) for name, row in sorted(self.rows.items())}


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
