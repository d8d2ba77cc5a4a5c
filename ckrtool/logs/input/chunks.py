"""Split a stream of reads into blocks of whole lines, in constant memory, such that it does not matter where the reads end.

A line longer than LONGEST is split: its first part is read as a line, the other parts are only copied.
"""

from __future__ import annotations

from enum import Enum, auto

from ckrtool._named_tuples import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 1 << 20
FOLLOWING = 1 << 14
"""Number of bytes after a block that come with it."""
# The bytes that are not passed on yet, and whether they are inside a line that is too long.
State = tuple[bytes, bool]
AT_A_LINE: State = (b"", False)


class Kind(Enum):
    """The kind of a piece of the stream."""

    LINES = auto()  # whole lines; the last line of the stream may lack its line end
    HEAD = auto()  # the first part of a line that is too long
    MORE = auto()  # a further part of that line
    END = auto()  # the end of that line: LF, CR LF, or nothing at the end of the stream


class Piece(NamedTuple):
    """A piece of the stream; all pieces joined in order are the stream. `after` is what of the text after lines is known."""

    kind: Kind
    data: bytes
    after: bytes = b""


class Cutter:
    """Split reads into pieces; each piece is yielded as soon as it is complete.

    `unfinished` returns the offset in a block of whole lines from which its lines wait for those of the next read.
    """

    def __init__(self, unfinished: Callable[[bytes], int] = len, longest: int = LONGEST) -> None:
        self._unfinished = unfinished
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
            ready = self._unfinished(whole)
            if ready < len(whole):
                self._tail = whole[ready:] + self._tail
                whole = whole[:ready]
            yield from self._lines(whole)
        else:
            self._tail += data
        if len(self._tail) > self._longest and len(self._tail) - self._waiting() > self._longest:
            yield from self.release()
            yield from self._begin()

    @property
    def waits(self) -> bool:
        """Whether there are whole lines that wait for the next read."""
        return self._waiting() > 0

    def release(self) -> Iterator[Piece]:
        """Yield the lines that wait for the next read."""
        end = self._waiting()
        if end:
            whole, self._tail = self._tail[:end], self._tail[end:]
            yield from self._lines(whole)

    def _waiting(self) -> int:
        """Return the length of the lines that wait for the next read."""
        return self._tail.rfind(b"\n") + 1

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
        else:
            rest, self._tail = self._tail, b""
            yield from self._lines(rest)
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
            if block:
                yield Piece(Kind.LINES, block, self._tail[:FOLLOWING])
            return
        start = 0
        while len(block) - start > self._longest:
            cut = block.rfind(b"\n", start, start + self._longest + 1) + 1
            if cut > start:
                ready = start + self._unfinished(block[start:cut])
                cut = ready if ready > start else cut
                after = block[cut : cut + FOLLOWING] + self._tail[:FOLLOWING]
                yield Piece(Kind.LINES, block[start:cut], after)
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
            yield Piece(Kind.LINES, block[start:], self._tail[:FOLLOWING])
