"""Reads one line: which return codes stand in it, and where a trace's call starts or ends."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from ckrtool import registry, spellings
from ckrtool.logs import forms, sentences
from ckrtool.logs.core import core_of
from ckrtool.logs.later import later
from ckrtool.logs.mentions import is_argument, is_mentioned, is_source
from ckrtool.logs.numbers import return_value
from ckrtool.logs.outcome import NOTHING, OPENING, Outcome, Reading, code_of, name_of
from ckrtool.logs.shapes import shape_of
from ckrtool.logs.view import View

if TYPE_CHECKING:
    import re

    from ckrtool.logs.dialects import Dialect

FUNCTION_NAMES = frozenset(function.name for function in registry.functions())
_SPOKEN = {name.removeprefix("C_").lower(): name for name in FUNCTION_NAMES}
# The look behind stands after the literal, by which a scan skips.
NAME = later(rb"CKR(?<![A-Za-z0-9_]CKR)(?:_[A-Z0-9_]{2,80}|\.[A-Z][A-Z0-9_]{1,80})")
BESIDE_BEFORE = later(rb"(?P<code>0[xX][0-9A-Fa-f]{1,16}|-?\d{1,20})(?:[\s:(=\[\"'|,/-]{1,4}|\s=\s)$")
BESIDE_AFTER = later(rb"[\s:(=\[\"'|,]{1,4}(?P<code>0[xX][0-9A-Fa-f]{1,16}|-?\d{1,20})(?![\w.])")
AFTERWARDS = later(
    rb"[\s)\],\"':.;]{1,6}(?:(?:was )?(?:returned|thrown|raised|reported) )?(?:by|from|in|at|on|during|for|when|while|calling|after)\b"
)
LIBP11_OWN = 0x400
VENDOR_DEFINED = 0x80000000
BESIDE = 24


def read_line(text: bytes, anchor: int, *, opened: bool) -> Reading:
    """Return what the line `text` (without its ending) says; offsets are relative to `anchor`.

    `opened` says that earlier lines of the stream were a trace or spoke of PKCS #11, so that weak forms count.
    """
    seen = View(text)
    view = seen.text
    if is_argument(view):
        return NOTHING
    functions = [
        (match.start(), match.end(), name)
        for match in forms.FUNCTION.finditer(view)
        if (name := match[0].decode()) in FUNCTION_NAMES
    ]
    at_end = bool(functions) and (functions[-1][1] == len(view) or view[functions[-1][1] :].isspace())
    shape = shape_of(view, at_end=at_end, opened=opened)
    if shape is not None and shape[0].kind == "call":
        function = shape[0].function or shape[1]["function"].decode()
        if function in FUNCTION_NAMES:
            return _call(shape[0], function)
    found = _named(view, functions)
    dialect: Dialect | None = None
    if shape is not None and shape[0].kind != "call":
        dialect, match = shape
        found = _merged(found, _by_shape(dialect, match))
    if not found or functions:
        found = _numbers(view, functions, found, opened=opened)
    if found and (shape is None or shape[0].kind == "message") and is_source(view):
        return NOTHING
    plain = shape is None and len(functions) == 1 and len(view) == len(text)
    if plain and found and not any(_valued_beside(view, row) for row in found):
        return _plain(text, view, found, functions[0], anchor)
    if not found:
        return OPENING if functions or b"KCS" in view or b"kcs11" in view else NOTHING
    return _reading(
        [(seen.place(row[0]), seen.place(row[1] - 1) + 1, *row[2:]) for row in found],
        dialect,
        functions,
        anchor,
        exact=any(_valued_beside(view, row) for row in found),
    )


@lru_cache(maxsize=1024)
def _call(dialect: Dialect, function: str) -> Reading:
    """Return what a call's head says."""
    return Reading(
        call=(dialect, function), opens=True, follow=True, counted=function if dialect.counts else None
    )


# start, end, value, name, function, bare
Raw = tuple[int, int, int, "str | None", "str | None", bool]


