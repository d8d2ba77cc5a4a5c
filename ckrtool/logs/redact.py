"""Redact PINs in logs: pkcs11-spy, p11-kit, pkcs11-logger, APDUs of OpenSC, `pin-value` in URIs, `pin=`, `"pin": 1234`."""

from __future__ import annotations

import re
from functools import cache

from ckrtool._lazy_re import lazy
from ckrtool.logs.dialects.prefilter import NOWHERE, Places, finder, sparse_finder, word_finder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.dialects.prefilter import Finder

# Without its length if a line of another thread came between.
SPY_HEAD = lazy(rb"\bp(?:Old|New|So|User)?Pin\[ul\w*\](?: (?:0x)?[0-9a-fA-F]+ / (?P<length>\d{1,9}))?")
APDU_HEAD = lazy(rb"\bOutgoing APDU \((?P<length>\d{1,9}) bytes\):\s*(?:$|\\+n|#01[25])")
# Line feeds of a message of several lines that was written as one.
_LINE_FEEDS = lazy(rb"(\\[nr]|#01[25])")
# pkcs11-spy's dump: four blanks, the offset, two blanks, 16 columns of two digits, two blanks, 16 characters.
SPY_DUMP = lazy(
    rb"^(?P<left>[^\n]*? {4}[0-9A-Fa-f]{8} {2})(?P<hex>(?:[0-9A-Fa-f]{2} ){1,16})(?P<rest>[^\r\n]*)"
)
# OpenSC's: 16 columns, and as many characters as there are columns.
APDU_DUMP = lazy(rb"^(?P<left>\s*)(?P<hex>(?:[0-9A-Fa-f]{2} ){1,16})(?P<rest>[^\r\n]*)")
_DUMPS = (SPY_DUMP, APDU_DUMP)
WIDTH = 16
# The same after what a container or syslog puts in front of each line; it is known by its number of columns.
WRAPPED_DUMP = rb"^(?P<left>[^\r\n]*?[\s|:\"])(?P<hex>(?:[0-9A-Fa-f]{2} ){%d})(?P<rest>(?:(?!\\n\")[^\r\n])*)"
APDU_LINE = lazy(
    rb"^(?P<left>[^\r\n]{0,200}?(?:Sending|Outgoing APDU): )(?P<hex>(?:[0-9A-Fa-f]{2} ){1,300})(?P<rest>)"
)
# ISO 7816-4: VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER; the header before their data is CLA INS P1 P2 Lc.
WITH_PIN = frozenset({b"20", b"21", b"24", b"2C", b"2D", b"2c", b"2d"})
APDU_HEADER = 5
P11_KIT = lazy(rb"\bp(?:Old|New)?Pin = \((?P<count>\d{1,9})\) \\*\"")
# The end of an escaped line feed or tab, or of a colour, before a word; COLOUR and ESCAPE of a searchable line.
_AFTER_ESCAPE = rb"(?<=\\[nrtbf])|(?<=#01[125])|(?:\x1b|\\u001[bB]|\\x1[bB]|\\033|\\e)\[[0-9;?]*[A-Za-z]"
# pin, userPin, SO-PIN, HSM_PIN, card_user_pin, KeyStorePIN, pPin, puk
_KEY = rb"(?:[A-Za-z0-9]{1,20}[_-]){0,3}(?i:(?:user|so|new|old|hsm|card|token|slot|keystore|p|pold|pnew)?p(?:in|uk))"
TEXTS = (
    lazy(rb"(?P<left>\*p(?:Old|New)?Pin: )(?P<pin>[^\r\n]+)"),
    lazy(rb"(?P<left>pin-value(?:=|%3D)[\"']?)(?P<pin>[^&;?\s\"'<>]+)"),
    lazy(
        rb"(?P<left>(?:\b|"
        + _AFTER_ESCAPE
        + rb")"
        + _KEY
        + rb"\\*[\"']?\s?[=:]\s?b?\\*(?P<quote>[\"']))(?P<pin>(?:(?!(?P=quote))[^\r\n])+)(?=(?P=quote))"
    ),
    lazy(
        rb"(?P<left>(?:(?<![\w-])|"
        + _AFTER_ESCAPE
        + rb")"
        + _KEY
        + rb"(?:=|\\*[\"']?\s?[:=] ?(?=\d{4,16}(?!\w))))(?P<pin>[^\s\"'&;,)\]}]+)"
    ),
    lazy(
        rb"(?P<left>--(?:so-|new-|user-|set-|set-so-)?p(?:in|uk)[ =])(?!<|\[|or\b|and\b|option)"
        rb"(?P<pin>(?P<quote>\\*[\"'])(?:(?!(?P=quote))[^\r\n])*(?:(?P=quote)|(?=\r?$))|[^\s'\"]+)"
    ),
    lazy(
        rb"(?P<left>(?:pkcs11|pkcs15|piv)-tool (?:[^\r\n]{0,200}?\s)?-[pP]\s?\\*[\"']?)(?P<pin>[^\s'\"\\-][^\s'\"\\]*)"
    ),
)
ESCAPED = lazy(rb"\\x[0-9A-Fa-f]{2}|\\[0-7]{3}|\\.|[\xc0-\xff][\x80-\xbf]+|.", re.DOTALL)
# Number of the shape, bytes left, bytes of them that are not secret, whether the command follows, lines to wait for, and
# whether lines of other threads may be between.
DumpState = tuple[int, int, int, bool, int, bool]
# An unfinished dump, and the end of a part of a long line.
State = tuple[DumpState | None, bytes]
# If an announced dump is missing, a later dump must not be redacted in its place.
MOST_LINES = 64


