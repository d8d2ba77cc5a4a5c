"""Split a stream of reads into blocks of whole lines, in constant memory.

A line longer than LONGEST is split: its first part is read as a line, the other parts are only copied.
"""

from __future__ import annotations

from enum import Enum, auto

from ckrtool._named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 1 << 20
# The bytes after the last whole line, and whether they are inside a line that is too long.
State = tuple[bytes, bool]
AT_A_LINE: State = (b"", False)


class Kind(Enum):
    """The kind of a piece of the stream."""

    LINES = auto()  # whole lines; the last line of the stream may lack its line end
    HEAD = auto()  # the first part of a line that is too long
    MORE = auto()  # a further part of that line
    END = auto()  # the end of that line: LF, CR LF, or nothing at the end of the stream


class Piece(NamedTuple):
    """A piece of the stream; all pieces joined in order are the stream."""

    kind: Kind
    data: bytes


class Cutter:
    """Split reads into pieces; each piece is yielded as soon as it is complete."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self._tail = b""
        self._inside = False

    def push(self, data: bytes) -> Iterator[Piece]:
        """Yield the pieces that `data` completes."""
        if self._inside:
            data = self._tail + data
            self._tail = b""
            end = data.find(b"\n")
            if end < 0:
                yield from self._pass(data)
                return
            cut = end - 1 if data[end - 1 : end] == b"\r" and end else end
            if cut:
                yield Piece(Kind.MORE, data[:cut])
            yield Piece(Kind.END, data[cut : end + 1])
            self._inside = False
            data = data[end + 1 :]
        end = data.rfind(b"\n") + 1
        if end:
            whole = b"".join((self._tail, memoryview(data)[:end]))  # copies the block once, not twice
            self._tail = data[end:]
            yield from self._lines(whole)
        else:
            self._tail += data
        if len(self._tail) > self._longest:
            yield from self._begin()

    @property
    def tail(self) -> bytes:
        """The bytes read after the last whole line: the start of a line whose end has not been read yet."""
        return self._tail

    def state(self) -> State:
        """Return what the pieces of the next read depend on, for `resume`."""
        return self._tail, self._inside

    def resume(self, state: State) -> None:
        """Go on as the cutter that was in this state."""
        self._tail, self._inside = state

    def finish(self) -> Iterator[Piece]:
        """Yield the remaining pieces at the end of the stream."""
        if self._inside:
            if self._tail:
                yield Piece(Kind.MORE, self._tail)
            yield Piece(Kind.END, b"")
        elif self._tail:
            yield Piece(Kind.LINES, self._tail)
        self._tail = b""
        self._inside = False

    def _begin(self) -> Iterator[Piece]:
        cut = self._longest
        while cut > 1 and self._tail[cut - 1] == 0x0D:
            cut -= 1  # a CR may belong to the line end
        head, rest = self._tail[:cut], self._tail[cut:]
        self._tail = b""
        self._inside = True
        yield Piece(Kind.HEAD, head)
        yield from self._pass(rest)

    def _pass(self, data: bytes) -> Iterator[Piece]:
        """Yield an inner part of a long line; a CR at its end is held back, because it may belong to the line end."""
        if data.endswith(b"\r"):
            data, self._tail = data[:-1], b"\r"
        if data:
            yield Piece(Kind.MORE, data)

    def _lines(self, block: bytes) -> Iterator[Piece]:
        """Yield whole lines; a line that is too long is split even if a single read has returned all of it."""
        if len(block) <= self._longest:
            yield Piece(Kind.LINES, block)
            return
        start = 0
        while len(block) - start > self._longest:
            cut = block.rfind(b"\n", start, start + self._longest + 1) + 1
            if cut > start:
                yield Piece(Kind.LINES, block[start:cut])
                start = cut
                continue
            end = block.find(b"\n", start)
            text_end = end - 1 if block[end - 1 : end] == b"\r" else end
            yield Piece(Kind.HEAD, block[start : start + self._longest])
            if text_end > start + self._longest:
                yield Piece(Kind.MORE, block[start + self._longest : text_end])
            yield Piece(Kind.END, block[max(text_end, start + self._longest) : end + 1])
            start = end + 1
        if start < len(block):
            yield Piece(Kind.LINES, block[start:])
