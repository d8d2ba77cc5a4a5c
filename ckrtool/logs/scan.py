"""Summarise a log: codes by function, the normal ones among them, the first failure, and the calls of its traces."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, cast

from ckrtool.logs.engine.engine import Engine, LineHit
from ckrtool.logs.input.chunks import Cutter, Kind, Piece
from ckrtool.logs.jsontext import decoded
from ckrtool.logs.line.result import LoadInfo, name_of
from ckrtool.logs.redact import blank_text
from ckrtool.logs.repeats import Repeats
from ckrtool.logs.times import time_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.logs.line.result import CodeInfo
    from ckrtool.logs.summary_types import Summary

SCHEMA = "ckr.scan/1"
UNKNOWN = "unknown"
LONGEST_EXCERPT = 1000
# Number of different codes without a name that are listed, so that a log of noise does not exhaust memory.
MOST_UNNAMED = 1000


class Tally:
    """The counts of one code (a value and name) in a log."""

    __slots__ = ("count", "first", "functions", "last", "name", "normal", "repeats", "value", "verdicts")

    def __init__(self, value: int, name: str | None) -> None:
        self.value = value
        self.name = name
        self.count = 0
        self.normal = 0
        self.repeats = 0
        self.functions: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.first: dict[str, Any] | None = None
        self.last: dict[str, Any] | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the row of the JSON list `codes`; `repeats`, if any, are further reports of failures already counted."""
        row = {
            "name": self.name,
            "value": self.value,
            "count": self.count,
            "normal": self.normal,
            "functions": dict(sorted(self.functions.items())),
            "first": self.first,
            "last": self.last,
            "verdicts": dict(sorted(self.verdicts.items())),
        }
        return {**row, "repeats": self.repeats} if self.repeats else row

    def add(self, code: CodeInfo, place: dict[str, Any]) -> None:
        """Count a return code found at `place`."""
        self.count += 1
        self.normal += code.normal
        self.functions[code.function or UNKNOWN] += 1
        if code.verdict is not None:
            self.verdicts[code.verdict] += 1
        if self.first is None:
            self.first = place
        self.last = place

    def repeat(self, earlier: CodeInfo, code: CodeInfo) -> None:
        """Count another report of the failure that was counted as `earlier`; it may add the function."""
        self.repeats += 1
        if earlier.function is not None or code.function is None:
            return
        self.functions[UNKNOWN] -= 1
        self.functions += Counter()  # drops counts of 0
        self.functions[code.function] += 1
        self.normal += code.normal - earlier.normal
        if earlier.verdict is not None:
            self.verdicts[earlier.verdict] -= 1
            self.verdicts += Counter()
        if code.verdict is not None:
            self.verdicts[code.verdict] += 1


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
        self._first_failure: dict[str, Any] | None = None

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
        place: dict[str, Any] | None = None
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
                place = self._place(block[start : min(end, start + 4 * LONGEST_EXCERPT)], line)
            tally.add(code, place)
            if self._first_failure is None and not code.ok and not code.normal:
                self._first_failure = {**place, "function": code.function, "name": code.name}

    def _add_load(self, info: LoadInfo, text: bytes, line: int) -> None:
        """Count a library that was not loaded; only the first MOST_UNNAMED different ones are listed."""
        key = info.reason, info.what
        row = self._loads.get(key)
        if row is None:
            if len(self._loads) >= MOST_UNNAMED:
                return
            place = self._place(text, line)
            row = self._loads[key] = {"class": info.reason, "what": info.what, "count": 0, "first": place}
        row["count"] += 1

    def _place(self, text: bytes, line: int) -> dict[str, Any]:
        place: dict[str, Any] = {"line": line, "text": _Excerpt(text)}
        if self._file is not None:
            place["file"] = self._file
        return place

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
        rows = [tally.as_dict() for tally in self._tallies.values()]
        for row in rows:
            row["first"], row["last"] = self._shown(row["first"]), self._shown(row["last"])
        failure = None
        if self._first_failure is not None:
            shown = self._shown(self._first_failure)
            failure = {key: value for key, value in shown.items() if key != "text"}
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
        durations = self._engine.durations.as_dict()
        return cast("Summary", {**summary, "durations": durations} if durations else summary)

    def _shown_load(self, row: dict[str, Any]) -> dict[str, Any]:
        what = self._hide(row["what"]) if self._hide else row["what"]
        return {**row, "what": what, "first": self._shown(row["first"])}

    def _shown(self, place: dict[str, Any]) -> dict[str, Any]:
        text = place["text"].shown()
        time = time_of(place["text"].line)
        place = {**place, "time": time} if time else place
        if self._hide is None:
            return {**place, "text": text}
        hidden = {**place, "text": self._hide(text)}
        if "file" in hidden:
            hidden["file"] = self._hide(hidden["file"])
        return hidden


class _Excerpt:
    """A line as bytes, decoded and redacted only if it is shown."""

    __slots__ = ("line",)

    def __init__(self, text: bytes) -> None:
        self.line = text

    def shown(self) -> str:
        """Return the line as text with PINs redacted, truncated to LONGEST_EXCERPT characters."""
        text = decoded(blank_text(self.line))
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
