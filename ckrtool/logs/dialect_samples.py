"""Check the samples of a dialect file: each must be read by its own dialect and yield its value and function."""

from __future__ import annotations

from ckrtool.logs.input.searchable import SearchableLine
from ckrtool.logs.line.functions_and_names import functions_of
from ckrtool.logs.line.read_line import dialect_of, read_line
from ckrtool.logs.line.result import LoadInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ckrtool.logs.dialects.grammar import Grammar


def problems(grammar: Grammar, family: str, table: dict[str, Any]) -> Iterator[str]:
    """Yield the errors in the samples of a validated file whose lines are in `grammar`, each with its place in the file."""
    for number, line in enumerate(table["line"], 1):
        for count, sample in enumerate(line["sample"], 1):
            place = f"line: entry {number}: sample: entry {count}"
            for problem in _sample_problems(grammar, f"{family}/{line['name']}", sample):
                yield f"{place}: {problem}"


def _sample_problems(grammar: Grammar, wanted: str, sample: dict[str, Any]) -> Iterator[str]:
    text = sample["text"].encode()
    finders = grammar.in_trace.finders
    if min(find(text, 0) for find in finders) > len(text):
        yield "text: no literal finds it: give the line `find`"
    view = SearchableLine(text).text
    taken = dialect_of(view, functions_of(view), grammar, in_trace=True) or grammar.match_load(
        view, in_trace=True
    )
    if taken is None or taken[0].id != wanted:
        yield (
            f"text: is read by {taken[0].id}, which is tried first" if taken else "text: no dialect reads it"
        )
        return
    result = read_line(text, in_trace=True, grammar=grammar)
    if result.call is not None:
        found: tuple[int | None, str | None] = (None, result.call[1])
    elif result.outcomes and isinstance(info := result.outcomes[0].code, LoadInfo):
        if info.what != sample.get("what"):
            yield f"what: {_shown(sample.get('what'))} is expected, {_shown(info.what)} is read"
        return
    elif result.outcomes:
        found = (result.outcomes[0].code.value, result.outcomes[0].code.function)
    else:
        yield "text: no return code is read from it"
        return
    for key, expected, read in zip(
        ("value", "function"), (sample.get("value"), sample.get("function")), found, strict=True
    ):
        if expected != read:
            yield f"{key}: {_shown(expected)} is expected, {_shown(read)} is read"


def _shown(value: int | str | None) -> str:
    return f"{value:#x}" if isinstance(value, int) else value or "nothing"
