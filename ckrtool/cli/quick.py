"""The quick path: one-shot answers and the filter of live logs before Typer is imported, by the same functions that the Typer path calls.

It takes only what it understands whole; anything else, a mistake included, is left to Typer, which knows how to say so.
"""

from __future__ import annotations

from ckrtool.cli.streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

FLAGS = {
    "decode": ("--json",),
    "explain": ("--json", "--brief", "--full", "--markdown", "--exit-retry"),
    "returns": ("--json",),
    "check": ("--json", "--quiet"),
    "annotate": ("--inline", "--only", "--json", "--all", "--ok", "--redact"),
}
VALUED: dict[str, dict[str, tuple[str, ...] | None]] = {
    "decode": {"--format": None, "--base": ("10", "16"), "--vendor": None, "--module": None, "--as": None},
    "explain": {
        "--as": None,
        "--function": None,
        "--stack": None,
        "--module": None,
        "--vendor": None,
        "--base": ("10", "16"),
    },
    "returns": {"--spec": ("2.40", "3.0", "3.1", "3.2")},
    "check": {
        "--spec": ("2.40", "3.0", "3.1", "3.2"),
        "--base": ("10", "16"),
        "--vendor": None,
        "--module": None,
    },
    "annotate": {},
}
COLOURS = ("auto", "always", "never")
SHORT = {
    "explain": {"-q": "--brief", "-v": "--full", "-f": "--function", "-m": "--module"},
    "check": {"-q": "--quiet", "-m": "--module"},
    "decode": {"-m": "--module"},
}


class Request:
    """A command line that was understood whole."""

    __slots__ = ("command", "flags", "options", "words")

    def __init__(self, command: str) -> None:
        self.command = command
        self.flags: set[str] = set()
        self.options: dict[str, str] = {}
        self.words: list[str] = []


def try_answer(argv: list[str]) -> int | None:
    """Answer and return the exit status, or return None where Typer has to read the command line."""
    request = read(argv)
    return (
        None
        if request is None
        else ANSWERS[request.command](request, Streams(request.options.get("--color", "auto")))
    )


def read(argv: list[str]) -> Request | None:
    """Return the command line in parts, or None."""
    if not argv or argv[0] not in FLAGS:
        return None
    request = Request(argv[0])
    valued = {**VALUED[request.command], "--color": COLOURS}
    rest = iter(argv[1:])
    short = SHORT.get(request.command, {})
    for given_word in rest:
        word = short.get(given_word, given_word)
        if word in FLAGS[request.command]:
            request.flags.add(word)
        elif word[:2] == "--":
            name, given, value = word.partition("=")
            if name not in valued:
                return None
            value = value if given else next(rest, "")
            choices = valued[name]
            if not value or value[0] == "-" or (choices is not None and value not in choices):
                return None
            request.options[name] = value
        elif is_word(word):
            request.words.append(word)
        else:
            return None
    if request.command == "annotate":  # its words are files
        return None if any(word[:1] == "-" and word != "-" for word in request.words) else request
    return request if request.words else None


def is_word(word: str) -> bool:
    """Return whether a word is no option: `-` alone and negative numbers are none."""
    return word[:1] != "-" or word == "-" or word[1:2].isdigit()


def _decode(request: Request, streams: Streams) -> int:
    from ckrtool.cli.decode import answer

    get = request.options.get
    return answer(
        request.words,
        streams,
        json="--json" in request.flags,
        template=get("--format"),
        base=_base(request),
        vendor=get("--vendor"),
        module=get("--module"),
        family=get("--as"),
    )


def _explain(request: Request, streams: Streams) -> int | None:
    from ckrtool.cli.explain import answer

    get = request.options.get
    forms = [flag[2:] for flag in ("--json", "--markdown", "--brief", "--full") if flag in request.flags]
    if len(forms) > 1:
        return None
    return answer(
        request.words,
        streams,
        form=forms[0] if forms else "text",
        exit_retry="--exit-retry" in request.flags,
        function=get("--function"),
        stack=get("--stack"),
        module=get("--module"),
        vendor=get("--vendor"),
        base=_base(request),
        family=get("--as"),
    )


def _returns(request: Request, streams: Streams) -> int | None:
    from ckrtool.cli.returns import answer

    if len(request.words) != 1:
        return None
    return answer(request.words[0], streams, spec=_spec(request), json="--json" in request.flags)


def _check(request: Request, streams: Streams) -> int | None:
    from ckrtool.cli.check import answer

    if len(request.words) > 2:
        return None
    get = request.options.get
    return answer(
        request.words,
        streams,
        spec=_spec(request),
        json="--json" in request.flags,
        quiet="--quiet" in request.flags,
        base=_base(request),
        vendor=get("--vendor"),
        module=get("--module"),
    )


def _annotate(request: Request, _streams: Streams) -> int:
    from ckrtool.cli.annotate import answer

    given = request.flags
    answer(
        request.words or None,
        inline="--inline" in given,
        only="--only" in given,
        json="--json" in given,
        every_line="--all" in given,
        ok="--ok" in given,
        redact="--redact" in given,
    )
    return 0


def _base(request: Request) -> int | None:
    given = request.options.get("--base")
    return int(given) if given else None


def _spec(request: Request) -> str | None:
    return request.options.get("--spec")


ANSWERS: dict[str, Callable[[Request, Streams], int | None]] = {
    "decode": _decode,
    "explain": _explain,
    "returns": _returns,
    "check": _check,
    "annotate": _annotate,
}
