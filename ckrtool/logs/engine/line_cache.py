"""Cache the results of lines by their folded text, so that lines which differ only in unknown words and numbers are read once.

The lookup has two steps. The key of a line, in which unknown words, numbers, functions and names are replaced by placeholders,
leads to an entry: the positions of the words that determine the result, because their values were used when such a line was
read. The values of these words lead to the result. If only the kind of a word matters (a function, a name or number of the
standard, a vendor's number), the result for another word of the same kind is derived without reading the line.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ckrtool._tables.codes import NAMES
from ckrtool.knowledge import registry
from ckrtool.logs.input.searchable import SearchableText
from ckrtool.logs.line.bare_numbers import SMALL, is_of_windows
from ckrtool.logs.line.folding import FUNCTION, NAME, Folds, text_of
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES
from ckrtool.logs.line.number_forms import is_no_time, lengths
from ckrtool.logs.line.numbers import return_value
from ckrtool.logs.line.read_line import read_view
from ckrtool.logs.line.result import CodeSpan, LineResult, LoadInfo, code_of, name_of
from ckrtool.logs.line.words import JOINERS, Place, Positions, joined, part, separators, split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ckrtool.logs.dialects.grammar import Grammar

LONGEST = 4096  # longer lines are read without folding and not cached
MOST = 32768  # maximum number of cached results
MOST_KEYS = 8192  # maximum number of cached keys
REACH = 100  # if such words are farther apart, no result is derived, because the distance may matter


class Reading(NamedTuple):
    """The result for lines of one kind, with the places of its codes and marks as ranges of words.

    `alone` is True if there is a single code within one word; its span is then relative to its own start. `begins` is True if the
    value of the number with which the line starts was used.
    """

    result: LineResult
    codes: tuple[Place, ...] = ()
    marks: tuple[Place | None, Place | None, Place | None] = (None, None, None)
    alone: bool = False
    begins: bool = False


# The result for a line: the reading of its kind, its codes, and the function that it calls or counts as called.
CachedResult = tuple[Reading, tuple[CodeSpan, ...], str | None]


class Recipe(NamedTuple):
    """How to derive the result of a line from one of the same kind.

    `sources` are the positions of the words of each code and its function, `called` that of the called function; None if fixed.
    """

    reading: Reading
    sources: tuple[tuple[int | None, int | None], ...]
    called: int | None


class Entry:
    """The results for one key; `words` are the positions of the words whose values determine the result."""

    __slots__ = ("pick", "recipes", "results", "words")

    def __init__(self, words: set[int]) -> None:
        self.words = sorted(words)
        self.pick = _picker(self.words)
        self.results: dict[bytes | tuple[bytes, ...], CachedResult] = {}
        self.recipes: dict[object, Recipe] = {}


def _picker(words: Sequence[int]) -> Callable[[list[bytes]], bytes | tuple[bytes, ...]]:
    return itemgetter(*words) if words else lambda _: ()


SENTENCE = Entry(set())
"""The entry of lines whose sentence may determine the result; the entries of these have keys with the words of sentences."""


class LineCache:
    """A cache of the results of lines; it is cleared when it is full. Without `enabled` every line is read."""

    __slots__ = ("__dict__", "_entries", "_folds", "_kept", "enabled", "grammar", "in_trace")

    def __init__(self, grammar: Grammar, *, enabled: bool = True) -> None:
        self.grammar = grammar
        self.in_trace = False
        self.enabled = enabled
        self._folds = Folds(grammar.added_words())
        self._entries: dict[bytes, Entry] = {}
        self._kept = 0

    def forget(self, *, in_trace: bool) -> None:
        """Drop all results; `in_trace` is True if weak forms count from here on."""
        self.in_trace = in_trace
        self._entries.clear()
        self._kept = 0

    def find(self, view: bytes) -> tuple[list[bytes], CachedResult]:
        """Return the words and the result of a line; a long line is a single word."""
        if len(view) > LONGEST:
            return [view], _result_of(self._read(view, [view], view)[0])
        words = split(view)
        between = separators(view)
        keys = list(map(self._folds.__getitem__, words))
        if b"::" in between and is_no_time(view):
            between += lengths(view)
        key = b" ".join(keys) + between
        entry = self._entries.get(key) if self.enabled else None
        if entry is None and self.grammar.has_sentence(view):
            entry = self._entries[key] = SENTENCE
        if entry is SENTENCE:
            keys = list(map(self._sentence_folds.__getitem__, words))
            key = b"\0" + b" ".join(keys) + between
            entry = self._entries.get(key) if self.enabled else None
        if entry is None:
            return words, self._learn(view, words, keys, key)
        chosen = entry.pick(words)
        result = entry.results.get(chosen)
        if result is None:
            recipe = entry.recipes.get(_kinds(chosen))
            if recipe is None:
                return words, self._learn(view, words, keys, key)
            self._make_space()
            result = entry.results[chosen] = _derived(recipe, words)
        return words, result

    @cached_property
    def _sentence_folds(self) -> Folds:
        return Folds(self.grammar.added_words(), sentences=True)

    def _learn(self, view: bytes, words: list[bytes], keys: list[bytes], key: bytes) -> CachedResult:
        """Read a line that is not in the cache, and cache and return its result."""
        self._make_space()
        text = joined(list(map(text_of, words, keys)), separators(view))
        reading, asked, fixed = self._read(view, words, text)
        result = _result_of(reading)
        if _is_load(reading.result):
            return result
        asked.update(number for number, made in enumerate(keys) if FUNCTION in made or NAME in made)
        entry = self._entries.get(key)
        if entry is None or not asked.issubset(entry.words):
            asked.update(entry.words if entry else ())
            entry = self._entries[key] = Entry(asked)
        chosen = entry.pick(words)
        entry.results[chosen] = result
        recipe = None if fixed else _recipe(result, words, entry.words)
        if recipe is not None:
            entry.recipes[_kinds(chosen)] = recipe
        return result

    def _make_space(self) -> None:
        """Drop results if there are too many."""
        self._kept += 1
        if len(self._entries) >= MOST_KEYS:
            self.forget(in_trace=self.in_trace)
        elif self._kept >= MOST:
            self._kept = 0
            for entry in self._entries.values():
                entry.results.clear()

    def _read(self, line: bytes, words: list[bytes], text: bytes) -> tuple[Reading, set[int], bool]:
        """Read a line as `text`, which has other characters in some words.

        Return the reading, the numbers of the words whose values were used, and whether it holds for exactly these values.
        """
        view = SearchableText(text)
        result = read_view(view, in_trace=self.in_trace, grammar=self.grammar)
        read_as = split(text) if len(words) > 1 else [text]
        positions = Positions(read_as)
        codes = tuple(positions.place(span.start, span.end) for span in result.outcomes)
        thread, time, ms = (
            positions.place(mark.start, mark.stop) if mark.stop else None for mark in result.marks
        )
        alone = len(codes) == 1 and codes[0][0] == codes[0][2]
        if alone:
            first, start, _, back = codes[0]
            span = result.outcomes[0]
            result = result._replace(outcomes=(span._replace(start=0, end=len(words[first]) - start - back),))
        asked = {number for span in view.asked for number in positions.numbers(*span)}
        reading = Reading(result, codes, (thread, time, ms), alone, 0 in asked)
        if _is_load(result):
            reading = _loaded(reading, line, words)
        return reading, asked, result.exact


def _is_load(result: LineResult) -> bool:
    return bool(result.outcomes) and isinstance(result.outcomes[0].code, LoadInfo)


def _loaded(reading: Reading, line: bytes, words: list[bytes]) -> Reading:
    """Return the reading of a load failure with the library's name from the original line, before folding."""
    span = reading.result.outcomes[0]
    assert isinstance(span.code, LoadInfo)
    what = part(line, words, reading.codes[0]).decode("utf-8", "replace")
    return reading._replace(
        result=reading.result._replace(outcomes=(span._replace(code=LoadInfo(span.code.reason, what)),))
    )


