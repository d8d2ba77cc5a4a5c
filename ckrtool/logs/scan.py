"""Summarise a log: codes by function, the normal ones among them, the first failure, and the calls of its traces."""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.engine.engine import START as ENGINE_START
from ckrtool.logs.engine.engine import Engine, LineHit, lasting
from ckrtool.logs.input.chunks import AT_A_LINE, Cutter, Kind, Piece
from ckrtool.logs.repeats import NOTHING, Repeats
from ckrtool.logs.stack_lines import unfinished
from ckrtool.logs.tallies import Counts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.logs.engine.engine import State as EngineState
    from ckrtool.logs.input.chunks import State as CutterState
    from ckrtool.logs.repeats import State as RepeatsState
    from ckrtool.logs.summary_types import Summary
    from ckrtool.logs.tallies import Load, Place

SCHEMA = "ckr.scan/1"
LONGEST_EXCERPT = 1000


class State(NamedTuple):
    """What the counts of the next read depend on besides its bytes; the defaults are those at the start of a file."""

    cutter: CutterState = AT_A_LINE
    engine: EngineState = ENGINE_START
    repeats: RepeatsState = NOTHING


class Scanner:
    """Summarise a log that is read in blocks; `summary` returns the result of what is in `counts`.

    `line` is the number of the next line.
    """

    def __init__(self, *, ok: bool = False) -> None:
        self._ok = ok
        self._counts = Counts()
        self._engine = Engine(calls=self._counts.calls, places=False)
        self._cutter = Cutter(unfinished)
        self._file: str | None = None
        self._files: list[str] | None = []
        self._repeats = Repeats()
        self.line = 1

    @property
    def counts(self) -> Counts:
        """What was counted so far."""
        return self._counts

    @counts.setter
    def counts(self, counts: Counts) -> None:
        self._counts = counts
        self._engine.calls = counts.calls

    def begin(self, file: str | None, *, several: bool = True) -> None:
        """Begin a file; with `several` files each excerpt names its file, otherwise the summary does."""
        self._file = file if several else None
        if self._files is not None:
            self._files = None if file is None else [*self._files, file]
        self.line = 1

    def push(self, data: bytes) -> None:
        """Read a block."""
        for piece in self._cutter.push(data):
            self._piece(piece)

    def finish(self) -> None:
        """End the file; the next `push` starts another file."""
        for piece in self._cutter.finish():
            self._piece(piece)
        self.resume(State())

    def state(self) -> State:
        """Return what the counts of the next read depend on besides the number of the line, in types that `marshal` writes."""
        return State(self._cutter.state(), self._engine.state(), self._repeats.state(self.line))

    def resume(self, state: tuple[Any, ...], line: int = 1) -> None:
        """Go on at line number `line` as the scanner that was in this state."""
        cutter, engine, repeats = state
        self._cutter.resume(cutter)
        self._engine.resume(engine)
        self._repeats.resume(repeats, line)
        self.line = line

    @staticmethod
    def lasting(state: tuple[Any, ...], guess: tuple[Any, ...], seed: tuple[Any, ...]) -> State:
        """Return what of a true state is likely to count later in the file too, given what was guessed and from which `seed`."""
        return State(engine=lasting(State(*state).engine, State(*guess).engine, State(*seed).engine))

    def _piece(self, piece: Piece) -> None:
        data = piece.data
        if piece.kind is Kind.MORE:
            self._counts.unread = True
            return
        if piece.kind is Kind.END:
            ended = 1
        else:
            hits = self._engine.read(data, piece.after)
            position = 0
            line = self.line
            for hit in hits:
                line += data.count(b"\n", position, hit[0])
                position = hit[0]
                self._add(data, hit, line)
            if piece.kind is Kind.HEAD:
                return
            ended = data.count(b"\n", position) + line - self.line
            if not data.endswith(b"\n"):
                self._counts.lines += 1
        self.line += ended
        self._counts.lines += ended

    def _add(self, block: bytes, hit: LineHit, line: int) -> None:
        """Count the codes of a line."""
        place: Place | None = None
        start, end, _, outcomes = hit
        counts = self._counts
        for span in outcomes:
            code = span.code
            if code.value < 0:
                from ckrtool.logs.line.result import LoadInfo

                assert isinstance(code, LoadInfo)
                text = block[start : min(end, start + 4 * LONGEST_EXCERPT)]
                counts.add_load(code, (line, text, self._file))
                continue
            repeats = self._repeats.repeats(span, line)
            if code.ok and not self._ok:
                continue
            tally = counts.tally(code.value, code.name, line)
            if tally is None:
                counts.further += 1
                continue
            earlier = code if repeats else self._repeats.explains(span, block, start, end)
            if earlier is not None:
                tally.repeat(earlier, code)
                continue
            if place is None:
                place = line, block[start : min(end, start + 4 * LONGEST_EXCERPT)], self._file
            tally.add(code, place)
            if counts.first_failure is None and not code.ok and not code.normal:
                counts.first_failure = place, code.function, code.name

    def summary(self) -> Summary:
        """Return the JSON object `ckr.scan/1`; unexpected failures come first, in the order of their first appearance."""
        counts = self._counts
        rows = [tally.row(self._shown) for tally in counts.tallies.values()]
        failure = None
        if counts.first_failure is not None:
            place, function, name = counts.first_failure
            shown = self._shown(place)
            del shown["text"]
            failure = {**shown, "function": function, "name": name}
        summary: dict[str, Any] = {"schema": SCHEMA, "lines": counts.lines}
        if self._files is not None and len(self._files) == 1:
            summary["file"] = self._files[0]
        summary |= {
            "codes": ranked(rows),
            "first_failure": failure,
            "calls": dict(sorted(counts.calls.numbers.items())),
        }
        if counts.loads:
            summary["loads"] = list(map(self._shown_load, counts.loads.values()))
        if counts.further:
            summary["further"] = counts.further
        if durations := counts.calls.durations.as_dict():
            summary["durations"] = durations
        return summary  # type: ignore[return-value]

    def _shown_load(self, load: Load) -> dict[str, Any]:
        return {
            "class": load.reason,
            "what": load.what,
            "count": load.count,
            "first": self._shown(load.first),
        }

    def _shown(self, place: Place) -> dict[str, Any]:
        line, excerpt, file = place
        shown: dict[str, Any] = {"line": line, "text": _excerpt(excerpt)}
        if file is not None:
            shown["file"] = file
        from ckrtool.logs.times import time_of

        time = time_of(excerpt)
        return {**shown, "time": time} if time else shown


def _excerpt(line: bytes) -> str:
    """Return a line as text with PINs redacted, truncated to LONGEST_EXCERPT characters."""
    from ckrtool.logs.jsontext import decoded
    from ckrtool.logs.pin_texts import blank_text

    text = decoded(blank_text(line))
    return text if len(text) <= LONGEST_EXCERPT else text[:LONGEST_EXCERPT] + "..."


def ranked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows of `codes` sorted by kind: unexpected failures, then normal codes, then CKR_OK.

    Within a kind the given order of first appearance is kept, so that a cause comes before its consequences.
    """
    return sorted(rows, key=lambda row: (row["value"] == 0, row["count"] == row["normal"]))


def failed(summary: Summary) -> bool:
    """Return whether a log contains an unexpected failure or a library that was not loaded."""
    return bool(summary.get("further") or summary.get("loads")) or any(
        row["value"] != 0 and row["count"] > row["normal"] for row in summary["codes"]
    )
