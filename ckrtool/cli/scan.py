"""`ckr scan`: what a log says as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ckrtool.errors import SurroundingsError

EPILOG = (
    "Examples: ckr scan app.log     ckr scan --json part1.log > 1.json     ckr scan --merge 1.json 2.json"
)


def scan(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE]...", help="Logs to read; - or none is stdin.")
    ] = None,
    json_output: Annotated[bool, typer.Option("--json", help="The summary as JSON.")] = False,
    merge: Annotated[
        bool,
        typer.Option("--merge", help="The files are summaries (--json) of parts, in order: add them up."),
    ] = False,
    ok: Annotated[bool, typer.Option("--ok", help="List successes (CKR_OK) too.")] = False,
    anonymize: Annotated[
        bool, typer.Option("--anonymize", help="Hash labels, serials, hosts and paths in the excerpts.")
    ] = False,
) -> None:
    """Say which PKCS #11 return codes a log holds, what failed first, and which calls were made."""
    from ckrtool.logs.scan import failed

    error: SurroundingsError | None = None
    if merge:
        summary = _merged(files or ["-"])
    else:
        summary, error = _scanned(files, ok=ok, anonymize=anonymize)
    _show(summary, json_output=json_output)
    if error is not None:
        raise error
    if failed(summary):
        raise typer.Exit(1)


def _scanned(files: list[str] | None, *, ok: bool, anonymize: bool) -> tuple[dict[str, Any], Any]:
    """Return the summary of what could be read, and the error about what could not."""
    from ckrtool.errors import SurroundingsError
    from ckrtool.logs.scan import Scanner
    from ckrtool.logs.streams import each_input

    scanner = Scanner(ok=ok, anonymize=anonymize)
    several = files is not None and len(files) > 1
    error = None
    try:
        for name, chunks in each_input(files):
            scanner.begin(name if several else None)
            for chunk in chunks:
                scanner.push(chunk)
            scanner.finish()
    except SurroundingsError as unreadable:
        error = unreadable
    return scanner.summary(), error


def _merged(files: list[str]) -> dict[str, Any]:
    import json
    import sys

    from ckrtool.errors import SurroundingsError, UsageError
    from ckrtool.logs.merge import checked, merge

    summaries = []
    for name in files:
        try:
            text = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except (OSError, ValueError) as error:
            raise SurroundingsError(
                f"can't read {name!r}: {getattr(error, 'strerror', None) or error}"
            ) from error
        try:
            documents = [json.loads(text)]
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{name!r} is not JSON", "Give files that ckr scan --json wrote.") from error
        summaries += [checked(document, repr(name)) for document in documents]
    return merge(summaries)


def _show(summary: dict[str, Any], *, json_output: bool) -> None:
    import sys

    from ckrtool.logs.streams import write_out
    from ckrtool.render import scan_text

    if json_output:
        import json

        write_out(json.dumps(summary, separators=(",", ":")).encode("ascii") + b"\n")
    elif sys.stdout.isatty():
        from rich.console import Console

        Console(highlight=False, markup=False).print(scan_text.rich(summary))
    else:
        write_out(scan_text.plain(summary).encode("utf-8"))
