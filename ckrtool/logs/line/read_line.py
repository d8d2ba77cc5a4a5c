"""Read one line: find its return codes, and whether a call of a trace starts or ends in it."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from ckrtool.knowledge import legality
from ckrtool.logs.input.searchable import SearchableLine
from ckrtool.logs.line import bare_numbers, function_numbers
from ckrtool.logs.line.actions import ALLOWED, function_in_words
from ckrtool.logs.line.dialect_code import by_dialect
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES, Function, Mention, functions_of, names_of
from ckrtool.logs.line.mentions import is_argument, is_source
from ckrtool.logs.line.numbers import could_be_code, return_value
from ckrtool.logs.line.result import (
    NO_MARKS,
    NOTHING,
    OPENING,
    CodeSpan,
    LineResult,
    LoadInfo,
    Marks,
    code_of,
    name_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from ckrtool.logs.dialects.grammar import Grammar, Match
    from ckrtool.logs.dialects.model import Dialect

NEXT_TO = 24


def read_line(text: bytes, *, in_trace: bool, grammar: Grammar, loose: bool = True) -> LineResult:
    """Return the return codes in the line `text` (without its ending); offsets are from its start."""
    seen = SearchableLine(text)
    result = read_view(seen.text, in_trace=in_trace, grammar=grammar, loose=loose)
    if len(seen.text) == len(text):
        return result
    outcomes = tuple(
        span._replace(start=seen.place(span.start), end=seen.place(span.end - 1) + 1)
        for span in result.outcomes
    )
    return result._replace(outcomes=outcomes)


def read_view(view: bytes, *, in_trace: bool, grammar: Grammar, loose: bool = True) -> LineResult:
    """Return the return codes in the searchable text `view` of a line; offsets are from its start.

    `in_trace` is True if earlier lines of the stream were a trace or about PKCS #11, so that weak forms count. Without `loose`,
    a number that only the words next to it make a return code is ignored.
    """
    if is_argument(view):
        return NOTHING
    functions = functions_of(view)
    shape = dialect_of(view, functions, grammar, in_trace=in_trace)
    if shape is not None and shape[0].kind == "call":
        function = shape[0].function or shape[1]["function"].decode()
        if function in FUNCTION_NAMES:
            return _call(shape[0], function, _marks(*shape))
    found = names_of(view, functions)
    dialect: Dialect | None = None
    marks = NO_MARKS
    exact = False
    if shape is not None and shape[0].kind != "call":
        dialect, match = shape
        marks = _marks(dialect, match)
        shaped = by_dialect(dialect, match)
        exact = "packed" in dialect.groups if shaped is None else _is_compared(view, found, shaped)
        found = _merged(found, shaped)
    if functions or (loose and not found):
        found = _numbers(view, functions, found, in_trace=in_trace, loose=loose)
    if not found:
        silent = _without_code(view, functions, grammar, in_trace=in_trace)
        return silent._replace(exact=True) if exact else silent
    if (shape is None or shape[0].kind == "message") and is_source(view):
        return NOTHING
    found.sort(key=itemgetter(0))
    exact = exact or any(_depends_on_number(view, mention) for mention in found)
    if not functions and (dialect is None or dialect.kind == "message"):
        named = [_with_action(view, mention) for mention in found]
        exact = exact or any(action is not None for action, _ in named)
        found = [mention for _, mention in named]
    return _reading(found, dialect, functions, marks, exact=exact)


def _without_code(view: bytes, functions: list[Function], grammar: Grammar, *, in_trace: bool) -> LineResult:
    """Return the result for a line without a return code, which may report that a library was not loaded."""
    load = grammar.match_load(view, in_trace=in_trace)
    if load is not None and not is_source(view):
        return _not_loaded(*load)
    return OPENING if functions or b"KCS" in view or b"kcs11" in view else NOTHING


def dialect_of(view: bytes, functions: list[Function], grammar: Grammar, *, in_trace: bool) -> Match | None:
    """Return the dialect of a searchable line and the match of its pattern; None if no dialect matches."""
    at_end = bool(functions) and not view[functions[-1][1] :].strip()
    return grammar.match(view, at_end=at_end, in_trace=in_trace)


def _not_loaded(dialect: Dialect, match: re.Match[bytes]) -> LineResult:
    """Return the result for a library that was not loaded; it is exact, because names contain digits."""
    start, end = match.span("what")
    info = LoadInfo(dialect.load or "loader", match["what"].decode("utf-8", "replace"))
    return LineResult(outcomes=(CodeSpan(start, end, False, info),), opens=False, exact=True)


def _with_action(view: bytes, mention: Mention) -> tuple[str | None, Mention]:
    """Return the function that the line names in prose, and the return code with that function if it may return the code."""
    if mention.function is not None:
        return None, mention
    action = function_in_words(view, mention.start, mention.end)
    allowed = action is not None and legality.check(action, mention.value).verdict in ALLOWED
    return action, mention._replace(function=action) if allowed else mention


def _call(dialect: Dialect, function: str, marks: Marks) -> LineResult:
    """Return the result for a line that starts a call."""
    counted = function if dialect.counts else None
    return LineResult(call=(dialect, function), opens=True, follow=True, counted=counted, marks=marks)


def _marks(dialect: Dialect, match: re.Match[bytes]) -> Marks:
    """Return the places in the line that identify its call."""
    return Marks(
        **{name: slice(*match.span(name)) for name in Marks._fields if name in dialect.groups and match[name]}
    )


def _merged(named: list[Mention], shaped: Mention | None) -> list[Mention]:
    """Return the codes found by name and by the dialect, without duplicates; a duplicate adds only its function."""
    if shaped is None:
        return named
    same = next((i for i, other in enumerate(named) if other.value == shaped.value), None)
    if same is None:
        return [*named, shaped]
    if shaped.function is not None:
        named[same] = named[same]._replace(function=shaped.function)
    return named


def _is_compared(view: bytes, named: list[Mention], shaped: Mention) -> bool:
    """Return whether names were compared with a dialect's code that is neither one of them nor the number as printed."""
    if not named or any(other.start == shaped.start for other in named):
        return False
    return return_value(view[shaped.start : shaped.end]) != shaped.value


