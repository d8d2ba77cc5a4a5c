"""`ckr scan [FILE...]`: a summary of a log."""

from __future__ import annotations

from ckrtool.cli.interrupt import NOTICE, Reading
from ckrtool.cli.streams import Streams, to_stderr
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Annotated, Any

    from ckrtool.cli import options as o
    from ckrtool.logs.input.streams import Reads
    from ckrtool.logs.scan import Scanner
    from ckrtool.logs.summary_types import Summary

EXAMPLES = (
    "ckr scan app.log",
    "ckr scan --json part1.log > 1.json",
    "ckr scan --merge --json 1.json 2.json",
)
HEAD = 1 << 16  # bytes at the beginning of a file that show whether `ckr why` can read it


def answer(
    files: list[str] | None,
    streams: Streams,
    *,
    json: bool = False,
    merge: bool = False,
    ok: bool = False,
    anonymize: bool = False,
    quiet: bool = False,
    everything: bool = False,
) -> int:
    """Print the summary and return the exit status: SEEN for an unexpected failure or a library that was not loaded, else OK.

    Raises SurroundingsError for unreadable files, after the summary of the others, and UsageError if `merge` gets no summaries.
    """
    from ckrtool.knowledge import overlay
    from ckrtool.logs.scan import failed

    error: SurroundingsError | None = None
    reading = Reading()
    if merge:
        summary = _merged(files or ["-"], anonymize=anonymize)
    else:
        with reading:
            summary, error = _scanned(files, reading, ok=ok)
        summary = _anonymized(summary) if anonymize else summary
    _show(summary, streams, json=json, quiet=quiet, everything=everything)
    if reading.interrupted:
        streams.hint(NOTICE)
        streams.flush()
        raise KeyboardInterrupt
    if not (json or merge or quiet) and failed(summary):
        _suggest_why(files, streams)
    for problem in overlay.problems():
        streams.hint(f"ckr: warning: {problem}")
    if error is not None:
        streams.flush()
        raise error
    return ExitCode.SEEN if failed(summary) else ExitCode.OK


def _scanned(
    files: list[str] | None, reading: Reading, *, ok: bool
) -> tuple[Summary, SurroundingsError | None]:
    """Return the summary of the readable files, and the error about an unreadable one, or None."""
    from ckrtool.logs.input.streams import UnreadableError, each_input, warning_of_long_line
    from ckrtool.logs.scan import Scanner

    scanner = Scanner(ok=ok)
    several = files is not None and len(files) > 1
    try:
        for name, reads in each_input(files):
            scanner.begin(name, several=several)
            if not reads.is_large or not _in_processes(reads, scanner, reading):
                for chunk in reading.chunks(iter(reads)):
                    scanner.push(chunk)
                scanner.finish()
            if scanner.counts.unread:
                to_stderr(warning_of_long_line(name))
                scanner.counts.unread = False
            if reading.interrupted:
                break
    except UnreadableError as unreadable:
        if unreadable.everything:
            raise
        return scanner.summary(), unreadable
    return scanner.summary(), None


def _in_processes(reads: Reads, scanner: Scanner, reading: Reading) -> bool:
    """Scan a large file in several processes; return False if one has to do it."""
    from ckrtool.logs.parallel.files import counted

    return counted(reads, scanner, lambda: reading.interrupted)


def _anonymized(summary: Summary) -> Summary:
    """Return a copy of a summary with names in excerpts and names of files replaced by the hashes of an anonymized probe report."""
    from ckrtool.probe.reporting.anonymize_words import hidden

    def place(shown: Mapping[str, Any] | None, known: Mapping[str, str]) -> dict[str, Any] | None:
        if shown is None:
            return None
        changed = dict(shown)
        if "text" in shown:
            changed["text"] = _hidden(shown["text"], known)
        if "file" in shown:
            changed["file"] = hidden("path", shown["file"])
        return changed

    whole: dict[str, Any] = dict(summary)
    if "file" in summary:
        whole["file"] = hidden("path", summary["file"])
    whole["codes"] = [
        {**row, "first": place(row["first"], {}), "last": place(row["last"], {})} for row in summary["codes"]
    ]
    whole["first_failure"] = place(summary["first_failure"], {})
    if "loads" in summary:
        whole["loads"] = []
        for load in summary["loads"]:
            what = load["what"]
            known = {what: "path"} if "/" in what or "\\" in what else {}
            first = place(load["first"], known)
            whole["loads"].append({**load, "what": _hidden(what, known), "first": first})
    return whole  # type: ignore[return-value]


