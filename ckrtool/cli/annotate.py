"""`ckr annotate [FILE...]`: the same lines out, each return code with its meaning."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o

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
    """Filter the files (or stdin) to stdout; raises SurroundingsError for unreadable files after the readable ones."""
    from ckrtool.cli.streams import talk
    from ckrtool.knowledge import overlay
    from ckrtool.logs.annotate import Annotator, Style
    from ckrtool.logs.annotate_json import JsonAnnotator
    from ckrtool.logs.input.streams import each_input, write_out

    worker: Annotator | JsonAnnotator
    if json:
        worker = JsonAnnotator(every_line=every_line, context=context)
    else:
        worker = Annotator(Style(inline=inline, only=only, context=context, ok=ok, redact=redact))
    for problem in overlay.problems():
        talk(f"ckr: warning: {problem}")
    for name, chunks in each_input(files):
        worker.begin(name)
        for chunk in chunks:
            write_out(worker.push(chunk))
        write_out(worker.finish())


def run(
    files: Annotated[list[str] | None, o.argument("[FILE]...", "Logs; none or - is stdin.")] = None,
    inline: Annotated[bool, o.flag("--inline", "[CKR_NAME] after each bare number, no notes.")] = False,
    only: Annotated[bool, o.flag("--only", "Drop the lines without a return code.")] = False,
    context: Annotated[int, o.count("-C --context", "N", "Only those, and N lines around each.")] = 0,
    json: Annotated[bool, o.flag("--json", "A JSON object for each line with return codes.")] = False,
    every_line: Annotated[bool, o.flag("--all", "With --json: an object for every line.")] = False,
    ok: Annotated[bool, o.flag("--ok", "Annotate successes (CKR_OK) too.")] = False,
    redact: Annotated[
        bool, o.flag("--redact", "Write * for each character of a PIN in traces (always with --json).")
    ] = False,
    color: o.NoColor = "auto",  # noqa: ARG001
) -> int:
    """Write the meaning of each return code in a log beside it; the log itself passes through unchanged."""
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
