"""Derive the result of a line from that of a line which differs only in values of the same kind."""

from __future__ import annotations

from functools import lru_cache

from ckrtool._named_tuples import NamedTuple
from ckrtool._tables.codes import NAMES
from ckrtool.knowledge import registry
from ckrtool.logs.line.bare_numbers import SMALL, is_of_windows
from ckrtool.logs.line.folding import FUNCTION, NAME
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES
from ckrtool.logs.line.numbers import return_value
from ckrtool.logs.line.result import CodeSpan, LineResult, code_of, name_of
from ckrtool.logs.line.words import JOINERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.logs.line.words import Place

REACH = 100  # if such words are farther apart, no result is derived, because the distance may matter


class Reading(NamedTuple):
    """The result for lines of one kind, with the places of its codes and marks as ranges of words.

    `alone` is True if there is a single code within one word; its span is then relative to its own start. `begins` is True if the
    value of the number with which the line starts was used. `follows` is True if each such line is passed to `Engine._follow`;
    `opens` is that of the result.
    """

    result: LineResult
    codes: tuple[Place, ...] = ()
    marks: tuple[Place | None, Place | None, Place | None] = (None, None, None)
    alone: bool = False
    begins: bool = False
    follows: bool = False
    opens: bool = False


# The result for a line: the reading of its kind, its codes, and the function that it calls or counts as called.
CachedResult = tuple[Reading, tuple[CodeSpan, ...], str | None]


class Recipe(NamedTuple):
    """How to derive the result of a line from one of the same kind.

    `sources` are the positions of the words of each code and its function, `called` that of the called function; None if fixed.
    `spans` are the codes of the reading, without what the words of the sources determine.
    """

    reading: Reading
    spans: tuple[CodeSpan, ...]
    sources: tuple[tuple[int | None, int | None], ...]
    called: int | None


@lru_cache(maxsize=8192)
def kind(word: bytes) -> tuple[object, object]:
    """Return the kind and the value of a word that determines a result; words of one kind differ only in their value."""
    word = word.strip(JOINERS)
    if word.startswith(b"C"):
        name = word.decode("ascii")
        value = NAMES.get(name)
        return (FUNCTION, word) if name in FUNCTION_NAMES else (NAME, value) if value else (word, word)
    value = return_value(word)
    if value is None:
        return word, word
    kind = registry.kind_of(value)
    if value < SMALL or is_of_windows(value) or kind == "undefined":
        return word, value
    return (kind, word.isdigit() and len(word) == len("404")), value  # a status has three digits


@lru_cache(maxsize=8192)
def kinds(chosen: bytes | tuple[bytes, ...]) -> object:
    """Return the kinds of the words that determine a result, and which of them have the same value."""
    rows = [kind(word) for word in (chosen if isinstance(chosen, tuple) else (chosen,))]
    values = [value for _, value in rows]
    return tuple(kind for kind, _ in rows), tuple(map(values.index, values))


def recipe_of(result: CachedResult, words: list[bytes], chosen: list[int]) -> Recipe | None:
    """Return how to derive the result from the words; None if that is not possible or the lengths of words may matter."""
    if len(chosen) > 1 and len(b"".join(words[chosen[0] : chosen[-1] + 1])) > REACH:
        return None
    reading, outcomes, called = result
    functions = {
        _function(words[number]): number for number in reversed(chosen) if kind(words[number])[0] == FUNCTION
    }
    fixed = b" ".join(word for number, word in enumerate(words) if number not in chosen)
    if any(function.encode() in fixed for function in functions):
        return None  # it is not certain which of the two words the reading used
    sources = tuple(
        (
            first if (reading.alone or first == last) and first in chosen else None,
            functions.get(span.code.function or ""),
        )
        for span, (first, _, last, _) in zip(outcomes, reading.codes, strict=True)
    )
    spans = tuple(
        _without(span, None if code is None else words[code], has_function=function is not None)
        for span, (code, function) in zip(reading.result.outcomes, sources, strict=True)
    )
    made = Recipe(reading, spans, sources, functions.get(called or ""))
    return made if derived(made, words) == result else None


def _without(span: CodeSpan, code: bytes | None, *, has_function: bool) -> CodeSpan:
    """Return `span` without the value of the word `code`, and without the function, so that more lines share what is derived."""
    info = span.code
    function = None if has_function else info.function
    if code is not None and _value_of(code) is not None:
        return span._replace(code=code_of(0, None, function))
    return span._replace(code=code_of(info.value, info.name, function))


def derived(recipe: Recipe, words: list[bytes]) -> CachedResult:
    """Return the result of a line whose words have the kinds that the recipe requires."""
    reading, spans, sources, called = recipe
    result = reading.result
    if reading.alone:
        first, start, _, back = reading.codes[0]
        code, function = sources[0]
        outcomes = _single(
            spans[0],
            None if code is None else words[code],
            None if function is None else words[function],
            result.normal,
            len(words[first]) - start - back,
        )
    else:
        outcomes = _several(recipe, words)
    name = result.call[1] if result.call else result.counted
    return reading, outcomes, name if called is None else _function(words[called])


def _several(recipe: Recipe, words: list[bytes]) -> tuple[CodeSpan, ...]:
    return tuple(
        _span(
            span,
            None if code is None else words[code],
            None if function is None else words[function],
            recipe.reading.result.normal,
        )
        for span, (code, function) in zip(recipe.spans, recipe.sources, strict=True)
    )


@lru_cache(maxsize=4096)
def _single(
    span: CodeSpan, code: bytes | None, function: bytes | None, normal: frozenset[int], length: int
) -> tuple[CodeSpan, ...]:
    return (_span(span, code, function, normal)._replace(end=length),)


@lru_cache(maxsize=4096)
def _span(span: CodeSpan, code: bytes | None, function: bytes | None, normal: frozenset[int]) -> CodeSpan:
    """Return `span` with the value read from `code` and the name in `function`; None keeps that of `span`."""
    info = span.code
    value, name = info.value, info.name
    known = None if code is None else _value_of(code)
    if known is not None:
        value, name = known, name_of(known)
    called = info.function if function is None else _function(function)
    return span._replace(code=code_of(value, name, called, expected=value in normal))


def _value_of(code: bytes) -> int | None:
    """Return the value of a word that is a code of a kind with several values; None for any other word."""
    of_word, value = kind(code)
    return value if isinstance(value, int) and of_word != code.strip(JOINERS) else None


def _function(word: bytes) -> str:
    """Return the function that a word names."""
    return word.strip(JOINERS).decode()
