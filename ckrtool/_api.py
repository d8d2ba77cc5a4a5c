"""The functions of `import ckrtool`. They raise only ValueError for malformed input and KeyError for unknown functions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path  # noqa: TC003 - for typing.get_type_hints
from typing import TYPE_CHECKING, Any, cast

from ckrtool import _inputs as inputs
from ckrtool import _results as results
from ckrtool.errors import UsageError
from ckrtool.knowledge import advice, legality, registry
from ckrtool.render import decode_text

if TYPE_CHECKING:
    from ckrtool.logs.each_line import EachLine
    from ckrtool.logs.summary_types import Summary as ScanSummary
    from ckrtool.values.decoder import Decoded
    from ckrtool.values.topics import Topic

AT_ONCE = 1000
"""Number of lines of a list that are annotated together."""


def decode(text: str | int) -> results.Decoded:
    """Return the decoded value of a number, a name in any spelling, or a line that a program printed.

    Raises ValueError for other text, including a list of values.

    >>> decode("rv = 0xa0").name
    'CKR_PIN_INCORRECT'
    """
    found = inputs.decoded(text, constants=True)
    answer = _with_schema("decode", decode_text.as_dict(found))
    return results.Decoded(*_fields(found), _answer=answer)


def explain(value: str | int, function: str | None = None, stack: str | None = None) -> results.Explanation:
    """Return the meaning, causes, checks, recovery and warnings of a code, those for `function` and `stack` first.

    `value` may also be the id of a finding of `ckr probe`, or of a cause or mistake of `ckr why`; its id is then the `name`.
    Raises ValueError for a malformed value or an unknown stack, KeyError for an unknown function.

    >>> explain(0xA0, "C_Login").warnings[0].danger
    'locks the PIN'
    """
    from ckrtool.render import explain as render
    from ckrtool.values import situation, topics

    name = None if function is None else inputs.function_name(function)
    chosen = None if stack is None else inputs.stack_id(stack)
    if isinstance(value, str) and (topic := topics.named(value, None)) is not None:
        return _topic(topic, value)
    explained = situation.Situation(inputs.decoded(value, constants=True), name, chosen)
    answer = _with_schema("explain", render.as_dict(explained))
    spec = answer.get("spec") or {}
    fields = [*_fields(explained.decoded), str(spec.get("text", "")), *_groups(answer)]
    return results.Explanation(*fields, _answer=answer)


def _topic(topic: Topic, text: str) -> results.Explanation:
    """Return the explanation of a finding, a cause or a mistake."""
    from ckrtool.render import explain_topic

    answer = _with_schema("explain", explain_topic.as_dict(topic, text))
    return results.Explanation(
        text, answer["kind"], None, topic.id, topic.title, None, None, None, topic.meaning, *_groups(answer), _answer=answer
    )  # fmt: skip


def legal(function: str, spec: str = registry.CURRENT) -> results.Legal:
    """Return the codes that an edition of the standard ("2.40", "3.0", "3.1", "3.2") allows a function to return.

    Raises KeyError for an unknown function, ValueError for an unknown edition.

    >>> "CKR_PIN_INCORRECT" in legal("C_Login").names
    True
    """
    from ckrtool.render import legality as render

    name = inputs.function_name(function)
    answer = _with_schema("returns", render.function_dict(name, inputs.edition(spec)))
    codes: list[dict[str, Any]] = answer["codes"]
    values = frozenset(row["value"] for row in codes)
    return results.Legal(name, tuple(row["name"] for row in codes), values, _answer=answer)


def check(function: str, value: str | int, spec: str = registry.CURRENT) -> results.Verdict:
    """Return the verdict on a function and a code; it is true if the standard allows the function to return the code.

    Raises KeyError for an unknown function, ValueError for a malformed value or a name without a value.

    >>> bool(check("C_Login", 0xA0))
    True
    """
    from ckrtool.render import legality as render

    name, found = inputs.function_name(function), inputs.decoded(value)
    number = inputs.number(found)
    judgement = legality.check(name, number, inputs.edition(spec))
    answer = _with_schema("check", render.check_dict(name, found, spec, judgement))
    return results.Verdict(name, number, found.name, judgement.verdict, judgement.allowed, _answer=answer)


def retry(function: str, value: str | int) -> str:
    """Return whether a program may retry after a code: never, as-is, after-fix, after-backoff, after-reopen-session or after-reinitialise.

    >>> retry("C_Sign", "CKR_PIN_INCORRECT")
    'never'
    """
    inputs.function_name(function)
    return inputs.decoded(value).retry or "never"


def may_retry(function: str, value: str | int) -> bool:
    """Return whether a program may repeat a call unattended after a code.

    Never true for a login, a PIN change, or a call that creates or destroys objects.

    >>> may_retry("C_Login", "CKR_SESSION_HANDLE_INVALID")
    False
    """
    name, found = inputs.function_name(function), inputs.decoded(value)
    return found.kind == "standard" and found.value is not None and advice.retry_is_safe(found.value, name)


def annotate(lines: Iterable[str | bytes]) -> Iterator[str]:
    """Yield the lines with the meaning of each return code, as `ckr annotate` writes them.

    Each line is yielded before the next is read; only a list or tuple is read in larger pieces.

    >>> list(annotate(["C_Login: rv = 0xa0"]))[0].split("  # ")[1][:24]
    'CKR_PIN_INCORRECT (0xA0)'
    """
    from ckrtool.logs.each_line import EachLine

    iterator = inputs.items(lines, inputs.LINES)
    worker = EachLine()
    if not isinstance(lines, list | tuple):
        return _one_by_one(iterator, worker, 1)
    starts = range(0, len(lines), AT_ONCE)
    return chain.from_iterable(_together(lines[at : at + AT_ONCE], worker, at + 1) for at in starts)


def _one_by_one(lines: Iterable[object], worker: EachLine, first: int) -> Iterator[str]:
    """Yield annotated lines; `first` is the number of the first one."""
    for count, line in enumerate(lines, first):
        data, errors = inputs.encoded(line, count)
        ended = data.endswith(b"\n")
        whole = data if ended else data + b"\n"
        out = worker.annotated(whole)
        if out is whole and isinstance(line, str):
            yield line
        else:
            yield (out if ended else out.removesuffix(b"\n")).decode("utf-8", errors)


def _together(lines: Sequence[str | bytes], worker: EachLine, first: int) -> Iterable[str]:
    """Return the annotated lines of a list: at once if all are texts of one line, with or without LF, else one by one."""
    texts = cast("Sequence[str]", lines)
    try:
        end = "\n" if texts[0].endswith("\n") else ""
        joined = "".join(texts) if end else "\n".join(texts) + "\n"
        if joined.count("\n") != len(texts) or (end and not all(text.endswith(end) for text in texts)):
            return _one_by_one(lines, worker, first)
        data = joined.encode("utf-8", "surrogateescape")
    except (TypeError, AttributeError, UnicodeEncodeError):
        return _one_by_one(lines, worker, first)
    out = worker.block(data)
    if len(out) == len(data):  # annotating only adds text
        return texts
    return (text + end for text in out.decode("utf-8", "surrogateescape")[:-1].split("\n"))


def scan(source: Iterable[str | bytes] | Path, file: str | Path | None = None) -> results.Summary:
    """Return the summary of a log.

    `source` is an iterable of lines (str or bytes) or a Path; `file` is the name of the log in its excerpts. The summaries
    of parts of a log are added up by `merge`. Split a trace only where no call is open in any thread: the return of a call
    that is split is counted without its function.

    >>> scan(["C_Login: rv = 0xa0"]).failed
    True
    """
    from ckrtool.logs.scan import Scanner

    scanner = Scanner()
    scanner.begin(inputs.file_name(file))
    for chunk in inputs.chunks(source):
        scanner.push(chunk)
    scanner.finish()
    return _summary(scanner.summary())


def merge(summaries: Iterable[results.Summary | Mapping[str, Any]]) -> results.Summary:
    """Return the sum of the summaries of the parts of a log, given in order; raises ValueError for an invalid summary.

    >>> merge([scan(["rv = 0xa0 from C_Login"]), scan(["nothing"])]).lines
    2
    """
    from ckrtool.logs import merge as module

    parts = inputs.items(summaries, "several summaries (a list, a generator)")

    def answers() -> Iterator[ScanSummary]:
        for number, summary in enumerate(parts, 1):
            if isinstance(summary, results.Summary):
                yield cast("ScanSummary", results.shared_answer(summary))
            else:
                answer = dict(summary) if isinstance(summary, Mapping) else summary
                yield module.checked(answer, f"summary {number}")

    try:
        return _summary(module.merge(answers()))
    except UsageError as error:
        raise ValueError(error.message) from None


def why(source: Iterable[str | bytes] | Path, file: str | Path | None = None) -> results.Diagnosis:
    """Return the failed calls of a trace with arguments, each with its causes and the lines that prove them.

    `source` is an iterable of lines (str or bytes) or a Path. Raises ValueError if no call is recognised.
    """
    from ckrtool.diagnosis.files import Explainer

    explainer = Explainer()
    explainer.begin(inputs.file_name(file))
    found = [failure for chunk in inputs.chunks(source) for failure in explainer.push(chunk)]
    found += explainer.finish()
    summary = explainer.engine.summary()
    if not explainer.engine.calls:
        raise ValueError("no call with arguments was recognised")
    failures = tuple(_failure(failure.as_dict()) for failure in found)
    return results.Diagnosis(failures, explainer.engine.calls, _answer=dict(summary))


def _fields(found: Decoded) -> list[Any]:
    """Return the fields of `results.Decoded` in order."""
    return [
        found.input, found.kind, found.value, found.name, found.summary, found.category, found.retry, found.function,
    ]  # fmt: skip


def _groups(answer: Mapping[str, Any]) -> list[tuple[results.Advice, ...]]:
    """Return the causes, checks, steps and warnings of an explanation."""
    return [_advice(answer.get(key, ())) for key in ("causes", "checks", "recovery", "warnings")]


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


def _summary(answer: ScanSummary) -> results.Summary:
    from ckrtool.logs.scan import failed

    return results.Summary(int(answer["lines"]), failed(answer), _answer=dict(answer))


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
    return results.Failure(line, function, value, name, normal, causes, _answer=answer)
