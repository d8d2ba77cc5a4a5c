"""Parses names that the standard does not have: vendors' codes, older headers, and the spellings of bindings."""

from __future__ import annotations

from ckrtool._tables import codes
from ckrtool._tables.spellings import COMPACT, FORMS, SHARED
from ckrtool.knowledge import registry
from ckrtool.values.literals import Malformed, Parsed, bare_number, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ckrtool.knowledge.vendor_code import VendorCode

# Qualifiers of a code's name in a binding's source or messages: `CKR.PIN_INCORRECT`, `RvError::PinIncorrect`.
QUALIFIERS = frozenset(
    {
        "ckr", "rv", "rverror", "pkcs11", "pkcs11.exceptions", "exceptions", "pykcs11", "pykcs11.lowlevel", "lowlevel", "pkcs11constants",
        "pkcs11exception", "error", "cryptoki.error.rverror", "net.pkcs11interop.common.ckr", "graphene", "pkcs11js", "p11", "errors",
    }
)  # fmt: skip

# Words that people use in place of those in the standard's names.
SYNONYMS = {
    "NO": ("NOT", "PRESENT"), "MISSING": ("NOT", "PRESENT"), "WRONG": ("INCORRECT",), "BLOCKED": ("LOCKED",), "INIT": ("INITIALIZED",),
    "INITIALISED": ("INITIALIZED",), "ARGUMENT": ("ARGUMENTS",), "PARAMETER": ("PARAM",), "UNSUPPORTED": ("NOT", "SUPPORTED"),
    "LENGTH": ("LEN",),
}  # fmt: skip
SAME_WORDS = 0.6  # least share of common words for a suggestion
SHORTEST_START = 3  # characters of the start of a name that is completed in a suggestion
# The codes that modules return most, in the order in which the names with one beginning are suggested.
USUAL = (
    "PIN_INCORRECT", "PIN_LOCKED", "USER_NOT_LOGGED_IN", "USER_ALREADY_LOGGED_IN", "DEVICE_ERROR", "DEVICE_REMOVED", "GENERAL_ERROR",
    "FUNCTION_FAILED", "FUNCTION_NOT_SUPPORTED", "TOKEN_NOT_PRESENT", "TOKEN_NOT_RECOGNIZED", "SESSION_HANDLE_INVALID", "SESSION_COUNT",
    "SESSION_CLOSED", "SESSION_READ_ONLY", "SLOT_ID_INVALID", "CRYPTOKI_NOT_INITIALIZED", "CRYPTOKI_ALREADY_INITIALIZED", "ARGUMENTS_BAD",
    "KEY_HANDLE_INVALID", "KEY_TYPE_INCONSISTENT", "KEY_FUNCTION_NOT_PERMITTED", "KEY_SIZE_RANGE", "OBJECT_HANDLE_INVALID",
    "MECHANISM_INVALID", "MECHANISM_PARAM_INVALID", "ATTRIBUTE_TYPE_INVALID", "ATTRIBUTE_VALUE_INVALID", "ATTRIBUTE_SENSITIVE",
    "TEMPLATE_INCONSISTENT", "TEMPLATE_INCOMPLETE", "OPERATION_NOT_INITIALIZED", "OPERATION_ACTIVE", "DATA_LEN_RANGE",
    "ENCRYPTED_DATA_INVALID", "SIGNATURE_INVALID", "PIN_EXPIRED", "PIN_LEN_RANGE", "USER_PIN_NOT_INITIALIZED", "DEVICE_MEMORY",
)  # fmt: skip


def parse(word: str) -> Parsed:
    """Return the code that a single word names; `unknown` is set where no header and no catalogued vendor uses the name."""
    value = _binding_value(word)
    if value is not None:
        return Parsed(word, value, name=_name_of(value))
    if word[:6].upper() == "CKR_0X":  # p11-kit prints this for a code that it has no name for
        try:
            found = bare_number(word[4:])
        except Malformed:
            found = None
        return Parsed(word, found.value) if found else Parsed(word, None, unknown=True)
    rows = vendor_rows(word)
    if rows:
        values = {row.value for row in rows}
        if len(values) == 1:
            return Parsed(word, rows[0].value, name=rows[0].name, vendor=rows[0].vendor)
        return Parsed(word, None, name=rows[0].name)
    return Parsed(word, None, unknown=True)


def without_separators(word: str) -> Parsed | None:
    """Return the code of the standard whose name is spelled without some of its separators (`CKR_PINLOCKED`); None for others."""
    letters = word.upper().replace("_", "").replace("-", "")
    value = COMPACT.get(letters, COMPACT.get(letters.removeprefix("CKR")))
    name = None if value is None else _name_of(value)
    if name is None or not _separators(word) <= _separators(name):
        return None
    return Parsed(word, value, name=name)


