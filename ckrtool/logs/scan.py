"""Summarise a log: codes by function, the normal ones among them, the first failure, and the calls of its traces."""

from __future__ import annotations

from collections import Counter

from ckrtool.logs.engine.engine import Engine, LineHit
from ckrtool.logs.input.chunks import Cutter, Kind, Piece
from ckrtool.logs.jsontext import decoded
from ckrtool.logs.line.result import LoadInfo, name_of
from ckrtool.logs.redact import blank_text
from ckrtool.logs.repeats import Repeats
from ckrtool.logs.times import time_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ckrtool.logs.line.result import CodeInfo
    from ckrtool.logs.summary_types import Summary

SCHEMA = "ckr.scan/1"
UNKNOWN = "unknown"
LONGEST_EXCERPT = 1000
# Number of different codes without a name that are listed, so that a log of noise does not exhaust memory.
MOST_UNNAMED = 1000

# Where a code was found: the number of the line, its text, and the name of the file if there are several. A plain tuple for
# speed, because one is created per code.
Place = tuple[int, bytes, str | None]


class Tally:
    """The counts of one code (a value and name) in a log."""

    __slots__ = ("first", "last", "name", "repeats", "seen", "value")

    def __init__(self, value: int, name: str | None) -> None:
        self.value = value
        self.name = name
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


