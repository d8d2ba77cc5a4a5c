"""`ckr ARGUMENT...` without a command: find the command that fits the arguments."""

from __future__ import annotations

from ckrtool.cli import quick
from ckrtool.cli.commands import COMMANDS
from ckrtool.cli.shell_line import shown
from ckrtool.errors import UsageError
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
# Options of `explain` that `check` does not have.
EXPLAIN_ONLY = frozenset({"--stack", "--full", "--brief", "--markdown", "--exit-retry"})


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
    joined = " ".join(words)
    if "-" in words and len(words) > 1 and _is_printed(joined):
        return [[*_explain([joined], options), *options]]
    if "-" in words:
        raise UsageError(
            "'-' needs a command: it does not say how to read stdin",
            "ckr decode -    one value per line\nckr annotate -  a log, each code explained\nckr scan -      a log, summarised",
        )
    return [[*line, *options] for line in _asked(words, options)]


def quoted_line(argv: Sequence[str]) -> str | None:
    """Return the command line with its words as one, if together they are a printed line that was not quoted; else None."""
    words, options = _split(argv[1:])
    joined = " ".join(words)
    try:
        return shown([argv[0], joined, *options]) if len(words) > 1 and _is_printed(joined) else None
    except literals.Malformed:
        return None


def _split(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the positional arguments and the options."""
    words: list[str] = []
    options: list[str] = []
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words += rest
        elif quick.is_word(word):
            words.append(word)
        else:
            options.append(word)
            if word in VALUED:
                options += [value for value in [next(rest, None)] if value is not None]
    return words, options


def _asked(words: list[str], options: list[str]) -> list[list[str]]:
    values = [part for word in words for part in parser.listed(word)]
    kinds = [_kind(word) for word in values]
    if None not in kinds:
        return _for_kinds(values, kinds, options)
    from ckrtool.cli import word_files

    if (line := word_files.command_line(words)) is not None:
        return [line]
    joined = " ".join(words)
    if (len(words) > 1 or len(joined) > 1) and _is_printed(joined):
        return [_explain([joined], options)]
    if len(words) == 1 and word_files.is_module_name(words[0]):
        return [["modules", words[0]]]
    values = [literals.unmarked(word) for word in values]
    kinds = [_kind(word) for word in values]
    if None not in kinds:
        return _for_kinds(values, kinds, options)
    from ckrtool.cli import word_hints

    raise word_hints.refused(words, list(zip(values, kinds, strict=True)))


def _kind(word: str) -> str | None:
    """Return the kind of a word: function, value or topic (a constant, a finding, a cause); None if it is none of them."""
    if word[:2].upper() == "C_" and word.isascii() and word.replace("_", "").isalnum():
        return "function"
    try:
        parsed = parser.parse(word)
    except literals.Malformed:
        parsed = None
    if parsed is not None and not parsed.unknown:
        return "value"
    if literals.unmarked(word) != word:
        return None
    if parsed is not None and word[:3].upper() == "CKR":
        return "value"
    return "topic" if _is_topic(word) else None


def _is_topic(word: str) -> bool:
    """Return whether a word is the name of a constant, or the id of a finding or cause."""
    if word[:2].upper() == "CK" and word[3:4] == "_" and word[2:3].isalpha():
        return True
    from ckrtool.values import topics

    return topics.found(word) is not None


def _for_kinds(words: list[str], kinds: list[str | None], options: list[str]) -> list[list[str]]:
    functions = [word for word, kind in zip(words, kinds, strict=True) if kind == "function"]
    values = [word for word, kind in zip(words, kinds, strict=True) if kind == "value"]
    topics = [word for word, kind in zip(words, kinds, strict=True) if kind == "topic"]
    if not values and not topics:
        return [["returns", function] for function in functions]
    is_check = not EXPLAIN_ONLY.intersection(option.partition("=")[0] for option in options)
    if functions and len(values) == 1 and not topics and is_check:
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
    """Return whether a text, read as a line that a program printed, contains a return code.

    Raises Malformed for a line that contradicts itself (`CKR_PIN_LOCKED (0xa0)`) or has the error of another library.
    """
    from ckrtool.logs import printed_line

    try:
        return decoder.decode(printed_line.parse(text)).kind != "unknown"
    except literals.Malformed as error:
        if isinstance(error, literals.NotAValue) or " " not in text:
            return False
        raise
