r"""Redacts the PIN in data that a module returns or prints, in many notations.

Found are text (also with something between the characters: UTF-16, `'1', '2'`), hex and spaced hex (`31 32`, `0x31, 0x32`,
`\x31\x32`, `U+0031`), decimal and octal numbers of the bytes, percent, C and HTML escapes among plain characters, and base64
(both alphabets, all three alignments, the PIN as UTF-16 too).

A short PIN (under six bytes) occurs by chance in many hashes, times and numbers, and redacting it in a text known to the reader would
reveal it. Therefore in hex written by ckr (handles, byte strings) only the hex of its bytes is redacted, and numbers are left alone.
Text from a module is always searched. A longer PIN is also redacted as a number.
"""

from __future__ import annotations

import base64
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ckrtool.probe.protocol import Json

SHORT = 6
"""A PIN with fewer bytes than this occurs by chance too often to be redacted in numbers."""

_BETWEEN = rb"[^0-9A-Za-z]{0,6}+"
_APART = rb"[^0-9A-Za-z]{1,6}+"
_MOST_A_BYTE = 16  # longest notation of one byte: separator, "u+", six zeros, two digits
_WORD = rb"[0-9A-Za-z+/_-]"
_OUR_HEX = re.compile(r"(?:0x)?[0-9a-f]*\Z")


class Redactor:
    """Redacts one PIN in all its notations; with None or an empty PIN it changes nothing."""

    def __init__(self, pin: bytes | None) -> None:
        self._short = len(pin or b"") < SHORT
        self._notations_pattern = re.compile(b"|".join(_notations(pin))) if pin else None
        self._hex = re.compile(pin.hex()) if pin else None
        self._numbers = _numbers(pin) if pin else frozenset()
        self.margin = min(len(pin or b"") * _MOST_A_BYTE, 1 << 16)
        """Greatest length of a notation: no part of one is left before this many bytes from the end of a truncated text."""

    def __repr__(self) -> str:
        return "Redactor()"

    def raw(self, text: bytes) -> bytes:
        """Return the text with each notation of the PIN replaced by the same number of `*`."""
        return self._notations_pattern.sub(_stars, text) if self._notations_pattern else text

    def text(self, text: str) -> str:
        """Return a module's text without the PIN."""
        if self._notations_pattern is None or not text:
            return text
        data = text.encode("utf-8", "surrogatepass")
        clean = self.raw(data)
        return text if clean == data else clean.decode("utf-8", "replace")

    def is_number(self, value: int) -> bool:
        """Return whether a number equals the PIN."""
        return value in self._numbers

    def members(self, values: Mapping[str, Json]) -> dict[str, Json]:
        """Return the parameters or outputs of a call without the PIN; strings at the top level may be hex written by ckr."""
        if self._notations_pattern is None:
            return dict(values)
        return {
            name: self.handle(value)
            if isinstance(value, str) and _OUR_HEX.match(value)
            else self.value(value)
            for name, value in values.items()
        }

    def handle(self, value: str) -> str:
        """Return a handle or a byte string, written as hex by ckr, without the PIN."""
        if self._hex is None:
            return value
        value = self._hex.sub(lambda found: "*" * len(found[0]), value)
        return value if self._short else self.text(value)

    def value(self, value: Json) -> Json:
        """Return data from a module without the PIN; a number that equals the PIN becomes None."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return type(value)((key, self.value(item)) for key, item in value.items())  # a Cut remains one
        return None if type(value) is int and self.is_number(value) else value


def _stars(found: re.Match[bytes]) -> bytes:
    return b"*" * len(found[0])


def _notations(pin: bytes) -> Iterator[bytes]:
    """Yield a regular expression per notation of the PIN; each can match in one way only, so that matching cannot become slow."""
    plain = [re.escape(bytes((byte,))) for byte in pin]
    yield b"(?i:%s)" % b"".join(plain)
    yield b"(?i:%s)" % (plain[0] + b"".join(rb"[^0-9A-Za-z%s]{1,6}+%s" % (one, one) for one in plain[1:]))
    code = rb"(?:0?x|u\+?)?(?:00){0,3}"
    yield b"(?i:%s%s)" % (code, (_BETWEEN + code).join(b"%02x" % byte for byte in pin))
    yield rb"(?<![0-9])0{0,2}%s(?![0-9])" % (_APART + rb"0{0,2}").join(b"%d" % byte for byte in pin)
    yield rb"(?<![0-9])0{0,2}%s(?![0-9])" % (_APART + rb"0{0,2}").join(b"%o" % byte for byte in pin)
    escaped = (
        rb"(?:%s|[%%]%02x|\\x%02x|\\0?%o|&\#0{0,4}%d;|&\#x0{0,3}%x;)" % (letter, byte, byte, byte, byte, byte)
        for letter, byte in zip(plain, pin, strict=True)
    )
    yield b"(?i:%s)" % b"".join(escaped)
    for form in dict.fromkeys(_base64(pin)):
        yield rb"%s?%s%s?={0,2}" % (_WORD, re.escape(form), _WORD)


def _base64(pin: bytes) -> Iterator[bytes]:
    """Yield the base64 characters that depend only on the PIN, per alignment; those at the ends also depend on its neighbours."""
    text = pin.decode("utf-8", "replace")
    for data in (pin, text.encode("utf-16-le"), text.encode("utf-16-be")):
        for shift in range(3):
            coded = base64.b64encode(bytes(shift) + data)
            core = coded[(shift * 8 + 5) // 6 : (shift + len(data)) * 8 // 6]
            if len(core) >= 4:
                yield core
                yield core.translate(bytes.maketrans(b"+/", b"-_"))


def _numbers(pin: bytes) -> frozenset[int]:
    """Return the numbers that equal the PIN: its digits (if it is long), and its bytes as a CK_ULONG in memory."""
    found = set()
    if 4 <= len(pin) <= 8:
        found |= {int.from_bytes(pin, "little"), int.from_bytes(pin, "big")}
    if len(pin) >= SHORT and pin.isalnum():
        for base in (10, 16):
            try:
                found.add(int(pin, base))
            except ValueError:
                continue
    return frozenset(found)
