"""The output of `ckr why` as an HTML page: each failure with its causes, its session's history, and links to the evidence."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib import resources
from typing import TYPE_CHECKING, Any

from ckrtool._tables.causes import CAUSES
from ckrtool.knowledge import registry
from ckrtool.numerals import hex_of
from ckrtool.printable import printable
from ckrtool.render.why_text import NOTHING, quiet

if TYPE_CHECKING:
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.engine import Failure

LEVELS = {"proven": "error", "likely": "warning", "possible": "info"}


def page(failures: list[Failure], summary: dict[str, Any], *, left: int = 0) -> str:
    """Return the page, with its style sheet and without external resources; `left` more failures are only counted."""
    style = resources.files("ckrtool").joinpath("data", "report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "".join(
        [
            _header(summary),
            _left_out(len(failures), left),
            _contents(failures),
            *(_failure(number, failure) for number, failure in enumerate(failures)),
            _mistakes(summary["mistakes"]),
        ]
    )
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>ckr why: {escape(quiet(summary))}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""


def _header(summary: dict[str, Any]) -> str:
    level, mark = ("error", "✕") if summary["failures"] else ("ok", "✓")
    title = "Why these calls failed" if summary["failures"] else "No call failed, except for routine returns"
    return (
        f'<header class="verdict {level}"><div class="mark" aria-hidden="true">{mark}</div>\n<div><h1>{title}</h1>\n'
        f'<p class="module">{escape(quiet(summary))}</p></div></header>\n'
    )


def _left_out(shown: int, left: int) -> str:
    """Return the note that the page does not show all failures; "" if it does."""
    if not left:
        return ""
    return (
        f'<p class="detail">This page shows the first {shown} of {shown + left} failures. '
        "<code>ckr why --json</code> shows all.</p>\n"
    )


def _contents(failures: list[Failure]) -> str:
    if len(failures) < 2:
        return ""
    rows = "".join(
        f'<li><a href="#f{number}">{escape(_place(failure))}: {escape(failure.call.function)} {escape(_name(failure))}</a></li>\n'
        for number, failure in enumerate(failures)
    )
    return f"<nav>\n<h2>Contents</h2>\n<ol>\n{rows}</ol></nav>\n"


def _failure(number: int, failure: Failure) -> str:
    code = registry.code(failure.value)
    meaning = f'<p class="meaning">{escape(code.summary)}</p>\n' if code is not None else ""
    again = f" ({failure.repeats} times more)" if failure.repeats else ""
    head = f"{failure.call.function} returned {_name(failure)}{again}"
    level = LEVELS[failure.causes[0].certainty] if failure.causes else "info"
    causes = "".join(_cause(number, cause) for cause in failure.causes) or "<p>No cause is known.</p>\n"
    if failure.causes and failure.causes[0].id == "general":
        causes = f"<h4>{escape(NOTHING.capitalize())}</h4>\n{causes}"
    more = f"ckr explain {failure.name or hex_of(failure.value)} --function {failure.call.function}"
    return (
        f'<section id="f{number}">\n<h2>{escape(_place(failure))}</h2>\n<article class="finding {level}">\n<h3>{escape(head)}</h3>\n'
        f'{meaning}{causes}{_timeline(number, failure)}<p class="more"><code>{escape(more)}</code></p>\n</article></section>\n'
    )


def _cause(number: int, cause: Cause) -> str:
    """Return a cause with its evidence, each line a link into the history of the session."""
    evidence = "".join(
        f'<li><a href="#f{number}-{item.line}">line {item.line}</a>: <code>{escape(item.function)}</code>: {_safe(item.text)}</li>\n'
        for item in cause.evidence
    )
    proof = f"<ul>\n{evidence}</ul>\n" if evidence else ""
    matters = f'<p class="aside">{escape(CAUSES[cause.id][4])}</p>\n' if cause.id != "general" else ""
    fix = f"<h4>What to do</h4>\n<p>{_safe(cause.fix)}</p>\n" if cause.fix else ""
    badge = f'<span class="badge">{cause.certainty}</span>'
    return f'<p class="detail">{badge}{_safe(cause.text)}</p>\n{proof}{matters}{fix}'


def _timeline(number: int, failure: Failure) -> str:
    """Return the history of the session up to the failed call, including the lines that the causes cite."""
    rows: dict[int, tuple[str, int | None, str]] = {
        line: (function, value, "") for line, function, value in failure.timeline
    }
    for cause in failure.causes:
        for item in cause.evidence:
            _, value, _ = rows.get(item.line, (item.function, None, ""))
            rows[item.line] = (item.function, value, item.text)
    failing = rows.get(failure.call.shown_at, ("", None, ""))
    rows[failure.call.shown_at] = (failure.call.function, failure.value, failing[2] or "the failed call")
    body = "".join(
        f'<tr id="f{number}-{line}"{_lost(line, failure)}><td class="step">{line}</td><td><code>{escape(function)}</code></td>'
        f'<td class="returned"><code>{escape(_returned(value))}</code></td><td>{_safe(text)}</td></tr>\n'
        for line, (function, value, text) in sorted(rows.items())
    )
    head = "<thead><tr><th>line</th><th>call</th><th>returned</th><th>evidence</th></tr></thead>"
    return f"<h4>History of the session</h4>\n<table>\n{head}\n<tbody>\n{body}</tbody></table>\n"


def _lost(line: int, failure: Failure) -> str:
    return ' class="lost"' if line == failure.call.shown_at else ""


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
