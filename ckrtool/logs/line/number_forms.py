"""The texts of numbers, dates and times in the keys of lines, which depend only on their form and their number of digits."""

from __future__ import annotations

import re

MOST = 1 << 16
LOWER = b"wwwwwww"
TIME = b"\0T"  # a date, the seconds of a time, a duration: 01.250

# Numbers in logs: hexadecimal numbers (nShield writes a t before that of a thread), dates and times, durations of calls.
_FORMS = re.compile(
    rb"(?P<number>(?:0[xX][0-9A-Fa-f]+|\d+)[uUlL]{0,3}|t?[0-9A-Fa-f]*[0-9][0-9A-Fa-f]*|[A-Fa-f]{8}|[A-Fa-f]{16})|"
    rb"(?P<time>\d+(?:-\d+)+(?:T\d+)?|\d\d\.\d+Z?|\d+(?:Z|[mun]?s))|"
    rb"(?P<dotted>\d+(?:\.\d+)+Z?)|(?P<uuid>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})"
).fullmatch
DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
HEX = bytes.maketrans(b"123456789abcdef", b"0" * 15)
_BARE_HEX = bytes.maketrans(b"123456789bcdefBCDEF", b"0" * 9 + b"a" * 5 + b"A" * 5)
_FIRST = frozenset(b"0123456789ABCDEFabcdeft")  # the first characters of numbers, dates and times
LONG = 65
MANY = 21  # a number with this many digits is too long for every pattern
# The digits of a number in a key, by its length; lengths that patterns do not distinguish are equal.
_ZEROS = [
    b"0" * (2 if 2 <= length <= 5 else 11 if 11 <= length <= 15 else 17 if 17 <= length < MANY else length)
    for length in range(MANY + 1)
]
# The same for decimal numbers, of which the hours, minutes and seconds have two digits.
_DECIMALS = [b"000" if 3 <= length <= 5 else _ZEROS[length] for length in range(MANY + 1)]
# The forms of words with these digits: hexadecimal numbers of small letters, and UUIDs.
_BY_DIGITS = {b"0" * length: b"a" + _ZEROS[min(length, MANY)] for length in range(len("ffff"), LONG)}
_BY_PREFIXED = {b"0x" + b"0" * length: b"0x" + _ZEROS[min(length, MANY)] for length in range(LONG)}
_BY_DIGITS[b"00000000-0000-0000-0000-000000000000"] = LOWER


class NumberForms:
    """The texts of numbers in keys; those of dates, times and dotted numbers are cached by their form with zeros as digits."""

    def __init__(self) -> None:
        self._times: dict[bytes, bytes] = {}

    def of(self, word: bytes) -> bytes | None:
        """Return the form of a number, date, time or UUID; None for any other word."""
        digits = word.translate(HEX)
        form = (_BY_PREFIXED if word[:2] == b"0x" else _BY_DIGITS).get(digits)
        if form is not None:
            return form
        if not digits.strip(b"0"):
            return word.translate(_BARE_HEX) if len(word) <= len("fff") else b"a" + zeros(len(word))
        if word[0] not in _FIRST:
            return None
        shape = word.translate(DIGITS)
        form = self._times.get(shape)
        if form is not None:
            return form
        found = _FORMS(word)
        if found is None:
            return None
        if found.lastgroup == "number":
            return number(word)
        if len(self._times) >= MOST:
            self._times.clear()
        made = {"uuid": LOWER, "dotted": b"0.0", "time": TIME + shape}
        form = self._times[shape] = made[found.lastgroup or ""]
        return form


def number(word: bytes) -> bytes:
    """Return the form of a number; for a hexadecimal one its prefix, number of digits and their case."""
    if word[-1:] in b"uUlL":
        return word
    if word[:2] in (b"0x", b"0X"):
        return word[:2] + zeros(len(word) - 2)
    if len(word) <= len("fff"):
        return word.translate(_BARE_HEX)
    case = b"a" if word.islower() else b"A" if word.isupper() else b"aA"
    return (b"t" if word[:1] == b"t" else b"") + case + zeros(len(word))


def is_number(word: bytes) -> bool:
    """Return whether a word is a number, a date, a time, a dotted number or a UUID."""
    return _FORMS(word) is not None


def decimal(length: int) -> bytes:
    """Return the digits of a decimal number in a key."""
    return _DECIMALS[length] if length < MANY else _DECIMALS[MANY]


def zeros(length: int) -> bytes:
    """Return the digits of a number in a key; lengths that patterns do not distinguish have the same."""
    return _ZEROS[min(length, MANY)]