@lru_cache(maxsize=8192)
def _kind(word: bytes) -> tuple[object, object]:
    """Return the kind and the value of a word that determines a result; words of one kind differ only in their value."""
    word = word.strip(JOINERS)
    if word.startswith(b"C"):
        name = word.decode("ascii")
        value = NAMES.get(name)
        return (FUNCTION, word) if name in FUNCTION_NAMES else (NAME, value) if value else (word, word)
    value = return_value(word)
    if value is None or value < SMALL or is_of_windows(value):
        return word, word
    kind = registry.kind_of(value)
    return (word, word) if kind == "undefined" else (kind, value)


@lru_cache(maxsize=8192)
def _kinds(chosen: bytes | tuple[bytes, ...]) -> object:
    """Return the kinds of the words that determine a result, and which of them have the same value."""
    rows = [_kind(word) for word in (chosen if isinstance(chosen, tuple) else (chosen,))]
    values = [value for _, value in rows]
    return tuple(kind for kind, _ in rows), tuple(map(values.index, values))


def _result_of(reading: Reading) -> CachedResult:
    result = reading.result
    return reading, result.outcomes, result.call[1] if result.call else result.counted


def _recipe(result: CachedResult, words: list[bytes], chosen: list[int]) -> Recipe | None:
    """Return how to derive the result from the words; None if that is not possible or the lengths of words may matter."""
    if len(chosen) > 1 and len(b"".join(words[chosen[0] : chosen[-1] + 1])) > REACH:
        return None
    reading, outcomes, called = result
    functions = {
        _function(words[number]): number for number in reversed(chosen) if _kind(words[number])[0] == FUNCTION
    }
    sources = tuple(
        (
            first if (reading.alone or first == last) and first in chosen else None,
            functions.get(span.code.function or ""),
        )
        for span, (first, _, last, _) in zip(outcomes, reading.codes, strict=True)
    )
    recipe = Recipe(reading, sources, functions.get(called or ""))
    return recipe if _derived(recipe, words) == result else None


def _derived(recipe: Recipe, words: list[bytes]) -> CachedResult:
    """Return the result of a line whose words have the kinds that the recipe requires."""
    reading, sources, called = recipe
    result = reading.result
    if reading.alone:
        first, start, _, back = reading.codes[0]
        code, function = sources[0]
        outcomes = _single(
            result.outcomes[0],
            None if code is None else words[code],
            None if function is None else words[function],
            result.normal,
            len(words[first]) - start - back,
        )
    else:
        outcomes = _several(result, sources, words)
    name = result.call[1] if result.call else result.counted
    return reading, outcomes, name if called is None else _function(words[called])


def _several(
    result: LineResult, sources: tuple[tuple[int | None, int | None], ...], words: list[bytes]
) -> tuple[CodeSpan, ...]:
    return tuple(
        _span(
            span,
            None if code is None else words[code],
            None if function is None else words[function],
            result.normal,
        )
        for span, (code, function) in zip(result.outcomes, sources, strict=True)
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
    if code is not None:
        known = _kind(code)[1]
        if isinstance(known, int):
            value, name = known, name_of(known)
    called = info.function if function is None else _function(function)
    return span._replace(code=code_of(value, name, called, expected=value in normal))


def _function(word: bytes) -> str:
    """Return the function that a word names."""
    return word.strip(JOINERS).decode()
