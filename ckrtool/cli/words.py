"""`ckr ARGUMENT...` without a command: find the command that fits the arguments."""

from __future__ import annotations

from ckrtool.cli.commands import COMMANDS
from ckrtool.errors import UsageError
from ckrtool.knowledge import registry
from ckrtool.values import decoder, literals, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# Options that take a value, in any position; all others are flags.
VALUED = frozenset(
    {
        "--color", "--base", "--function", "-f", "--stack", "--module", "-m", "--vendor", "--spec", "--format", "--as", "--token", "-t",
        "--slot", "-s", "--pin-source",
    }
)  # fmt: skip
# Options that select the form of `explain`; without one of them, --brief is added.
FORMS = frozenset({"--json", "--full", "-v", "--brief", "-q", "--markdown"})
NEAR = 2


def command_lines(argv: Sequence[str]) -> list[list[str]]:
    """Return the command lines for `argv`, which does not begin with a command: one, or one per function.

    Options before a command are moved after it. Raises UsageError, with the nearest command, if no command fits.
    """
    words, options = _split(argv)
    if words and words[0] in COMMANDS:
        at = argv.index(words[0])
        return [[words[0], *argv[at + 1 :], *argv[:at]]]
    if not words:
        return [list(argv)]
    if "-" in words:
        raise UsageError(
            "'-' needs a command: it does not say how to read stdin",
            "ckr decode -    one value per line\nckr annotate -  a log, each code explained\nckr scan -      a log, summarised",
        )
    return [[*line, *options] for line in _asked(words, options)]


def shown(command_line: Sequence[str]) -> str:
    """Return a command line as it is typed in a shell."""
    return " ".join(["ckr", *map(_quoted, command_line)])


def _quoted(word: str) -> str:
    safe = word and all(char.isalnum() or char in "_@%+=:,./-" for char in word) and word.isascii()
    return word if safe else "'" + word.replace("'", "'\"'\"'") + "'"


def _split(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the positional arguments and the options; a negative number is an argument."""
    words: list[str] = []
    options: list[str] = []
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words += rest
        elif word[:1] == "-" and word != "-" and not word[1:2].isdigit():
            options.append(word)
            if word in VALUED:
                options += [value for value in [next(rest, None)] if value is not None]
        else:
            words.append(word)
    return words, options


def _asked(words: list[str], options: list[str]) -> list[list[str]]:
    kinds = [_kind(word) for word in words]
    if None not in kinds:
        return _for_kinds(words, kinds, options)
    from ckrtool.cli import word_files

    if (line := word_files.command_line(words)) is not None:
        return [line]
    joined = " ".join(words)
    if (len(words) > 1 or len(joined) > 1) and _is_printed(joined):
        return [_explain([joined], options)]
    if len(words) == 1 and word_files.is_module_name(words[0]):
        return [["modules", words[0]]]
    raise _unknown_words(words)


def _kind(word: str) -> str | None:
    """Return the kind of a word: function, value or topic (a constant, a finding, a cause); None if it is none of them."""
    if word[:2].upper() == "C_" and " " not in word:
        return "function"
    try:
        parsed = parser.parse(word)
    except literals.Malformed:
        return "topic" if _is_topic(word) else None
    if not parsed.unknown or word[:3].upper() == "CKR":
        return "value"
    return "topic" if _is_topic(word) else None


def _is_topic(word: str) -> bool:
    """Return whether a word is the name of a constant, or the id of a finding or cause."""
    if word[:2].upper() == "CK" and word[3:4] == "_" and word[2:3].isalpha():
        return True
    from ckrtool.cli import topics

    return topics.found(word) is not None


def _for_kinds(words: list[str], kinds: list[str | None], options: list[str]) -> list[list[str]]:
    functions = [word for word, kind in zip(words, kinds, strict=True) if kind == "function"]
    values = [word for word, kind in zip(words, kinds, strict=True) if kind == "value"]
    topics = [word for word, kind in zip(words, kinds, strict=True) if kind == "topic"]
    if not values and not topics:
        return [["returns", function] for function in functions]
    if functions and len(values) == 1 and not topics:
        return [["check", function, values[0]] for function in functions]
    if topics:
        return [["explain", *values, *topics, *functions]]
    if len(functions) > 1:
        raise UsageError(
            "several functions and several values",
            f"give only one of them: {shown(['check', functions[0], values[0]])}",
        )
    return [_explain([*values, *functions], options)]


def _explain(words: list[str], options: list[str]) -> list[str]:
    given = {option.partition("=")[0] for option in options}
    return ["explain", *words, *([] if given & FORMS else ["--brief"])]


def _is_printed(text: str) -> bool:
    """Return whether a text, read as a line that a program printed, contains a return code."""
    from ckrtool.logs import printed_line

    try:
        return decoder.decode(printed_line.parse(text)).kind != "unknown"
    except literals.Malformed:
        return False


def _unknown_words(words: list[str]) -> UsageError:
    first = words[0]
    near = min(COMMANDS, key=lambda command: _distance(first.lower(), command))
    wanted = literals.quoted(first if len(words) == 1 else " ".join(words))
    if _distance(first.lower(), near) <= NEAR:
        rest = f" {' '.join(map(_quoted, words[1:]))}" if words[1:] else ""
        return UsageError(f"{literals.quoted(first)} is not a command", f"did you mean: ckr {near}{rest}")
    functions = [name for name in (registry.function_name("C_" + word) for word in words) if name]
    if functions:
        return UsageError(f"{wanted} is not a value or a command", f"did you mean: ckr {functions[0]}")
    if len(words) > 1 or " " in first:
        return UsageError(
            f"{wanted} is not a line that contains one return code",
            "for a log: ckr annotate FILE, or pipe it into `ckr annotate`",
        )
    from ckrtool.values.spellings import suggestions

    names = suggestions(first, 3)
    hint = (
        f"did you mean: ckr {names[0]}" if names else f"nearest command: ckr {near}; `ckr --help` shows all"
    )
    return UsageError(f"{wanted} is not a return code, a function, a file or a command", hint)


def _distance(first: str, second: str) -> int:
    """Return the edit distance of two words; a swap of neighbours is one edit.

    If `first` is much longer than `second`, its length is returned, to bound the time.
    """
    if len(first) > 2 * len(second) + NEAR:
        return len(first)
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        older, before = before, row
        row = [i]
        for j, right in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and first[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