def _separators(name: str) -> frozenset[int]:
    """Return the places of the separators of a name, each as the number of letters after it."""
    parts = name.replace("-", "_").split("_")
    return frozenset(len("".join(parts[number:])) for number in range(1, len(parts)))


def vendor_rows(word: str) -> tuple[VendorCode, ...]:
    """Return the vendors' codes with this name, in any case, with or without `CKR_`."""
    upper = word.upper().replace("-", "_")
    return registry.candidates_by_name(upper) or registry.candidates_by_name("CKR_" + upper)


def _binding_value(word: str) -> int | None:
    """Return the value of a binding's spelling; None if no binding uses it."""
    lowered = word.lower()
    if lowered in FORMS:
        return FORMS[lowered]
    qualifier, last = _split(lowered)
    if qualifier is not None:
        if qualifier not in QUALIFIERS:
            return None
        if last in FORMS:
            return FORMS[last]
        plain = last.upper()
        return codes.NAMES.get(plain, codes.NAMES.get("CKR_" + plain)) or _compact(last)
    return _compact(lowered)


def _split(word: str) -> tuple[str | None, str]:
    """Split `pkcs11.exceptions.PinIncorrect` and `RvError::PinIncorrect` at the last separator."""
    for separator in ("::", "."):
        head, found, last = word.rpartition(separator)
        if found:
            return head.replace("::", "."), last
    return None, word


def _compact(word: str) -> int | None:
    """Return the value of a CamelCase (or separator-free) spelling; None for an unknown one."""
    if "_" in word or "-" in word:
        return None
    upper = word.upper()
    return COMPACT.get(upper, COMPACT.get(upper.removeprefix("CKR")))


def _name_of(value: int) -> str | None:
    code = registry.code(value)
    return code.name if code else None


def suggestions(word: str, most: int = 5) -> list[str]:
    """Return at most `most` names of codes similar to `word`, best first, those of the standard before those of vendors.

    The names that begin with the word come first (`CKR_PIN`), the most usual of them before the others, then names with the
    same words in another order (`CKR_INVALID_MECHANISM`). Imports `difflib`.
    """
    from difflib import SequenceMatcher, get_close_matches

    from ckrtool._tables.vendor_codes import NAMES as VENDOR_NAMES

    shared = shared_by(word)
    if shared:
        return shared
    if not word or len(word) > 100:
        return []
    upper = word.upper().replace("-", "_").removeprefix("CKR_")
    wanted = _parts(upper)
    standard = {name.removeprefix("CKR_"): name for name in codes.NAMES}
    scores = {key: len(wanted & _parts(key)) / len(wanted | _parts(key)) for key in standard}
    near = _beginning_with(upper, standard)
    near += sorted(
        (key for key, score in scores.items() if score >= SAME_WORDS),
        key=lambda key: (-scores[key], -SequenceMatcher(None, upper, key).ratio()),
    )
    near += get_close_matches(upper, standard, n=most, cutoff=0.6)
    found = [standard[key] for key in near]
    vendors = {name.removeprefix("CKR_"): name for name in VENDOR_NAMES if name not in codes.NAMES}
    found += [vendors[key] for key in get_close_matches(upper, vendors, n=most, cutoff=0.6)]
    return list(dict.fromkeys(found))[:most]


def _beginning_with(start: str, names: Iterable[str]) -> list[str]:
    """Return the names that begin with `start`, the most usual ones first; [] for a start that is too short."""
    start = start.strip("_")
    if len(start) < SHORTEST_START:
        return []
    ranks = {name: rank for rank, name in enumerate(USUAL)}
    return sorted(
        (name for name in names if name.startswith(start)), key=lambda name: ranks.get(name, len(ranks))
    )


def _parts(name: str) -> frozenset[str]:
    """Return the words of a name, with synonyms replaced by those of the standard."""
    words = name.strip("_").split("_")
    return frozenset(part for word in words for part in SYNONYMS.get(word, (word,)))


def shared_by(word: str) -> list[str]:
    """Return the names of the codes that share one spelling in a binding (`GNUTLS_E_PKCS11_PIN_ERROR`); [] for others."""
    return [name for value in SHARED.get(word.lower(), ()) if (name := _name_of(value))]


def must_be_function(word: str) -> str:
    """Return the standard's spelling of a function's name, given with or without `C_`.

    Raises Malformed, with the nearest names, for an unknown function.
    """
    name = registry.function_name(word) or registry.function_name(f"C_{word}")
    if name is not None:
        return name
    from difflib import get_close_matches

    names = {function.name.lower(): function.name for function in registry.functions()}
    near = [names[key] for key in get_close_matches(word.lower()[:100], names, n=3, cutoff=0.6)]
    hint = f"did you mean {' or '.join(near)}?" if near else "`ckr list functions` prints all 104"
    raise Malformed(f"{quoted(word)} is not a function of PKCS #11", hint)
