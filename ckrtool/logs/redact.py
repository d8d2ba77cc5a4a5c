"""Redact PINs in logs: pkcs11-spy, p11-kit, pkcs11-logger, APDUs of OpenSC, `pin-value` in URIs, `pin=`, `"pin": 1234`."""

from __future__ import annotations

from functools import cache

from ckrtool._lazy_re import lazy
from ckrtool.logs.dialects.prefilter import NOWHERE, Places, finder, sparse_finder, word_finder
from ckrtool.logs.pin_dumps import (
    APDU_DUMP,
    APDU_HEAD,
    APDU_HEADER,
    APDU_LINE,
    MOST_LINES,
    SPY_DUMP,
    SPY_HEAD,
    Dump,
)
from ckrtool.logs.pin_dumps import State as DumpState
from ckrtool.logs.pin_texts import blank_text, safe_cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.dialects.prefilter import Finder

# Line feeds of a message of several lines that was written as one.
_LINE_FEEDS = lazy(rb"(\\[nr]|#01[25])")
# An unfinished dump, and the end of a part of a long line.
State = tuple[DumpState | None, bytes]


@cache
def _signs() -> tuple[Finder, ...]:
    """Return the searches; at least one of them finds every line that contains a PIN or starts the dump of one."""
    return (
        sparse_finder(rb"P(?:in(?:\[ul| = \(|\\*[\"']?\s?[=:])|IN\\*[\"']?\s?[=:])"),
        finder(rb"pin(?:-value|\\*[\"']?\s?[=:]| (?<=-pin ))"),
        word_finder(b"puk", rb"\\*[\"']?\s?[=:]| (?<=-puk )"),
        sparse_finder(rb"PUK\\*[\"']?\s?[=:]"),
        word_finder(b"-tool ", rb"(?:[^\r\n]{0,200}?\s)?-[pP]"),
        sparse_finder(rb"Outgoing APDU(?:: | \()"),
        sparse_finder(rb"Sending: [0-9A-Fa-f]{2} "),
    )


@cache
def _dump_signs() -> tuple[Finder, ...]:
    """Return the searches for lines that start a dump, which may continue in the next block."""
    return sparse_finder(rb"Pin\[ul"), sparse_finder(rb"Outgoing APDU \(")


class Redactor:
    """Redact PINs in blocks of whole lines, and in lines that are too long part by part; a dump may continue in the next block."""

    def __init__(self) -> None:
        self._dump: Dump | None = None
        self._rest = b""  # the end of a part of a line, in which a PIN may begin

    def state(self) -> State:
        """Return the unfinished dump and line, for `resume`."""
        return None if self._dump is None else self._dump.state(), self._rest

    def resume(self, state: State) -> None:
        """Go on inside a dump and a line, or inside none."""
        dump, self._rest = state
        self._dump = None if dump is None else Dump.resumed(dump)

    def head(self, part: bytes) -> bytes:
        """Return the first part of a line that is too long, without the end that `more` and `last` return."""
        cut = safe_cut(part)
        self._rest = part[cut:]
        return self.blank(part[:cut])

    def more(self, part: bytes) -> bytes:
        """Return the end of the part before and the next part, without the end of that."""
        text = self._rest + part
        cut = safe_cut(text)
        self._rest = text[cut:]
        return blank_text(text[:cut])

    def last(self) -> bytes:
        """Return the end of the line."""
        rest, self._rest = self._rest, b""
        return blank_text(rest)

    def blank(self, block: bytes) -> bytes:
        """Return `block` with each character of a PIN replaced by `*`; the same object if it contains no PIN."""
        out: list[bytes] = []
        position = 0
        signs = Places(block, 0, _signs())
        while position < len(block):
            if self._dump is None:
                if signs.next < position:
                    signs.move(position)
                if signs.next == NOWHERE:
                    break
                start = block.rfind(b"\n", position, signs.next) + 1 or position
                out.append(block[position:start])
                position = start
            end = block.find(b"\n", position)
            end = end if end >= 0 else len(block)
            out += (self.line(block[position:end]), block[end : end + 1])
            position = end + 1
        return b"".join((*out, block[position:])) if out else block

    def carries(self, block: bytes) -> bool:
        """Return whether a dump is unfinished or starts in the block; otherwise its lines can be redacted one by one."""
        return self._dump is not None or Places(block, 0, _dump_signs()).next < NOWHERE

    def skip(self, block: bytes) -> None:
        """Process a block that is not written, because a dump that starts in it may continue in the next one."""
        if self.carries(block):
            self.blank(block)

    def line(self, line: bytes) -> bytes:
        """Return one line with its PINs redacted."""
        if self._dump is not None:
            line = self._dump.blank(line)
            if not self._dump.left:
                self._dump = None
        if b"Pin" in line or b"APDU" in line:
            if spy := SPY_HEAD.search(line):
                torn = spy["length"] is None
                mixed = torn or (self._dump is not None and self._dump.is_of_spy)
                self._dump = Dump(SPY_DUMP, MOST_LINES if torn else int(spy["length"]), mixed=mixed)
                return self._same_line(line, spy.end())
            if apdu := APDU_HEAD.search(line):
                self._dump = Dump(APDU_DUMP, int(apdu["length"]), APDU_HEADER)
                return self._same_line(line, apdu.end("length"))
        if b"Sending: " in line or b"Outgoing APDU: " in line:
            return Dump(APDU_LINE, len(line), APDU_HEADER).blank(line)
        return blank_text(line)

    def _same_line(self, line: bytes, start: int) -> bytes:
        """Return a line with the dump redacted that was announced before `start`, as far as it is in the same line."""
        pieces = _LINE_FEEDS.split(line[start:])
        for at in range(2, len(pieces), 2):
            if self._dump is not None:
                pieces[at] = self._dump.blank(pieces[at])
                if not self._dump.left:
                    self._dump = None
        return line[:start] + b"".join(pieces)
