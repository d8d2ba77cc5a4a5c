"""The output of `ckr why` as text: about six lines per failure, then the summary and the mistakes."""

from __future__ import annotations

from ckrtool._tables.causes import CAUSES
from ckrtool.knowledge import registry
from ckrtool.numerals import hex_of
from ckrtool.printable import printable
from ckrtool.render.styles import bare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from rich.console import RenderableType

    from ckrtool.diagnosis.engine import Failure
    from ckrtool.render.styles import Paint

STYLES = {
    "head": "bold red",
    "normal": "dim",
    "proven": "bold",
    "likely": "",
    "possible": "",
    "fix": "green",
    "more": "cyan",
}
MOST_EVIDENCE = 4
NOTHING = "the trace does not prove a cause; the usual ones are:"


def lines(failure: Failure, *, everything: bool = False) -> list[tuple[str, str]]:
    """Return the lines about a failure, each with the name of its style; `everything` adds all evidence and the meaning of the causes."""
    out = [(_head(failure), "normal" if failure.normal else "head")]
    causes = failure.causes
    if causes and causes[0].id == "general":
        out.append((f"  {NOTHING}", "possible"))
        out += [(f"  - {printable(cause.text)}", "possible") for cause in causes]
        if causes[0].fix:
            out.append((f"  do: {printable(causes[0].fix)}", "fix"))
    for number, cause in enumerate(causes if not causes or causes[0].id != "general" else []):
        word = "why" if number == 0 else "or"
        out.append((f"  {word} ({cause.certainty}): {printable(cause.text)} [{cause.id}]", cause.certainty))
        shown = cause.evidence if everything else cause.evidence[:MOST_EVIDENCE]
        if number == 0 or everything:
            out += [
                (f"    line {item.line}: {item.function}: {printable(item.text)}", "possible")
                for item in shown
            ]
            if everything:
                row = CAUSES[cause.id]
                out += [(f"    meaning: {row[4]}", "possible"), (f"    matters: {row[5]}", "possible")]
            out.append((f"  do: {printable(cause.fix)}", "fix"))
    if not failure.normal:
        out.append((f"  more: ckr explain {_code(failure)} --function {failure.call.function}", "more"))
    return out


def plain(failure: Failure, *, everything: bool = False, paint: Paint = bare) -> str:
    """Return the lines about a failure for a pipe, followed by an empty line."""
    return _painted(lines(failure, everything=everything), paint) + "\n"


def plain_summary(summary: dict[str, Any], paint: Paint = bare) -> str:
    """Return the summary for a pipe."""
    return _painted(_styled_summary(summary), paint)


def _painted(shown: list[tuple[str, str]], paint: Paint) -> str:
    return "".join(f"{paint(text, STYLES[style])}\n" for text, style in shown)


def _styled_summary(summary: dict[str, Any]) -> list[tuple[str, str]]:
    return [(line, "head" if line.startswith("mistake") else "possible") for line in summary_lines(summary)]


def rich(failures: list[Failure], summary: dict[str, Any], *, everything: bool = False) -> RenderableType:
    """Return the failures and the summary for a terminal: indented lines, failures in red, fixes in green."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    shown: list[tuple[str, str]] = []
    for failure in failures:
        shown += [*lines(failure, everything=everything), ("", "possible")]
    shown += _styled_summary(summary)
    parts: list[RenderableType] = []
    for line, style in shown:
        text = line.lstrip()
        parts.append(Padding(Text(text, STYLES[style]), (0, 0, 0, len(line) - len(text))))
    return Group(*parts)


def summary_lines(summary: dict[str, Any]) -> list[str]:
    """Return the lines of the summary: counts, and each mistake with its first evidence."""
    out = [quiet(summary)]
    for mistake in summary["mistakes"]:
        out.append(f"mistake: {printable(mistake['text'])} [{mistake['id']}]")
        for item in mistake["evidence"][:MOST_EVIDENCE]:
            place = f"{printable(str(item['file']))} line" if "file" in item else "line"
            out.append(f"    {place} {item['line']}: {item['function']}: {printable(str(item['text']))}")
        out.append(f"  do: {CAUSES[mistake['id']][2]}")
    return out


def quiet(summary: dict[str, Any]) -> str:
    """Return the counts of calls, failures and mistakes on one line, without a newline."""
    mistakes = sum(mistake["count"] for mistake in summary["mistakes"])
    return (
        f"calls: {summary['calls']}, failures: {summary['failures']} (explained: {summary['explained']}), "
        f"normal returns: {summary['normal']}, mistakes: {mistakes}"
    )


def _head(failure: Failure) -> str:
    call = failure.call
    place = f"{printable(failure.file)}:{call.shown_at}" if failure.file else f"line {call.shown_at}"
    code = registry.code(failure.value)
    meaning = f": {code.summary}" if code is not None else ""
    who = f" in process {call.process}" if call.process is not None else ""
    again = f" ({failure.repeats} times more)" if failure.repeats else ""
    normal = " (normal)" if failure.normal else ""
    return f"{place}: {call.function} returned {_name(failure)}{who}{again}{normal}{meaning}"


def _name(failure: Failure) -> str:
    return f"{failure.name} ({hex_of(failure.value)})" if failure.name else hex_of(failure.value)


def _code(failure: Failure) -> str:
    return failure.name or hex_of(failure.value)
