"""Distinguish a CKR_ name that was returned from one that is only mentioned: in source code, in a sentence, in a comparison.

In a log a CKR_ name is nearly always a return code; in a line of a program, a header, a manual or a test it nearly never
is. The form of the line decides which it is, and in a sentence the words next to the name.
"""

from __future__ import annotations

from ckrtool._lazy_re import lazy
from ckrtool.logs.line.letters import words_of

# The start of a line in the output of grep, diff, a compiler or a listing.
_MARGIN = rb"^(?:[\w./+-]{1,200}[:-]\d{1,7}[:-](?:\d{1,5}:)?|\s{0,8}\d{1,7}\s?[|:]|[+>-])?\s*"
_NAME = rb"(?:\w{1,40}(?:\.|::))?CKR_\w{2,80}"
_VALUE = rb"(?:\(?(?:0[xX][0-9A-Fa-f]{1,16}|\d{1,20})[uUlL]{0,3}|" + _NAME + rb")"

# A line of source code.
SOURCE_LINE = lazy(
    _MARGIN
    + rb"(?:"
    + rb"(?:/\*|\*(?!\*)\s(?!\s?\(\d)(?![^\r\n]*: (?:0x\w{1,16}:? )?CKR_\w{2,80}\W*$)"
    + rb"|//|<!--|#\s?(?:define|ifn?def|undef|include)\b)"  # comments and directives
    + rb"|(?:\}\s?)?(?:if|else if|elif|while|switch|assert\w*|for)\s?\([^\r\n]{0,400}[{);:]\s*$"
    + rb"|(?:if|elif|while|assert|except|raise|throw|from|import)\s[^\r\n]{0,400}[:;,{\\]\s*$"
    + rb"|(?:case|CASE)\b\W{1,3}CKR|(?:throw|raise|yield|del)\s|return\s[\w.:]{1,80}\([^\r\n]*\)\s*+;?\s*$"
    + rb"|(?:(?:export|public|private|static|final|pub|const|let|var|val|int|long|unsigned|constexpr|inline)\s){1,6}"
    + rb"\s*(?:[A-Za-z_]\w{0,40}\s)?\w{0,40}CKR_\w{2,80}\s?(?:\[\w*\])?\s?(?:[:=;]|$)"
    + rb"|(?:(?:cdef|static|const)\s)?CK_RV\s[A-Za-z_]\w{0,80}\s?[=;]"
    + rb"|\"?"  # a constant, an item of a list
    + _NAME
    + rb"\"?\s*(?:=(?![=>])|,\s*(?://[^\r\n]*|/\*[^\r\n]*)?$|=>|\|)"
    + rb"|CKR\[|\|\s(?![^\r\n]*\bC_[A-Za-z]{3,40}\s(?:RV|rv)\s?=)[^|\r\n]*\|"
    + rb"|</?(?:code|td|tr|th|li|p|b|tt|em|dt|dd|pre|div|span|para|literal|constant|member)\b"
    + rb"|[{(]?\s*\"?"  # a row of a table
    + _VALUE
    + rb"\"?\s*(?:[:,]|=>)\s*(?:[\"']"
    + _NAME
    + rb"[\"']|"
    + _NAME
    + rb"\s*+[,})])\s*+[)}]?,?\s*+(?:\}?;)?$"
    + rb"|(?:[\w.\[\]>*-]{1,80}\s?(?:[|&]?=)\s?|return\s)[\"']?"
    + _NAME
    + rb"[\"')]{0,3}\s*(?:;|,$)"
    + rb")"
)
# Messages of a compiler, a debugger or a shell about a name, and an item of a manual.
_ABOUT = lazy(
    rb"^\S{1,200}:\d{1,7}:\d{1,5}: (?:fatal )?(?:error|warning|note): (?![^\r\n]*\b(?:returned|failed)\b)"
    rb"|^\(gdb\)|^(?:grep|ls|cat|bash|sh): |"
    rb"^\s*" + _NAME + rb"\s+(?:You|The|This|An?|It|If)\s"
)
# Beginnings that only lines of logs have: a time, or JSON.
_STAMP = lazy(
    rb"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\{\"[a-z@_]"
)
# A line of source code recognised by its contents: a call that ends with a semicolon, a jump.
_STATEMENT = lazy(
    _MARGIN
    + rb"(?:[\w.>*-]{1,80}\s?=\s?)?[\w.:>-]{1,80}!?\s?\([^()\r\n]*(?:\([^()\r\n]*\)[^()\r\n]*)*\)\s*;\s*(?:\}\s*|/[/*][^\r\n]*)?$"
    rb"|[^\r\n]*[;{}]\s*(?:return|break|goto|continue)\b[^\r\n]{0,80};"
)
# Text right before a name that is only mentioned, in the order in which it is tried.
# The name was not returned, or another was expected: `expected rv to be`, `instead of`, `treated as`, `support for`.
_MENTION = (
    rb"\b(?:"
    rb"expect\w*|instead of|other than|rather than|unless|require[sd]?|wanted|want|case|define|either|whether|"
    rb"(?:name|form|alias|kind|version) (?:of|for)|same(?: value)? as|(?<!\blooks )like|such as|e\.g\.|i\.e\.|in place of|means?|"
    rb"not(?: \w+)? return(?:ed)?|neither|nor|never|didn't return|mapped to|translat\w* (?:in)?to|convert\w* to|"
    rb"treat\w*(?: \w+)? as|ignore[sd]?|checks? for|tests? for|handl(?:es|ing)|support for|predates?|undefined symbol|"
    rb"(?:only|just) for|priority than|precedence over|[Cc]ompare with|difference between|to return"
    rb")\b[\s:=(\"'`]{0,4}"
    rb"(?:(?:rv|was|is|to|be|return(?:ed)?|got|a|an|the|error|code|value|0x[0-9A-Fa-f]+|\d+)[\s:=(\"'`]{1,4}){0,4}"
)
_DOC_TAG = rb"(?<![^\s*])[@\\:](?:retval|returns?|throws|raises|exception|see|link)\b:?\s+(?:\w{1,20}\s+)?"
_POSSIBLE = (
    rb"\b(?:may|can|could|should|must|shall|will|would|might|cannot|won't|can't)(?: \w{1,20}){0,3}? "
    rb"(?:return|yield|fail|answer|report|throw|raise)\b(?: \w{1,20}){0,5}\s[\"'`]?"
)
_TO_DO = rb"\b(?:TODO|FIXME)\b[^\r\n]{0,80}"
_SIGN = rb"\*\*|[!=]=\s?|<>\s?|`|[\w.-]/(?<!0x[0-9A-Fa-f]{8}/)|\w::|\b(?!CKR\.)\w{1,40}\.|[&~]"
_MACRO_CALL = (
    rb"\b(?:CASE|(?:SET|DEFINE|ADD|ERR|CASE|DECLARE|EXPORT|REGISTER|ASSERT|EXPECT|CHECK)_[A-Z_]{1,40})\(\"?"
)
# A setting and the names before in its list: `ignore_errors=CKR_A,CKR_B`, `"retry-on": ["CKR_A", "CKR_B"]`.
_SETTING = (
    rb"\b(?:ignored?|allow(?:ed)?|retry|retries|expect(?:ed)?|accept(?:ed)?|skip|tolerated?)[_.-]\w{1,30}[\"']?\s?[:=]\s?"
    rb"[\[\"'({]{0,3}(?:CKR_\w{2,60}[\"']?\s?[,|;]\s?[\"']?){0,9}"
)
_BEFORE = lazy(
    rb"(?:" + rb"|".join((_MENTION, _DOC_TAG, _POSSIBLE, _TO_DO, _SIGN, _MACRO_CALL, _SETTING)) + rb")$"
)
# Every text that _BEFORE matches contains one of these: a word, the beginning of a word, or a sign at its end.
_OPENERS = frozenset(
    b"instead other rather unless require requires required wanted want case define either whether name form alias kind "
    b"version same like such place mean means not neither nor never didn mapped check checks test tests handles handling "
    b"support predate predates undefined only just retval return returns throws raises exception see link yield fail answer "
    b"report throw raise than over Compare compare between TODO FIXME".split()
)
_STEMS = (
    b"expect",
    b"translat",
    b"convert",
    b"treat",
    b"ignor",
    b"e.g.",
    b"i.e.",
    b"allow",
    b"retr",
    b"accept",
    b"skip",
    b"tolerate",
)
_SIGNS = (b"**", b"==", b"!=", b"<>", b"`", b"/", b"::", b".", b"&", b"~")
_MACRO = lazy(rb"[A-Z_]\(\"?$")
# Text after such a name, in which the sentence continues.
_AFTER = lazy(
    rb"`|\)?\s?(?:[!=]=|\?\s|&&|\|\|)|\.[a-z]{1,4}\b(?!\s)|\.[a-z]{1,3}$|: No such |"
    rb"[\"']?\s(?:if|unless|means?|indicates?|are|may|can|must|should|shall|will(?! (?:be )?retr(?:y|ied)\b)|would|instead|without|"
    rb"that|which|there|does|vs\.?|versus|undeclared|redefined|undefined|"
    rb"(?:is|was|were) (?!(?:the )?(?:return(?:ed)?|thrown|raised|reported|received|what)\b)|not\b|"
    rb"is returned(?! (?:by|from)\b)|when (?:the|a|an|no|it|you|there|using|its)|"
    rb"(?:as|to) (?:the|a|an|be|see)|in case|with the|return (?:code|value)s?|error codes?|rather than)\b"
)
_COMPARED = lazy(rb"(?:[!=]=\s?|<>\s?|\bexpect\w*\W{1,3}|\binstead of )$")
# `Some modules return CKR_X when ...`: a general statement, not a report of one call.
_GENERALLY = lazy(rb"\breturns?\s$")
# A list of names, and the label before it that makes it a report of returned codes, as opposed to a list of possible ones.
_ROW = lazy(_NAME + rb"(?:[\"'`]?\s?(?:,|/|\||\bor\b|\band\b|,\s?(?:or|and)\b)\s?[\"'`]?" + _NAME + rb")+")
_LABEL = lazy(rb"(?<!values\b)(?<!value\b)(?<!codes\b)(?<!code\b)(?<!returns\b)(?::|=|\[)\s?[\"'`]?$")
# Text before a name which reports that a function returned it, with optional quotes.
_RETURNED = lazy(
    rb"\bC_[A-Z]\w{2,40}\b[^\r\n]{0,80}?(?:\b(?:[Ff]ail(?:ed|ure)|FAILED|returned|rv)\b|=>|->)"
    rb"(?:[\s:=(\[\"'`]|with|code|error|value|is|was|rv|CK_RV|0x[0-9A-Fa-f]++|\d++){1,8}$"
)
REACH = 160
NEAR = 400  # number of bytes on both sides of a name in which its list is searched for
LONGEST_SOURCE = 600  # longer lines are not source code