LONGEST = 1024
"""Number of bytes of a PIN and its key, if a line is read in parts."""
# A line with a PIN as text contains one of these.
_WORDS = (b"pin", b"Pin", b"PIN", b"puk", b"PUK", b"-tool ")


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
        self._dump: _Dump | None = None
        self._rest = b""  # the end of a part of a line, in which a PIN may begin

    def state(self) -> State:
        """Return the unfinished dump and line, for `resume`."""
        return None if self._dump is None else self._dump.state(), self._rest

    def resume(self, state: State) -> None:
        """Go on inside a dump and a line, or inside none."""
        dump, self._rest = state
        self._dump = None if dump is None else _Dump.resumed(dump)

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
                self._dump = _Dump(SPY_DUMP, MOST_LINES if torn else int(spy["length"]), mixed=mixed)
                return self._same_line(line, spy.end())
            if apdu := APDU_HEAD.search(line):
                self._dump = _Dump(APDU_DUMP, int(apdu["length"]), APDU_HEADER)
                return self._same_line(line, apdu.end("length"))
        if b"Sending: " in line or b"Outgoing APDU: " in line:
            return _Dump(APDU_LINE, len(line), APDU_HEADER).blank(line)
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


class _Dump:
    """An announced dump: `left` is the number of its remaining bytes, the first `clear` of which are not secret.

    If it is `mixed`, because something else of pkcs11-spy came between a head and its dump, several threads or processes write the
    log. Then a dump can't be attributed, and all dumps of the next lines are redacted.
    """

    def __init__(self, shape: re.Pattern[bytes], left: int, clear: int = 0, *, mixed: bool = False) -> None:
        self.left = left
        self._mixed = mixed
        self._shape = shape
        self._clear = clear
        self._command = clear > 0  # the first line contains the command
        self._patience = MOST_LINES

    def state(self) -> DumpState:
        """Return the dump as a plain tuple."""
        shape = _DUMPS.index(self._shape)
        return shape, self.left, self._clear, self._command, self._patience, self._mixed

    @classmethod
    def resumed(cls, state: DumpState) -> _Dump:
        """Return the dump with a state."""
        shape, left, clear, command, patience, mixed = state
        dump = cls(_DUMPS[shape], left, clear, mixed=mixed)
        dump._command, dump._patience = command, patience
        return dump

    @property
    def is_of_spy(self) -> bool:
        """Whether pkcs11-spy announced it."""
        return self._shape is SPY_DUMP

    def blank(self, line: bytes) -> bytes:
        """Return a line with what it shows of the dump redacted."""
        match = self._shape.match(line)
        if match is None and self._shape is APDU_DUMP:
            match = _wrapped(min(WIDTH, self.left)).match(line)
        if match is None or self._mixed:
            self._patience -= 1
            if self._patience <= 0:
                self.left = 0
        if match is None:
            self._mixed |= self.is_of_spy and line.strip() != b""
            return line
        digits = match["hex"]
        if self._command:
            self._command = False
            if digits[3:5] not in WITH_PIN:
                self.left = 0
                return line
        count = len(digits) // 3
        if self.is_of_spy and count != min(WIDTH, self.left):
            self._mixed = True  # the dump of another thread
        clear = min(self._clear, count)
        self._clear -= clear
        if not self._mixed:
            self.left = max(0, self.left - count)
        hidden = digits[: 3 * clear] + re.sub(rb"[0-9A-Fa-f]", b"*", digits[3 * clear :])
        return match["left"] + hidden + _characters(match["rest"], count, clear) + line[match.end() :]


@cache
def _wrapped(columns: int) -> re.Pattern[bytes]:
    return re.compile(WRAPPED_DUMP % columns)


def _characters(rest: bytes, count: int, clear: int) -> bytes:
    """Return the text after the hexadecimal columns of a dump, which may be padded to WIDTH, with its secret characters redacted."""
    column = (WIDTH - count) * 3 + 1
    if rest[:column].strip():
        column = len(rest) - len(rest.lstrip())  # not padded: everything there is shown bytes
        count = max(count, len(rest.rstrip()) - column)
    shown = rest[column + clear : column + count]
    return rest[: column + clear] + b"*" * len(shown) + rest[column + clear + len(shown) :]


def blank_text(line: bytes) -> bytes:
    """Return a line with the PINs redacted that it contains as text."""
    if not any(word in line for word in _WORDS):
        return line
    head = P11_KIT.search(line)
    if head is not None:
        line = _counted(line, head)
    for pattern in TEXTS:
        line = pattern.sub(_stars, line)
    return line


def safe_cut(text: bytes) -> int:
    """Return where the first part of a line that is read in parts can be cut such that no PIN and its key are cut through.

    The rest is to be read with the next part.
    """
    cut = max(0, len(text) - LONGEST)
    for pattern in TEXTS:
        for match in pattern.finditer(text, max(0, cut - LONGEST)):
            if match.start() < cut <= match.end():  # the quote after it belongs to it
                cut = match.start()
    return cut


def _counted(line: bytes, head: re.Match[bytes]) -> bytes:
    """Return a line of p11-kit with its PIN redacted.

    p11-kit prints the length but does not escape quotes, so the PIN ends after its length or at the last quote.
    """
    rest = line[head.end() :]
    count = int(head["count"])
    last = rest.rfind(b'"')
    if last < 0:
        length = len(rest.rstrip(b"\r"))
    elif rest[last + 1 :].strip() and rest[count:].lstrip(b"\\").startswith(b'"'):
        length = count  # inside a longer line, such as JSON
    else:
        length = last
    pin = rest[:length]
    stars = count if count <= length else len(ESCAPED.findall(pin))
    return line[: head.end()] + b"*" * stars + rest[length:]


def _stars(match: re.Match[bytes]) -> bytes:
    return match["left"] + b"*" * len(ESCAPED.findall(match["pin"]))
