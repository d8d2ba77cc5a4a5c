"""Parses fragments of printed lines: `rv = 0xa0`, `CKR_PIN_INCORRECT (0xa0)`, `error:418000A0`, `C_Login: 0xA0`.

A form must match the whole text, and a name next to the number of another code is malformed. Whole lines are parsed by the
dialects, see logs/printed_line.
"""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._tables import codes
from ckrtool._tables.spellings import FORMS, SENTENCES
from ckrtool.knowledge import registry
from ckrtool.values import spellings
from ckrtool.values.function_value import read_as_hex
from ckrtool.values.literals import (
    BLANKS,
    HEX_DIGITS,
    PRINTED,
    Malformed,
    Parsed,
    bare_number,
    quoted,
    standard_name,
)
from ckrtool.values.openssl_error import reason_of

RV_WORDS = frozenset(
    {
        "rv", "rc", "ret", "retval", "ckr", "ck_rv", "ckrv", "returned", "returns", "return", "p11_rv", "pkcs11exception",
        "pykcs11error", "pkcs11error",
    }
)  # fmt: skip
PHRASES = frozenset(
    {"error", "error code", "error number", "return value", "return code", "result", "result code"}
)
# Words around a function and its code in prints such as "Method C_Login returned CKR_PIN_INCORRECT".
FILLER_WORDS = frozenset(
    {
        "method",
        "function",
        "pkcs11",
        "pkcs#11",
        "error",
        "failed",
        "returned",
        "returns",
        "with",
        "rv",
        "rc",
        "code",
    }
)
# Marks between a name and its number in known prints: CKR_X (0xa0), CKR_X:5, 160-'CKR_X', CKR_X=0xa0, [0xa0] CKR_X, CKR_X|0xA0.
MARKS_TO_BLANKS = str.maketrans(dict.fromkeys(PRINTED, " "))
MOST_MARKS = 8
BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))


class Reader:
    """Parses printed forms; `base` 10 or 16 sets how digits without a prefix are read.

    Each method parses one form, and returns None for text in another form.
    """

    __slots__ = ("base",)

    def __init__(self, base: int | None) -> None:
        self.base = base

    def read(self, text: str) -> Parsed | None:
        """Return the value that the printed form contains; None for text in an unknown form."""
        if not text.isascii():
            return self.sentence(text)
        for form in (
            self.openssl_error,
            self.openssl_reason,
            self.assignment,
            self.phrase,
            self.both_bases,
            self.name_and_number,
            self.function_result,
            self.sentence,
        ):
            found = form(text)
            if found is not None:
                return found
        return None

    def simple(self, text: str) -> Parsed | None:
        """Parse one bare number, or one bare name that is known."""
        word = text.strip(BLANKS)
        if not word or not PRINTED.isdisjoint(word):
            return None
        try:
            found = bare_number(word, self.base)
        except Malformed:
            return None
        if found is not None:
            return found
        name = standard_name(word)
        if name is not None:
            return Parsed(text, codes.NAMES[name], name=name)
        if not word[0].isalpha():
            return None
        found = spellings.parse(word)
        return None if found.unknown else found

    def openssl_reason(self, text: str) -> Parsed | None:
        """Parse the `reason(512)` of OpenSSL 1.x."""
        head, found, rest = text.partition("(")
        if not found or not rest.endswith(")") or head.strip(BLANKS).lower() != "reason":
            return None
        inside = rest[:-1].strip(BLANKS)
        return _with_input(text, self.simple(inside)) if inside.isdigit() else None

    def openssl_error(self, text: str) -> Parsed | None:
        """Parse OpenSSL's `error:418000A0:PKCS#11 module::...`, where the reason is the CK_RV.

        Libraries that register themselves, such as engines and providers, have numbers from 128. Raises Malformed for the
        errors of OpenSSL's own libraries, which have lower numbers, and of the system library, which 3.x marks with the top
        bit: their reasons are not CK_RVs.
        """
        head, found, rest = text.partition(":")
        if not found or head.strip(BLANKS).lower() != "error":
            return None
        digits, _, words = rest.partition(":")
        if len(digits) != 8 or not HEX_DIGITS.issuperset(digits):
            return None
        packed = int(digits, 16)
        library = words.partition(":")[0].strip(BLANKS).lower()
        if packed < 0x40000000 or library.endswith("routines") or library == "system library":
            raise Malformed(f"{quoted(text)} is an error of another OpenSSL library, not a CK_RV")
        reason = reason_of(packed)
        if reason is None:
            raise Malformed(f"{quoted(text)} is an error of libp11 itself, not a CK_RV")
        if "p11_slot.c:" in words:
            return None  # the line tells the function too; its dialect reads both
        return Parsed(text, reason)

    def assignment(self, text: str) -> Parsed | None:
        """Parse `rv = 0xa0`, `rv: 160`, `CKR=0x6`, `rv=CKR_PIN_LOCKED`, `rv = CKR_PIN_INCORRECT (0xa0)`."""
        for mark in ("=", ":", " "):
            word, found, rest = text.partition(mark)
            word = word.strip(BLANKS).lower()
            if found and " " not in word and word.rpartition(".")[2] in RV_WORDS:
                return _with_input(text, self.simple(rest) or self.name_and_number(rest.strip(BLANKS)))
        return None

    def phrase(self, text: str) -> Parsed | None:
        """Parse `error 19`, `return value 7`, `error code: 0xa0`."""
        head, _, last = text.strip(BLANKS).rpartition(" ")
        if head.strip(" :=").lower() not in PHRASES:
            return None
        return _with_input(text, self.simple(last))

    def both_bases(self, text: str) -> Parsed | None:
        """Parse a number in both bases, `33/0x21`."""
        before, found, after = text.partition("/")
        if not found or not before.strip(BLANKS).isdigit() or after[:2].lower() != "0x":
            return None
        decimal, hexadecimal = self.simple(before), self.simple(after)
        if decimal is None or hexadecimal is None or decimal.value != hexadecimal.value:
            return None
        return _with_input(text, hexadecimal)

    def name_and_number(self, text: str) -> Parsed | None:
        """Parse a name next to its number, in either order, with or without `pkcs11:` before them; None for any other text.

        Raises Malformed if the number is not the one of that name.
        """
        words = text.translate(MARKS_TO_BLANKS).split()
        if len(words) == 3 and words[0].lower() == "pkcs11":
            del words[0]
        if len(words) == 2 and words[0][-1] == "-" and words[0][:-1].isdigit():
            words[0] = words[0][:-1]  # pkcs11-helper prints 160-'CKR_PIN_INCORRECT'
        if len(words) != 2 or not _looks_printed(text, words):
            return None
        first, second = self.simple(words[0]), self.simple(words[1])
        if first is None or second is None or _is_name(first) == _is_name(second):
            return None
        name, count = (first, second) if _is_name(first) else (second, first)
        return None if count.value is None else _name_with_number(text, name, count.value)

    def function_result(self, text: str) -> Parsed | None:
        """Parse `Method C_Login returned CKR_PIN_INCORRECT`, `PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)`."""
        words = text.translate(MARKS_TO_BLANKS).split()
        functions = [name for word in words if (name := registry.function_name(word))]
        rest = [word for word in words if word.lower() not in FILLER_WORDS and word not in functions]
        if (
            len(functions) != 1
            or not 1 <= len(rest) <= 2
            or not _looks_printed(text, words)
            or _is_call_count(text)
        ):
            return None
        found = self.simple(rest[0]) if len(rest) == 1 else self.name_and_number(" ".join(rest))
        if found is None or found.value is None:
            return None
        value = found.value
        if len(rest) == 1 and self.base is None:
            value = read_as_hex(rest[0], value, functions[0]) or value
        return Parsed(text, value, name=found.name, vendor=found.vendor, function=functions[0])

    def sentence(self, text: str) -> Parsed | None:
        """Parse a binding's spelling of several words, or a message that a library prints in place of the name."""
        words = " ".join(text.lower().split())
        value = FORMS.get(words, SENTENCES.get(words.rstrip(".")))
        if value is None:
            return None
        code = registry.code(value)
        return Parsed(text, value, name=code.name if code else None)


