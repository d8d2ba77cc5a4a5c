"""Find functions that a line names in prose: `login failed: CKR_PIN_INCORRECT`, `generate key pair: CKR_MECHANISM_INVALID`.

Only words that mean a single function of the standard are used, and only if that function may return the code.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.logs.line.letters import words_of

ALLOWED = frozenset({"listed", "general", "contradicted", "vendor"})
REACH = 160
_OF = rb"(?: \w{1,20}){0,3}? "
# Alternatives are tried in order at each place; the names of the groups are the functions.
_ACTIONS = lazy(
    rb"(?i:(?<![\w.])(?:"
    rb"(?P<C_Login>(?<!\bafter )(?<!\bbefore )log(?:ging)?[ -]?(?:in|on)(?: (?:to|into|for|on|as|attempt)\b)?(?! required\b))"
    rb"|(?P<C_Logout>(?<!\bafter )log(?:ging)?[ -]?out)"
    rb"|(?P<C_OpenSession>open(?:ing)?" + _OF + rb"session|session open(?:ing)?|opensession)"
    rb"|(?P<C_CloseSession>clos(?:e|ing)" + _OF + rb"session|closesession)"
    rb"|(?P<C_GenerateKeyPair>(?:generat(?:e|ing)|creat(?:e|ing))"
    + _OF
    + rb"key[ -]?pair|key[ -]?pair generation|generatekeypair)"
    rb"|(?P<C_SignInit>sign(?:ing)?[ -]init|initiali[sz](?:e|ing|ation of)(?: the| a)? sign(?:ing|ature)?\b)"
    rb"|(?P<C_VerifyInit>verify[ -]init)"
    rb"|(?P<C_EncryptInit>encrypt(?:ion)?[ -]init)"
    rb"|(?P<C_DecryptInit>decrypt(?:ion)?[ -]init)"
    rb"|(?P<C_FindObjectsInit>find ?objects[ -]?init)"
    rb"|(?P<C_GetTokenInfo>(?:gett?(?:ing)? |read(?:ing)? )?token info\b)"
    rb"|(?P<C_GetSlotList>(?:get(?:ting)? |read(?:ing)? )?slot list\b)"
    rb"|(?P<C_CreateObject>creat(?:e|ing)" + _OF + rb"object)"
    rb"|(?P<C_DestroyObject>(?:destroy(?:ing)?|delet(?:e|ing))" + _OF + rb"object)"
    rb"|(?P<C_UnwrapKey>unwrap(?:ping)?" + _OF + rb"key)"
    rb"|(?P<C_WrapKey>wrap(?:ping)?" + _OF + rb"key)"
    rb"|(?P<C_DeriveKey>deriv(?:e|ing)" + _OF + rb"key|key derivation)"
    rb"|(?P<C_InitToken>initiali[sz](?:e|ing)" + _OF + rb"token|inittoken)"
    rb"|(?P<C_GenerateRandom>generat(?:e|ing) random\b)"
    rb")(?![\w.(]))"
)
# The standard's names without C_ that have at least two capitals, so that they are not confused with other words.
_HUMPS = {name[2:].encode(): name for name in FUNCTIONS if sum(map(str.isupper, name[2:])) > 1}
_VERBS = (
    b"log login logging logon logout loggingin loggingon loggingout open opening opensession close closing "
    b"closesession create creating generate generating generation generatekeypair init initialize initializing "
    b"initialise initialising initialization initialisation inittoken find findobjects findobjectsinit signinit info "
    b"list destroy destroying delete deleting unwrap unwrapping wrap wrapping derive deriving derivation"
).split()
# Every text that names an action contains one of these words; checking them first avoids the slow pattern in most lines.
_KEYS = frozenset(
    [*_HUMPS, *_VERBS, *(verb.capitalize() for verb in _VERBS), *(verb.upper() for verb in _VERBS)]
)
_AFTERWARDS = lazy(
    rb"[\s)\],\"':.(]{1,4}(?:[^\s]{1,20}\) )?(?:during|while|when|from|in|on|at)\s(?:the |an? )?"
)


def function_in_words(view: bytes, start: int, end: int) -> str | None:
    """Return the function whose action is named nearest before the code, else right after it; None if there is none."""
    left = max(0, start - REACH)
    found = _last_action(view, left, start)
    if found is None:
        led = _AFTERWARDS.match(view, end)
        found = _first_action(view, led.end()) if led else None
    return found


def _last_action(view: bytes, left: int, start: int) -> str | None:
    words = words_of(view[left:start])
    if _KEYS.isdisjoint(words):
        return None
    for word in reversed(words):
        if word in _HUMPS:
            return _HUMPS[word]
    found = None
    for match in _ACTIONS.finditer(view, left, start):
        found = match.lastgroup
    return found


def _first_action(view: bytes, start: int) -> str | None:
    if _KEYS.isdisjoint(words_of(view[start : start + REACH])):
        return None
    match = _ACTIONS.match(view, start)
    return match.lastgroup if match else None
