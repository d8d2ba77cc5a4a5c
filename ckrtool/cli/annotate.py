"""`ckr annotate`: a filter that writes the meaning of each return code beside it."""

from __future__ import annotations

from typing import Annotated

import typer

EPILOG = (
    "Examples: tail -f app.log | ckr annotate     ckr annotate --only -C 3 spy.log     "
    "journalctl -u named | ckr annotate --json"
)


def annotate(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Logs to read; - or none is stdin.")
    ] = None,
    inline: Annotated[
        bool,
        typer.Option("--inline", help="Put [CKR_NAME] after each bare number instead of a note at the end."),
    ] = False,
    only: Annotated[bool, typer.Option("--only", help="Drop the lines without a return code.")] = False,
    context: Annotated[
        int, typer.Option("-C", "--context", metavar="N", min=0, help="With N lines of context around each.")
    ] = 0,
    json_lines: Annotated[
        bool, typer.Option("--json", help="One JSON object for each line with return codes.")
    ] = False,
    every_line: Annotated[bool, typer.Option("--all", help="With --json: an object for every line.")] = False,
    ok: Annotated[bool, typer.Option("--ok", help="Annotate successes (CKR_OK) too.")] = False,
    redact: Annotated[
        bool,
        typer.Option("--redact", help="Write * for each character of a PIN in traces (always with --json)."),
    ] = False,
) -> None:
    """Write the meaning of each PKCS #11 return code in a log beside it."""
    from ckrtool.logs.annotate import Annotator, Style
    from ckrtool.logs.annotate_json import JsonAnnotator
    from ckrtool.logs.streams import each_input, write_out

    worker: Annotator | JsonAnnotator
    if json_lines:
        worker = JsonAnnotator(every_line=every_line)
    else:
        worker = Annotator(Style(inline=inline, only=only, context=context, ok=ok, redact=redact))
    for name, chunks in each_input(files):
        if isinstance(worker, JsonAnnotator):
            worker.begin(name)
        for chunk in chunks:
            write_out(worker.push(chunk))
        write_out(worker.finish())