def _named(view: bytes, functions: list[tuple[int, int, str]]) -> list[Raw]:
    """Return the names in the line that are returns, each with the number of the same return beside it left out."""
    found: list[Raw] = []
    if b"CKR" not in view:
        return found
    for match in NAME.finditer(view):
        start = match.start()
        end = start + len(match[0].rstrip(b"_"))
        if is_mentioned(view, start, end):
            continue
        spelt = view[start:end].decode().replace(".", "_", 1)
        if view[end : end + 1].islower() and registry.code_by_name(spelt) is None:
            continue  # a word of its own; a standard name may have another program's output right behind it
        value, name = _value_of_name(spelt, view, start, end)
        if value is not None:
            found.append((start, end, value, name, _function_near(view, functions, start, end), False))
    return found


def _value_of_name(spelt: str, view: bytes, start: int, end: int) -> tuple[int | None, str | None]:
    code = registry.code_by_name(spelt)
    if code is not None:
        return code.value, code.name
    beside = BESIDE_AFTER.match(view, end) or BESIDE_BEFORE.search(view, max(0, start - 30), start)
    number = return_value(beside["code"]) if beside else None
    rows = registry.candidates_by_name(spelt)
    values = {row.value for row in rows}
    if number is not None and (number in values or not values):
        return number, spelt if number in values else name_of(number)
    if number is not None and number >= VENDOR_DEFINED:
        return number, spelt  # a vendor of whom nothing is known uses the name too
    return (next(iter(values)), spelt) if len(values) == 1 else (None, None)


def _function_near(view: bytes, functions: list[tuple[int, int, str]], start: int, end: int) -> str | None:
    """Return the function that a name belongs to: the nearest before it, else the one it is said to come from."""
    index = bisect_left(functions, (end,))
    after = functions[index] if index < len(functions) else None
    if after is not None and after[0] - end < 60 and AFTERWARDS.match(view, end, after[0]):
        return after[2]
    if index and functions[index - 1][1] <= start:
        return functions[index - 1][2]
    return after[2] if after is not None and len(functions) == 1 else None


def _by_shape(dialect: Dialect, match: re.Match[bytes]) -> list[Raw]:
    """Return what a known program's line says."""
    groups = dialect.groups
    function = dialect.function
    if "function" in groups and match["function"]:
        function = registry.function_name(match["function"].decode("ascii", "replace"))
    elif "spoken" in groups and match["spoken"]:
        function = spoken_function(match["spoken"])
    if "name" in groups and match["name"]:
        start, end = match.span("name")
        value, name = _value_of_name(match["name"].decode(), match.string, start, end)
        return [] if value is None else [(start, end, value, name, function, False)]
    if "packed" in groups:
        return _unpacked(match)
    if "sentence" in groups:
        return _sentence(match, function)
    if "code" in groups and match["code"]:
        value = return_value(match["code"], base=dialect.base)
        if value is None:
            return []
        value |= dialect.offset
        return [(*match.span("code"), value, name_of(value), function, True)]
    if "word" in groups and match["word"]:
        return _spelt(match, function)
    return []


def _spelt(match: re.Match[bytes], function: str | None) -> list[Raw]:
    if is_mentioned(match.string, *match.span("word"), dotted=True):
        return []
    word = match["word"].decode("ascii", "replace")
    standard = registry.code_by_name(f"CKR_{word}")
    if standard is not None:
        return [(*match.span("word"), standard.value, standard.name, function, False)]
    parsed = spellings.parse(f"RvError::{word}") if word.isalnum() else None
    if parsed is None or parsed.value is None:
        return []
    return [(*match.span("word"), parsed.value, name_of(parsed.value), function, False)]


def _sentence(match: re.Match[bytes], function: str | None) -> list[Raw]:
    value = sentences.value_of(match["sentence"].decode("utf-8", "replace"))
    if value is None:
        return []
    return [(*match.span("sentence"), value, name_of(value), function, False)]


def _unpacked(match: re.Match[bytes]) -> list[Raw]:
    """OpenSSL's packed number: the reason is its last 23 bits since 3.0 (12 before, where the library fills the top byte)."""
    routine = match["routine"]
    if (
        match["library"] == b"Vendor defined" and not routine.startswith(b"PKCS11_")
    ) or b"ERR_ENG" in routine:
        return []
    packed = int(match["packed"], 16)
    reason = packed & (0xFFF if packed & 0x80000000 else 0x7FFFFF)
    if not 0 < reason < LIBP11_OWN:
        return []
    return [(*match.span("packed"), reason, name_of(reason), None, True)]


