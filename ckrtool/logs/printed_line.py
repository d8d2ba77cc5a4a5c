"""Parse a whole line that a program printed into a CK_RV, in the forms that `annotate` reads.

Forms that are return codes only after other lines about PKCS #11 are left out, since a line alone does not have them.
"""

from __future__ import annotations

from ckrtool import numerals
from ckrtool._lazy_re import lazy
from ckrtool.knowledge import registry
from ckrtool.logs.current_grammar import current
from ckrtool.logs.input.searchable import SearchableLine
from ckrtool.logs.line.functions_and_names import functions_of, spoken_function
from ckrtool.logs.line.numbers import return_value
from ckrtool.logs.line.read_line import dialect_of, read_line
from ckrtool.logs.line.result import LoadInfo
from ckrtool.values import parser
from ckrtool.values.literals import BLANKS, Malformed, NotAValue, Parsed, bare_number, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ckrtool.logs.dialects.grammar import Grammar
    from ckrtool.logs.line.result import CodeSpan

MOST_SUGGESTIONS = 5
# A word of the line, not the letters of a hexadecimal number.
WORD = lazy(rb"(?<![0-9A-Za-z_])(?:[A-Za-z]{2}|C_[A-Z])")
# A number that a program prints for the name next to it, as opposed to a count.
NUMBER_AFTER = lazy(
    rb"[\"'|]?\s?[(\[=:|,]?\s?[\"'|]?(?P<code>0[xX][0-9A-Fa-f]{1,16}(?!\w)|(?<=[(\[=:|])\d{1,20}(?=[)\]|\"']|\s*$))"
)
NAME_AFTER = lazy(rb"\s?\(?(?P<name>CKR_[A-Z0-9_]{2,80})")
NUMBER_BEFORE = lazy(
    rb"(?P<code>(?<!\w)0[xX][0-9A-Fa-f]{1,16}|(?<![\w.:-])\d{1,20}(?=[:=(]|-'))(?:\s?[:=(|-]\s?[\"']?|\s[\"'(]?)$"
)


def parse(text: str, base: int | None = None) -> Parsed:
    """Return the return code, and the function that returned it, of a VALUE or a whole printed line.

    For a line with several different codes the result is unknown, with the codes as suggestions. Raise Malformed for any
    other text.
    """
    try:
        parsed = parser.parse(text, base)
    except NotAValue:
        found = read(text, base)
        if found is None:
            raise
        return found
    return (read(text, base) or parsed) if parsed.unknown else parsed


def read(text: str, base: int | None = None) -> Parsed | None:
    """Return the return code and function of a printed line; None if it contains no return code.

    `base` is the base of bare digits if the program's dialect does not define it. Raise Malformed if a name is next to the
    number of another code, and for a function that does not exist.
    """
    word = text.strip(BLANKS)
    line = text.strip("\r\n").rstrip(BLANKS).encode("utf-8", "surrogateescape")
    if b"\n" in line or b"\r" in line:
        return None
    grammar = current()
    spans = _codes(line, grammar)
    if not spans:
        return None
    view = SearchableLine(line).text
    match = dialect_of(view, functions_of(view), grammar, in_trace=True)
    if match is None and not _has_words(line, spans):
        return None
    dialect = match[0] if match else None
    if match is not None:
        _must_be_function(word, match[1])
    else:
        for span in spans:
            _must_agree(word, line, span)
    if len({span.code.value for span in spans}) > 1:
        names = dict.fromkeys(span.code.name or numerals.hex_of(span.code.value) for span in spans)
        return Parsed(word, None, unknown=True, suggestions=tuple(names)[:MOST_SUGGESTIONS])
    functions = {span.code.function for span in spans if span.code.function}
    function = functions.pop() if len(functions) == 1 else None
    named = next((span.code.name for span in spans if not span.bare), None)
    if named is None and (dialect is None or dialect.base == "auto"):
        return _bare(word, line, spans[0], function, base)
    value = spans[0].code.value
    return Parsed(word, value, name=named, vendor=_vendor(named, value), function=function)


def _codes(line: bytes, grammar: Grammar) -> tuple[CodeSpan, ...]:
    """Return the codes of a line in the forms of the dialects and of a function's result, else those that it has without context."""
    for in_trace, loose in ((True, False), (False, True)):
        spans = read_line(line, in_trace=in_trace, grammar=grammar, loose=loose).outcomes
        spans = tuple(span for span in spans if not isinstance(span.code, LoadInfo))
        if spans:
            return spans
    return ()


def _has_words(line: bytes, spans: tuple[CodeSpan, ...]) -> bool:
    """Return whether the line has a word in addition to its codes and numbers; without one it is a malformed VALUE."""
    rest = bytearray(line)
    for span in spans:
        rest[span.start : span.end] = b" " * (span.end - span.start)
    return WORD.search(rest) is not None


def _must_be_function(word: str, match: re.Match[bytes]) -> None:
    """Raise Malformed if the program's name for a function is not a function of the standard."""
    spoken = match.groupdict().get("spoken")
    if spoken and spoken_function(spoken) is None:
        name = spoken.decode("ascii", "replace")
        raise Malformed(f"{quoted(word)}: {quoted(name)} is not a function of PKCS #11")


def _must_agree(word: str, line: bytes, span: CodeSpan) -> None:
    """Raise Malformed if a name of the standard is next to the number of another code."""
    code = span.code
    if span.bare:
        match = NAME_AFTER.match(line, span.end)
        other = registry.code_by_name(match["name"].decode()) if match else None
        if other is not None and other.value != code.value:
            raise Malformed(
                f"{quoted(word)}: {other.name} does not have the number {numerals.hex_of(code.value)}"
            )
        return
    if registry.code_by_name(code.name or "") is None:
        return
    match = NUMBER_AFTER.match(line, span.end) or NUMBER_BEFORE.search(
        line, max(0, span.start - 30), span.start
    )
    value = return_value(match["code"]) if match else None
    if match is not None and return_value(match["code"], base="hex") == code.value:
        return  # printed with %x, without 0x
    if value is None or value == code.value or code.name in {row.name for row in registry.candidates(value)}:
        return
    raise Malformed(f"{quoted(word)}: {code.name} does not have the number {numerals.hex_of(value)}")


def _bare(word: str, line: bytes, span: CodeSpan, function: str | None, base: int | None) -> Parsed:
    """Return the result for a line with a number only; bare digits are read as in a VALUE."""
    digits = line[span.start : span.end].decode("ascii", "replace")
    if not digits.isdigit():
        return Parsed(word, span.code.value, function=function)
    number = bare_number(digits, base)
    if number is None or number.value is None or (base is None and number.value != span.code.value):
        return Parsed(word, span.code.value, function=function)
    return Parsed(word, number.value, function=function, hints=number.hints)


def _vendor(name: str | None, value: int) -> str | None:
    """Return the ID of the vendor that uses this name for the value; None for names of the standard."""
    if name is None or registry.code_by_name(name) is not None:
        return None
    return next((row.vendor for row in registry.candidates_by_name(name) if row.value == value), None)
