"""Find numbers that a line reports as the return code of a C_* function: `C_Sign failed: 0x30`, `Error 160 returned by C_Login`.

A number counts only next to a word that makes it a return code. Precision comes before recall: a number that could be an
errno, an exit status, an HTTP status or an error of another API is ignored.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool._named_tuples import NamedTuple
from ckrtool.logs.input.searchable import ask
from ckrtool.logs.line.letters import words_of
from ckrtool.logs.line.numbers import could_be_code, return_value
from ckrtool.values.function_value import read_as_hex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# The start and the end of a number in the line, and its CK_RV. Functions that find one return None if there is none.
FoundNumber = tuple[int, int, int]

# Units, which follow a count; a hexadecimal number is never a count.
_UNITS = (
    rb"ms|us|ns|s|sec|seconds?|minutes?|bytes?|bits?|times?|of|out|entries|retries|"
    rb"(?:slot|object|key|handle|mechanism|item|attribute|result|session|token|certificate|cert|attempt)(?:s|\(s\))"
)
_ENDS = rb"(?![\w%]|\.\d|-[0-9A-Fa-f]|/\d|(?:,\d{3}){2}(?!\d))"
_HEX = rb"0[xX][0-9A-Fa-f]{1,16}(?=(?:[uU]?[lL]{1,2})?(?!\w))"
# The output of %x, without 0x, counts as a number only if it has a letter and a digit.
_BARE_HEX = rb"(?=[0-9]{0,2}[a-fA-F])(?=[a-fA-F]{0,2}[0-9])[0-9a-fA-F]{2,3}"
NUMBER = (
    rb"(?P<code>"
    + _HEX
    + rb"|(?:[0-9A-Fa-f]{16}|[0-9A-Fa-f]{8}|-?\d{1,20}|"
    + _BARE_HEX
    + rb")"
    + _ENDS
    + rb"(?![ ](?:"
    + _UNITS
    + rb")(?![\w=:])))"
)
# BIND says pkcs_C_Sign, others p11_C_Sign.
FUNCTION = lazy(
    rb"C_(?:(?<![A-Za-z0-9_]C_)|(?<=\bpkcs_C_)|(?<=\bp11_C_)|(?<=\bpkcs11_C_))[A-Z][A-Za-z]{2,40}(?![A-Za-z0-9_])"
)

# Words after which any number is a return code, and words after which only a defined code is.
_SURE = (
    rb"[Ff]ail(?:ed|s|ure)?|FAILED|[Rr]eturn(?:ed|s|ing)?(?: (?:value|code))?|[Rr]eturn_?(?:[Cc]ode|[Vv]alue)|"
    rb"[Rr]et_?[Cc]ode|rv|RV|rc|RC|ret|retval|CKR|CK_RV|ck_rv|ckr_?code|p11_rv"
)
_VAGUE = rb"[Ee]rror|ERROR|err|[Ee]rr(?:or)?_?[Cc]ode|[Rr]esult|res|[Cc]ode|[Ss]tatus|[Vv]alue|[Ee]xception"
_VERB = rb"\b(?P<verb>" + _SURE + rb"|" + _VAGUE + rb")\b(?!\[)"
_FILLER = (
    rb"(?:\s-\s|[\s:=(\[\"'<>,.!;]{0,4})(?:(?:with|code|CODE|Code|error|value|status|rv|rc|ret|result|return|returned|of|is|was|because|"
    rb"CK_RV|CKR|PKCS#?11|pkcs11|reason)\b[\s:=(\[\"'<>]{0,4}){0,4}"
)
# Every text that KEYED matches contains one of KEYS, and every text that AFTER_VERB matches one of VERBS.
KEYS = frozenset(
    b"err Err error Error errcode errCode Errcode ErrCode errorcode errorCode Errorcode ErrorCode ret Ret return Return retcode "
    b"retCode Retcode RetCode retvalue retValue Retvalue RetValue returncode returnCode Returncode ReturnCode returnvalue "
    b"returnValue Returnvalue ReturnValue rc result Result code".split()
)
VERBS = KEYS | frozenset(
    b"fail failed fails failure Fail Failed Fails Failure FAILED returned returns returning Returned Returns Returning Code rv "
    b"RV RC retval CKR CK ckr ckrcode ERROR res status Status value Value exception Exception".split()
)
AFTER_VERB = lazy(_VERB + _FILLER + NUMBER)
AT_END = lazy(rb"\b(?P<verb>failed|FAILED|error)\b[^:\r\n]{1,60}: " + NUMBER + rb"[)\].\s]*$")
FAILED = lazy(rb"\bFAIL(?:ED|URE)?\b\W{1,4}$")
LAST = lazy(rb"[^:\r\n]{0,80}: " + NUMBER + rb"[)\].\s]*$")
DIRECT = lazy(rb"(?:(?P<tag>\])|(?:\s?\([^()\r\n]{0,80}\))?)\s?(?P<mark>:|=>|->|==?)\s?\(?" + NUMBER)
# At least two digits, because handles and slots often have only one.
LAST_HEX = lazy(rb"\]?\s?(?P<code>0[xX][0-9A-Fa-f]{2,16})\s*$")
# Words that may be between a number and the function that returned it.
_LEADS = rb"by|from|in|at|on|for|during|after|while|when|calling"
_ARTICLES = rb"a|the|call|calling|function|method|to|of"
_LED = tuple({word for words in (_LEADS, _ARTICLES) for word in words.split(b"|")})
REVERSE = lazy(
    rb"\b(?:[Ee]rror|ERROR|[Cc]ode|rv|RV|rc|ret|CKR|CK_RV|[Rr]esult|[Ss]tatus|[Rr]eturn(?:ed)?)\b"
    + _FILLER
    + NUMBER
    + rb"(?:\s?\([\w ]{1,40}\))?[\s)\],:\"']{1,3}(?:(?:was|is|were|being) )?(?:(?:returned|received|got|thrown|reported|raised) )?"
    rb"(?:" + _LEADS + rb")\s(?:(?:" + _ARTICLES + rb") ){0,4}$"
)
GIVEN_BACK = lazy(
    rb"(?:^\s*|[\])>;-]:?\s|\d:\s|[\"'(])(?P<code>0[xX][0-9A-Fa-f]{1,16})\s(?:(?:was|is) )?"
    rb"(?:returned|thrown|reported|raised)\s(?:" + _LEADS + rb")\s(?:(?:" + _ARTICLES + rb") ){0,4}$"
)
KEYED = lazy(
    rb"(?<![\w.])(?P<verb>[Ee]rr(?:or)?_?(?:[Cc]ode)?|[Rr]et(?:urn)?_?(?:[Cc]ode|[Vv]alue)?|rc|[Rr]esult|code)[\"']?\s?[=:]\s?[\"']?"
    + NUMBER
)
CODE_OF = lazy(rb"\b(?:[Rr]eturn|[Ee]rror|[Rr]esult|RV|rv)(?: (?:code|value))? (?:from|of|by|for|in) $")
IS = lazy(rb"(?:\(\))?\s?(?:\bis\b|\bwas\b|=|:)\s?" + NUMBER)
IN_PARENTHESES = lazy(
    rb"(?i:\b(?P<verb>invalid|incorrect|denied|locked|expired|refused|unsupported|not|wrong|error|failed|removed))\b"
    rb"[^\r\n()]{0,40}\((?P<code>0[xX][0-9A-Fa-f]{1,16})\)"
)
FOREIGN = lazy(
    rb"(?i:hresult|nsresult|\bns_error|\bapr_|errno|winerror|win32|scard|pcsc|\btpm|esys|tss2|sqlite|curl|\bexit|"
    rb"http|\bsignal\b|libopensc|pkcs15|apdu|\bsw\b|sw1|ldap|ssl_error|grpc|waitpid|\bhook\b|\bpid\b|\bmd_\w+ failed\b|\bmdr_)"
)
# Another function's name right before the verb: that function returned or failed, not the C_ function before it.
OTHERS = lazy(
    rb"(?:\b(?:dl(?:open|sym|close)|v?fork|execv?e?|[mc]alloc|ioctl|LoadLibrary\w?|GetProcAddress|SCard\w+|sc_\w+)(?:\(\))?\s*$)"
)
# An undefined number as large as this is an address or a handle.
ADDRESS = 1 << 24
_SURE_WORD = lazy(rb"\b(?:" + _SURE + rb")\b\Z")


# Maximum distance of a number after its function, and maximum number of functions or names examined per line.
REACH = 220
MOST = 2000


class NumberMatch(NamedTuple):
    """A number that is a return code: its offsets, its value, and the function that returned it, if named."""

    start: int
    end: int
    value: int
    function: str | None


def with_functions(view: bytes, functions: list[tuple[int, int, str]], named: list[int]) -> list[NumberMatch]:
    """Return the numbers that a line reports as return codes of its C_* functions.

    `functions` are (start, end, name), in order. `named` are the offsets of CKR_ names; a function that is followed by such a
    name has its return code already and is skipped.
    """
    found: list[NumberMatch] = []
    for index, (start, end, name) in enumerate(functions[:MOST]):
        stop = functions[index + 1][0] if index + 1 < len(functions) else len(view)
        if named and any(end <= place < stop for place in named):
            continue
        hit = (
            _right_after(view, end, stop)
            or _after_verb(view, end, min(stop, end + REACH))
            or _at_line_end(view, end, min(stop, end + REACH))
            or _before_function(view, start)
            or _framed(view, start, end)
            or _code_of(view, start, end)
            or _after_failed(view, start, end, stop)
            or (_keyed(view, start) if len(functions) == 1 else None)
        )
        if hit is not None:
            first, last, value = hit
            value = read_as_hex(view[first:last].decode(), value, name) or value
            found.append(NumberMatch(first, last, value, name))
    return found


def _right_after(view: bytes, start: int, stop: int) -> FoundNumber | None:
    """Find the number in `C_Login(USER): 0x102`, `C_Sign() -> 48` or `[C_Login] = 0xa0`.

    After a colon or a tag the number must be hexadecimal, because counts are printed in this form too.
    """
    match = DIRECT.match(view, start, stop)
    if match is None:
        return None
    is_hex = match["code"][:2] in (b"0x", b"0X")
    if not is_hex and (match["tag"] or match["mark"] == b":"):
        return None
    hit = value_of(match)
    return hit if hit is not None and could_be_code(hit[2]) else None


def _after_verb(view: bytes, start: int, stop: int) -> FoundNumber | None:
    """Find the number in `C_Sign failed: 0x30`, `C_Login for provider P failed: 160` or `"C_Sign","rv":48`."""
    if VERBS.isdisjoint(words_of(view[start:stop])):
        return None
    for match in AFTER_VERB.finditer(view, start, stop):
        if FOREIGN.search(view, start, match.start("code")):
            return None
        hit = value_of(match)
        if hit is None or _is_address(hit[2]) or OTHERS.search(view, start, match.start()):
            continue
        if _SURE_WORD.match(match["verb"]) or could_be_code(hit[2]):
            return None if is_status(match) and match.start() > start + 4 else hit
    return None


def _at_line_end(view: bytes, start: int, stop: int) -> FoundNumber | None:
    """Find the number in `C_Login failed on slot 3: 160` at the end of the line or in `C_Login: PIN incorrect (0xa0)`."""
    match = AT_END.search(view, start, stop) if view.find(b": ", start, stop) >= 0 else None
    if match is None and view.find(b"(0", start, stop) >= 0:
        match = IN_PARENTHESES.search(view, start, stop)
    if match is None or FOREIGN.search(view, start, match.start("code")):
        return None
    hit = value_of(match)
    return hit if hit is not None and could_be_code(hit[2]) else None


def _after_failed(view: bytes, start: int, end: int, stop: int) -> FoundNumber | None:
    """Find the number in `FAIL: C_CloseSession in session 257: 179`, where the verdict is first and the number last."""
    if view.find(b"FAIL", max(0, start - 12), start) < 0 or not FAILED.search(
        view, max(0, start - 12), start
    ):
        return None
    match = LAST.match(view, end, min(stop, end + REACH))
    hit = value_of(match) if match else None
    return hit if hit is not None and could_be_code(hit[2]) else None


def _before_function(view: bytes, stop: int) -> FoundNumber | None:
    """Find the number in `Error 160 returned by C_Login` or `0xA0 returned from C_Login`."""
    if not _is_led(view, stop):
        return None
    first = max(0, stop - 120)
    match = REVERSE.search(view, first, stop) or GIVEN_BACK.search(view, first, stop)
    if match is None:
        return None
    hit = value_of(match)
    return hit if hit is not None and could_be_code(hit[2]) else None


def _framed(view: bytes, start: int, end: int) -> FoundNumber | None:
    """Find the number in `[C_Login] 0xA0` or `<- C_Login 0xA0`: a tag or arrow, then only the number until the line ends."""
    is_tag = view[start - 1 : start] == b"[" and view[end : end + 1] == b"]"
    if not is_tag and not view[max(0, start - 3) : start].rstrip().endswith((b"<-", b"<=", b"<<")):
        return None
    match = LAST_HEX.match(view, end)
    hit = value_of(match) if match else None
    return hit if hit is not None and could_be_code(hit[2]) else None


def _is_led(view: bytes, stop: int) -> bool:
    """Return whether `by`, `from`, `the call to` or the like is right before `stop`."""
    near = view[max(0, stop - 12) : stop]
    return near[-1:].isspace() and near.rstrip().endswith(_LED)


def _keyed(view: bytes, stop: int) -> FoundNumber | None:
    """Find the number in `"error_code":160,"function":"C_Login"` or `err=0x30 fn=C_Sign`, where its key is before the function."""
    first = max(0, stop - REACH)
    if KEYS.isdisjoint(words_of(view[first:stop])):
        return None
    for match in KEYED.finditer(view, first, stop):
        hit = value_of(match)
        if hit is not None and could_be_code(hit[2]) and not FOREIGN.search(view, max(0, hit[0] - 30), stop):
            return hit
    return None


def _code_of(view: bytes, start: int, end: int) -> FoundNumber | None:
    """Find the number in `return code from C_DestroyObject is 130`."""
    if not _is_led(view, start) or not CODE_OF.search(view, max(0, start - 40), start):
        return None
    match = IS.match(view, end)
    hit = value_of(match) if match else None
    return hit if hit is not None and could_be_code(hit[2]) else None


def _is_address(value: int) -> bool:
    return value >= ADDRESS and not could_be_code(value)


def is_status(match: re.Match[bytes]) -> bool:
    """Return whether this is a three-digit status, as in HTTP."""
    return match["verb"].lower() == b"status" and match["code"].isdigit() and len(match["code"]) == 3


def value_of(match: re.Match[bytes]) -> FoundNumber | None:
    """Return the start, the end and the CK_RV of the number in a match's group `code`; None if it is not a CK_RV."""
    end = match.end("code")
    following = match.string[end : end + 1]
    if following.isalnum() and following not in b"uUlL":  # the end of the searched range is inside the number
        return None
    token = ask(match.string, *match.span("code"))
    if len(token) <= 3 and not token.lstrip(b"-").isdigit() and token[:2] not in (b"0x", b"0X"):
        value: int | None = int(token, 16)
        value = value if could_be_code(int(token, 16)) else None
    else:
        value = return_value(token)
    return None if value is None else (match.start("code"), end, value)