class Scanner:
    """Summarise a log that is read in blocks; `summary` returns the result.

    `hide` is a function that makes excerpts and file names anonymous.
    """

    def __init__(self, *, ok: bool = False, hide: Callable[[str], str] | None = None) -> None:
        self._ok = ok
        self._hide = hide
        self._engine = Engine(count_calls=True, places=False)
        self._cutter = Cutter()
        self._tallies: dict[tuple[int, str | None], Tally] = {}
        self._unnamed = 0
        self._further = 0
        self._lines = 0
        self._file: str | None = None
        self._files: list[str] | None = []
        self._repeats = Repeats()
        self._loads: dict[tuple[str, str], dict[str, Any]] = {}
        self._line = 1
        self._first_failure: tuple[Place, CodeInfo] | None = None

    def begin(self, file: str | None, *, several: bool = True) -> None:
        """Begin a file; with `several` files each excerpt names its file, otherwise the summary does."""
        self._file = file if several else None
        if self._files is not None:
            self._files = None if file is None else [*self._files, file]
        self._line = 1

    def push(self, data: bytes) -> None:
        """Read a block."""
        for piece in self._cutter.push(data):
            self._piece(piece)

    def finish(self) -> None:
        """End the file; the next `push` starts another file."""
        for piece in self._cutter.finish():
            self._piece(piece)
        self._engine.new_file()
        self._repeats.forget()

    def _piece(self, piece: Piece) -> None:
        data = piece.data
        if piece.kind is Kind.MORE:
            return
        if piece.kind is Kind.END:
            ended = 1
        else:
            hits = self._engine.read(data, self._cutter.tail)
            position = 0
            line = self._line
            for hit in hits:
                line += data.count(b"\n", position, hit[0])
                position = hit[0]
                self._add(data, hit, line)
            if piece.kind is Kind.HEAD:
                return
            ended = data.count(b"\n", position) + line - self._line
            if not data.endswith(b"\n"):
                self._lines += 1
        self._line += ended
        self._lines += ended

    def _add(self, block: bytes, hit: LineHit, line: int) -> None:
        """Count the codes of a line."""
        place: Place | None = None
        start, end, _, outcomes = hit
        for span in outcomes:
            code = span.code
            if isinstance(code, LoadInfo):
                self._add_load(code, block[start : min(end, start + 4 * LONGEST_EXCERPT)], line)
                continue
            repeats = self._repeats.repeats(span, line)
            if code.ok and not self._ok:
                continue
            tally = self._tally(code)
            if tally is None:
                self._further += 1
                continue
            earlier = code if repeats else self._repeats.explains(span, block, start, end)
            if earlier is not None:
                tally.repeat(earlier, code)
                continue
            if place is None:
                place = line, block[start : min(end, start + 4 * LONGEST_EXCERPT)], self._file
            tally.add(code, place)
            if self._first_failure is None and not code.ok and not code.normal:
                self._first_failure = place, code

    def _add_load(self, info: LoadInfo, text: bytes, line: int) -> None:
        """Count a library that was not loaded; only the first MOST_UNNAMED different ones are listed."""
        key = info.reason, info.what
        row = self._loads.get(key)
        if row is None:
            if len(self._loads) >= MOST_UNNAMED:
                return
            place = line, text, self._file
            row = self._loads[key] = {"class": info.reason, "what": info.what, "count": 0, "first": place}
        row["count"] += 1

    def _tally(self, code: CodeInfo) -> Tally | None:
        """Return the tally of a code; None for a code without a name if too many of these are listed."""
        key = code.value, code.name
        tally = self._tallies.get(key)
        if tally is None:
            if not is_named(code.value, code.name):
                if self._unnamed >= MOST_UNNAMED:
                    return None
                self._unnamed += 1
            tally = self._tallies[key] = Tally(code.value, code.name)
        return tally

    def summary(self) -> Summary:
        """Return the JSON object `ckr.scan/1`; unexpected failures come first, in the order of their first appearance."""
        rows = [tally.row(self._shown) for tally in self._tallies.values()]
        failure = None
        if self._first_failure is not None:
            place, code = self._first_failure
            shown = self._shown(place)
            del shown["text"]
            failure = {**shown, "function": code.function, "name": code.name}
        summary: dict[str, Any] = {"schema": SCHEMA, "lines": self._lines}
        if self._files is not None and len(self._files) == 1:
            summary["file"] = self._hide(self._files[0]) if self._hide else self._files[0]
        summary |= {
            "codes": ranked(rows),
            "first_failure": failure,
            "calls": dict(sorted(self._engine.calls.items())),
        }
        if self._loads:
            summary["loads"] = [self._shown_load(row) for row in self._loads.values()]
        if self._further:
            summary["further"] = self._further
        if durations := self._engine.durations.as_dict():
            summary["durations"] = durations
        return summary  # type: ignore[return-value]

    def _shown_load(self, row: dict[str, Any]) -> dict[str, Any]:
        what = self._hide(row["what"]) if self._hide else row["what"]
        return {**row, "what": what, "first": self._shown(row["first"])}

    def _shown(self, place: Place) -> dict[str, Any]:
        line, excerpt, file = place
        hide = self._hide or str
        shown: dict[str, Any] = {"line": line, "text": hide(_excerpt(excerpt))}
        if file is not None:
            shown["file"] = hide(file)
        time = time_of(excerpt)
        return {**shown, "time": time} if time else shown


def _excerpt(line: bytes) -> str:
    """Return a line as text with PINs redacted, truncated to LONGEST_EXCERPT characters."""
    text = decoded(blank_text(line))
    return text if len(text) <= LONGEST_EXCERPT else text[:LONGEST_EXCERPT] + "..."


def ranked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows of `codes` sorted by kind: unexpected failures, then normal codes, then CKR_OK.

    Within a kind the given order of first appearance is kept, so that a cause comes before its consequences.
    """
    return sorted(rows, key=lambda row: (row["value"] == 0, row["count"] == row["normal"]))


def is_named(value: int, name: str | None) -> bool:
    """Return whether `name` is the name that a header gives to the value; the number of such codes is limited."""
    return name is not None and name == name_of(value)


def failed(summary: Summary) -> bool:
    """Return whether a log contains an unexpected failure or a library that was not loaded."""
    return bool(summary.get("further") or summary.get("loads")) or any(
        row["value"] != 0 and row["count"] > row["normal"] for row in summary["codes"]
    )
