"""`ckr explain VALUE...`: meaning, causes, checks and recovery of a code."""

from __future__ import annotations

from ckrtool.cli import module_option
from ckrtool.cli.decode import each_value, family_for, print_hints, print_overlay_warnings
from ckrtool.cli.one_of import one_of
from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.knowledge import overlay
from ckrtool.render import explain as render
from ckrtool.values import decoder, situation, topics

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.knowledge.causes import CauseText
    from ckrtool.knowledge.findings import FindingText
    from ckrtool.render.document import Document
    from ckrtool.values.decoder import Decoded
    from ckrtool.values.situation import Situation

EXAMPLES = (
    "ckr explain 0x000000A0",
    "ckr explain CKM_AES_GCM",
    "ckr explain 0x5 --function C_Initialize --module libsofthsm2.so --brief",
)


def answer(
    texts: Sequence[str],
    streams: Streams,
    *,
    form: str = "text",
    exit_retry: bool = False,
    function: str | None = None,
    stack: str | None = None,
    module: str | None = None,
    vendor: str | None = None,
    base: int | None = None,
    family: str | None = None,
) -> int:
    """Print an explanation of each text and return the exit status. `form` is text, full, brief, markdown or json.

    Raises UsageError for malformed values and unknown functions, stacks or vendors before anything is printed.
    """
    overlay.load()
    texts, function = with_function(texts, function)
    family = family_for(family)
    name, stack_id, vendor_id = _chosen(function, stack, module, vendor)

    def explained(decoded: Decoded) -> Situation:
        return situation.Situation(decoded, name, stack_id, file=module)

    if "-" in texts:
        from ckrtool.cli.decode_stream import decode_stdin

        if len(texts) > 1:
            raise UsageError("'-' reads all values from stdin: pass no other VALUE with it", "ckr explain -")
        separator = "\n" if form in ("text", "full") else ""
        return decode_stdin(
            streams,
            lambda decoded: _text(explained(decoded), streams, form).rstrip("\n") + separator,
            base=base,
            vendor=vendor_id,
        )
    parts: list[str] = []
    situations: list[Situation] = []
    for text in texts:
        topic = topics.named(text, base) if topics.could_be_id(text) else None
        if topic is not None:
            parts.append(_topic_text(topic, text, streams, form))
            continue
        several = [
            explained(decoder.decode_any(parsed, vendor_id, family))
            for parsed in each_value(text, base, family)
        ]
        parts += [_text(shown, streams, form) for shown in several]
        situations += several
    if module is not None and situations and situations[0].stack is None:
        from ckrtool.knowledge.module_facts import UNKNOWN
        from ckrtool.printable import printable

        streams.hint(f"ckr: hint: {printable(module)}: {UNKNOWN}")
    streams.write_page(("\n" if form in ("text", "full") else "").join(parts))
    for shown in situations:
        _print_hints(shown, streams)
    print_overlay_warnings(streams)
    if exit_retry:
        return ExitCode.OK if all(shown.retry_is_safe for shown in situations) else ExitCode.SEEN
    return ExitCode.OK if all(shown.decoded.certain for shown in situations) else ExitCode.SEEN


def _print_hints(explained: Situation, streams: Streams) -> None:
    """Write the hints about a value, its line and the site's runbook to stderr."""
    print_hints(explained.decoded, streams)
    in_line = explained.decoded.function
    if in_line not in (None, explained.function):
        streams.hint(f"ckr: hint: the line names {in_line}, the explanation is for {explained.function}")
    for problem in explained.problems:
        streams.hint(f"ckr: warning: {problem}")


def with_function(texts: Sequence[str], function: str | None) -> tuple[Sequence[str], str | None]:
    """Return the values, and the function: that of `--function`, or the only C_* name in `texts`.

    Raises UsageError for two functions; texts that are all functions are returned unchanged.
    """
    named = [text for text in texts if text[:2].upper() == "C_" and " " not in text]
    values = [text for text in texts if text not in named]
    if not named or not values:
        return texts, function
    if len(named) > 1 or (function is not None and function.lower() != named[0].lower()):
        raise UsageError(
            "more than one function is given", "explain the code once per function: ckr explain CODE C_NAME"
        )
    return values, named[0]


