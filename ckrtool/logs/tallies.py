"""Count the codes of a log, or of parts of one file that are read separately."""

from __future__ import annotations

from collections import Counter

from ckrtool.logs.engine.durations import CallCounts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from ckrtool.logs.engine.durations import CallRows
    from ckrtool.logs.line.result import CodeInfo, LoadInfo

    # The values of a tally: begun, value, name, repeats, seen, first, last.
    TallyRow = tuple[
        int,
        int,
        str | None,
        int,
        dict[tuple[str | None, str | None, bool], int],
        "Place | None",
        "Place | None",
    ]
    LoadRow = tuple["Place", str, str, int]
    # The counts of a part of a file: further codes, lines, tallies, loads, first failure, calls, unread.
    Part = tuple[int, int, list[TallyRow], list[LoadRow], "Failure | None", CallRows, bool]

UNKNOWN = "unknown"
# Number of different codes without a name that are listed, so that a log of noise does not exhaust memory.
MOST_UNNAMED = 1000

# Where a code was found: the number of the line, its text, and the name of the file if there are several. A plain tuple for
# speed, because one is created per code.
Place = tuple[int, bytes, str | None]
# Where the first failure was found, its function and the name of its code.
Failure = tuple[Place, str | None, str | None]


class Tally:
    """The counts of one code (a value and name) in a log; `begun` is the number of the line that has it first."""

    __slots__ = ("begun", "first", "last", "name", "repeats", "seen", "value")

    def __init__(self, value: int, name: str | None, begun: int) -> None:
        self.value = value
        self.name = name
        self.begun = begun
        self.repeats = 0
        self.seen: dict[tuple[str | None, str | None, bool], int] = {}
        self.first: Place | None = None
        self.last: Place | None = None

    def row(self, shown: Callable[[Place], dict[str, Any]]) -> dict[str, Any]:
        """Return the row of the JSON list `codes`; `repeats`, if any, are further reports of failures already counted."""
        functions: Counter[str] = Counter()
        verdicts: Counter[str] = Counter()
        normal = 0
        for (function, verdict, is_normal), count in self.seen.items():
            functions[function or UNKNOWN] += count
            normal += is_normal * count
            if verdict is not None:
                verdicts[verdict] += count
        row = {
            "name": self.name,
            "value": self.value,
            "count": functions.total(),
            "normal": normal,
            "functions": dict(sorted((+functions).items())),
            "first": shown(self.first) if self.first else None,
            "last": shown(self.last) if self.last else None,
            "verdicts": dict(sorted((+verdicts).items())),
        }
        return {**row, "repeats": self.repeats} if self.repeats else row

    def add(self, code: CodeInfo, place: Place) -> None:
        """Count a return code found at `place`."""
        self.seen[code.counts] = self.seen.get(code.counts, 0) + 1
        if self.first is None:
            self.first = place
        self.last = place

    def repeat(self, earlier: CodeInfo, code: CodeInfo) -> None:
        """Count another report of the failure that was counted as `earlier`; it may add the function."""
        self.repeats += 1
        if earlier.function is None and code.function is not None and self.seen.get(earlier.counts):
            self.seen[earlier.counts] -= 1
            self.seen[code.counts] = self.seen.get(code.counts, 0) + 1

    def as_row(self) -> TallyRow:
        """Return the tally in types that `marshal` writes."""
        return self.begun, self.value, self.name, self.repeats, self.seen, self.first, self.last

    def add_row(self, row: TallyRow) -> None:
        """Add the counts of the same code in another part of the file."""
        *_, repeats, seen, first, last = row
        self.repeats += repeats
        for key, count in seen.items():
            self.seen[key] = self.seen.get(key, 0) + count
        if first is not None and (self.first is None or first[0] < self.first[0]):
            self.first = first
        if last is not None and (self.last is None or last[0] > self.last[0]):
            self.last = last


class Load:
    """The number of times that a library was not loaded for the same reason, and where that was first."""

    __slots__ = ("count", "first", "reason", "what")

    def __init__(self, reason: str, what: str, first: Place) -> None:
        self.reason = reason
        self.what = what
        self.count = 0
        self.first = first


