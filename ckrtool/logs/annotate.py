"""Copy the lines of a log, and append the meaning to each line with a return code."""

from __future__ import annotations

import sys
from collections import deque

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.call_details import CallDetails
from ckrtool.logs.engine.engine import Engine, LineHit
from ckrtool.logs.input.chunks import Cutter, Kind, Piece
from ckrtool.logs.redact import Redactor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ckrtool.logs.line.result import CodeSpan

MARK = b"  # "


class Style(NamedTuple):
    """Options of the output.

    `only` drops lines without codes except for `context` lines around those with codes; `ok` annotates CKR_OK too; `inline`
    inserts the name after the number; `redact` replaces PINs by asterisks.
    """

    inline: bool = False
    only: bool = False
    context: int = 0
    ok: bool = False
    redact: bool = False


class Annotator:
    """Annotate a stream that is read in blocks; `push` returns all output that is complete."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._engine = Engine(places=style.inline)
        self._details = CallDetails()
        self._redactor = Redactor() if style.redact else None
        self._cutter = Cutter()
        self._selector = Selector(style.context) if style.only or style.context else None
        self._long = _LongLine()

    def begin(self, file: str | None) -> None:
        """Begin a file; its name is not used, because lines are written without a file name, as with `cat`."""

    def push(self, data: bytes) -> bytes:
        """Read `data` and return the output that is complete."""
        return b"".join(map(self._piece, self._cutter.push(data)))

    def finish(self) -> bytes:
        """End the file and return the rest of its output; the next `push` starts another file."""
        rest = b"".join(map(self._piece, self._cutter.finish()))
        self._engine.new_file()
        self._details.clear()
        if self._redactor:
            self._redactor.clear()
        if self._selector:
            self._selector.clear()
        return rest

    def _piece(self, piece: Piece) -> bytes:
        data = piece.data
        if piece.kind in (Kind.LINES, Kind.HEAD) and self._redactor:
            data = self._redactor.blank(data)
        if piece.kind is Kind.LINES:
            hits = self._engine.read(data, self._cutter.tail)
            hits = self._details.add(data, hits, in_trace=self._engine.in_trace)
            if self._selector:
                return self._selector.block(data, hits, self._shown, self._written)
            return self._whole(data, hits) if hits else data
        return self._of_long_line(piece.kind, data)

    def _of_long_line(self, kind: Kind, data: bytes) -> bytes:
        line = self._long
        if kind is Kind.HEAD:
            hits = self._engine.read(data)
            shown = bool(hits) and self._shown(hits[0])
            line.text, line.note = self._written(data, hits[0], split=True) if shown else (data, b"")
            line.shown = self._selector is None or self._selector.long_line(shown=shown)
            return line.text if line.shown else b""
        if kind is Kind.END:
            return line.note + data if line.shown else b""
        return data if line.shown else b""

    def _shown(self, hit: LineHit) -> bool:
        return self._style.ok or any(not outcome.code.ok for outcome in hit[-1])

    def _whole(self, block: bytes, hits: list[LineHit]) -> bytes:
        if self._style.inline:
            return self._whole_inline(block, hits)
        pieces: list[bytes | memoryview] = []
        view = memoryview(block)  # its parts are copied once, when they are joined
        position = 0
        ok = self._style.ok
        for _, end, _, outcomes in hits:
            if len(outcomes) > 1:
                pieces += (view[position:end], self._note(outcomes))
            elif ok or outcomes[0].code.value:
                pieces += (view[position:end], MARK, outcomes[0].code.note)
            else:
                continue
            position = end
        pieces.append(view[position:])
        return b"".join(pieces)

    def _whole_inline(self, block: bytes, hits: list[LineHit]) -> bytes:
        pieces: list[bytes] = []
        position = 0
        for hit in hits:
            start, end, _, _ = hit
            pieces += (block[position:start], self._inlined(block, hit))
            position = end
        pieces.append(block[position:])
        return b"".join(pieces)

    def _written(self, block: bytes, hit: LineHit, *, split: bool = False) -> tuple[bytes, bytes]:
        """Return a line without its ending, and its note; the note is b"" if the line includes it."""
        if self._style.inline:
            return self._inlined(block, hit), b""
        start, end, _, outcomes = hit
        text, note = block[start:end], self._note(outcomes)
        return (text, note) if split else (text + note, b"")

    def _note(self, outcomes: tuple[CodeSpan, ...]) -> bytes:
        """Return the note to append to a line; b"" if it has no code to annotate."""
        notes = dict.fromkeys(
            outcome.code.note for outcome in outcomes if self._style.ok or not outcome.code.ok
        )
        return MARK + b"; ".join(notes) if notes else b""

    def _inlined(self, block: bytes, hit: LineHit) -> bytes:
        """Return the line with ` [NAME]` inserted after each number whose name is not next to it."""
        pieces: list[bytes] = []
        position, end, place, outcomes = hit
        for outcome in outcomes:
            if not outcome.bare or (outcome.code.ok and not self._style.ok):
                continue
            after = place + outcome.end
            pieces += (block[position:after], b" [", outcome.code.short, b"]")
            position = after
        pieces.append(block[position:end])
        return b"".join(pieces)


class _LongLine:
    """The state of a line that is longer than the limit, while its parts are written."""

    __slots__ = ("note", "shown", "text")

    def __init__(self) -> None:
        self.text = b""
        self.note = b""
        self.shown = True


class Selector:
    """Select the lines with codes and `context` lines around each."""

    def __init__(self, context: int) -> None:
        self._context = context
        self._before: deque[bytes] = deque(maxlen=min(context, sys.maxsize))
        self._after = 0

    def clear(self) -> None:
        """Drop the lines of the previous file."""
        self._before.clear()
        self._after = 0

    def long_line(self, *, shown: bool) -> bool:
        """Return whether a line longer than the limit is written; such a line is never kept as context before another."""
        self._before.clear()
        if shown:
            self._after = self._context
            return True
        if self._after:
            self._after -= 1
            return True
        return False

    def block(
        self,
        block: bytes,
        hits: list[LineHit],
        shown: Callable[[LineHit], bool],
        written: Callable[[bytes, LineHit], tuple[bytes, bytes]],
    ) -> bytes:
        """Return the selected lines of the block."""
        out: list[bytes] = []
        position = 0
        for hit in hits:
            if not shown(hit):
                continue
            start, text_end, _, _ = hit
            self._between(block[position:start], out)
            out += self._before
            self._before.clear()
            text, _ = written(block, hit)
            end = block.find(b"\n", text_end) + 1 or len(block)
            out += (text, block[text_end:end])
            position = end
            self._after = self._context
        self._between(block[position:], out)
        return b"".join(out)

    def rows(self, rows: bytes, plain: bytes) -> bytes:
        """Return the selected rows; rows that end with `plain` are context only."""
        out: list[bytes] = []
        for row in _lines(rows):
            if row.endswith(plain):
                self._between(row, out)
                continue
            out += self._before
            self._before.clear()
            out.append(row)
            self._after = self._context
        return b"".join(out)

    def _between(self, lines: bytes, out: list[bytes]) -> None:
        """Add the context after the last code to `out`, and keep the last lines as context before the next code."""
        if not self._context or not lines:
            return
        for line in _lines(lines):
            if self._after:
                self._after -= 1
                out.append(line)
            else:
                self._before.append(line)


def _lines(block: bytes) -> Iterator[bytes]:
    """Yield the lines with their line feeds; only the last may lack it."""
    start = 0
    while start < len(block):
        end = block.find(b"\n", start) + 1 or len(block)
        yield block[start:end]
        start = end
