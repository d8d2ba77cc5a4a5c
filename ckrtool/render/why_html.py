"""What `ckr why` says as one page: each failure with its cause, the life of its session, and the proof lines linked."""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Any

from ckrtool.knowledge import registry
from ckrtool.numerals import hex_of
from ckrtool.printable import printable
from ckrtool.render.why_text import NOTHING, quiet

if TYPE_CHECKING:
    from ckrtool.why.engine import Failure

HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
"""


def page(failures: list[Failure], summary: dict[str, Any]) -> str:
    """Return the page, with its style and without anything that is loaded from elsewhere."""
    style = resources.files("ckrtool").joinpath("data", "report.css").read_text("utf-8")
    parts = [
        HEAD,
        f"<title>ckr why</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>Why these calls failed</h1>\n",
    ]
    parts.append(f"<p>{escape(quiet(summary))}</p>\n")
    if failures:
        rows = "".join(
            f'<li><a href="#f{number}">{escape(_place(failure))}: {escape(failure.call.function)} {escape(_name(failure))}</a></li>\n'
            for number, failure in enumerate(failures)
        )
        parts.append(f"<nav><ol>\n{rows}</ol></nav>\n")
    parts += [_failure(number, failure) for number, failure in enumerate(failures)]
    parts.append(_mistakes(summary["mistakes"]))
    parts.append("</main>\n</body>\n</html>\n")
    return "".join(parts)


def _failure(number: int, failure: Failure) -> str:
    code = registry.code(failure.value)
    meaning = f"<p>{escape(code.summary)}</p>\n" if code is not None else ""
    again = f" ({failure.repeats} times more)" if failure.repeats else ""
    head = f"{_place(failure)}: {failure.call.function} returned {_name(failure)}{again}"
    causes = "".join(_cause(number, cause) for cause in failure.causes) or "<p>No cause is shown.</p>\n"
    if failure.causes and failure.causes[0].id == "general":
        causes = f"<p>{escape(NOTHING.capitalize())}</p>\n{causes}"
    return f'<section id="f{number}">\n<h2>{escape(head)}</h2>\n{meaning}{causes}{_timeline(number, failure)}</section>\n'


def _cause(number: int, cause: Any) -> str:
    evidence = "".join(
        f'<li><a href="#f{number}-{item.line}">line {item.line}</a>: {escape(item.function)}: {_safe(item.text)}</li>\n'
        for item in cause.evidence
    )
    proof = f"<ul>\n{evidence}</ul>\n" if evidence else ""
    return f"<p><strong>{cause.certainty}</strong>: {_safe(cause.text)}</p>\n{proof}<p>Do: {_safe(cause.fix)}</p>\n"


def _timeline(number: int, failure: Failure) -> str:
    """Return the life of the session up to the failing call, with the lines that causes cite among it."""
    rows = {line: (function, value, "") for line, function, value in failure.timeline}
    for cause in failure.causes:
        for item in cause.evidence:
            _, value, _ = rows.get(item.line, (item.function, None, ""))
            rows[item.line] = (item.function, value, item.text)
    own = rows.get(failure.call.shown_at, ("", None, ""))
    rows[failure.call.shown_at] = (failure.call.function, failure.value, own[2] or "the failing call")
    body = "".join(
        f'<tr id="f{number}-{line}"><td>{line}</td><td>{escape(function)}</td>'
        f"<td>{escape(_returned(value))}</td><td>{_safe(text)}</td></tr>\n"
        for line, (function, value, text) in sorted(rows.items())
    )
    return f"<table>\n<tr><th>line</th><th>call</th><th>returned</th><th>what it shows</th></tr>\n{body}</table>\n"


def _mistakes(mistakes: list[dict[str, Any]]) -> str:
    if not mistakes:
        return ""
    rows = "".join(
        f"<li>{_safe(mistake['text'])}: lines {', '.join(str(item['line']) for item in mistake['evidence'])}</li>\n"
        for mistake in mistakes
    )
    return f"<section>\n<h2>Mistakes that no return code reports</h2>\n<ul>\n{rows}</ul>\n</section>\n"


def _returned(value: int | None) -> str:
    if value is None:
        return ""
    code = registry.code(value)
    return code.name if code is not None else hex_of(value)


def _place(failure: Failure) -> str:
    return (
        f"{printable(failure.file)} line {failure.call.shown_at}"
        if failure.file
        else f"line {failure.call.shown_at}"
    )


def _name(failure: Failure) -> str:
    return f"{failure.name} ({hex_of(failure.value)})" if failure.name else hex_of(failure.value)


def _safe(text: object) -> str:
    return escape(printable(str(text)))
