"""Detect the dialect of one program's lines, also in files with several dialects in sequence or nested."""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.calls import spy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from ckrtool.calls.record import Call

    class Parser(Protocol):
        """A parser of the lines of one dialect."""

        dialect: str

        def __init__(self, emit: Callable[[Call], None]) -> None:
            """Begin a trace; `emit` is called with each complete call."""

        def line(self, number: int, text: bytes) -> None:
            """Read one line without its end."""

        def inside(self, function: str) -> bool:
            """Return whether a call of this function has not returned yet."""

        def finish(self) -> None:
            """End the trace."""

    Make = type[Parser]

FUNCTION = lazy(rb"(?<!\w)C_[A-Z]\w{2,40}")
SPY_LINES = (b"Returned:", b"[in] ", b"[out] ")
MARKS = (b"  IN: ", b" OUT: ", b"*****", b"P:", *SPY_LINES)
"""Beginnings of lines that identify a dialect or continue a call without naming a function."""
FOREIGN = (
    b"\nC_", b"\n  IN: ", b"Calling C_", b"Entered C_", b"]: C_", b"nss_mod_log C_", b'"function"', b":C_", b" api] ", b'enter "C_',
)  # fmt: skip
"""Every call in a dialect other than pkcs11-spy contains one of these."""

BARE, P11_KIT = "calls-without-arguments", "p11-kit"  # dialects that are treated differently


def parser_for(text: bytes) -> Make | None:
    """Return the parser of the dialect that a line identifies; None if it identifies none.

    Parsers other than pkcs11-spy's are imported when a line may be of their dialect: a trace needs one of them at most.
    """
    if spy.HEAD.match(text) or spy.BANNER in text or spy.PROCESS.match(text):
        return spy.Parser
    for signs, parser_if in OTHERS:
        if any(sign in text for sign in signs) and (made := parser_if(text)) is not None:
            return made
    return None


def _p11_kit(text: bytes) -> Make | None:
    from ckrtool.calls import p11kit

    return p11kit.Parser if text.startswith((b"  IN: ", b" OUT: ")) or p11kit.RETURN.match(text) else None


def _pkcs11_logger(text: bytes) -> Make | None:
    if not text.startswith((b"Calling C_", b"Entered C_")) and not any(sign in text for sign in AFTER_PREFIX):
        return None
    from ckrtool.calls import logger

    return logger.Parser


def _nss(text: bytes) -> Make | None:
    from ckrtool.calls import nss

    return nss.Parser if nss.begins_or_ends_call(text) else None


def _json_lines(text: bytes) -> Make | None:
    if not text.startswith(b"{") or b'"C_' not in text:
        return None
    from ckrtool.calls import jsonlines

    return jsonlines.Parser


def _cryptoauthlib(text: bytes) -> Make | None:
    if not text.rstrip().endswith((b":", b")")):
        return None
    from ckrtool.calls import cryptoauthlib

    return cryptoauthlib.Parser if cryptoauthlib.LINE.match(text) else None


def _opencryptoki(text: bytes) -> Make | None:
    from ckrtool.calls import opencryptoki

    return opencryptoki.Parser if opencryptoki.LINE.match(text) else None


def _bare(text: bytes) -> Make | None:
    from ckrtool.calls import bare

    return bare.Parser if any(pattern.search(text) for pattern in bare.PATTERNS) else None


AFTER_PREFIX = (b" : Calling C_", b" : Entered C_", b" - Calling C_")
OTHERS = (
    ((b"  IN: ", b" OUT: ", b" = CKR_"), _p11_kit),
    ((b"Calling C_", b"Entered C_"), _pkcs11_logger),
    ((b"]: ",), _nss),
    ((b'"function"',), _json_lines),
    ((b"C_",), _cryptoauthlib),
    ((b" api] ",), _opencryptoki),
    ((b'enter "C_', b'return "C_', b"(): Calling C_", b" returned by C_", b"() = "), _bare),
)
"""The other dialects in the order in which they are tried: every line that identifies one contains one of its byte strings."""


def foreign(texts: list[bytes]) -> bool:
    """Return whether lines of a pkcs11-spy trace may include lines of another dialect."""
    joined = b"\n" + b"\n".join(texts)
    return any(sign in joined for sign in FOREIGN)


class Writer:
    """One program: a parser for each dialect that it has written, and the current parser."""

    __slots__ = ("_before", "_inner", "_made", "_part", "parser")

    def __init__(self, part: Callable[[str], Callable[[Call], None]]) -> None:
        self.parser: Parser | None = None
        self._part = part  # returns the `emit` function of a parser, for the name of its part of the trace
        self._made: dict[Make, Parser] = {}
        self._inner: set[Make] = set()  # dialects of the layer below, which log the same calls again
        self._before: tuple[int, bytes] = (0, b"")

    def read(self, number: int, text: bytes) -> None:
        """Read a line, given without its line end."""
        if self.parser is None or b"C_" in text or text.startswith(MARKS):
            self._choose(number, text)
        self._before = (number, text)
        if self.parser is not None:
            self.parser.line(number, text)

    def skipped(self, number: int, text: bytes) -> None:
        """Record the last of the lines that the caller passed to the parser directly."""
        self._before = (number, text)

    def finish(self) -> None:
        """End the trace; calls that are still open never returned."""
        for parser in self._made.values():
            parser.finish()

    def _choose(self, number: int, text: bytes) -> None:
        """Switch to the parser of the dialect that a line identifies."""
        made = parser_for(text)
        current = self.parser
        if made is None and spy.Parser in self._made and text.startswith(SPY_LINES):
            made = spy.Parser
        if made is None or made in self._inner or type(current) is made:
            return
        before = self._before[1] if self._before[0] == number - 1 else b""
        if current is not None and not self._changes(current, made, text, before):
            return
        parser = self._made.get(made)
        if parser is None:
            parser = self._made[made] = made(self._part(f"{_name(made)} " if self._made else ""))
        self.parser = parser
        # The line before the one that identifies the dialect may belong to it (`C_Login` before `  IN: ...`).
        if before and (current is None or (made.dialect == P11_KIT and FUNCTION.fullmatch(before.rstrip()))):
            parser.line(number - 1, before)

    def _changes(self, current: Parser, made: Make, text: bytes, before: bytes) -> bool:
        """Return whether to switch to the dialect of a line: not if it logs again, one layer below, a call that is open."""
        if made.dialect == BARE:
            from ckrtool.calls import bare

            if not any(pattern.search(text) for pattern in bare.BEGINNINGS):
                return False
        found = FUNCTION.search(text) or FUNCTION.search(before)
        if found is None or not current.inside(found[0].decode()):
            return True
        if current.dialect == BARE:  # the layer below shows arguments
            self._inner.add(type(current))
            return True
        self._inner.add(made)
        return False


def _name(made: Make) -> str:
    return str(getattr(made, "__module__", "")).rpartition(".")[2]
