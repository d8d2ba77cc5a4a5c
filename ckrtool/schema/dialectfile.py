"""Compile the lines of a dialect file: their regular expressions, and the literals by which a log is searched for them.

A pattern that no literal finds would never be tried, so it is refused.
"""

from __future__ import annotations

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = ("call", "return", "message", "load")
# Why a module was not loaded, as the probe's findings name it.
LOADS = (
    "missing", "missing-dependency", "undefined-symbol", "missing-version", "wrong-machine", "not-permitted", "not-shared",
    "not-pkcs11", "loader",
)  # fmt: skip
PAIRINGS = ("stack", "thread", "named")
BASES = ("auto", "hex", "decimal")
SHOWS = ("functions", "arguments", "values", "outputs", "handles", "lengths", "processes", "threads")
# The groups that a pattern may have, and those of which one gives the return code.
VALUES = ("code", "name", "word", "sentence", "packed", "said")
GROUPS = frozenset({"function", "spoken", "library", "routine", "thread", "time", "ms", "what", *VALUES})
PART = re.compile(r"@([a-z]{1,20})@")
# A pattern after whose function only blanks may follow.
ENDS_WITH_FUNCTION = re.compile(r"\(\?P<function>C_[^()]*\)\\s\*\$$")
# What the prefilter finds in any log: functions, names, and spellings of "PKCS #11" (logs/dialects/prefilter.py).
FOUND_ANYWAY = re.compile(
    rb"C_|CKR_|C(?:KR[.=: \"(]|K_RV|ryptoki)|[Pp]kcs11[.:( \[]|Py?KCS ?#?11|cryptoki|(?<![A-Za-z])(?:rv|RV) ?[=:]|ckr[=:]"
)
FIND = re.compile(r"[A-Za-z][\w :'/-]{2}")
FOUND_BESIDE = re.compile(FOUND_ANYWAY.pattern.replace(b"C_|", b"", 1))
SHORTEST = 5
LONGEST = 16  # a longer literal finds few lines less, and takes longer to compile
# The first letter of a literal, best first: letters that are searched for anyway, the most frequent last, and then other capitals.
LETTERS = (b"CRP", b"fp", b"r", b"ABDEFGHIJKLMNOQSTUVWXYZ")


class CompiledLine(NamedTuple):
    """One line of a dialect as the tables store it. `find` is the prefilter's expression, empty if the general search finds the line."""

    dialect: str
    name: str
    kind: str
    literal: bytes
    find: bytes
    pattern: bytes
    ends_with_function: bool
    groups: tuple[str, ...]
    pairing: str
    base: str
    strong: bool
    counts: bool
    ahead: bool
    offset: int
    function: str | None
    normal: tuple[int, ...]
    needs: tuple[bytes, ...]
    value: int | None
    above: tuple[tuple[str, str], ...]
    load: str | None
    chained: bool


def compiled(dialect: str, table: dict[str, Any]) -> list[CompiledLine]:
    """Return the lines of a validated file in their order."""
    return [_compiled(dialect, table, line) for line in table["line"]]


def _compiled(dialect: str, table: dict[str, Any], line: dict[str, Any]) -> CompiledLine:
    source = _expanded(line["pattern"], table.get("parts", {}))
    pattern = source.encode()
    runs = literals(pattern)
    return CompiledLine(
        dialect=dialect,
        name=line["name"],
        kind=line["kind"],
        literal=_best(runs),
        find=_finder(line, pattern) or b"",
        pattern=pattern,
        ends_with_function=ENDS_WITH_FUNCTION.search(source) is not None,
        groups=tuple(sorted(re.compile(pattern).groupindex)),
        pairing=table.get("pairing", "named"),
        base=line.get("base", "auto"),
        strong=line.get("strong", True),
        counts=line.get("counts", False),
        ahead=line.get("ahead", False),
        offset=line.get("offset", 0),
        function=line.get("function"),
        normal=tuple(sorted(line.get("normal", ()))),
        needs=tuple(word for word in (b"C_", b"CKR_") if any(word in run for run in runs)),
        value=line.get("value"),
        above=tuple(table.get("methods", {}).items()) if line.get("above") else (),
        load=line.get("load"),
        chained=line.get("chained", False),
    )


def _best(runs: list[bytes]) -> bytes:
    """Return the most specific literal: the longest one; a spelling of "PKCS #11" only if no other is long enough."""
    telling = [run for run in runs if len(run) >= SHORTEST and not FOUND_BESIDE.search(run)]
    return max(telling or runs, key=len, default=b"")


