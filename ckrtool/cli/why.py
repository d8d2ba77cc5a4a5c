"""`ckr why [FILE...]`: the causes of failed calls in a trace, with the lines that prove them."""

from __future__ import annotations

from ckrtool.cli.interrupt import NOTICE, Reading
from ckrtool.cli.one_of import one_of
from ckrtool.cli.streams import Streams
from ckrtool.errors import SurroundingsError, UsageError
from ckrtool.exitcodes import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.diagnosis.engine import Failure
    from ckrtool.diagnosis.files import Explainer

EXAMPLES = (
    "ckr why spy.log",
    "ckr why --json trace.log",
    "ckr why --html trace.log > why.html",
)

MOST_ON_PAGE = 2000
"""Number of failures of an HTML page: a longer one fits neither a browser nor memory."""


def answer(
    files: list[str] | None,
    streams: Streams,
    *,
    form: str = "text",
    everything: bool = False,
    verbose: bool = False,
    quiet: bool = False,
) -> int:
    """Print the causes of each failure and return the exit status; raises SurroundingsError for unreadable files, after the output."""
    from ckrtool.diagnosis.files import Explainer
    from ckrtool.logs.input.streams import UnreadableError

    explainer = Explainer()
    error: SurroundingsError | None = None
    shown = _Shown(streams, form, verbose=verbose, quiet=quiet)
    try:
        with Reading() as reading:
            for failure in _failures(files, explainer, reading, streams):
                if everything or verbose or not failure.normal:
                    shown.add(failure)
    except UnreadableError as unreadable:
        if unreadable.everything:
            raise
        error = unreadable
    engine = explainer.engine
    if reading.interrupted:
        if engine.calls:
            shown.end(engine.summary())
        streams.hint(NOTICE)
        streams.flush()
        raise KeyboardInterrupt
    if not engine.calls and error is None:
        raise _nothing(files)
    shown.end(engine.summary())
    if error is not None:
        streams.flush()
        raise error
    return ExitCode.SEEN if engine.failures else ExitCode.OK


def _failures(
    files: list[str] | None, explainer: Explainer, reading: Reading, streams: Streams
) -> Iterator[Failure]:
    """Give the failures of all files, each when nothing more can be folded into it; nothing is held back while input is awaited."""
    from ckrtool.logs.input.streams import each_input

    for name, reads in each_input(files):
        explainer.begin(name if name != "-" else None)
        for chunk in reading.chunks(iter(reads)):
            yield from explainer.push(chunk)
            streams.flush()
        yield from explainer.finish()
        if reading.interrupted:
            return


class _Shown:
    """Writes failures in the given form: immediately in a pipe, together at the end on a terminal and as HTML."""

    def __init__(self, streams: Streams, form: str, *, verbose: bool, quiet: bool) -> None:
        self._streams = streams
        self._form = form
        self._verbose = verbose
        self._quiet = quiet
        self._held: list[Failure] = []
        self._left = 0  # failures that a page has no room for

    def add(self, failure: Failure) -> None:
        """Write one failure, or keep it for the end."""
        if self._quiet:
            return
        if self._form == "json":
            from ckrtool.render import jsontext

            row = failure.as_dict()
            row.pop("schema")
            self._streams.write(jsontext.line("why", row))
        elif self._form == "html" and len(self._held) >= MOST_ON_PAGE:
            self._left += 1
        elif self._form == "html" or self._streams.terminal:
            self._held.append(failure)
        else:
            from ckrtool.render import why_text

            self._streams.write(why_text.plain(failure, everything=self._verbose, paint=self._streams.paint))

    def end(self, summary: dict[str, object]) -> None:
        """Write the failures that were kept, and the summary."""
        if self._form == "json":
            from ckrtool.render import jsontext

            rest = {key: summary[key] for key in summary if key != "schema"}
            self._streams.write(jsontext.line("why.summary", rest))
            return
        if self._form == "html":
            from ckrtool.render import why_html

            self._streams.write(why_html.page(self._held, summary, left=self._left))
            return
        from ckrtool.render import why_text

        if self._quiet:
            self._streams.write(f"{why_text.quiet(summary)}\n")
        elif self._streams.terminal:
            self._streams.draw(why_text.rich(self._held, summary, everything=self._verbose))
        else:
            self._streams.write(why_text.plain_summary(summary, self._streams.paint))


def _nothing(files: list[str] | None) -> UsageError:
    """Return the error for input without a call in a known dialect."""
    from ckrtool.calls.read import DIALECTS

    named = " ".join(files or ["-"])
    return UsageError(
        f"no call with arguments was recognised (tried: {', '.join(DIALECTS)})",
        f"`ckr scan {named}` summarises a log without arguments.",
    )


def run(
    files: Annotated[
        list[str] | None, o.argument("[FILE]...", "Traces with arguments; none or - is stdin.")
    ] = None,
    json: o.Json = False,
    html: Annotated[bool, o.flag("--html", "One self-contained HTML page.")] = False,
    everything: Annotated[bool, o.flag("--all", "Show routine returns too.")] = False,
    verbose: Annotated[bool, o.flag("--verbose -v", "Show all evidence, and its meaning.")] = False,
    quiet: Annotated[bool, o.flag("--quiet -q", "One line.")] = False,
    color: o.Color = "auto",
) -> int:
    """Find the causes of the failed calls in a trace, with the lines that prove them. No module is loaded."""
    form = one_of(json=json, html=html)
    return answer(files, Streams(color), form=form, everything=everything, verbose=verbose, quiet=quiet)
