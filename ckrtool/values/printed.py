"""What people copy out of a printed line: `rv = 0xa0`, `CKR_PIN_INCORRECT (0xa0)`, `error:418000A0`, `C_Login: 0xA0`.

Each form is read whole or not at all; a name next to another code's number is malformed. Whole lines are read by the dialects,
see logs/printed_line.
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
FILLERS = frozenset(
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
BETWEEN = str.maketrans(dict.fromkeys(PRINTED, " "))
MOST_MARKS = 8
BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"))


class Reader:
    """Reads printed forms; `base` settles bare digits inside them as it does elsewhere."""

    __slots__ = ("base",)

    def __init__(self, base: int | None) -> None:
        self.base = base

    def read(self, text: str) -> Parsed | None:
        """Return what the printed form says, or None where it is none of the known forms."""
        if not text.isascii():
            return self.sentence(text)
        for form in (
            self.packed,
            self.called,
            self.assigned,
            self.worded,
            self.twice,
            self.paired,
            self.said_of_function,
            self.sentence,
        ):
            found = form(text)
            if found is not None:
                return found
        return None

    def simple(self, text: str) -> Parsed | None:
        """Read one bare number or one bare name that somebody uses."""
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
        return found if found is not None and not found.unknown else None

    def called(self, text: str) -> Parsed | None:
        """Read the `reason(512)` of OpenSSL 1.x."""
        head, found, rest = text.partition("(")
        if not found or not rest.endswith(")") or head.strip(BLANKS).lower() != "reason":
            return None
        inside = rest[:-1].strip(BLANKS)
        return _renamed(text, self.simple(inside)) if inside.isdigit() else None

    def packed(self, text: str) -> Parsed | None:
        """Read OpenSSL's `error:418000A0:PKCS#11 module::...`: the reason is the CK_RV.

        Libraries that register themselves, as engines and providers do, have numbers from 128; a lower one is OpenSSL's own
        and its reason no CK_RV, and neither is that of the system library, whose number 3.x marks with the top bit.
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
        return Parsed(text, reason)

    def assigned(self, text: str) -> Parsed | None:
        """Read `rv = 0xa0`, `rv: 160`, `CKR=0x6`, `rv=CKR_PIN_LOCKED`, `rv = CKR_PIN_INCORRECT (0xa0)`."""
        for mark in ("=", ":", " "):
            word, found, rest = text.partition(mark)
            word = word.strip(BLANKS).lower()
            if found and " " not in word and word.rpartition(".")[2] in RV_WORDS:
                return _renamed(text, self.simple(rest) or self.paired(rest.strip(BLANKS)))
        return None

    def worded(self, text: str) -> Parsed | None:
        """Read `error 19`, `return value 7`, `error code: 0xa0`."""
        head, _, last = text.strip(BLANKS).rpartition(" ")
        if head.strip(" :=").lower() not in PHRASES:
            return None
        return _renamed(text, self.simple(last))

    def twice(self, text: str) -> Parsed | None:
        """Read a number in both bases, `33/0x21`; other pairs are malformed."""
        one, found, other = text.partition("/")
        if not found or not one.strip(BLANKS).isdigit() or other[:2].lower() != "0x":
            return None
        decimal, hexadecimal = self.simple(one), self.simple(other)
        if decimal is None or hexadecimal is None or decimal.value != hexadecimal.value:
            return None
        return _renamed(text, hexadecimal)

    def paired(self, text: str) -> Parsed | None:
        """Read a name beside its own number, in either order, with `pkcs11:` before them or not."""
        words = text.translate(BETWEEN).split()
        if len(words) == 3 and words[0].lower() == "pkcs11":
            del words[0]
        if len(words) == 2 and words[0][-1] == "-" and words[0][:-1].isdigit():
            words[0] = words[0][:-1]  # pkcs11-helper prints 160-'CKR_PIN_INCORRECT'
        if len(words) != 2 or not _tidy(text, words):
            return None
        first, second = self.simple(words[0]), self.simple(words[1])
        if first is None or second is None or _named(first) == _named(second):
            return None
        name, count = (first, second) if _named(first) else (second, first)
        return None if count.value is None else _agreed(text, name, count.value)

    def said_of_function(self, text: str) -> Parsed | None:
        """Read `Method C_Login returned CKR_PIN_INCORRECT`, `PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)`."""
        words = text.translate(BETWEEN).split()
        functions = [name for word in words if (name := registry.function_name(word))]
        rest = [word for word in words if word.lower() not in FILLERS and word not in functions]
        if len(functions) != 1 or not 1 <= len(rest) <= 2 or not _tidy(text, words) or _is_call_count(text):
            return None
        found = self.simple(rest[0]) if len(rest) == 1 else self.paired(" ".join(rest))
        if found is None or found.value is None:
            return None
        value = found.value
        if len(rest) == 1 and self.base is None:
            value = read_as_hex(rest[0], value, functions[0]) or value
        return Parsed(text, value, name=found.name, vendor=found.vendor, function=functions[0])

    def sentence(self, text: str) -> Parsed | None:
        """Read a binding's form of several words, or a message that a library prints in place of the name."""
        words = " ".join(text.lower().split())
        value = FORMS.get(words, SENTENCES.get(words.rstrip(".")))
        if value is None:
            return None
        code = registry.code(value)
        return Parsed(text, value, name=code.name if code else None)


def parse(text: str, base: int | None = None) -> Parsed | None:
    """Return what the printed form says, or None where it is none of the known forms."""
    return Reader(base).read(text)


def _tidy(text: str, words: list[str]) -> bool:
    """Return whether what stands between the words is what programs print: few marks, brackets that close, quotes in pairs."""
    marks = len(text) - sum(map(len, words))
    balanced = all(text.count(left) == text.count(right) for left, right in BRACKETS)
    return (
        marks <= MOST_MARKS + len(words)
        and balanced
        and text.count("'") % 2 == 0
        and text[0] not in "=:,|)]}>"
    )


def _is_call_count(text: str) -> bool:
    """Return whether the text is `5: C_Login`: pkcs11-spy prints the number of each call so, before it is made."""
    head, found, rest = text.partition(":")
    return (
        bool(found)
        and head.strip(BLANKS).isdigit()
        and registry.function_name(rest.strip(BLANKS)) is not None
    )


def _renamed(text: str, found: Parsed | None) -> Parsed | None:
    """Return the finding under the whole text."""
    if found is not None:
        found.text = text
    return found


def _named(found: Parsed) -> bool:
    """Return whether a word named a code rather than gave its number."""
    return found.name is not None or found.value is None


def _agreed(text: str, named: Parsed, value: int) -> Parsed:
    """Return the pair when the number is the name's own, by the header or any catalogued vendor; else it is malformed."""
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
