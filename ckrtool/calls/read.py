"""Traces in any dialect as a stream of calls: prefixes are taken off, the dialect is found by its lines, each writer has its own parser."""

from __future__ import annotations

from functools import partial

from ckrtool.calls import lines, spy
from ckrtool.calls.shape import settle
from ckrtool.calls.wrapped import Unwrapper
from ckrtool.calls.writers import Writer, foreign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ckrtool.calls.record import Call

DIALECTS = (
    "pkcs11-spy",
    "p11-kit log-calls",
    "pkcs11-logger",
    "NSS from level 3 on",
    "hsm-doctor",
    "ckr trace",
    "cryptoauthlib",
)
"""What can be read, in the order in which it is named to users."""
MOST_WRITERS = 256


class Reader:
    """Reads a trace line by line; `calls` holds what was completed since it was last emptied."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._number = 0
        self._plain = self._writer("")
        self._writers: dict[str, Writer] = {"": self._plain}
        self._unwrapper: Unwrapper | None = Unwrapper()

    def line(self, text: bytes) -> None:
        """Read the next line, without its end."""
        self._number += 1
        if self._unwrapper is None:
            self._read(self._number, text)
            return
        for number, joined in self._unwrapper.push(self._number, text):
            self._read(number, joined)
        if self._unwrapper.plain:
            self._unwrapper = None

    def many(self, texts: list[bytes]) -> None:
        """Read lines that follow each other, without their ends."""
        index = 0
        while index < len(texts):
            parser = self._plain.parser if self._unwrapper is None else None
            if isinstance(parser, spy.Parser):
                rest = texts[index:] if index else texts
                if not foreign(rest):
                    parser.many(self._number, rest)
                    self._number += len(rest)
                    self._plain.skipped(self._number, rest[-1])
                else:
                    for text in rest:
                        self.line(text)
                return
            self.line(texts[index])
            index += 1

    def _read(self, number: int, text: bytes) -> None:
        """Read a whole line; a wrapped one has the number of its first part."""
        found = lines.split(text) if self._plain.parser is None else None
        if found is None:
            self._plain.read(number, text)
            return
        who, inner = found
        writer = self._writers.get(who)
        if writer is None:
            writer = self._writers[who] = self._writer(who)
            if len(self._writers) > MOST_WRITERS:
                self._writers.pop(next(name for name in self._writers if name)).finish()
        writer.read(number, inner)

    def finish(self) -> None:
        """End the trace: calls that are still open never returned."""
        if self._unwrapper is not None:
            for number, text in self._unwrapper.finish():
                self._read(number, text)
        for writer in self._writers.values():
            writer.finish()
        self._writers.clear()

    def _writer(self, who: str) -> Writer:
        """Return the reader of what one program wrote."""

        def part(name: str) -> Callable[[Call], None]:
            return partial(self._emit, who, name)

        return Writer(part)

    def _emit(self, who: str, name: str, call: Call) -> None:
        settle(call)
        if who and call.process is None:
            call.process = lines.process_of(who)
        if who or name:
            call.origin = f"{who} {name}{call.origin}"
        self.calls.append(call)


def has_arguments(head: bytes) -> bool:
    """Return whether the beginning of a log is a trace that shows arguments of calls."""
    return any(call.args for call in read(head.split(b"\n")))


def read(source: Iterable[bytes]) -> Iterator[Call]:
    """Return the calls of a trace in the order in which they returned; calls that never did come when that is certain."""
    reader = Reader()
    for text in source:
        reader.line(text.rstrip(b"\r\n"))
        if reader.calls:
            yield from reader.calls
            reader.calls.clear()
    reader.finish()
    yield from reader.calls
