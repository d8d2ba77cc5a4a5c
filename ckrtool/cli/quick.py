"""The quick path: parse a command line without importing Typer, by a table that the generator makes from the Typer commands.

It accepts only command lines that it can parse completely, and passes a command the same parameters as Typer would. All
others, including usage errors and `--help`, are left to Typer, which prints the message.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Given = dict[str, Any]

FEW_COLLECTIONS = (
    20_000  # new objects before a collection: the usual 700 cost a log's commands, which import more, 2 ms
)


def try_answer(argv: list[str]) -> int | None:
    """Run a command line and return its exit status, or return None if Typer has to parse it."""
    if argv[:1] == ["--version"]:
        return _version(argv)
    line = read(argv)
    return None if line is None else call(argv[0], line)


def call(command: str, given: Given) -> int:
    """Run a command with the parameters in `given` (one flag per output format) and return its exit status."""
    module = f"ckrtool.cli.{command}"
    run = __import__(module, fromlist=("run",)).run
    _enable_gc()
    if "form" in run.__annotations__:
        from ckrtool.cli.formats import with_format

        given = with_format(given)
    return int(run(**given))


def _enable_gc() -> None:
    """Enable garbage collection if `cli.main` disabled it; objects of imported modules are excluded from it."""
    import gc

    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(FEW_COLLECTIONS)
        gc.enable()


def _version(argv: list[str]) -> int | None:
    if argv[1:] not in ([], ["--json"]):
        return None
    from ckrtool.cli.streams import Streams
    from ckrtool.cli.version import answer

    return answer(Streams(), json="--json" in argv)


def read(argv: list[str]) -> Given | None:
    """Return the parameters that Typer would pass to the command of a command line, or None if Typer has to parse it."""
    from ckrtool._tables.command_lines import COMMAND_LINES

    if not argv or argv[0] not in COMMAND_LINES:
        return None
    options, places, defaults = COMMAND_LINES[argv[0]]
    given: Given = dict(defaults)
    words: list[str] = []
    rest = iter(argv[1:])
    for word in rest:
        if is_word(word):
            words.append(protected(word))
            continue
        name, equals, text = word.partition("=") if word[:2] == "--" else (word, "", "")
        if name not in options:
            return None
        parameter, kind = options[name]
        value = _flag(equals) if kind == "flag" else _value(kind, text if equals else next(rest, ""))
        if value is None:
            return None
        given[parameter] = [*(given[parameter] or ()), value] if kind == "texts" else value
    return given if _placed(words, places, given) else None


def is_word(word: str) -> bool:
    """Return whether a word is a positional argument: also `-`, a negative number, and a line such as `- SSL error:80009101`.

    In an option a letter follows the dashes.
    """
    return word[:1] != "-" or word == "-" or not (word.lstrip("-") or "a")[0].isalpha()


def protected(word: str) -> str:
    """Return a word; one that begins with a dash gets a leading blank, so that Typer does not take it for an option.

    Blanks around values are ignored.
    """
    return f" {word}" if word[:1] == "-" and word != "-" and is_word(word) else word


def _flag(equals: str) -> bool | None:
    return None if equals else True


def _value(kind: str | tuple[str, ...], text: str) -> str | int | float | None:
    """Return the value of an option, converted to its kind, or None if it is not a plain value of that kind."""
    if not text or text[0] == "-":
        return None
    if kind in ("text", "texts"):
        return text
    if not isinstance(kind, str):
        return text if text in kind else None
    if not (text.isascii() and len(text) < 10):
        return None
    if kind == "count":
        return int(text) if text.isdigit() else None
    return float(text) if text.replace(".", "", 1).isdigit() else None


def _placed(words: list[str], places: Sequence[tuple[str, str, bool, tuple[str, ...]]], given: Given) -> bool:
    """Assign the words to positional parameters in `given`; return False if one is missing, surplus, or not a valid choice."""
    for parameter, amount, required, choices in places:
        if not words:
            if required:
                return False
            continue
        if amount == "many":
            given[parameter], words = words, []
            continue
        given[parameter], *words = words
        if choices and given[parameter] not in choices:
            return False
    return not words
