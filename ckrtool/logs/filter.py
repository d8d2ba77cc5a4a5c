"""What the filters of a log have in common: they read it in blocks, and carry little from one read to the next."""

from __future__ import annotations

from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.call_details import CallDetails
from ckrtool.logs.engine.engine import START as ENGINE_START
from ckrtool.logs.engine.engine import lasting
from ckrtool.logs.input.chunks import AT_A_LINE, Cutter, Kind
from ckrtool.logs.selector import NO_CONTEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from ckrtool.logs.engine.engine import Engine, LineHit
    from ckrtool.logs.engine.engine import State as EngineState
    from ckrtool.logs.input.chunks import Piece
    from ckrtool.logs.input.chunks import State as CutterState
    from ckrtool.logs.redact import Redactor
    from ckrtool.logs.redact import State as RedactorState
    from ckrtool.logs.selector import Selector
    from ckrtool.logs.selector import State as ContextState


class State(NamedTuple):
    """What the output for the next read depends on besides its bytes; the defaults are those at the start of a file.

    `details` are the last bytes read, `long` the note of an unfinished long line and whether that line is written.
    """

    cutter: CutterState = AT_A_LINE
    engine: EngineState = ENGINE_START
    details: bytes = b""
    redactor: RedactorState = (None, b"")
    context: ContextState = NO_CONTEXT
    long: tuple[bytes, bool] = (b"", True)


class Filter:
    """A filter of a stream that is read in blocks; `push` returns all output that is complete.

    `unfinished` returns the offset in a block from which its output depends on the lines of the next read.
    `line` is the number of the next line if the output contains the numbers of lines; `unread` is True if only the first part
    of a line that is too long was searched for codes.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        redactor: Redactor | None,
        selector: Selector | None,
        unfinished: Callable[[bytes], int] = len,
    ) -> None:
        self._engine = engine
        self._details = CallDetails()
        self._redactor = redactor
        self._selector = selector
        self._cutter = Cutter(unfinished)
        self.line = 1
        self.unread = False

    def begin(self, file: str | None) -> None:
        """Begin a file with this name; None for stdin as the only input."""

    def push(self, data: bytes) -> bytes:
        """Read `data` and return the output that is complete."""
        return self._of(self._cutter.push(data))

    @property
    def in_trace(self) -> bool:
        """Whether a line of a trace has been read."""
        return self._engine.in_trace

    @property
    def waits(self) -> bool:
        """Whether there is output that depends on the next read."""
        return self._cutter.waits

    def release(self) -> bytes:
        """Return the output for whole lines as if no more followed soon."""
        return self._of(self._cutter.release())

    def finish(self) -> bytes:
        """End the file and return the rest of its output; the next `push` starts another file."""
        rest = self._of(self._cutter.finish())
        self.resume(State())
        return rest

    def state(self) -> State:
        """Return what the output for the next read depends on besides the number of the line, in types that `marshal` writes."""
        return State(
            self._cutter.state(),
            self._engine.state(),
            self._details.before,
            self._redactor.state() if self._redactor else (None, b""),
            self._selector.state() if self._selector else NO_CONTEXT,
        )

    def resume(self, state: tuple[Any, ...], line: int = 1) -> None:
        """Go on as the filter that was in this state; `line` is the number of the next line."""
        cutter, engine, self._details.before, redactor, context, _ = state
        self.line = line
        self._cutter.resume(cutter)
        self._engine.resume(engine)
        if self._redactor:
            self._redactor.resume(redactor)
        if self._selector:
            self._selector.resume(context)

    def renumbered(self, output: bytes, by: int) -> bytes:  # noqa: ARG002 - for those that number lines
        """Return output with `by` added to the numbers of its lines."""
        return output

    @staticmethod
    def lasting(state: tuple[Any, ...], guess: tuple[Any, ...], seed: tuple[Any, ...]) -> State:
        """Return what of a true state is likely to count later in the file too, given what was guessed and from which `seed`."""
        return State(engine=lasting(State(*state).engine, State(*guess).engine, State(*seed).engine))

    def _of(self, pieces: Iterable[Piece]) -> bytes:
        """Return the output for pieces of the file."""
        output = []
        for piece in pieces:
            self.unread |= piece.kind is Kind.MORE
            output.append(self._piece(piece))
        return self._kept(b"".join(output))

    def _piece(self, piece: Piece) -> bytes:
        """Return the output for a piece of the file."""
        raise NotImplementedError

    def _kept(self, output: bytes) -> bytes:
        """Return the part of the output that is written."""
        return output

    def _hits(
        self, block: bytes, after: bytes = b"", clean: Callable[[bytes], bytes] | None = None
    ) -> list[LineHit]:
        """Return the lines with return codes in a block, with the details of their calls; `after` is the text that follows."""
        hits = self._engine.read(block, after, clean=clean)
        return self._details.add(block, hits, in_trace=self._engine.in_trace)
