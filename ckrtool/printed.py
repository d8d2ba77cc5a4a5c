"""What programs print around a return code: `rv = 0xa0`, `CKR_PIN_INCORRECT (0xa0)`, `error:418000A0:...`, `Pkcs11(PinIncorrect, Login)`.

Each form is read whole or not at all; a name beside another code's number is malformed.
"""

from __future__ import annotations

from ckrtool import registry, spellings
from ckrtool._tables.spellings import FORMS, SENTENCES
from ckrtool.values import HEX_DIGITS, PRINTED, Malformed, Parsed, number, quoted, standard_name

RV_WORDS = frozenset(
    {
        "rv", "rc", "ret", "retval", "ckr", "ck_rv", "ckrv", "returned", "returns", "return", "p11_rv", "pkcs11exception",
        "pykcs11error", "pkcs11error",
    }
)  # fmt: skip
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


def parse(text: str) -> Parsed | None:
    """Return what the printed form says, or None where it is none of the known forms."""
    for read in (_packed, _called, _assigned, _paired, _said_of_function, _sentence):
        found = read(text)
        if found is not None:
            return found
    return None


def _simple(text: str) -> Parsed | None:
    """Read one bare number or one bare name that somebody uses."""
    word = text.strip()
    if not word or " " in word:
        return None
    try:
        value = number(word)
    except Malformed:
        return None
    if value is not None:
        return Parsed(text, value)
    name = standard_name(word)
    if name is not None:
        return Parsed(text, registry.NAMES[name], name=name)
    if not word[0].isascii() or not word[0].isalpha():
        return None
    found = spellings.parse(word)
    return found if found is not None and not found.unknown else None


def _called(text: str) -> Parsed | None:
    """Read `reason(512)`, PyKCS11's `Vendor error (0x0000000A)` and rust-cryptoki's `Pkcs11(PinIncorrect, Login)`."""
    head, found, rest = text.partition("(")
    if not found or not rest.endswith(")"):
        return None
    word, inside = head.strip().lower(), rest[:-1].strip()
    if word == "reason":
        return _renamed(text, _simple(inside)) if inside.isascii() and inside.isdigit() else None
    if word == "vendor error":
        stripped = _simple(inside)
        # PyKCS11 shows the vendor's code without its top bit, so the bit is put back.
        return (
            None
            if stripped is None or stripped.value is None
            else Parsed(text, stripped.value | registry.VENDOR_FIRST)
        )
    if word.removeprefix("error::") == "pkcs11":
        return _rust(text, inside)
    return None


def _rust(text: str, inside: str) -> Parsed | None:
    """Read the two parts of rust-cryptoki's error: the code and the function that returned it."""
    code, _, function = inside.partition(",")
    found = _simple(code)
    if found is None or found.value is None:
        return None
    word = function.strip().removeprefix("Function::")
    name = None
    if word:
        name = registry.function_name("C_" + word.removeprefix("C_"))
        if name is None:
            raise Malformed(f"{quoted(text)}: {quoted(word)} is not a function of PKCS #11")
    return Parsed(text, found.value, name=found.name, vendor=found.vendor, function=name)


def _packed(text: str) -> Parsed | None:
    """Read OpenSSL's `error:418000A0:PKCS#11 module::...`: the reason is the CK_RV.

    OpenSSL 1.x packs library, function and reason in 8, 12 and 12 bits, 3.x the library above bit 23. Libraries that register
    themselves, as engines and providers do, have numbers from 128; a lower one is OpenSSL's own and its reason no CK_RV.
    """
    head, found, rest = text.partition(":")
    if not found or head.strip().lower() != "error":
        return None
    digits, _, words = rest.partition(":")
    if len(digits) != 8 or not HEX_DIGITS.issuperset(digits):
        return None
    packed = int(digits, 16)
    library = words.partition(":")[0].strip().lower()
    if packed < 0x40000000 or (library and not _is_pkcs11_library(library)):
        raise Malformed(f"{quoted(text)} is an error of another OpenSSL library, not a CK_RV")
    return Parsed(text, packed & (0xFFF if packed >= 0x80000000 else 0x7FFFFF))


