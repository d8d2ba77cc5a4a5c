"""The summary of a log as text: one fact per line in a pipe, with colours on a terminal."""

from __future__ import annotations

from ckrtool.knowledge import registry
from ckrtool.printable import printable
from ckrtool.render.styles import BAD, HEADING, bare, labelled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import RenderableType

    from ckrtool.logs.summary_types import CodeRow, Failure, Place, Summary
    from ckrtool.render.styles import Paint

GOOD_VERDICTS = frozenset({"listed", "general", "contradicted", "vendor"})
MOST_FUNCTIONS = 8


def plain(summary: Summary, *, everything: bool = False, paint: Paint = bare) -> str:
    """Return the summary as lines of text: the first failure, the codes with their functions (`everything`: all of them), the calls."""
    out = [f"lines: {summary['lines']}"]
    failure = summary["first_failure"]
    if failure:
        out.append(f"first failure: {_failure(failure)}")
    for row in summary["codes"]:
        out.append(f"{_title(row)}: {_counts(row)}")
        if meaning := _meaning(row):
            out.append(f"  meaning: {meaning}")
        out.append(f"  functions: {_functions(row, everything=everything)}")
        if violations := _violations(row):
            out.append(f"  not allowed there: {violations}")
        out.extend(_places(row))
    for load in summary.get("loads", []):
        out.append(f"not loaded ({printable(load['class'])}): {printable(load['what'])}: {load['count']}")
        out.append(f"  first, {_where(load['first'])}: {printable(load['first']['text'])}")
    if not summary["codes"]:
        out.append("no return codes but CKR_OK")
    out.extend(_further(summary))
    if summary["calls"]:
        out.append(f"calls: {', '.join(f'{name} {count}' for name, count in summary['calls'].items())}")
    out.extend(_times(summary))
    return "".join(f"{labelled(line, _style(line), paint)}\n" for line in out)


def _style(line: str) -> str:
    """Return the style of the label of a line."""
    if line.startswith(("first failure", "  not allowed there")):
        return BAD
    return "" if line.startswith(" ") else HEADING


def rich(summary: Summary, *, everything: bool = False) -> RenderableType:
    """Return the same facts for a terminal: indented lines, failures in colour, and the next command at the end."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    parts: list[RenderableType] = []
    for line in plain(summary, everything=everything).splitlines():
        label, mark, rest = line.partition(": ")
        indent = len(label) - len(label.lstrip())
        text = Text.assemble((label.strip(), _style(line)), mark, rest)
        parts.append(Padding(text, (0, 0, 0, indent)))
    if (command := next_command(summary)) is not None:
        parts.append(Text(f"next: {command}"))
    return Group(*parts)


def quiet(summary: Summary) -> str:
    """Return the summary on one line: the number of failures and of their codes, and the first failure."""
    loads = summary.get("loads", [])
    failures = [row for row in summary["codes"] if row["value"] and row["count"] > row["normal"]]
    if not failures and loads:
        return f"{sum(row['count'] for row in loads)} load failures; first: {printable(loads[0]['what'])} ({loads[0]['class']})\n"
    if not failures:
        return f"no failure in {summary['lines']} lines\n"
    count = sum(row["count"] - row["normal"] for row in failures)
    first = summary["first_failure"]
    return (
        f"{count} failures of {len(failures)} codes; first: {_failure(first)}\n"
        if first
        else f"{count} failures\n"
    )


def next_command(summary: Summary) -> str | None:
    """Return the command that explains the first failure; None if there is none, or its code has no name."""
    failure = summary["first_failure"]
    if not failure or not failure["name"]:
        return None
    function = f" --function {failure['function']}" if failure["function"] else ""
    return f"ckr explain {failure['name']}{function}"


def _further(summary: Summary) -> list[str]:
    """Return a line with the number of returns that are not listed because there are too many values; [] if there are none."""
    count = summary.get("further")
    return [f"further: {count} returns of more values without a standard name"] if count else []


def _times(summary: Summary) -> list[str]:
    return [
        f"time of {printable(name)}: {row['count']} calls, {row['total_ms']} ms in all, longest {row['max_ms']} ms"
        for name, row in summary.get("durations", {}).items()
    ]


def _title(row: CodeRow) -> str:
    return f"{printable(row['name'] or 'no name')} (0x{row['value']:X})"


def _meaning(row: CodeRow) -> str:
    code = registry.code(row["value"])
    return code.summary if code is not None and code.name == row["name"] else ""


def _counts(row: CodeRow) -> str:
    parts = [str(row["count"])]
    if row["normal"]:
        parts.append(f"normal {row['normal']}")
    if row.get("repeats"):
        parts.append(
            f"reported again {row['repeats']} times" if row["repeats"] > 1 else "reported again once"
        )
    return ", ".join(parts)


def _failure(failure: Failure) -> str:
    name = printable(failure["name"] or "a code without a name")
    function = f" from {printable(failure['function'])}" if failure["function"] else ""
    return f"{name}{function}, {_where(failure)}"


def _functions(row: CodeRow, *, everything: bool) -> str:
    pairs = sorted(row["functions"].items(), key=lambda pair: (-pair[1], pair[0]))
    most = len(pairs) if everything else MOST_FUNCTIONS
    shown = ", ".join(f"{printable(name)} {count}" for name, count in pairs[:most])
    return shown + (", ..." if len(pairs) > most else "")


def _violations(row: CodeRow) -> str:
    """Return the number of returns per verdict that does not allow them; "" if all are allowed."""
    violations = {name: count for name, count in row["verdicts"].items() if name not in GOOD_VERDICTS}
    return ", ".join(f"{count} {printable(name)}" for name, count in violations.items())


def _places(row: CodeRow) -> list[str]:
    first, last = row["first"], row["last"]
    lines = [f"  first, {_where(first)}: {printable(first['text'])}"]
    if last != first:
        lines.append(f"  last, {_where(last)}: {printable(last['text'])}")
    return lines


def _where(place: Failure | Place) -> str:
    file = f"{printable(place['file'])} " if "file" in place else ""
    time = f", {printable(place['time'])}" if "time" in place else ""
    return f"{file}line {place['line']}{time}"
