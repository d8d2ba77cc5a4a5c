"""Find return codes in lines that do not name a function: `rv=0x6`, `rv: 160`, `CKR=0x30`, `PKCS#11 error: 0x30`.

Few words are accepted, because only the words next to such a number make it a return code.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.logs.line.function_numbers import (
    AFTER_VERB,
    FOREIGN,
    NUMBER,
    OTHERS,
    NumberMatch,
    is_status,
    value_of,
)
from ckrtool.logs.line.numbers import could_be_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ckrtool.logs.line.function_numbers import FoundNumber

NAMED_TYPE = lazy(
    rb"(?<![\w.])(?:CKR|CK_RV|ck_rv|ckrv|ckr|CKRV)(?: (?:value|code|error|is|was|returned)\b){0,2}[\"']?\s?[:=(]{0,2}\s?[\"']?"
    + NUMBER
)
RV = lazy(
    rb"(?<![\w.>-])(?P<verb>rv|RV|Rv|p11_rv|ck_rv)[\"']?(?:\s?(?:==?|:|=>)\s?|\s?\(|\s(?:is|was|code|value)\b\s?[:=]?\s?|\s)[\"']?"
    + NUMBER
    + rb"(?!\s?[*+%])"
)
PKCS11_WORD = lazy(rb"(?i:pkcs\s?#?\s?11(?=\D|$)|cryptoki)")
NEAR_WORD = 90
HINT = lazy(rb"(?i:pkcs|p11|hsm|token|smartcard|\bsmart cards?\b|cryptoki|opensc|\bCKR|\bC_[A-Z])")
# Tasks of a module: in a line that names one, a decimal number after `rv` is a return code of the module.
WORK = lazy(
    rb"(?i:\b(?:sign(?:s|ed|er|ing|atures?)?|verif(?:y|ied|ies|ying|ication)|(?:en|de)crypt(?:s|ed|ing|ion)?|log(?:ging )?in|"
    rb"unwrap(?:s|ped|ping)?|deriv(?:e[ds]?|ing|ation)|digest(?:s|ed|ing)?|gen ?keys?|generat(?:e|ing|ion of)(?: an?| the)? keys?|"
    rb"key ?gen(?:erat(?:e|ion|or))?|find ?obj(?:ects?)?|slot|pin)\b)"
)
# Smaller decimal numbers are too common to count as return codes.
SMALL = 0x10
LONG = 1 << 16  # number of bytes of a line that are searched


def without_function(view: bytes, *, in_trace: bool) -> list[NumberMatch]:
    """Return the numbers that are return codes in a line without a function; `in_trace` allows weaker forms."""
    if b"CK" in view or b"ck" in view:
        match = NAMED_TYPE.search(view)
        if match is not None and (hit := value_of(match)) is not None:
            return [NumberMatch(*hit, None)]
    if b"rv" in view or b"RV" in view or b"Rv" in view:
        hinted = HINT.search(view) is not None  # once per line, which may have thousands of numbers
        works = not hinted and not in_trace and WORK.search(view) is not None
        found = [
            NumberMatch(*hit, None)
            for match in RV.finditer(view)
            if (hit := _bare_rv(match, hinted=hinted, works=works, in_trace=in_trace)) is not None
        ]
        if found:
            return [] if FOREIGN.search(view) else found
    hit = _near_word(view)
    return [] if hit is None or FOREIGN.search(view) else [NumberMatch(*hit, None)]


def _near_word(view: bytes) -> FoundNumber | None:
    """Find the number in `PKCS#11 error: 0x30`: the first after the words PKCS #11 that a verb makes a return code."""
    lowered = view.lower()
    if b"pkcs" not in lowered and b"cryptoki" not in lowered:
        return None
    for word in PKCS11_WORD.finditer(view, 0, LONG):
        match = AFTER_VERB.search(view, word.end(), LONG)
        if match is None:
            return None
        between = view[word.end() : match.start()]
        if OTHERS.search(between):
            return None
        if len(between) <= NEAR_WORD and b"\r" not in between:
            return _code_after_verb(match, between)
    return None


def _bare_rv(match: re.Match[bytes], *, hinted: bool, works: bool, in_trace: bool) -> FoundNumber | None:
    """Find the number in `rv=0x6` if it is a defined code; a small decimal number only if the line mentions PKCS #11.

    The line is `hinted` if it mentions PKCS #11; it `works` if it names a task of a module.
    """
    hit = value_of(match)
    if hit is None:
        return None
    value = hit[2]
    is_hex = match["code"][:2] in (b"0x", b"0X")
    if is_of_windows(value) or match["code"] == b"1":  # OpenSSL's functions return 1 on success
        return None
    if hinted:
        return hit if is_hex or could_be_code(value) else None
    if not could_be_code(value) or value == 0:
        return None
    if in_trace:
        return hit
    if value >= 0x80000000:
        return None
    return hit if is_hex or (value >= SMALL and works) else None


def is_of_windows(value: int) -> bool:
    """Return whether Windows, COM, Mozilla and PC/SC use the value: 0x80004xxx, 0x8007xxxx, 0x8009xxxx, 0x8010xxxx."""
    return value >> 12 == 0x80004 or value >> 16 in (0x8007, 0x8009, 0x8010)


def _code_after_verb(match: re.Match[bytes], between: bytes) -> FoundNumber | None:
    """Find the number after a verb if it is a defined code; a decimal number only right after error, rv, rc or CKR."""
    hit = value_of(match)
    if hit is None or not could_be_code(hit[2]) or is_status(match):
        return None
    if match["code"][:2] in (b"0x", b"0X"):
        return hit
    close = len(between.strip()) <= 12
    return (
        hit
        if close and match["verb"].lower() in (b"error", b"rv", b"rc", b"ckr", b"ck_rv") and hit[2]
        else None
    )