def _numbers(
    view: bytes, functions: list[Function], found: list[Mention], *, in_trace: bool, loose: bool
) -> list[Mention]:
    """Return `found` and the numbers in general forms, except those whose code was found already."""
    names = [mention.start for mention in found]
    numbers = function_numbers.with_functions(view, functions, names) if functions else []
    if not numbers and not found and (loose or functions):
        numbers = bare_numbers.without_function(view, in_trace=in_trace and loose)
    have = {mention.value for mention in found}
    only = functions[0][2] if len(functions) == 1 else None
    return found + [
        Mention(start, end, value, name_of(value), function or only, True)
        for start, end, value, function in numbers
        if value not in have and not _is_next_to(names, found, start, end, function)
    ]


def _is_next_to(starts: list[int], found: list[Mention], start: int, end: int, function: str | None) -> bool:
    """Return whether a code is so close that the number of `function` belongs to it."""
    index = bisect_left(starts, start)
    near = []
    if index < len(found) and found[index].start < end + NEXT_TO:
        near.append(found[index])
    if index and start < found[index - 1].end + NEXT_TO:
        near.append(found[index - 1])
    # The number after the call of another function is the result of that: `C_Login() = 0; C_Sign() = 5`.
    return any(not code.bare or function in (None, code.function) for code in near)


def _reading(
    found: list[Mention],
    dialect: Dialect | None,
    functions: list[Function],
    marks: Marks,
    *,
    exact: bool,
) -> LineResult:
    # A sentence may name another function than the one that was called.
    is_sentence = dialect is not None and "sentence" in dialect.groups
    only = functions[0][2] if len(functions) == 1 and not is_sentence else None
    outcomes = []
    traced = dialect is not None and dialect.kind == "return"
    chained = dialect is not None and dialect.chained
    for mention in found:
        returned_by = mention.function or (only if dialect is None or dialect.kind == "message" else None)
        expected = dialect is not None and mention.value in dialect.normal
        code = code_of(mention.value, mention.name, returned_by, expected=expected)
        outcomes.append(CodeSpan(mention.start, mention.end, mention.bare, code, traced, chained))
    function = outcomes[0].code.function
    counted = function if dialect is not None and dialect.counts else None
    returns = dialect if dialect is not None and _closes(dialect, function) else None
    ahead = dialect is not None and dialect.ahead and function is None
    above = dialect if dialect is not None and dialect.above and function is None else None
    return LineResult(
        outcomes=tuple(outcomes),
        returns=returns,
        ahead=ahead,
        counted=counted,
        opens=True,
        follow=bool(returns or ahead or above or counted),
        marks=marks,
        exact=exact,
        above=above,
        normal=dialect.normal if dialect is not None else frozenset(),
    )


def _depends_on_number(view: bytes, mention: Mention) -> bool:
    """Return whether another number or function of the same kind may have another result.

    That is so for a name that is not the standard's, because the number next to it may determine its value, and for digits that
    are no return code as decimals, because the function determines whether they are hexadecimal.
    """
    text = view[mention.start : mention.end]
    if mention.bare:
        return text.isdigit() and not could_be_code(int(text))
    return text.startswith(b"CKR") and text.decode().replace(".", "_", 1) != name_of(mention.value)


def _closes(dialect: Dialect, function: str | None) -> bool:
    """Return whether a return belongs to an open call, or shows the duration of its own call."""
    if dialect.kind != "return":
        return False
    return "ms" in dialect.groups if dialect.pairing == "named" else function is None
