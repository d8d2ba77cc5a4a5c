"""Write one JSON object per line with return codes."""

from __future__ import annotations

from ckrtool.logs.engine.engine import Engine, LineHit
from ckrtool.logs.filter import Filter, State
from ckrtool.logs.input.chunks import Kind, Piece
from ckrtool.logs.jsontext import decoded, json_string
from ckrtool.logs.line.result import LoadInfo
from ckrtool.logs.pin_texts import safe_cut
from ckrtool.logs.redact import Redactor
from ckrtool.logs.selector import Selector

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.logs.line.result import CodeSpan

HEAD = b'{"schema":"ckr.annotate/1",'
# The end of an object whose line has no code; it cannot occur inside a string, where quotes are escaped.
WITHOUT_CODES = b',"codes":[]}\n'


class JsonAnnotator(Filter):
    """Convert a stream that is read in blocks to JSON Lines; PINs are always replaced by asterisks."""

    _redactor: Redactor

    def __init__(self, *, every_line: bool = False, context: int = 0) -> None:
        selector = Selector(context) if context and not every_line else None
        engine = Engine()
        super().__init__(engine, redactor=Redactor(), selector=selector, unfinished=engine.unfinished)
        self._every = every_line or context > 0
        self._head = HEAD + b'"line":'

    def begin(self, file: str | None) -> None:
        """Begin a file; `file` is its name as the user typed it, or None for stdin as the only input."""
        name = b"" if file is None else f'"file":{json_string(file)},'.encode()
        self._head = HEAD + name + b'"line":'
        self.line = 1

    def state(self) -> State:
        """Return what the output for the next read depends on; the numbers of lines in it are relative."""
        state = super().state()
        rows, after = state.context
        return state._replace(context=(tuple(self.renumbered(row, -self.line) for row in rows), after))

    def resume(self, state: tuple[Any, ...], line: int = 1) -> None:
        """Go on at line number `line` as the annotator that was in this state."""
        rows, after = State(*state).context
        context = tuple(self.renumbered(row, line) for row in rows), after
        super().resume(State(*state)._replace(context=context), line)

    def renumbered(self, output: bytes, by: int) -> bytes:
        """Return objects with `by` added to the numbers of their lines."""
        import re

        number = re.compile(
            rb"%b(-?\d+)" % re.escape(self._head)
        )  # inside a string its quotes would be escaped
        return number.sub(lambda match: b"%b%d" % (self._head, int(match[1]) + by), output)

    def _kept(self, objects: bytes) -> bytes:
        """Return the objects of lines with codes and of the requested number of context lines."""
        return self._selector.rows(objects, WITHOUT_CODES) if self._selector else objects

    def _piece(self, piece: Piece) -> bytes:
        if piece.kind is Kind.LINES or piece.kind is Kind.HEAD:
            block = piece.data if piece.kind is Kind.LINES else piece.data[: safe_cut(piece.data)]
            if not self._every and not self._engine.may_hold(block):
                return self._skip(block)
            redacted = self._every or self._redactor.carries(block)
            if redacted:
                block = self._redactor.blank(block)
            clean = None if redacted else self._redactor.line
            hits = self._hits(block, piece.after, clean)
            if self._every:
                return self._all(block, hits)
            return self._some(block, hits, redacted=redacted)
        if piece.kind is Kind.END:
            self.line += piece.data.endswith(b"\n")
        return b""

    def _skip(self, block: bytes) -> bytes:
        """Skip a block without candidates."""
        self._redactor.skip(block)
        self._engine.skip(block)
        self._details.add(block, [], in_trace=False)
        self.line += block.count(b"\n")
        return b""

    def _some(self, block: bytes, hits: list[LineHit], *, redacted: bool) -> bytes:
        """Return the objects of the lines with codes; in a block that is not `redacted`, these lines alone are redacted."""
        out: list[bytes] = []
        position = 0
        line = self.line
        for start, end, place, outcomes in hits:
            line += block.count(b"\n", position, start)
            position = start
            text = block[start:end]
            if not redacted:
                text = self._redactor.line(text)
            out.append(self._object(line, text, place - start, outcomes))
        self.line = line + block.count(b"\n", position)
        return b"".join(out)

    def _object(self, line: int, text: bytes, shift: int, outcomes: tuple[CodeSpan, ...]) -> bytes:
        """Return the object of a line with codes; `shift` is added to their offsets."""
        if isinstance(outcomes[0].code, LoadInfo):
            whole = json_string(decoded(text)).encode("ascii")
            load = _load(outcomes[0].code)
            return b'%b%d,"text":%b,"codes":[],"load":%b}\n' % (self._head, line, whole, load)
        if text.isascii():
            shown = json_string(text.decode("ascii"))
            codes = _codes(text, shift, outcomes)
        else:
            shown = json_string(decoded(text))
            codes = _codes_by_character(text, shift, outcomes)
        return b'%b%d,"text":%b,"codes":[%b]}\n' % (self._head, line, shown.encode("ascii"), codes)

    def _all(self, block: bytes, hits: list[LineHit]) -> bytes:
        out: list[bytes] = []
        position = 0
        for hit in hits:
            start, text_end, place, outcomes = hit
            self._plain(block, position, start, out)
            position = block.find(b"\n", text_end) + 1 or len(block)
            shifted = (0, text_end - start, place - start, outcomes)
            out.append(self._some(block[start:position], [shifted], redacted=True))
        self._plain(block, position, len(block), out)
        return b"".join(out)

    def _plain(self, block: bytes, start: int, stop: int, out: list[bytes]) -> None:
        while start < stop:
            end = block.find(b"\n", start, stop)
            text = block[start : end if end >= 0 else stop]
            if end >= 0 and text.endswith(b"\r"):
                text = text[:-1]
            shown = json_string(decoded(text)).encode("ascii")
            out.append(b'%b%d,"text":%b%b' % (self._head, self.line, shown, WITHOUT_CODES))
            if end < 0:
                return
            self.line += 1
            start = end + 1


def _load(info: LoadInfo) -> bytes:
    """Return the JSON object of a library that was not loaded."""
    return f'{{"class":"{info.reason}","what":{json_string(info.what)}}}'.encode("ascii")


def _codes(text: bytes, shift: int, outcomes: tuple[CodeSpan, ...]) -> bytes:
    """Return the JSON objects of the codes of an ASCII line; `shift` is added to their offsets."""
    parts = []
    for outcome in outcomes:
        first, last = outcome.start + shift, outcome.end + shift
        shown = json_string(text[first:last].decode("ascii")).encode("ascii")
        parts.append(b'{"start":%d,"end":%d,"text":%b%b' % (first, last, shown, outcome.code.tail))
    return b",".join(parts)


def _codes_by_character(text: bytes, shift: int, outcomes: tuple[CodeSpan, ...]) -> bytes:
    parts = []
    for outcome in outcomes:
        piece = text[outcome.start + shift : outcome.end + shift]
        first = len(decoded(text[: outcome.start + shift]))
        last = first + len(decoded(piece))
        shown = json_string(decoded(piece)).encode("ascii")
        parts.append(b'{"start":%d,"end":%d,"text":%b%b' % (first, last, shown, outcome.code.tail))
    return b",".join(parts)