def problems(table: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the lines of a file whose keys are right."""
    names: set[str] = set()
    for number, line in enumerate(table["line"], 1):
        place = f"line: entry {number}"
        if line["name"] in names:
            yield f"{place}: name: another line of this file is called {line['name']} too"
        names.add(line["name"])
        yield from (f"{place}: {problem}" for problem in _line_problems(line, table.get("parts", {})))


def _line_problems(line: dict[str, Any], parts: dict[str, str]) -> Iterator[str]:
    """Yield what is wrong with one line, with the key."""
    unknown = [name for name in PART.findall(line["pattern"]) if name not in parts]
    if unknown:
        yield f"pattern: @{unknown[0]}@ is not a key of [parts]"
        return
    try:
        pattern = re.compile(_expanded(line["pattern"], parts).encode())
    except (re.error, RecursionError, OverflowError) as error:
        yield f"pattern: is not a regular expression: {error}"
        return
    yield from _group_problems(line, set(pattern.groupindex))
    if pattern.search(b"") is not None:
        yield "pattern: matches an empty line"
    yield from _finder_problems(line, pattern)
    yield from _sample_problems(line, pattern)


def _group_problems(line: dict[str, Any], groups: set[str]) -> Iterator[str]:
    """Yield what is wrong with the groups of a pattern: unknown ones, and those that its kind needs."""
    if not groups <= GROUPS:
        yield f"pattern: {min(groups - GROUPS)} is not a known group (known: {', '.join(sorted(GROUPS))})"
    if line["kind"] == "call":
        if "function" not in groups and "function" not in line:
            yield "pattern: a call needs the group `function`, or the key `function`"
    elif line["kind"] == "load":
        if "what" not in groups or "load" not in line:
            yield "pattern: a load failure needs the group `what`, and the key `load` that says why"
    elif groups.isdisjoint(VALUES):
        yield f"pattern: a {line['kind']} needs a group for its value: {', '.join(VALUES)}"
    if ("said" in groups) != ("value" in line):
        yield "value: needed with the group `said`, and only with it"


def _finder_problems(line: dict[str, Any], pattern: re.Pattern[bytes]) -> Iterator[str]:
    """Yield a problem if the prefilter cannot find every line that the pattern matches."""
    find = line.get("find")
    if find is not None:
        try:
            re.compile(find.encode())
        except (re.error, RecursionError, OverflowError) as error:
            yield f"find: is not a regular expression: {error}"
            return
        if not FIND.match(find):
            yield "find: must begin with a letter and two more literal characters"
        return
    if _finder(line, pattern.pattern) is None:
        yield (
            f"pattern: no literal finds it; every line must contain the same {SHORTEST} or more characters with a letter, or give "
            "`find`, a regular expression that begins with a letter and matches inside every line"
        )


def _sample_problems(line: dict[str, Any], pattern: re.Pattern[bytes]) -> Iterator[str]:
    """Yield a problem for each sample that the pattern, or `find`, does not match."""
    for number, sample in enumerate(line["sample"], 1):
        match = pattern.search(sample["text"].encode())
        if match is None:
            yield f"sample: entry {number}: text: the pattern does not match it"
        elif "find" in line and re.search(line["find"].encode(), match[0]) is None:
            yield f"sample: entry {number}: text: `find` does not match inside what the pattern matches"
        if line["kind"] in ("return", "message") and "value" not in sample:
            yield f"sample: entry {number}: value: is missing"


def _expanded(source: str, parts: dict[str, str]) -> str:
    """Return a pattern with each `@part@` replaced."""
    return PART.sub(lambda match: parts[match[1]], source)


def _finder(line: dict[str, Any], pattern: bytes) -> bytes | None:
    """Return the expression to search for: b"" if the general search finds the line, None if nothing can find it."""
    if "find" in line:
        return str(line["find"]).encode()
    if _is_found(parser.parse(pattern)):
        return b""
    best = min(_candidates(literals(pattern)), default=None)
    return None if best is None else re.escape(best[2][:LONGEST])


def _is_found(tokens: Iterable[Any], words: re.Pattern[bytes] = FOUND_ANYWAY) -> bool:
    """Return whether a search for `words` finds every text that the parsed tokens match."""
    tokens = list(tokens)
    runs = [bytearray()]
    _walk(tokens, runs)
    if any(words.search(run) for run in runs):
        return True
    before: list[Any] = []  # the literals right before a token
    for token in tokens:
        code, argument = token
        if code is op.BRANCH and all(_is_found([*before, *branch], words) for branch in argument[1]):
            return True
        if code is op.SUBPATTERN and _is_found([*before, *argument[3]], words):
            return True
        if code is op.ASSERT and argument[0] > 0 and _is_found(argument[1], words):
            return True
        before = [*before, token] if code is op.LITERAL else []
    return False


def _candidates(runs: list[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield literals to search for, with their rank: by their first letter, then the longest."""
    for run in runs:
        for start in range(len(run) - SHORTEST + 1):
            first = run[start : start + 1]
            for rank, letters in enumerate(LETTERS):
                if first in letters:
                    yield rank, start - len(run), run[start:]
                    break
            else:
                if first.isalpha():
                    yield len(LETTERS), start - len(run), run[start:]


def literals(pattern: bytes) -> list[bytes]:
    """Return the runs of bytes that every match of a regular expression contains."""
    runs = [bytearray()]
    _walk(parser.parse(pattern), runs)
    return [bytes(run) for run in runs if run]


def _walk(tokens: Iterable[Any], runs: list[bytearray]) -> None:
    """Add the literals of parsed tokens to `runs`; the last run can still grow."""
    for code, argument in tokens:
        if code is op.LITERAL:
            runs[-1].append(argument)
        elif code is op.ASSERT and argument[0] > 0:  # what is ahead is in the text too
            here = runs[-1]
            runs.append(bytearray(here))
            _walk(argument[1], runs)
            runs.append(here)
        elif code in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue
        elif code is op.SUBPATTERN and not argument[1]:
            _walk(argument[3], runs)
        elif code is op.ATOMIC_GROUP:
            _walk(argument, runs)
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and argument[0] > 0:
            least, most, body = argument
            runs.append(bytearray())
            _walk(body, runs)
            if least != 1 or most != 1:
                runs.append(bytearray())
        else:
            runs.append(bytearray())