def _hidden(text: str, known: Mapping[str, str]) -> str:
    """Return a text with the names that are recognised in it, and the `known` ones, replaced by hashes."""
    from ckrtool.logs.hosts import hosts_in
    from ckrtool.probe.reporting.anonymize_text import anonymize_text

    return anonymize_text(text, {**hosts_in(text), **known})


def _suggest_why(files: list[str] | None, streams: Streams) -> None:
    """Suggest `ckr why` on stderr if a file shows the arguments of its calls."""
    from contextlib import suppress

    from ckrtool.calls.signs import has_arguments

    for name in files or ():
        with suppress(OSError, ValueError), open(name, "rb") as stream:  # noqa: PTH123 - pathlib is slow to import
            if name != "-" and stream.seekable() and has_arguments(stream.read(HEAD)):
                import shlex

                streams.hint(f"ckr: `ckr why {shlex.quote(name)}` finds the causes")
                return


def _merged(files: list[str], *, anonymize: bool) -> Summary:
    """Return the sum of the summaries in the files; a file may contain several, one per line.

    Parts are anonymized before they are added up, because some of them may already be, and rows are compared by name.
    """
    from ckrtool.logs.merge import merge

    parts = [summary for name in files for summary in _summaries(name)]
    return merge(map(_anonymized, parts) if anonymize else parts)


def _summaries(name: str) -> list[Summary]:
    import json

    from ckrtool.logs.input.streams import whole
    from ckrtool.logs.merge import checked

    text = whole(name)
    try:
        documents = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        try:
            documents = [json.loads(text)]
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{name!r} is not JSON", "Pass files written by `ckr scan --json`.") from error
    if not documents:
        raise UsageError(f"{name!r} is empty", "Pass files written by `ckr scan --json`.")
    return [checked(document, repr(name)) for document in documents]


def _show(summary: Summary, streams: Streams, *, json: bool, quiet: bool, everything: bool) -> None:
    if json:
        from ckrtool.render import jsontext

        streams.write(
            jsontext.line("scan", {key: value for key, value in summary.items() if key != "schema"})
        )
        return
    from ckrtool.render import scan_text

    if quiet:
        streams.write(scan_text.quiet(summary))
    elif streams.terminal:
        streams.draw(scan_text.rich(summary, everything=everything))
    else:
        streams.write(scan_text.plain(summary, everything=everything, paint=streams.paint))
        if (command := scan_text.next_command(summary)) is not None:
            streams.hint(f"ckr: next: {command}")


def run(
    files: Annotated[list[str] | None, o.argument("[FILE]...", "Logs; none or - is stdin.")] = None,
    json: o.Json = False,
    merge: Annotated[
        bool, o.flag("--merge", "Add up summaries of the parts of a log, made by --json, in order.")
    ] = False,
    ok: Annotated[bool, o.flag("--ok", "List successes (CKR_OK) too.")] = False,
    anonymize: Annotated[
        bool,
        o.flag(
            "--anonymize",
            "Hash labels, serials, users, hosts and paths that are recognised; read the result before you send it.",
        ),
    ] = False,
    verbose: Annotated[bool, o.flag("--verbose -v", "List all functions that returned a code.")] = False,
    quiet: Annotated[
        bool, o.flag("--quiet -q", "One line: the number of failures, and the first one.")
    ] = False,
    color: o.Color = "auto",
) -> int:
    """Summarise a log: its return codes, the first failure, and the calls made."""
    return answer(
        files,
        Streams(color),
        json=json,
        merge=merge,
        ok=ok,
        anonymize=anonymize,
        quiet=quiet,
        everything=verbose,
    )