def spoken_function(spoken: bytes) -> str | None:
    """Return the C_* function that a program means: `Login`, `FIND_OBJECTS_INIT`, `SLOT_LIST`."""
    word = spoken.replace(b"_", b"").lower().decode("ascii", "replace")
    return _SPOKEN.get(word) or _SPOKEN.get("get" + word)


def _merged(named: list[Raw], shaped: list[Raw]) -> list[Raw]:
    """One return is one entry: a name that a shape found again takes the shape's function; its number is dropped."""
    merged = list(named)
    for row in shaped[:1]:
        same = next((i for i, other in enumerate(merged) if other[2] == row[2]), None)
        if same is None:
            merged.append(row)
        elif row[4] is not None:
            other = merged[same]
            merged[same] = (*other[:4], row[4], other[5])
    return merged


def _numbers(
    view: bytes, functions: list[tuple[int, int, str]], found: list[Raw], *, opened: bool
) -> list[Raw]:
    """Add the numbers in general forms, leaving out those whose name or shape is there already."""
    numbers = forms.with_functions(view, functions, [row[0] for row in found]) if functions else []
    if not numbers and not found:
        numbers = forms.without_function(view, opened=opened)
    have = {row[2] for row in found}
    starts = [row[0] for row in found]
    added: list[Raw] = []
    for start, end, value, function in numbers:
        if value in have or _beside(starts, found, start, end):
            continue
        only = functions[0][2] if function is None and len(functions) == 1 else function
        added.append((start, end, value, name_of(value), only, True))
    return found + added


def _beside(starts: list[int], found: list[Raw], start: int, end: int) -> bool:
    """Return whether a name stands so close that the number is its own."""
    index = bisect_left(starts, start)
    if index < len(found) and found[index][0] < end + BESIDE:
        return True
    return index > 0 and start < found[index - 1][1] + BESIDE


def _plain(
    text: bytes, view: bytes, found: list[Raw], function: tuple[int, int, str], anchor: int
) -> Reading:
    """Return the reading of an ordinary line: one function, and what it returned."""
    found.sort(key=_start)
    place, _, name = function
    outcomes = tuple(
        Outcome(start - anchor, end - anchor, bare, code_of(value, known, whose or name))
        for start, end, value, known, whose, bare in found
    )
    return Reading(
        outcomes=outcomes, opens=True, core=core_of(text, view, function, found), core_at=place - anchor
    )


def _start(row: Raw) -> int:
    return row[0]


def _reading(
    found: list[Raw],
    dialect: Dialect | None,
    functions: list[tuple[int, int, str]],
    anchor: int,
    *,
    exact: bool,
) -> Reading:
    found.sort(key=_start)
    # A sentence names functions that are not the one called.
    speaks = dialect is not None and "sentence" in dialect.groups
    only = functions[0][2] if len(functions) == 1 and not speaks else None
    outcomes = []
    for start, end, value, name, function, bare in found:
        whose = function or (only if dialect is None or dialect.kind == "message" else None)
        expected = dialect is not None and value in dialect.normal
        code = code_of(value, name, whose, expected=expected)
        outcomes.append(Outcome(start - anchor, end - anchor, bare, code))
    function = outcomes[0].code.function
    counted = function if dialect is not None and dialect.counts else None
    returns = dialect if dialect is not None and _closes(dialect, function) else None
    ahead = dialect is not None and dialect.ahead and function is None
    return Reading(
        outcomes=tuple(outcomes),
        returns=returns,
        ahead=ahead,
        counted=counted,
        opens=True,
        follow=bool(returns or ahead or counted),
        exact=exact,
    )


def _valued_beside(view: bytes, row: Raw) -> bool:
    """Return whether a name is none of the standard's, so that a number beside it may say what it stands for."""
    spelt = view[row[0] : row[1]]
    return not row[5] and spelt.startswith(b"CKR") and spelt.decode().replace(".", "_", 1) != name_of(row[2])


def _closes(dialect: Dialect, function: str | None) -> bool:
    """Return whether a return belongs to an open call, or says how long its own took."""
    if dialect.kind != "return":
        return False
    return "ms" in dialect.groups if dialect.pairing == "named" else function is None