def _is_pkcs11_library(word: str) -> bool:
    """Return whether OpenSSL's library text is that of a PKCS #11 engine or provider, or a bare `lib(131)`."""
    return "pkcs" in word or "p11" in word or word.startswith("lib(")


def _assigned(text: str) -> Parsed | None:
    """Read `rv = 0xa0`, `rv: 160`, `CKR=0x6`, `rv=CKR_PIN_LOCKED`, `rv = CKR_PIN_INCORRECT (0xa0)`."""
    for mark in ("=", ":"):
        word, found, rest = text.partition(mark)
        if found and word.strip().lower().rpartition(".")[2] in RV_WORDS:
            return _renamed(text, _simple(rest) or _paired(rest.strip()))
    word, found, rest = text.partition(" ")
    if found and word.lower() in RV_WORDS:
        return _renamed(text, _simple(rest) or _paired(rest.strip()))
    return None


def _renamed(text: str, found: Parsed | None) -> Parsed | None:
    """Return the finding under the whole text."""
    if found is not None:
        found.text = text
    return found


def _paired(text: str) -> Parsed | None:
    """Read a name beside its own number, in either order, with `pkcs11:` before them or not."""
    words = text.translate(BETWEEN).split()
    if len(words) == 3 and words[0].lower() == "pkcs11":
        del words[0]
    if len(words) == 2 and "-" in words[0] and words[0][:-1].isdigit():
        words[0] = words[0][:-1]  # pkcs11-helper prints 160-'CKR_PIN_INCORRECT'
    if len(words) != 2 or len(text) - sum(map(len, words)) > MOST_MARKS + len("pkcs11"):
        return None
    first, second = _simple(words[0]), _simple(words[1])
    if first is None or second is None or (_named(first) == _named(second)):
        return None
    name, count = (first, second) if _named(first) else (second, first)
    if count.value is None:
        return None
    return _agreed(text, name, count.value)


def _named(found: Parsed) -> bool:
    return found.name is not None or found.value is None


def _agreed(text: str, named: Parsed, value: int) -> Parsed:
    """Return the pair when the number is the name's own, by the header or any catalogued vendor; else it is malformed."""
    if named.value == value:
        return Parsed(text, value, name=named.name, vendor=named.vendor)
    for row in spellings.vendor_rows(named.name or named.text.strip()):
        if row.value == value:
            return Parsed(text, value, name=row.name, vendor=row.vendor)
    owner = registry.code(value)
    whose = f", which is {owner.name}" if owner else ""
    raise Malformed(
        f"{quoted(text)}: {named.name or named.text} does not have the number {registry.hex_of(value)}{whose}"
    )


def _said_of_function(text: str) -> Parsed | None:
    """Read `Method C_Login returned CKR_PIN_INCORRECT` and `PKCS11 function C_Login failed: rv = CKR_PIN_INCORRECT (0xa0)`."""
    words = text.translate(BETWEEN).split()
    functions = [name for word in words if (name := registry.function_name(word))]
    rest = [word for word in words if word.lower() not in FILLERS and word not in functions]
    if len(functions) != 1 or not 1 <= len(rest) <= 2:
        return None
    found = _simple(rest[0]) if len(rest) == 1 else _paired(" ".join(rest))
    if found is None or found.value is None:
        return None
    return Parsed(text, found.value, name=found.name, vendor=found.vendor, function=functions[0])


def _sentence(text: str) -> Parsed | None:
    """Read a binding's form of several words, or a message that a library prints in place of the name."""
    words = " ".join(text.lower().split())
    value = FORMS.get(words, SENTENCES.get(words.rstrip(".")))
    if value is None:
        return None
    code = registry.code(value)
    return Parsed(text, value, name=code.name if code else None)