def _chosen(
    function: str | None, stack: str | None, module: str | None, vendor: str | None
) -> tuple[str | None, str | None, str | None]:
    """Return function, stack and vendor by their names in the tables; raise UsageError for unknown ones."""
    if function is not None:
        from ckrtool.values.spellings import must_be_function

        function = must_be_function(function)
    return function, situation.stack_for(stack, module), decoder.vendor_for(vendor, module)


def _text(explained: Situation, streams: Streams, form: str) -> str:
    """Return one explanation in the given form."""
    if form == "json":
        from ckrtool.render import jsontext

        return jsontext.line("explain", render.as_dict(explained))
    if explained.decoded.kind == "unknown":
        from ckrtool.render.decode_text import line

        return line(explained.decoded, paint=streams.paint) + "\n"
    if form == "brief":
        from ckrtool.render import explain_page

        return streams.brief_of(explain_page.brief(explained))
    if form == "markdown":
        from ckrtool.render import markdown

        return markdown.render(_full(explained))
    if form == "text" and streams.terminal:
        from ckrtool.render import explain_page

        return streams.text_of(_with_other(explain_page.page(explained, command_for(explained)), explained))
    return streams.text_of(_full(explained))


def _full(explained: Situation) -> Document:
    """Return the full explanation, with a section on the finding or cause of the same name."""
    return _with_other(render.document(explained), explained)


def _with_other(document: Document, explained: Situation) -> Document:
    if (other := topics.other_meaning(explained.decoded.input)) is not None:
        from ckrtool.render.explain_topic import also

        document.parts.append(also(other))
    return document


def _topic_text(topic: FindingText | CauseText, text: str, streams: Streams, form: str) -> str:
    """Return the explanation of a finding, cause or mistake in the given form."""
    from ckrtool.render import explain_topic

    if form == "json":
        from ckrtool.render import jsontext

        return jsontext.line("explain", explain_topic.as_dict(topic, text))
    if form == "brief":
        return streams.brief_of(explain_topic.brief(topic))
    if form == "markdown":
        from ckrtool.render import markdown

        return markdown.render(explain_topic.document(topic))
    return streams.text_of(explain_topic.document(topic))


def command_for(explained: Situation) -> str:
    """Return the command line that prints this explanation."""
    from ckrtool.cli.shell_line import shown

    words = ["explain", explained.decoded.name or explained.decoded.hex or explained.decoded.input]
    words += ["--function", explained.function] if explained.function else []
    words += ["--stack", explained.stack] if explained.stack else []
    return shown(words)


def run(
    value: Annotated[list[str], o.argument("VALUE...", "Numbers, names, or printed lines; - reads stdin.")],
    function: o.Function = None,
    stack: o.Stack = None,
    module: o.Module = None,
    vendor: o.Vendor = None,
    family: o.As = None,
    brief: Annotated[bool, o.flag("--brief -q", "A short answer of at most 20 lines.")] = False,
    full: Annotated[bool, o.flag("--full -v", "The full answer, as in a pipe.")] = False,
    markdown: Annotated[bool, o.flag("--markdown", "Markdown, for a ticket.")] = False,
    json: o.Json = False,
    exit_retry: Annotated[
        bool, o.flag("--exit-retry", "Exit 0 only if a program may repeat the call unattended.")
    ] = False,
    base: o.Base = None,
    color: o.Color = "auto",
) -> int:
    """Explain a return code: the text of the standard, the usual causes, what to do, and what to avoid."""
    form = one_of(json=json, markdown=markdown, brief=brief, full=full)
    return answer(
        value, Streams(color), form=form, exit_retry=exit_retry, function=function, stack=stack, module=module_option.named(module),
        vendor=vendor, base=int(base) if base else None, family=family,
    )  # fmt: skip
