"""Cache the results of lines by their folded text, so that lines which differ only in unknown words and numbers are read once.

The lookup has two steps. The key of a line, in which unknown words, numbers, functions and names are replaced by placeholders,
leads to an entry: the positions of the words that determine the result, because their values were used when such a line was
read. The values of these words lead to the result. If only the kind of a word matters (a function, a name or number of the
standard, a vendor's number), the result for another word of the same kind is derived without reading the line.
"""

from __future__ import annotations

from functools import cached_property
from operator import itemgetter

from ckrtool.logs.engine.recipes import Reading, derived, kinds, recipe_of
from ckrtool.logs.input.searchable import SearchableText
from ckrtool.logs.line.folding import FUNCTION, NAME, Folds, general, text_of
from ckrtool.logs.line.positions import Positions
from ckrtool.logs.line.read_line import read_view
from ckrtool.logs.line.result import LoadInfo
from ckrtool.logs.line.words import LETTERS, TO_BLANKS, joined, part, separators, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ckrtool.logs.dialects.grammar import Grammar
    from ckrtool.logs.engine.recipes import CachedResult, Recipe
    from ckrtool.logs.line.result import LineResult

LONGEST = 4096  # longer lines are read without folding and not cached
MOST = 32768  # maximum number of cached results
MOST_KEYS = 8192  # maximum number of cached keys


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
    """A cache of the results of lines; it is cleared when it is full. Without `enabled` every line is read.

    `counted` is True if calls are counted, for which more lines are followed.
    """

    def __init__(self, grammar: Grammar, *, enabled: bool = True, counted: bool = True) -> None:
        self.grammar = grammar
        self._counted = counted
        self.in_trace = False
        self.enabled = enabled
        self._own = grammar.own
        self._fold = Folds().__getitem__
        self._entries: dict[bytes, Entry] = {}
        self._kept = 0

    def forget(self, *, in_trace: bool) -> None:
        """Drop all results; `in_trace` is True if weak forms count from here on."""
        self.in_trace = in_trace
        self._entries.clear()
        self._kept = 0

    def find(self, view: bytes) -> tuple[list[bytes], CachedResult]:
        """Return the words and the result of a line.

        A long line is a single word, and so is one that may match a site's own dialect, which may tell any two words apart.
        """
        if len(view) > LONGEST or (self._own is not None and self._own(view)):
            return [view], _result_of(self._read(view, [view], view)[0])
        words = view.translate(TO_BLANKS).split(b" ")  # not by functions: this is done for each line
        between = view.translate(None, LETTERS)
        keys = list(map(self._fold, words))
        key = b" ".join(keys) + between
        entry = self._entries.get(key) if self.enabled else None
        if entry is None and self.grammar.has_sentence(view):
            entry = self._entries[key] = SENTENCE
        if entry is SENTENCE:
            keys = list(map(self._sentence_folds.__getitem__, words))
            between += b"\0"
            key = b" ".join(keys) + between
            entry = self._entries.get(key) if self.enabled else None
        if entry is None:
            keys = general(keys)
            same = b" ".join(keys) + between
            entry = self._entries.get(same) if self.enabled else None
            if entry is None:
                return words, self._learn(view, words, keys, same)
            self._make_space()
            self._entries[key] = entry
        chosen = entry.pick(words)
        result = entry.results.get(chosen)
        if result is None:
            recipe = entry.recipes.get(kinds(chosen))
            if recipe is None:
                return words, self._learn(view, words, keys, key)
            self._make_space()
            result = entry.results[chosen] = derived(recipe, words)
        return words, result

    @cached_property
    def _sentence_folds(self) -> Folds:
        return Folds(sentences=True)

    def _learn(self, view: bytes, words: list[bytes], keys: list[bytes], key: bytes) -> CachedResult:
        """Read a line that is not in the cache, and cache and return its result."""
        self._make_space()
        texts = [
            made if made == word or made.isalpha() else text_of(word, made)
            for word, made in zip(words, keys, strict=True)
        ]
        text = joined(texts, separators(view))
        reading, asked, fixed = self._read(view, words, text)
        result = _result_of(reading)
        if _is_load(reading.result):
            return result
        asked.update(
            number for number, made in enumerate(keys) if 0 in made and (FUNCTION in made or NAME in made)
        )
        entry = self._entries.get(key)
        if entry is None or not asked.issubset(entry.words):
            asked.update(entry.words if entry else ())
            entry = self._entries[key] = Entry(asked)
        chosen = entry.pick(words)
        entry.results[chosen] = result
        recipe = None if fixed else recipe_of(result, words, entry.words)
        if recipe is not None:
            entry.recipes[kinds(chosen)] = recipe
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
        reading = Reading(
            result, codes, (thread, time, ms), alone, 0 in asked, self._follows(result), result.opens
        )
        if _is_load(result):
            reading = _loaded(reading, line, words)
        return reading, asked, result.exact

    def _follows(self, result: LineResult) -> bool:
        """Return whether each such line must update the open calls, or needs the lines next to it."""
        if self._counted:
            return result.follow
        dialect = result.call[0] if result.call else result.returns
        if dialect is not None:
            return dialect.pairing != "named"
        return result.ahead or result.above is not None


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


def _result_of(reading: Reading) -> CachedResult:
    result = reading.result
    return reading, result.outcomes, result.call[1] if result.call else result.counted
