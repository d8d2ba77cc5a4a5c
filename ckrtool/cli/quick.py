"""The quick path: a command line is read by the table that the generator makes from Typer's own, so that Typer need not be imported.

It takes only what it understands whole, and then gives a command exactly the parameters that Typer would; anything else, a
mistake or a question for help included, is left to Typer, which knows how to say so.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Given = dict[str, Any]


def try_answer(argv: list[str]) -> int | None:
    """Answer and return the exit status, or return None where Typer has to read the command line."""
    if argv[:1] == ["--version"]:
        return _version(argv)
    line = read(argv)
    return None if line is None else call(argv[0], line)


def call(command: str, given: Given) -> int:
    """Run a command with the parameters of its options, those of the output formats one by one; return the exit status."""
    module = f"ckrtool.cli.{command}"
    run = __import__(module, fromlist=("run",)).run
    _collect_again()
    if "form" in run.__annotations__:
        from ckrtool.cli.formats import taken_together

        given = taken_together(given)
    return int(run(**given))


def _collect_again() -> None:
    """Let the interpreter look for garbage from now on, where `cli.main` had stopped it; what is imported is none."""
    import gc

    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _version(argv: list[str]) -> int | None:
    if argv[1:] not in ([], ["--json"]):
        return None
    from ckrtool.cli.streams import Streams
    from ckrtool.cli.version import answer

    return answer(Streams(), json="--json" in argv)


def read(argv: list[str]) -> Given | None:
    """Return the parameters that Typer would give to the command of a command line, or None where it has to be asked."""
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
    """Return whether a word is no option: `-` alone and negative numbers are none."""
    return word[:1] != "-" or word == "-" or word[1:2].isdigit()


def protected(word: str) -> str:
    """Return a word, a negative number with a blank before it: Typer takes that for a value, and blanks around values are ignored."""
    return f" {word}" if word[:1] == "-" and word[1:2].isdigit() else word


def _flag(equals: str) -> bool | None:
    return None if equals else True


def _value(kind: str | tuple[str, ...], text: str) -> str | int | float | None:
    """Return the value that stands behind an option, or None where it is not plainly one of its kind."""
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
    """Put words where the command takes them; return False where one is missing, too much or not of the choices."""
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
