"""Find the functions and the names of codes in a line, with the function and the value of each name."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from ckrtool._lazy_re import lazy
from ckrtool._named_tuples import NamedTuple
from ckrtool._tables.functions import FUNCTIONS
from ckrtool.knowledge import registry
from ckrtool.logs.input.searchable import ask
from ckrtool.logs.line import function_numbers
from ckrtool.logs.line.mentions import is_mentioned
from ckrtool.logs.line.numbers import return_value
from ckrtool.logs.line.result import name_of

FUNCTION_NAMES = frozenset(FUNCTIONS)
_SPOKEN = {name.removeprefix("C_").lower(): name for name in FUNCTION_NAMES}
# The lookbehind is after the literal, so that `re` can skip to the literal.
NAME = lazy(rb"CKR(?<![A-Za-z0-9_]CKR)(?:_[A-Z0-9_]{2,80}|\.[A-Z][A-Z0-9_]{1,80})")
# Not the end of a word, a date, a time or a version.
NUMBER_BEFORE = lazy(
    rb"(?<![\w-])(?<!\d[:.])(?P<code>0[xX][0-9A-Fa-f]{1,16}|-?\d{1,20})(?:[\s:(=\[\"'|,/-]{1,4}|\s=\s)$"
)
NUMBER_AFTER = lazy(rb"[\s:(=\[\"'|,]{1,4}(?P<code>0[xX][0-9A-Fa-f]{1,16}|-?\d{1,20})(?![\w.]|[:-]\d)")
BEHIND = lazy(rb"[\"']?\s?\((?P<code>0[xX][0-9A-Fa-f]{1,16})\)")
IN_FRONT = lazy(rb"(?P<code>0[xX][0-9A-Fa-f]{8}) \($")
AFTERWARDS = lazy(
    rb"[\s)\],\"':.;]{1,6}(?:(?:was )?(?:returned|thrown|raised|reported) )?(?:by|from|in|at|on|during|for|when|while|calling|after)\b"
)
VENDOR_DEFINED = 0x80000000

Function = tuple[int, int, str]  # the start, the end and the name of a C_* function


class Mention(NamedTuple):
    """A return code found in a line: its offsets, value, name and function; `bare` is True for a number without its name."""

    start: int
    end: int
    value: int
    name: str | None
    function: str | None
    bare: bool


def functions_of(view: bytes) -> list[Function]:
    """Return the functions of the standard that the line names, in order."""
    return [
        (match.start(), match.end(), name)
        for match in function_numbers.FUNCTION.finditer(view)
        if (name := match[0].decode()) in FUNCTION_NAMES
    ]


def names_of(view: bytes, functions: list[Function]) -> list[Mention]:
    """Return the names in the line that are return codes; a number of the same code next to a name is not included.

    At most function_numbers.MOST names per line are examined, because each requires a context check.
    """
    found: list[Mention] = []
    if b"CKR" not in view:
        return found
    for match in islice(NAME.finditer(view), function_numbers.MOST):
        start = match.start()
        end = start + len(match[0].rstrip(b"_"))
        if is_mentioned(view, start, end):
            continue
        spelling = view[start:end].decode().replace(".", "_", 1)
        if view[end : end + 1].islower() and registry.code_by_name(spelling) is None:
            continue  # part of another word; after a standard name, it is another program's output
        contrary = _other_number(spelling, view, start)
        if contrary is not None:
            found.append(contrary._replace(function=_function_near(view, functions, start, end)))
            continue
        value, name = value_of_name(spelling, view, start, end)
        if value is not None:
            function = _function_near(view, functions, start, end)
            found.append(Mention(start, end, value, name, function, False))
            if (second := _contradicting(view, end, value)) is not None:
                found.append(second._replace(function=function))
    return found


def _other_number(spelling: str, view: bytes, start: int) -> Mention | None:
    """Return the number of `0x00000012 (CKR_X)` if it is not the number of CKR_X, else None.

    The number is used, because in such a program the table of names is wrong.
    """
    if view[start - 1 : start] != b"(":
        return None
    match = IN_FRONT.search(view, max(0, start - 12), start)
    code = registry.code_by_name(spelling)
    if match is None or code is None:
        return None
    value = int(ask(view, *match.span("code")), 16)
    if value == code.value or registry.kind_of(value) != "standard":
        return None
    return Mention(*match.span("code"), value, name_of(value), None, True)


def _contradicting(view: bytes, end: int, value: int) -> Mention | None:
    """Return the number of `CKR_X (0xa4)` if it is another standard code: which of the two was returned is not known."""
    number = _number_behind(view, end)
    if number is None or number == value or registry.kind_of(number) != "standard":
        return None
    match = BEHIND.match(view, end)
    assert match is not None
    return Mention(*match.span("code"), number, name_of(number), None, True)


def _number_behind(view: bytes, end: int) -> int | None:
    match = BEHIND.match(view, end)
    return return_value(ask(view, *match.span("code"))) if match else None


def value_of_name(spelling: str, view: bytes, start: int, end: int) -> tuple[int | None, str | None]:
    """Return the value and the name of a code; for a name with several values, the number next to it decides."""
    code = registry.code_by_name(spelling)
    if code is not None:
        number = _number_behind(view, end)
        if number in (None, code.value) or all(
            row.value != number for row in registry.candidates_by_name(spelling)
        ):
            return code.value, code.name
        return number, spelling  # a vendor gives the name another value
    match = NUMBER_AFTER.match(view, end) or NUMBER_BEFORE.search(view, max(0, start - 30), start)
    number = return_value(ask(view, *match.span("code"))) if match else None
    rows = registry.candidates_by_name(spelling)
    values = {row.value for row in rows}
    if number is not None and (number in values or not values):
        return number, spelling if number in values else name_of(number)
    if number is not None and number >= VENDOR_DEFINED:
        return number, spelling  # an unknown vendor uses the name too
    return (next(iter(values)), spelling) if len(values) == 1 else (None, None)


def _function_near(view: bytes, functions: list[Function], start: int, end: int) -> str | None:
    """Return the function of a name: one after it with `by`, `from` or the like, else the nearest before it."""
    index = bisect_left(functions, (end,))
    after = functions[index] if index < len(functions) else None
    if after is not None and after[0] - end < 60 and AFTERWARDS.match(view, end, after[0]):
        return after[2]
    if index and functions[index - 1][1] <= start:
        return functions[index - 1][2]
    return after[2] if after is not None and len(functions) == 1 else None


def spoken_function(spoken: bytes) -> str | None:
    """Return the C_* function of a program's own name for it (`Login`, `log in`, `FIND_OBJECTS_INIT`, `SLOT_LIST`); None if unknown."""
    name = spoken.replace(b"_", b"").replace(b" ", b"").lower().decode("ascii", "replace")
    return _SPOKEN.get(name) or _SPOKEN.get("get" + name)