def parse(text: str, base: int | None = None) -> Parsed | None:
    """Return the value that the printed form contains; None for text in an unknown form."""
    return Reader(base).read(text)


def _looks_printed(text: str, words: list[str]) -> bool:
    """Return whether the text around the words looks like output of a program: few marks, matching brackets and quotes."""
    marks = len(text) - sum(map(len, words))
    balanced = all(text.count(left) == text.count(right) for left, right in BRACKETS)
    return (
        marks <= MOST_MARKS + len(words)
        and balanced
        and text.count("'") % 2 == 0
        and text[0] not in "=:,|)]}>"
    )


def _is_call_count(text: str) -> bool:
    """Return whether the text is like `5: C_Login`, which pkcs11-spy prints before the fifth call."""
    head, found, rest = text.partition(":")
    return (
        bool(found)
        and head.strip(BLANKS).isdigit()
        and registry.function_name(rest.strip(BLANKS)) is not None
    )


def _with_input(text: str, found: Parsed | None) -> Parsed | None:
    """Return the parsed value with `text` as its input."""
    if found is not None:
        found.text = text
    return found


def _is_name(found: Parsed) -> bool:
    """Return whether the value was given by name, not by number."""
    return found.name is not None or found.value is None


def _name_with_number(text: str, named: Parsed, value: int) -> Parsed:
    """Return the value of a name next to `value`.

    Raises Malformed unless `value` is the number of that name in a header or with a catalogued vendor.
    """
    if named.value == value:
        return Parsed(text, value, name=named.name, vendor=named.vendor)
    for row in spellings.vendor_rows(named.name or named.text.strip(BLANKS)):
        if row.value == value:
            return Parsed(text, value, name=row.name, vendor=row.vendor)
    owner = registry.code(value)
    whose = f", which is {owner.name}" if owner else ""
    raise Malformed(
        f"{quoted(text)}: {named.name or named.text} does not have the number {numerals.hex_of(value)}{whose}"
    )
