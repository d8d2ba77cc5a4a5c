"""`ckr annotate [FILE...]`: copy a log to stdout, with the meaning of each return code."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.logs.filter import Filter
    from ckrtool.logs.input.streams import Reads

PATIENCE = 0.05
"""Seconds for which a line waits for the stack trace below it, which a program may write line by line."""
EXAMPLES = (
    "tail -f app.log | ckr annotate",
    "ckr annotate --only -C 3 spy.log",
    "journalctl -u named | ckr annotate --json",
)


def answer(
    files: list[str] | None,
    *,
    inline: bool = False,
    only: bool = False,
    context: int = 0,
    json: bool = False,
    every_line: bool = False,
    ok: bool = False,
    redact: bool = False,
) -> None:
    """Write the annotated lines of the files (or stdin) to stdout.

    Raises SurroundingsError for unreadable files, after the readable ones have been written.
    """
    from ckrtool.cli.streams import to_stderr
    from ckrtool.knowledge import overlay
    from ckrtool.logs.input.streams import each_input, warning_of_long_line, write_out

    worker: Filter
    if json:
        from ckrtool.logs.annotate_json import JsonAnnotator

        worker = JsonAnnotator(every_line=every_line, context=context)
    else:
        from ckrtool.logs.annotate import Annotator, Style

        worker = Annotator(Style(inline=inline, only=only, context=context, ok=ok, redact=redact))
    for problem in overlay.problems():
        to_stderr(f"ckr: warning: {problem}")
    for name, reads in each_input(files, lambda warning: to_stderr(f"ckr: warning: {warning}")):
        worker.begin(name)
        if not (reads.is_large and _in_processes(reads, worker)):
            for chunk in reads:
                write_out(worker.push(chunk))
                if worker.waits and not reads.more_within(PATIENCE):
                    write_out(worker.release())
            write_out(worker.finish())
        if worker.unread:
            to_stderr(warning_of_long_line(name))
            worker.unread = False


def _in_processes(reads: Reads, worker: Filter) -> bool:
    """Filter a large file in several processes; return False if one has to do it."""
    from ckrtool.logs.input.streams import write_out
    from ckrtool.logs.parallel.files import filtered

    return filtered(reads, worker, write_out)


def run(
    files: Annotated[list[str] | None, o.argument("[FILE]...", "Logs; none or - is stdin.")] = None,
    inline: Annotated[bool, o.flag("--inline", "[CKR_NAME] after each bare number, no notes.")] = False,
    only: Annotated[bool, o.flag("--only", "Drop the lines without a return code.")] = False,
    context: Annotated[int, o.count("-C --context", "N", "As --only, with N lines of context.")] = 0,
    json: Annotated[bool, o.flag("--json", "One JSON object per line with return codes.")] = False,
    every_line: Annotated[bool, o.flag("--all", "With --json: one object per line of input.")] = False,
    ok: Annotated[bool, o.flag("--ok", "Annotate successes (CKR_OK) too.")] = False,
    redact: Annotated[
        bool, o.flag("--redact", "Replace each character of a PIN in traces by * (always with --json).")
    ] = False,
    color: o.NoColor = "auto",  # noqa: ARG001
) -> int:
    """Add the meaning to each return code in a log; the log itself is not changed."""
    answer(
        files,
        inline=inline,
        only=only,
        context=context,
        json=json,
        every_line=every_line,
        ok=ok,
        redact=redact,
    )
    return 0
