"""Tells a name that was returned from one that is only mentioned: in source code, in a sentence about it, in a comparison.

In a log a CKR_ name is nearly always what a function returned; in a line of a program, a header, a manual or a test it
is nearly never. The line tells which it is by its form, and a sentence by the words beside the name.
"""

from __future__ import annotations

import re

# Where a line begins in the output of grep, diff, a compiler or a listing.
_MARGIN = rb"^(?:[\w./+-]{1,200}[:-]\d{1,7}[:-](?:\d{1,5}:)?|\s{0,8}\d{1,7}\s?[|:]|[+>-])?\s*"
_NAME = rb"(?:\w{1,40}(?:\.|::))?CKR_\w{2,80}"
_VALUE = rb"(?:\(?(?:0[xX][0-9A-Fa-f]{1,16}|\d{1,20})[uUlL]{0,3}|" + _NAME + rb")"

# A line of a program, whatever stands in it.
SOURCE_LINE = re.compile(
    _MARGIN
    + rb"(?:"
    + rb"(?:/\*|\*(?!\*)\s(?!\s?\(\d)|//|<!--|#\s?(?:define|ifn?def|undef|include)\b)"  # comments and directives
    + rb"|(?:\}\s?)?(?:if|else if|elif|while|switch|assert\w*|for)\s?\([^\r\n]{0,400}[{);:]\s*$"
    + rb"|(?:if|elif|while|assert|except|raise|throw|from|import)\s[^\r\n]{0,400}[:;,{\\]\s*$"
    + rb"|(?:case|CASE)\b\W{1,3}CKR|(?:throw|raise|yield|del)\s"
    + rb"|(?:(?:export|public|private|static|final|pub|const|let|var|val|int|long|unsigned|constexpr|inline)\s){1,6}"
    + rb"\s*[A-Za-z_]\w{0,80}\s?(?:\[\w*\])?\s?[:=;]"
    + rb"|(?:(?:cdef|static|const)\s)?CK_RV\s[A-Za-z_]\w{0,80}\s?[=;]"
    + rb"|\"?"  # a constant, an item of a list
    + _NAME
    + rb"\"?\s*(?:=(?![=>])|,\s*(?://[^\r\n]*|/\*[^\r\n]*)?$|=>|\|)"
    + rb"|CKR\[|\|\s|<\w{1,10}>"
    + rb"|[{(]?\s*\"?"  # a row of a table
    + _VALUE
    + rb"\"?\s*(?:[:,]|=>)\s*[\"']?"
    + _NAME
    + rb"[\"']?\s*[)}]?,?\s*(?:\}?;)?$"
    + rb"|(?:[\w.\[\]>*-]{1,80}\s?(?:[|&]?=)\s?|return\s)[\"']?"
    + _NAME
    + rb"[\"')]{0,3}\s*(?:;|,$)"
    + rb")"
)
# What a compiler, a debugger or a shell says about a name, and an item of a manual.
_ABOUT = re.compile(
    rb"^\S{1,200}:\d{1,7}:\d{1,5}: (?:fatal )?(?:error|warning|note): |^\(gdb\)|^(?:grep|ls|cat|bash|sh): |"
    rb"^\s*" + _NAME + rb"\s+(?:You|The|This|An?|It|If)\s"
)
# The same by what stands in it, a semicolon or a comparison.
_STATEMENT = re.compile(
    rb";\s*(?:\}\s*|/[/*][^\r\n]*|(?:return|goto|break)\b[^\r\n]*)?$|[;{}]\s*(?:return|break|goto|continue)\b[^\r\n]{0,80};"
)
_COMPARISON = re.compile(rb"[!=]==?\s?\(?" + _NAME + rb"|\b" + _NAME + rb"\)?\s?(?:[!=]=|\?\s|&&|\|\|)")
# What stands right before a name that is only spoken of.
_BEFORE = re.compile(
    rb"(?:\b(?:expect\w*|instead of|other than|rather than|unless|require[sd]?|wanted|want|case|define|either|whether|"
    rb"(?:name|form|alias|kind|version) (?:of|for)|same(?: value)? as|(?<!looks )like|such as|e\.g\.|i\.e\.|in place of|means?|"
    rb"not(?: \w+)? return(?:ed)?|neither|nor|never|didn't return|mapped to|translat\w* (?:in)?to|convert\w* to|"
    rb"treat\w*(?: \w+)? as|ignor\w+|checks? for|tests? for|handl(?:e|es|ing)|support for|predates?|undefined symbol|"
    rb"(?:@|\\|:)(?:retval|returns?|throws|raises|exception|see|link)|(?:only|just) for)"
    rb"\b[\s:=(\"'`]{0,4}(?:(?:rv|was|is|to|be|return(?:ed)?|got|a|an|the|error|code|value|0x[0-9A-Fa-f]+|\d+)[\s:=(\"'`]{1,4}){0,4}"
    rb"|\b(?:may|can|could|should|must|shall|will|would|might|cannot|won't|can't|to)(?: \w{1,20}){0,3}? "
    rb"(?:return|be|give|yield|set|get|fail|answer|report|see|issue|specify|throw|raise)\b(?: \w{1,20}){0,5}[\s:\"'`(]{1,3}"
    rb"|[!=]=\s?|<>\s?|`|[\w.-]/|\w::|\b(?!CKR\.)\w{1,40}\.|[A-Z]_[A-Z_]{1,40}\(\"?|\bCASE\(|[&~])$"
)
# What follows such a name: the sentence goes on.
_AFTER = re.compile(
    rb"`|\.[a-z]{1,4}\b(?!\s)|\.[a-z]{1,3}$|: No such |"
    rb"[\"']?\s(?:if|unless|means?|indicates?|are|may|can|must|should|shall|will|would|although|though|instead|without|"
    rb"that|which|there|has|have|had|does|vs\.?|versus|undeclared|redefined|undefined|"
    rb"(?:is|was|were) (?!(?:the )?(?:return(?:ed)?|thrown|raised|reported|received|what)\b)|not\b|"
    rb"when (?:the|a|an|no|it|you|there|using|its)|"
    rb"(?:as|to) (?:the|a|an|be|see)|in case|with the|return (?:code|value)s?|error codes?|rather than)\b"
)
# `Some modules return CKR_X when ...`: said of all calls, not of one.
_GENERALLY = re.compile(rb"\breturns?\s$")
# Names in a row: the standard's list of what a function may return.
_JOINED = re.compile(rb"[\"'`]?\s?(?:,|/|\||\bor\b|\band\b|,\s?(?:or|and)\b)\s?[\"'`]?" + _NAME)
_JOIN_BEFORE = re.compile(_NAME + rb"[\"'`]?\s?(?:,\s?(?:or |and )?|/|\|| or | and )\s?[\"'`]?$")
REACH = 100


def is_source(view: bytes) -> bool:
    """Return whether the line is one of a program, a header or a table."""
    if SOURCE_LINE.match(view) or _ABOUT.match(view):
        return True
    return (b";" in view and _STATEMENT.search(view) is not None) or (
        (b"=" in view or b"?" in view or b"&&" in view or b"||" in view)
        and _COMPARISON.search(view) is not None
    )


def is_mentioned(view: bytes, start: int, end: int, *, dotted: bool = False) -> bool:
    """Return whether the name from `start` to `end` is only spoken of; a `dotted` one has its module before it."""
    if dotted:
        return view[end : end + 1] == b"`"
    return (
        _BEFORE.search(view, max(0, start - REACH), start) is not None
        or _AFTER.match(view, end) is not None
        or (
            view[end : end + 6] == b" when "
            and _GENERALLY.search(view, max(0, start - 12), start) is not None
        )
        or _JOINED.match(view, end) is not None
        or _JOIN_BEFORE.search(view, max(0, start - REACH), start) is not None
    )
