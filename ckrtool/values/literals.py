"""Parses a single number or name of a CK_RV: numbers in each supported notation, and the names of the standard.

No regular expressions: this module is on the quick path, where importing `re` would cost as much as everything else.
"""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._tables.codes import CODES, NAMES
from ckrtool.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

BLANKS: Final = " \t\r\n\v\f"
LONGEST: Final = 4096
WIDEST: Final = 1 << 64
C_SUFFIXES: Final = ("ULL", "LLU", "UL", "LU", "LL", "U", "L")
DIGITS: Final = frozenset("0123456789")
HEX_DIGITS: Final = frozenset("0123456789abcdefABCDEF")
NAME_FIRST: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
NAME_REST: Final = NAME_FIRST | DIGITS | frozenset("_-.:")
PRINTED: Final = frozenset(
    " \t:=()[]{}|,'\"<>"
)  # characters that a bare number never contains: the text is a name or output of a program
AROUND: Final = "()[]{}<>\"'`*|\u2018\u2019\u201c\u201d"  # marks around a value in a sentence
BEHIND: Final = AROUND + ".,;:!?\u2026"
OTHER_APIS: Final = "small negative numbers are also how NSS (SEC_ERROR_*), NSPR and errno print their own errors; those are not CK_RVs"


class Malformed(UsageError):
    """Raised for a text that is not a VALUE; the exit status is 2."""


class NotAValue(Malformed):
    """Raised for a text that does not resemble a VALUE at all; it may be a line that a program printed."""


class Parsed:
    """The result of parsing a text: a value, or a name that has none or several.

    `value` is the CK_RV with sign extension undone; None for a name that is unknown, or that several vendors use with
    different numbers. `name` is the spelling of the standard or of a vendor, None if the text is a number; `vendor` is the
    vendor's id. `function` is the C_* function that the text names next to the code. `hints` are lines for stderr.
    `suggestions` are the codes that an unknown text may mean, where the text itself names them. `constant` is True for an
    unknown name with the prefix of constants that are not return codes.
    """

    __slots__ = ("constant", "function", "hints", "name", "suggestions", "text", "unknown", "value", "vendor")

    def __init__(
        self,
        text: str,
        value: int | None,
        *,
        name: str | None = None,
        vendor: str | None = None,
        function: str | None = None,
        unknown: bool = False,
        hints: tuple[str, ...] = (),
        suggestions: tuple[str, ...] = (),
        constant: bool = False,
    ) -> None:
        self.constant = constant
        self.text = text
        self.value = value
        self.name = name
        self.vendor = vendor
        self.function = function
        self.unknown = unknown
        self.hints = hints
        self.suggestions = suggestions


def quoted(text: str) -> str:
    """Return a text as messages show it: in quotes, in ASCII, of at most 80 characters."""
    shown = text if len(text) <= 80 else text[:77] + "..."
    return ascii(shown)


def unmarked(word: str) -> str:
    """Return a word without the marks around it in a sentence: `(0xa4)`, `CKR_PIN_LOCKED.`, `C_Login():`."""
    return word.strip(AROUND).rstrip(BEHIND).strip(BLANKS)


def bare_number(word: str, base: int | None = None) -> Parsed | None:
    """Return the number that `word` is; None if it may be a name.

    `base` 10 or 16 sets how digits without a prefix are read. Raises Malformed for text that begins like a number and is
    not one.
    """
    if word[0] == "-":
        return _negative(word)
    if word[0] in "+_":
        raise Malformed(f"{quoted(word)} is not a value", "write the number without a sign")
    head = word[:2]
    if head in ("0x", "0X"):
        return _exact(word, without_suffix(word[2:], HEX_DIGITS), 16)
    if head in ("0b", "0B") and len(word) == len("0B0") and word[2] in "01":
        raise Malformed(
            f"{quoted(word)} is binary or hexadecimal", f"write 0x{word.upper()} if it is what %03X prints"
        )
    if head in ("0b", "0B", "0o", "0O") and len(word) > 2 and word[2] in DIGITS:
        return _exact(word, word[2:], 2 if head[1] in "bB" else 8)
    if word[-1] in "hH" and len(word) > 1 and HEX_DIGITS.issuperset(word[:-1]):
        return _exact(word, word[:-1], 16)
    if HEX_DIGITS.issuperset(word):
        if not DIGITS.issuperset(word) or base == 16 or (base is None and len(word) in (8, 16)):
            return _exact(word, word, 16)
        return _decimal(word, word, base)
    digits = without_suffix(word, DIGITS)
    if digits and DIGITS.issuperset(digits):
        return _decimal(word, digits, 10)
    return None