class Counts:
    """The codes, libraries, lines and calls that were counted.

    Only the first MOST_UNNAMED different codes without a name and different libraries are listed; `further` is the number of codes
    that are not. `unread` is True if only the first part of a line that is too long was searched for codes.
    """

    def __init__(self) -> None:
        self.lines = 0
        self.unread = False
        self.further = 0
        self.tallies: dict[tuple[int, str | None], Tally] = {}
        self.loads: dict[tuple[str, str], Load] = {}
        self.first_failure: Failure | None = None
        self.calls = CallCounts()
        self._unnamed = 0

    def tally(self, value: int, name: str | None, line: int) -> Tally | None:
        """Return the tally of a code; None for a code without a name if too many of these are listed."""
        tally = self.tallies.get((value, name))
        if tally is None:
            if not is_named(value, name):
                if self._unnamed >= MOST_UNNAMED:
                    return None
                self._unnamed += 1
            tally = self.tallies[value, name] = Tally(value, name, line)
        return tally

    def add_load(self, info: LoadInfo, place: Place) -> None:
        """Count a library that was not loaded."""
        load = self.loads.get((info.reason, info.what))
        if load is None:
            if len(self.loads) >= MOST_UNNAMED:
                return
            load = self.loads[info.reason, info.what] = Load(info.reason, info.what, place)
        load.count += 1

    def renumber(self, by: int) -> None:
        """Add `by` to the numbers of all lines."""
        for tally in self.tallies.values():
            tally.begun += by
            tally.first = tally.first and _moved(tally.first, by)
            tally.last = tally.last and _moved(tally.last, by)
        for load in self.loads.values():
            load.first = _moved(load.first, by)
        if self.first_failure is not None:
            place, function, name = self.first_failure
            self.first_failure = _moved(place, by), function, name

    def as_part(self) -> Part:
        """Return the counts for `add_parts`."""
        return (
            self.further,
            self.lines,
            [tally.as_row() for tally in self.tallies.values()],
            [(row.first, row.reason, row.what, row.count) for row in self.loads.values()],
            self.first_failure,
            self.calls.as_part(),
            self.unread,
        )

    def add_parts(self, parts: Iterable[Part]) -> bool:
        """Add the counts of all parts of one file, which were counted separately.

        Return False, without adding anything, if there are so many different codes or libraries that the ones to list depend on the
        order in which the parts are read.
        """
        parts = list(parts)
        tallies = sorted((row for part in parts for row in part[2]), key=_place_of_tally)
        loads = sorted((row for part in parts for row in part[3]), key=_place_of_load)
        codes = {(value, name) for _, value, name, *_ in tallies} - self.tallies.keys()
        unnamed = sum(not is_named(*code) for code in codes)
        libraries = {(reason, what) for _, reason, what, _ in loads} - self.loads.keys()
        if (
            any(part[0] for part in parts)
            or (unnamed and self._unnamed + unnamed > MOST_UNNAMED)
            or len(self.loads) + len(libraries) > MOST_UNNAMED
            or any(len(part[3]) >= MOST_UNNAMED for part in parts)
        ):
            return False
        self.lines += sum(part[1] for part in parts)
        self._add_tallies(tallies)
        for first, reason, what, count in loads:
            load = self.loads.setdefault((reason, what), Load(reason, what, first))
            load.count += count
        failures = [part[4] for part in parts if part[4] is not None]
        if self.first_failure is None and failures:
            self.first_failure = min(failures, key=_place_of_failure)
        for part in parts:
            self.calls.add_part(part[5])
            self.unread |= part[6]
        return True

    def _add_tallies(self, rows: list[TallyRow]) -> None:
        """Add the tallies of the parts of one file, in the order in which the codes appear in it."""
        of_file: dict[tuple[int, str | None], Tally] = {}
        for row in rows:
            begun, value, name = row[:3]
            of_file.setdefault((value, name), Tally(value, name, begun)).add_row(row)
        for tally in of_file.values():
            whole = self.tally(tally.value, tally.name, tally.begun)
            assert whole is not None
            before = whole.first
            whole.add_row(tally.as_row())
            whole.first = before or tally.first
            whole.last = tally.last or whole.last


def _moved(place: Place, by: int) -> Place:
    line, text, file = place
    return line + by, text, file


def _place_of_tally(row: TallyRow) -> int:
    return row[0]


def _place_of_load(row: LoadRow) -> int:
    return row[0][0]


def _place_of_failure(failure: Failure) -> int:
    return failure[0][0]


def is_named(value: int, name: str | None) -> bool:
    """Return whether `name` is the name that a header gives to the value; the number of such codes is limited."""
    if name is None:
        return False
    from ckrtool.logs.line.result import name_of

    return name == name_of(value)
