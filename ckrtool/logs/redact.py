"""Blanks PINs in the traces that print them: pkcs11-spy, p11-kit, pkcs11-logger, and `pin-value` in PKCS #11 URIs."""

from __future__ import annotations

import re

# What every PIN stands behind; each begins with a literal, which is searched for at several GB/s.
TRACED = re.compile(rb"P(?:in(?:\[ul| = \(|: ))")
IN_URI = re.compile(rb"pin-value(?:=|%3D)")
SPY_HEAD = re.compile(rb"\bp(?:Old|New|So|User)?Pin\[ul\w*\] (?:0x)?[0-9a-fA-F]+ / (?P<length>\d{1,9})")
# pkcs11-spy's dump: four blanks, the offset, two blanks, 16 columns of two digits, two blanks, 16 characters.
DUMP = re.compile(
    rb"^(?P<left>[^\n]*? {4}[0-9A-Fa-f]{8} {2})(?P<hex>(?:[0-9A-Fa-f]{2} ){1,16})(?P<rest>[^\r\n]*)"
)
WIDTH = 16
TEXTS = (
    re.compile(rb'(?P<left>\bp(?:Old|New)?Pin = \(\d+\) ")(?P<pin>(?:[^"\\\r\n]|\\.)*)'),
    re.compile(rb"(?P<left>\*p(?:Old|New)?Pin: )(?P<pin>[^\r\n]+)"),
    re.compile(rb"(?P<left>pin-value(?:=|%3D))(?P<pin>[^&;?\s\"'<>]+)"),
)
ESCAPED = re.compile(rb"\\x[0-9A-Fa-f]{2}|\\[0-7]{3}|\\.|[\xc0-\xff][\x80-\xbf]+|.", re.DOTALL)
# A dump that never comes must not blank another one much later.
MOST_LINES = 64


class Redactor:
    """Blanks PINs in blocks of whole lines; a dump may go on in the next block."""

    def __init__(self) -> None:
        self._left = 0
        self._patience = 0

    def clear(self) -> None:
        """Forget an unfinished dump: another file begins."""
        self._left = 0

    def blank(self, block: bytes) -> bytes:
        """Return `block` with one `*` for each character of a PIN."""
        if not self._left and not TRACED.search(block) and not IN_URI.search(block):
            return block
        return b"\n".join(map(self._line, block.split(b"\n")))

    def _line(self, line: bytes) -> bytes:
        if self._left:
            line = self._dumped(line)
        if b"Pin" not in line and b"pin-value" not in line:
            return line
        head = SPY_HEAD.search(line)
        if head is not None:
            self._left = int(head["length"])
            self._patience = MOST_LINES
            return line
        return blank_text(line)

    def _dumped(self, line: bytes) -> bytes:
        match = DUMP.match(line)
        if match is None:
            self._patience -= 1
            if self._patience <= 0:
                self._left = 0
            return line
        digits = match["hex"]
        count = len(digits) // 3
        rest = match["rest"]
        column = (WIDTH - count) * 3 + 1
        if rest[:column].strip():
            column = len(rest) - len(rest.lstrip())  # another width: blank all that is not a blank
            count = len(rest)
        blanked = b"*" * len(
            rest[column : column + count].rstrip(b" ")
            if count == len(rest)
            else rest[column : column + count]
        )
        shown = rest[:column] + blanked + rest[column + len(blanked) :]
        self._left = max(0, self._left - len(digits) // 3)
        return match["left"] + re.sub(rb"[0-9A-Fa-f]", b"*", digits) + shown + line[match.end() :]


def blank_text(line: bytes) -> bytes:
    """Return a line with the PINs blanked that are written out as text."""
    for pattern in TEXTS:
        line = pattern.sub(_stars, line)
    return line


def _stars(match: re.Match[bytes]) -> bytes:
    return match["left"] + b"*" * len(ESCAPED.findall(match["pin"]))