def without_suffix(word: str, digits: frozenset[str]) -> str:
    """Return the word without a C integer suffix (U, L, UL, LL, ULL in any case and order)."""
    upper = word.upper()
    for suffix in C_SUFFIXES:
        if upper.endswith(suffix) and digits.issuperset(word[: -len(suffix)]):
            return word[: -len(suffix)]
    return word


def _exact(word: str, digits: str, base: int) -> Parsed:
    """Return the number of digits in a known base; raise Malformed for other characters."""
    allowed = HEX_DIGITS if base == 16 else frozenset("01234567"[:base])
    if not digits or not allowed.issuperset(digits):
        raise Malformed(f"{quoted(word)} is not a number")
    return Parsed(word, _fit(word, int(digits.lstrip("0")[:80] or "0", base)))


def _decimal(word: str, digits: str, base: int | None) -> Parsed:
    """Return the number of decimal digits, with a hint where the same digits in hexadecimal are a defined code."""
    value = _fit(word, int(digits.lstrip("0")[:80] or "0"))
    hints: tuple[str, ...] = ()
    if base is None and len(digits) <= 8:
        code = CODES.get(int(digits, 16))
        if code is not None and int(digits, 16) != value:
            hints = (
                f"{word} is read as decimal ({numerals.hex_of(value)}); as hex it would be {code[0]}: write 0x{word} or --base 16",
            )
    return Parsed(word, value, hints=hints)


def _fit(word: str, value: int) -> int:
    """Return the value with sign extension undone; raise Malformed above 64 bits."""
    if value >= WIDEST:
        raise Malformed(f"{quoted(word)} has more than 64 bits, the most that a CK_RV can have")
    return numerals.normalise(value)


def _negative(word: str) -> Parsed:
    """Return the CK_RV that a program printed as a signed 32- or 64-bit decimal."""
    digits = word[1:]
    if not digits:
        raise Malformed("'-' is not a value", "ckr decode - and ckr explain - read values from stdin")
    if not DIGITS.issuperset(digits):
        raise Malformed(f"{quoted(word)} is not a value", "only decimal numbers can be negative")
    size = int(digits.lstrip("0")[:80] or "0")
    if not 0 < size <= WIDEST >> 1:
        raise Malformed(f"{quoted(word)} is not a CK_RV printed as a signed integer")
    hints = (OTHER_APIS,) if size <= 12288 else ()
    return Parsed(word, numerals.normalise(WIDEST - size), hints=hints)


def is_constant(word: str) -> bool:
    """Return whether a name has the prefix of constants that are not return codes: `CKM_...`, `CKA_...`, `CK_...`.

    pkcs11-tool prints `mechtype-0x...` for a mechanism that it does not know.
    """
    head = word[:4].upper().replace("-", "_")
    if head[:2] != "CK":
        return word[:11].lower() == "mechtype-0x"
    return head[2:3] == "_" or (head[3:] == "_" and head[2].isalpha() and head[2] != "R")


def standard_name(word: str) -> str | None:
    """Return the standard's name for a spelling in any case, with or without `CKR_`, with `-` or `_`; None for other names."""
    upper = word.upper().replace("-", "_")
    if upper in NAMES:
        return upper
    full = "CKR_" + upper
    return full if full in NAMES else None
