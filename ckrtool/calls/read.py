"""Read traces of any dialect as a stream of calls.

Prefixes of lines are removed, the dialect is detected from the lines, and each writer has its own parser.
"""

from __future__ import annotations

from functools import partial

from ckrtool.calls import lines, spy
from ckrtool.calls.shape import drop_misfits
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
    "openCryptoki",
    "tpm2-pkcs11",
    "pkcs11-provider",
    "OpenSC",
)
"""The names of the supported dialects, in the order in which messages list them."""
MOST_WRITERS = 256
UNNAMED = "-"


class Reader:
    """Read a trace line by line; `calls` collects the completed calls until the caller clears it."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._number = 0
        self._plain = self._writer("")
        self._writers: dict[str, Writer] = {"": self._plain}
        self._unwrapper: Unwrapper | None = Unwrapper()

    def line(self, text: bytes) -> None:
        """Read the next line, given without its line end."""
        self._number += 1
        text = lines.readable(text)
        if self._unwrapper is None:
            self._read(self._number, text)
            return
        for number, joined in self._unwrapper.push(self._number, text):
            self._read(number, joined)
        if self._unwrapper.plain:
            self._unwrapper = None

    def many(self, texts: list[bytes]) -> None:
        """Read consecutive lines, given without their line ends."""
        index = 0
        while index < len(texts):
            parser = self._plain.parser if self._unwrapper is None else None
            if isinstance(parser, spy.Parser):
                rest = texts[index:] if index else texts
                if not foreign(rest):
                    parser.many(self._number, [*map(lines.readable, rest)])
                    self._number += len(rest)
                    self._plain.skipped(self._number, rest[-1])
                else:
                    for text in rest:
                        self.line(text)
                return
            self.line(texts[index])
            index += 1

    def _read(self, number: int, text: bytes) -> None:
        """Read a complete line; a line that was wrapped has the number of its first part."""
        found = lines.split(text) if self._plain.parser is None else None
        if found is None:
            self._plain.read(number, text)
            return
        name, inner = found[0] or UNNAMED, found[1]  # "" is the writer of lines without a prefix
        writer = self._writers.get(name)
        if writer is None:
            writer = self._writers[name] = self._writer(name)
            if len(self._writers) > MOST_WRITERS:
                self._writers.pop(next(known for known in self._writers if known)).finish()
        writer.read(number, inner)

    def finish(self) -> None:
        """End the trace; calls that are still open never returned."""
        if self._unwrapper is not None:
            for number, text in self._unwrapper.finish():
                self._read(number, text)
        for writer in self._writers.values():
            writer.finish()
        self._writers.clear()

    def _writer(self, writer: str) -> Writer:
        """Return the reader of one program's lines; `writer` identifies the program in the prefix of its lines."""

        def part(name: str) -> Callable[[Call], None]:
            return partial(self._emit, writer, name)

        return Writer(part)

    def _emit(self, writer: str, part: str, call: Call) -> None:
        drop_misfits(call)
        if writer and call.process is None:
            call.process = lines.process_of(writer)
        if writer or part:
            call.origin = f"{writer} {part}{call.origin}"
        self.calls.append(call)


def read(source: Iterable[bytes]) -> Iterator[Call]:
    """Yield the calls of a trace in the order in which they returned.

    A call that never returned is yielded as soon as that is certain.
    """
    reader = Reader()
    for text in source:
        reader.line(text.rstrip(b"\r\n"))
        if reader.calls:
            yield from reader.calls
            reader.calls.clear()
    reader.finish()
    yield from reader.calls
