"""The functions of `import ckrtool`. They raise only ValueError for malformed input and KeyError for unknown functions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ckrtool import _results as results
from ckrtool.errors import CkrError, UsageError
from ckrtool.knowledge import advice, legality, registry
from ckrtool.logs import value_or_line
from ckrtool.render import decode_text
from ckrtool.values import decoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ckrtool.logs.summary_types import Summary as ScanSummary
    from ckrtool.values.decoder import Decoded

CHUNK = 1 << 18


def decode(text: str | int) -> results.Decoded:
    """Return the decoded value of a number, a name in any spelling, or a line that a program printed.

    Raises ValueError for other text, including a list of values.

    >>> decode("rv = 0xa0").name
    'CKR_PIN_INCORRECT'
    """
    found = decoded(text, constants=True)
    return results.Decoded(_with_schema("decode", decode_text.as_dict(found)), *_fields(found))


def explain(value: str | int, function: str | None = None, stack: str | None = None) -> results.Explanation:
    """Return the meaning, causes, checks, recovery and warnings of a code, those for `function` and `stack` first.

    Raises ValueError for a malformed value or an unknown stack, KeyError for an unknown function.

    >>> explain(0xA0, "C_Login").warnings[0].danger
    'locks the PIN'
    """
    from ckrtool.render import explain as render
    from ckrtool.values import situation

    name = None if function is None else function_name(function)
    chosen = None if stack is None else stack_id(stack)
    explained = situation.Situation(decoded(value, constants=True), name, chosen)
    answer = _with_schema("explain", render.as_dict(explained))
    spec = answer.get("spec") or {}
    groups = [_advice(answer.get(key, ())) for key in ("causes", "checks", "recovery", "warnings")]
    rest: list[Any] = [*_fields(explained.decoded), str(spec.get("text", "")), *groups]
    return results.Explanation(answer, *rest)


def legal(function: str, spec: str = registry.CURRENT) -> results.Legal:
    """Return the codes that an edition of the standard ("2.40", "3.0", "3.1", "3.2") allows a function to return.

    Raises KeyError for an unknown function, ValueError for an unknown edition.

    >>> "CKR_PIN_INCORRECT" in legal("C_Login").names
    True
    """
    from ckrtool.render import legality as render

    name = function_name(function)
    answer = _with_schema("returns", render.function_dict(name, _edition(spec)))
    codes: list[dict[str, Any]] = answer["codes"]
    return results.Legal(
        answer, name, tuple(row["name"] for row in codes), frozenset(row["value"] for row in codes)
    )


def check(function: str, value: str | int, spec: str = registry.CURRENT) -> results.Verdict:
    """Return the verdict on a function and a code; it is true if the standard allows the function to return the code.

    Raises KeyError for an unknown function, ValueError for a malformed value or a name without a value.

    >>> bool(check("C_Login", 0xA0))
    True
    """
    from ckrtool.render import legality as render

    name, found = function_name(function), decoded(value)
    number = _number(found)
    judgement = legality.check(name, number, _edition(spec))
    answer = _with_schema("check", render.check_dict(name, found, spec, judgement))
    return results.Verdict(answer, name, number, found.name, judgement.verdict, judgement.allowed)


def retry(function: str, value: str | int) -> str:
    """Return whether a program may retry after a code: never, as-is, after-fix, after-backoff, after-reopen-session or after-reinitialise.

    >>> retry("C_Sign", "CKR_PIN_INCORRECT")
    'never'
    """
    function_name(function)
    return decoded(value).retry or "never"


def may_retry(function: str, value: str | int) -> bool:
    """Return whether a program may repeat a call unattended after a code.

    Never true for a login, a PIN change, or a call that creates or destroys objects.

    >>> may_retry("C_Login", "CKR_SESSION_HANDLE_INVALID")
    False
    """
    name, found = function_name(function), decoded(value)
    return found.kind == "standard" and found.value is not None and advice.retry_is_safe(found.value, name)


def annotate(lines: Iterable[str | bytes]) -> Iterator[str]:
    """Yield the lines with the meaning of each return code, as `ckr annotate` writes them.

    >>> list(annotate(["C_Login: rv = 0xa0"]))[0].split("  # ")[1][:24]
    'CKR_PIN_INCORRECT (0xA0)'
    """
    from ckrtool.logs.annotate import Annotator, Style

    worker = Annotator(Style())
    worker.begin(None)
    for line in _lines(lines):
        ended = line.endswith(b"\n")
        out = worker.push(line if ended else line + b"\n")
        yield (out if ended else out.removesuffix(b"\n")).decode("utf-8", "surrogateescape")


def scan(source: Iterable[str | bytes] | Path, file: str | None = None) -> results.Summary:
    """Return the summary of a log.

    `source` is an iterable of lines (str or bytes) or a Path; `file` is the name of the log in its excerpts. The summaries
    of parts of a log are added up by `merge`. Split a trace only where no call is open in any thread: the return of a call
    that is split is counted without its function.

    >>> scan(["C_Login: rv = 0xa0"]).failed
    True
    """
    from ckrtool.logs.scan import Scanner

    scanner = Scanner()
    scanner.begin(file)
    for chunk in _chunks(source):
        scanner.push(chunk)
    scanner.finish()
    return _summary(scanner.summary())


def merge(summaries: Iterable[results.Summary | Mapping[str, Any]]) -> results.Summary:
    """Return the sum of the summaries of the parts of a log, given in order; raises ValueError for an invalid summary.

    >>> merge([scan(["rv = 0xa0 from C_Login"]), scan(["nothing"])]).lines
    2
    """
    from ckrtool.logs import merge as module

    def answers() -> Iterator[ScanSummary]:
        for number, summary in enumerate(summaries, 1):
            if isinstance(summary, results.Summary):
                yield cast("ScanSummary", results.shared_answer(summary))
            else:
                answer = dict(summary) if isinstance(summary, Mapping) else summary
                yield module.checked(answer, f"summary {number}")

    try:
        return _summary(module.merge(answers()))
    except UsageError as error:
        raise ValueError(error.message) from None


def why(source: Iterable[str | bytes] | Path, file: str | None = None) -> results.Diagnosis:
    """Return the failed calls of a trace with arguments, each with its causes and the lines that prove them.

    `source` is an iterable of lines (str or bytes) or a Path. Raises ValueError if no call is recognised.
    """
    from ckrtool.diagnosis.files import Explainer

    explainer = Explainer()
    explainer.begin(file)
    found = [failure for chunk in _chunks(source) for failure in explainer.push(chunk)]
    found += explainer.finish()
    summary = explainer.engine.summary()
    if not explainer.engine.calls:
        raise ValueError("no call with arguments was recognised")
    failures = tuple(_failure(failure.as_dict()) for failure in found)
    return results.Diagnosis(dict(summary), failures, explainer.engine.calls)


def decoded(text: str | int, *, constants: bool = False) -> Decoded:
    """Return the decoded value as a return code or, with `constants`, also as a constant of another family."""
    if isinstance(text, int):
        text = hex(text) if text >= 0 else str(text)
    try:
        parsed = value_or_line.parse(text, None)
        return decoder.decode_any(parsed) if constants else decoder.decode(parsed)
    except CkrError as error:
        raise ValueError(error.message) from None


def _fields(found: Decoded) -> list[Any]:
    """Return the fields of `results.Decoded` after the JSON object, in order."""
    return [
        found.input, found.kind, found.value, found.name, found.summary, found.category, found.retry, found.function,
    ]  # fmt: skip


def _advice(items: Iterable[Mapping[str, Any]]) -> tuple[results.Advice, ...]:
    return tuple(
        results.Advice(
            text=item["text"],
            because=item["because"],
            unless=item["unless"],
            danger=item["danger"],
            ref=item["ref"],
            when=None if item["when"] is None else tuple(item["when"]),
            stack=item["stack"],
        )
        for item in items
    )


def _with_schema(command: str, answer: Mapping[str, object]) -> dict[str, Any]:
    return {"schema": f"ckr.{command}/1", **answer}


def function_name(name: str) -> str:
    """Return the standard's spelling of a function's name; raises KeyError for an unknown one."""
    found = registry.function_name(name) or registry.function_name(f"C_{name}")
    if found is None:
        raise KeyError(f"{name!r} is not a function of PKCS #11")
    return found


def stack_id(word: str) -> str | None:
    from ckrtool.values import situation

    try:
        return situation.stack_for(word, None)
    except CkrError as error:
        raise ValueError(error.message) from None


def _edition(spec: str) -> str:
    if spec not in registry.SPECS:
        raise ValueError(f"{spec!r} is not an edition of the standard: {', '.join(registry.SPECS)}")
    return spec


def _number(found: Decoded) -> int:
    if found.value is None:
        raise ValueError(f"{found.input!r} has no single value")
    return found.value


def _summary(answer: ScanSummary) -> results.Summary:
    from ckrtool.logs.scan import failed

    return results.Summary(dict(answer), int(answer["lines"]), failed(answer))


def _failure(answer: dict[str, Any]) -> results.Failure:
    causes = tuple(
        results.Cause(
            row["id"],
            row["certainty"],
            row["text"],
            row["fix"],
            tuple(item["line"] for item in row["evidence"]),
        )
        for row in answer["causes"]
    )
    fields = (answer[key] for key in ("line", "function", "value", "name", "normal"))
    line, function, value, name, normal = fields
    return results.Failure(answer, line, function, value, name, normal, causes)


def _chunks(source: Iterable[str | bytes] | Path) -> Iterator[bytes]:
    """Yield a file, or lines with their line ends, in pieces of about CHUNK bytes."""
    if not isinstance(source, Path):
        piece: list[bytes] = []
        size = 0
        for line in _lines(source):
            piece.append(line if line.endswith(b"\n") else line + b"\n")
            size += len(line)
            if size >= CHUNK:
                yield b"".join(piece)
                piece, size = [], 0
        yield b"".join(piece)
        return
    with source.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _lines(source: Iterable[str | bytes]) -> Iterator[bytes]:
    """Yield lines as bytes; raises ValueError for a single str or bytes, which would be iterated by character."""
    if isinstance(source, str | bytes):
        # Not TypeError: the API raises only ValueError and KeyError.
        raise ValueError("expected lines (a list, a file, a generator) or a pathlib.Path, not one text")  # noqa: TRY004
    for line in source:
        yield line.encode("utf-8", "surrogateescape") if isinstance(line, str) else line
