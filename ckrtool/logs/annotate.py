"""Copy the lines of a log, and append the meaning to each line with a return code."""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.engine.engine import Engine, LineHit
from ckrtool.logs.filter import Filter
from ckrtool.logs.input.chunks import Kind, Piece
from ckrtool.logs.selector import Selector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.logs.filter import State
    from ckrtool.logs.line.result import CodeSpan
    from ckrtool.logs.redact import Redactor

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


class Annotator(Filter):
    """Annotate a stream that is read in blocks."""

    def __init__(self, style: Style) -> None:
        super().__init__(
            Engine(places=style.inline),
            redactor=_redactor() if style.redact else None,
            selector=Selector(style.context) if style.only or style.context else None,
        )
        self._style = style
        self._long = _LongLine()

    def state(self) -> State:
        """Return what the output for the next read depends on, for `resume`."""
        return super().state()._replace(long=(self._long.note, self._long.shown))

    def resume(self, state: tuple[Any, ...], line: int = 1) -> None:
        """Go on as the annotator that was in this state."""
        super().resume(state, line)
        self._long.note, self._long.shown = state[-1]

    def _piece(self, piece: Piece) -> bytes:
        data = piece.data
        if self._redactor:
            if piece.kind is Kind.END:
                return self._of_long_line(Kind.MORE, self._redactor.last()) + self._of_long_line(
                    Kind.END, data
                )
            blank = {Kind.LINES: self._redactor.blank, Kind.HEAD: self._redactor.head}
            data = blank.get(piece.kind, self._redactor.more)(data)
        if piece.kind is Kind.LINES:
            hits = self._hits(data)
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


def _redactor() -> Redactor:
    from ckrtool.logs.redact import Redactor

    return Redactor()


class _LongLine:
    """The state of a line that is longer than the limit, while its parts are written."""

    __slots__ = ("note", "shown", "text")

    def __init__(self) -> None:
        self.text = b""
        self.note = b""
        self.shown = True
