"""Dumps of PINs in logs, in lines after the one that announces them: pkcs11-spy, and the APDUs of OpenSC."""

from __future__ import annotations

import re
from functools import cache

from ckrtool._lazy_re import lazy

# Without its length if a line of another thread came between.
SPY_HEAD = lazy(rb"\bp(?:Old|New|So|User)?Pin\[ul\w*\](?: (?:0x)?[0-9a-fA-F]+ / (?P<length>\d{1,9}))?")
APDU_HEAD = lazy(rb"\bOutgoing APDU \((?P<length>\d{1,9}) bytes\):\s*(?:$|\\+n|#01[25])")
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
# Number of the shape, bytes left, bytes of them that are not secret, whether the command follows, lines to wait for, and
# whether lines of other threads may be between.
State = tuple[int, int, int, bool, int, bool]
# If an announced dump is missing, a later dump must not be redacted in its place.
MOST_LINES = 64


class Dump:
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

    def state(self) -> State:
        """Return the dump as a plain tuple."""
        shape = _DUMPS.index(self._shape)
        return shape, self.left, self._clear, self._command, self._patience, self._mixed

    @classmethod
    def resumed(cls, state: State) -> Dump:
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
