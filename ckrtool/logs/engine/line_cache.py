"""Caches what lines say by their folded text, so that lines which differ only in unknown words and in numbers are read once.

Two steps lead from a line to its result. The key of the line, in which words, numbers, functions and names are alike, leads to
an entry: which of its words decide the result, because their values were asked for when such a line was read. These words lead
to the result. Where only the kind of a word decides (a function, a name or number of the standard, a vendor's number), a result
is made for another word of its kind without reading the line.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from ckrtool._tables.codes import NAMES
from ckrtool.knowledge import registry
from ckrtool.logs.input.searchable import SearchableText
from ckrtool.logs.line.bare_numbers import SMALL, is_of_windows
from ckrtool.logs.line.folding import FUNCTION, NAME, Folds, text_of
from ckrtool.logs.line.functions_and_names import FUNCTION_NAMES
from ckrtool.logs.line.numbers import return_value
from ckrtool.logs.line.read_line import read_view
from ckrtool.logs.line.result import CodeSpan, LineResult, LoadInfo, code_of, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ckrtool.logs.dialects.grammar import Grammar

LONGEST = 4096  # a longer line is read as it is, and not kept
MOST = 32768  # so many results are kept
MOST_KEYS = 8192  # and so many keys of lines
REACH = 100  # a line in which such words are farther apart is not made from one of other lengths

# What lies from the word of that number plus an offset to the word of that number less an offset from its end.
Place = tuple[int, int, int, int]


class Reading(NamedTuple):
    """What the lines of a kind say: `codes` and `marks` say where, by words.

    `alone` says that there is one code, in one word: its span is from its own start.
    """

    result: LineResult
    codes: tuple[Place, ...] = ()
    marks: tuple[Place | None, Place | None, Place | None] = (None, None, None)
    alone: bool = False


# What a line says: the reading of its kind, its codes, and the function that it calls or counts as called.
Said = tuple[Reading, tuple[CodeSpan, ...], str | None]


class Recipe(NamedTuple):
    """How lines of a kind follow from one that was read: the words of each code and its function, None where they are fixed."""

    reading: Reading
    sources: tuple[tuple[int | None, int | None], ...]
    called: int | None


class Entry:
    """The lines of one key: `words` are the numbers of those whose values decide the result."""

    __slots__ = ("pick", "recipes", "said", "words")

    def __init__(self, words: set[int]) -> None:
        self.words = sorted(words)
        self.pick = _picker(self.words)
        self.said: dict[bytes | tuple[bytes, ...], Said] = {}
        self.recipes: dict[object, Recipe] = {}


def _picker(words: Sequence[int]) -> Callable[[list[bytes]], bytes | tuple[bytes, ...]]:
    return itemgetter(*words) if words else lambda _: ()


class LineCache:
    """The results of lines. After MOST entries it starts afresh; without `enabled` every line is read."""

    __slots__ = ("_entries", "_folds", "_kept", "enabled", "grammar", "in_trace")

    def __init__(self, grammar: Grammar, *, enabled: bool = True) -> None:
        self.grammar = grammar
        self.in_trace = False
        self.enabled = enabled
        self._folds = Folds(grammar.added_words())
        self._entries: dict[bytes, Entry] = {}
        self._kept = 0

    def forget(self, *, in_trace: bool) -> None:
        """Drop all results; `in_trace` says whether weak forms count from here on."""
        self.in_trace = in_trace
        self._entries.clear()
        self._kept = 0

    def find(self, words: list[bytes]) -> Said:
        """Return what a line says that is cut into `words`; a long one is a single one."""
        if len(words) == 1 and len(words[0]) > LONGEST:
            return _said(self._read(words, words)[0])
        keys = list(map(self._folds.__getitem__, words))
        entry = self._entries.get(b"".join(keys)) if self.enabled else None
        if entry is None:
            return self._learn(keys, None, words)
        chosen = entry.pick(words)
        said = entry.said.get(chosen)
        if said is not None:
            return said
        recipe = entry.recipes.get(_kinds(chosen))
        if recipe is None:
            return self._learn(keys, entry, words)
        self._make_space()
        said = entry.said[chosen] = _made(recipe, words)
        return said

    def _learn(self, keys: list[bytes], entry: Entry | None, words: list[bytes]) -> Said:
        """Read a line that is not known, and keep what it says."""
        self._make_space()
        reading, asked, fixed = self._read(words, list(map(text_of, words, keys)))
        said = _said(reading)
        if _is_load(reading.result):
            return said
        asked.update(number for number, key in enumerate(keys) if key in (FUNCTION, NAME))
        if entry is None or not asked.issubset(entry.words):
            asked.update(entry.words if entry else ())
            entry = self._entries[b"".join(keys)] = Entry(asked)
        chosen = entry.pick(words)
        entry.said[chosen] = said
        recipe = None if fixed else _recipe(said, words, entry.words)
        if recipe is not None:
            entry.recipes[_kinds(chosen)] = recipe
        return said

    def _make_space(self) -> None:
        """Drop results where there are too many."""
        self._kept += 1
        if len(self._entries) >= MOST_KEYS:
            self.forget(in_trace=self.in_trace)
        elif self._kept >= MOST:
            self._kept = 0
            for entry in self._entries.values():
                entry.said.clear()

    def _read(self, words: list[bytes], texts: list[bytes]) -> tuple[Reading, set[int], bool]:
        """Read `texts`; return what the line says, the words whose values were asked for, and whether it says so of these values only."""
        view = SearchableText(b"".join(texts))
        result = read_view(view, in_trace=self.in_trace, grammar=self.grammar)
        ends = list(accumulate(map(len, texts)))

        def place(start: int, end: int) -> Place:
            first = bisect_right(ends, start)
            last = bisect_right(ends, end - 1)
            return first, start - ends[first] + len(texts[first]), last, ends[last] - end

        codes = tuple(place(span.start, span.end) for span in result.outcomes)
        thread, time, ms = (place(mark.start, mark.stop) if mark.stop else None for mark in result.marks)
        alone = len(codes) == 1 and codes[0][0] == codes[0][2]
        if alone:
            first, start, _, back = codes[0]
            span = result.outcomes[0]
            result = result._replace(outcomes=(span._replace(start=0, end=len(words[first]) - start - back),))
        asked = {
            number
            for start, end in view.asked
            for number in range(bisect_right(ends, start), bisect_right(ends, end - 1) + 1)
            if number % 2
        }
        reading = Reading(result, codes, (thread, time, ms), alone)
        if _is_load(result):
            reading = _loaded(reading, words)
        return reading, asked, result.exact


def _is_load(result: LineResult) -> bool:
    return bool(result.outcomes) and isinstance(result.outcomes[0].code, LoadInfo)


def _loaded(reading: Reading, words: list[bytes]) -> Reading:
    """Return the reading with the name of the library as the line has it."""
    span = reading.result.outcomes[0]
    assert isinstance(span.code, LoadInfo)
    what = part(words, reading.codes[0]).decode("utf-8", "replace")
    return reading._replace(
        result=reading.result._replace(outcomes=(span._replace(code=LoadInfo(span.code.reason, what)),))
    )


def offset(words: list[bytes], place: Place) -> int:
    """Return where a place of a line begins."""
    return len(b"".join(words[: place[0]])) + place[1]


def part(words: list[bytes], place: Place | None) -> bytes:
    """Return the bytes at a place of a line; b"" for none."""
    if place is None:
        return b""
    first, start, last, back = place
    text = b"".join(words[first : last + 1]) if first != last else words[first]
    return text[start : len(text) - back]


@lru_cache(maxsize=8192)
def _kind(word: bytes) -> tuple[object, object]:
    """Return the kind of a word that decides a result, with what it stands for: words of a kind are alike but for that."""
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
    """Return the kinds of words that decide a result, and which of them stand for the same."""
    rows = [_kind(word) for word in (chosen if isinstance(chosen, tuple) else (chosen,))]
    values = [value for _, value in rows]
    return tuple(kind for kind, _ in rows), tuple(map(values.index, values))


def _said(reading: Reading) -> Said:
    result = reading.result
    return reading, result.outcomes, result.call[1] if result.call else result.counted


def _recipe(said: Said, words: list[bytes], chosen: list[int]) -> Recipe | None:
    """Return how the result follows from the words; None where it does not, or the lengths of words may matter."""
    if len(chosen) > 1 and len(b"".join(words[chosen[0] : chosen[-1] + 1])) > REACH:
        return None
    reading, outcomes, called = said
    functions = {
        words[number].decode(): number for number in reversed(chosen) if _kind(words[number])[0] == FUNCTION
    }
    sources = tuple(
        (
            first if (reading.alone or first == last) and first in chosen else None,
            functions.get(span.code.function or ""),
        )
        for span, (first, _, last, _) in zip(outcomes, reading.codes, strict=True)
    )
    recipe = Recipe(reading, sources, functions.get(called or ""))
    return recipe if _made(recipe, words) == said else None


def _made(recipe: Recipe, words: list[bytes]) -> Said:
    """Return what a line says whose words are of the same kinds."""
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
    return reading, outcomes, name if called is None else words[called].decode()


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
    """Return a return code like `span` with the value and the function of other words."""
    info = span.code
    value, name = info.value, info.name
    if code is not None:
        stands = _kind(code)[1]
        if isinstance(stands, int):
            value, name = stands, name_of(stands)
    whose = info.function if function is None else function.decode()
    return span._replace(code=code_of(value, name, whose, expected=value in normal))
