"""Traces in any dialect as a stream of calls: prefixes are taken off, the dialect is found by its lines, each writer has its own parser."""

from __future__ import annotations

from ckrtool.calls import bare, cryptoauthlib, jsonlines, lines, logger, nss, opencryptoki, p11kit, spy
from ckrtool.calls.shape import settle
from ckrtool.calls.wrapped import Unwrapper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Protocol

    from ckrtool.calls.record import Call

    class Parser(Protocol):
        """Reads the lines of one dialect."""

        dialect: str

        def line(self, number: int, text: bytes) -> None:
            """Read one line without its end."""

        def finish(self) -> None:
            """End the trace."""


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


def _parser_for(text: bytes) -> Callable[[Callable[[Call], None]], Parser] | None:
    """Return the parser of the dialect that a line proves; None where it proves none."""
    if spy.HEAD.match(text) or spy.BANNER in text or spy.PROCESS.match(text):
        return spy.Parser
    if p11kit.RETURN.match(text) or text.startswith((b"  IN: ", b" OUT: ")):
        return p11kit.Parser
    if (
        text.startswith((b"Calling C_", b"Entered C_"))
        or b" : Calling C_" in text
        or b" : Entered C_" in text
        or b" - Calling C_" in text
    ):
        return logger.Parser
    if (found := nss.LINE.match(text)) is not None:
        rest = found["text"].removeprefix(b"nss_mod_log ")
        if nss.HEAD.match(rest) or nss.RETURN.match(rest):
            return nss.Parser
    if text.startswith(b"{") and b'"function"' in text and b'"C_' in text:
        return jsonlines.Parser
    if b"C_" in text and cryptoauthlib.LINE.match(text):
        return cryptoauthlib.Parser
    if b" api] " in text and opencryptoki.LINE.match(text):
        return opencryptoki.Parser
    if any(sign in text for sign in bare.SIGNS) and any(pattern.search(text) for pattern in bare.PATTERNS):
        return bare.Parser
    return None


class _Writer:
    """The lines of one program: its parser once the dialect is known, and the last line before that."""

    __slots__ = ("head", "parser")

    def __init__(self) -> None:
        self.parser: Parser | None = None
        self.head: tuple[int, bytes] | None = None


class Reader:
    """Reads a trace line by line; `calls` holds what was completed since it was last emptied."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._number = 0
        self._writers: dict[str, _Writer] = {"": _Writer()}
        self._plain = self._writers[""]
        self._who = ""
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
            if parser is not None and hasattr(parser, "many"):
                rest = texts[index:] if index else texts
                parser.many(self._number, rest)
                self._number += len(rest)
                return
            self.line(texts[index])
            index += 1

    def _read(self, number: int, text: bytes) -> None:
        """Read a whole line; a wrapped one has the number of its first part."""
        plain = self._plain.parser
        if plain is not None:
            plain.line(number, text)
            return
        found = lines.split(text) if plain is None else None
        if found is None:
            self._give("", self._plain, number, text)
            return
        who, inner = found
        writer = self._writers.get(who)
        if writer is None:
            writer = self._writers[who] = _Writer()
            if len(self._writers) > MOST_WRITERS:
                self._drop(next(name for name in self._writers if name))
        self._give(who, writer, number, inner)

    def finish(self) -> None:
        """End the trace: calls that are still open never returned."""
        if self._unwrapper is not None:
            for number, text in self._unwrapper.finish():
                self._read(number, text)
        for who in tuple(self._writers):
            self._drop(who)

    def _drop(self, who: str) -> None:
        writer = self._writers.pop(who)
        if writer.parser is not None:
            self._who = who
            writer.parser.finish()

    def _give(self, who: str, writer: _Writer, number: int, text: bytes) -> None:
        self._who = who
        if writer.parser is None:
            made = _parser_for(text)
            if made is None:
                writer.head = (number, text)
                return
            writer.parser = made(self._emit)
            # The line before the one that shows the dialect may belong to it (`C_Login` before `  IN: ...`).
            if writer.head is not None and writer.head[0] == number - 1:
                writer.parser.line(*writer.head)
        writer.parser.line(number, text)

    def _emit(self, call: Call) -> None:
        settle(call)
        if self._who:
            if call.process is None:
                call.process = lines.process_of(self._who)
            call.origin = f"{self._who} {call.origin}"
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