# Arguments and dumps in traces contain bytes of the caller, such as a PIN or a label, even if they look like a code.
ARGUMENT = lazy(rb" {1,2}(?:IN|OUT): | {4}[0-9A-Fa-f]{8} {2}[0-9A-Fa-f]{2} ")


def is_argument(text: bytes) -> bool:
    """Return whether the line is an argument of a traced call."""
    return text[:1] == b" " and ARGUMENT.match(text) is not None


def is_source(view: bytes) -> bool:
    """Return whether the line is from source code, a header or a table."""
    if len(view) > LONGEST_SOURCE:
        return False
    if not _STAMP.match(view) and (SOURCE_LINE.match(view) or _ABOUT.match(view)):
        return True
    return b";" in view and _STATEMENT.match(view) is not None


def is_mentioned(view: bytes, start: int, end: int, *, dotted: bool = False) -> bool:
    """Return whether the name from `start` to `end` is only mentioned; `dotted` is True for a name with its module before it."""
    if dotted:
        return view[end : end + 1] == b"`"
    left = max(0, start - REACH)
    mentioned = (
        (_is_opened(view[left:start]) and _BEFORE.search(view, left, start) is not None)
        or _AFTER.match(view, end) is not None
        or (view[end : end + 6] == b" when " and _GENERALLY.search(view, left, start) is not None)
    )
    if mentioned:
        return not _is_reported(view, left, start)
    return _is_in_list(view, start, end)


def _is_reported(view: bytes, left: int, start: int) -> bool:
    """Return whether the text from `left` to the name at `start` reports that a function returned it, which takes precedence."""
    return _RETURNED.search(view, left, start) is not None and _COMPARED.search(view, left, start) is None


def _is_opened(before: bytes) -> bool:
    """Return whether _BEFORE can match; this avoids the slow pattern for most lines of logs."""
    return (
        not _OPENERS.isdisjoint(words_of(before))
        or before[-3:].rstrip().endswith(_SIGNS)
        or _MACRO.search(before, len(before) - 3) is not None
        or any(map(before.__contains__, _STEMS))
    )


def _is_in_list(view: bytes, start: int, end: int) -> bool:
    """Return whether the name is in a list of possible codes, such as the standard's for a function."""
    if view.find(b"CKR_") == view.rfind(b"CKR_"):
        return False
    rows = _ROW.finditer(view, max(0, start - NEAR), end + NEAR)
    row = next((row for row in rows if row.start() <= start and end <= row.end()), None)
    return row is not None and _LABEL.search(view, max(0, row.start() - 20), row.start()) is None
