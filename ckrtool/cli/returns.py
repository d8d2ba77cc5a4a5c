"""`ckr returns NAME`: what a function may return, or which functions may return a code."""

from __future__ import annotations

from ckrtool.cli.decode import say
from ckrtool.cli.edition import edition_of
from ckrtool.cli.streams import Streams
from ckrtool.exitcodes import ExitCode
from ckrtool.knowledge import legality, registry
from ckrtool.numerals import VENDOR_FIRST
from ckrtool.render import legality as render
from ckrtool.render.document import Line, Section
from ckrtool.values import decoder, literals, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.render.document import Document
    from ckrtool.values.decoder import Decoded

EXAMPLES = (
    "ckr returns C_Login",
    "ckr returns CKR_PIN_LOCKED --spec 2.40 --json",
)

VENDORS_RANGE = (
    "any function may return a vendor's code (0x80000000 to 0xFFFFFFFF); no list of the standard names one"
)


def answer(word: str, streams: Streams, *, spec: str | None = None, json: bool = False) -> int:
    """Print the answer and return the exit status; raises UsageError for words that are neither function nor code."""
    edition = edition_of(spec, streams)
    name = registry.function_name(word) or registry.function_name(f"C_{word}")
    if name is not None:
        return _function(name, streams, edition, json=json)
    if word[:2].upper() == "C_":
        from ckrtool.values.spellings import must_be_function

        must_be_function(word)
    return _code(word, streams, edition, json=json)


def _function(name: str, streams: Streams, spec: str, *, json: bool) -> int:
    function = registry.function(name)
    assert function is not None
    if registry.later(function.since, spec):
        return _none(
            streams,
            {"function": name, "spec": spec, "since": function.since, "codes": []},
            name,
            spec,
            function.since,
            json=json,
        )
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("returns", render.function_dict(name, spec)))
    else:
        _table(streams, render.function_document(name, spec))
    return ExitCode.OK


def _code(word: str, streams: Streams, spec: str, *, json: bool) -> int:
    decoded = decoder.decode(parser.parse(word))
    if decoded.kind == "unknown" and not word.upper().startswith("CKR"):
        from ckrtool.values.spellings import must_be_function

        must_be_function(word)
    code = registry.code(decoded.value) if decoded.value is not None else None
    if code is None or code.kind != "standard":
        return _no_standard_code(decoded, streams, spec, json=json)
    if registry.later(code.since, spec):
        empty: dict[str, object] = {"code": code.name, "spec": spec, "since": code.since, "functions": []}
        return _none(streams, empty, code.name, spec, code.since, json=json)
    answer = render.code_dict(code.value, spec)
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("returns", answer))
    else:
        _table(streams, render.code_document(code.value, spec))
    if not answer["functions"]:
        streams.hint(f"ckr: {_why_nobody(code.value)}")
    return ExitCode.OK


def _no_standard_code(decoded: Decoded, streams: Streams, spec: str, *, json: bool) -> int:
    """Answer for what no function's list can name: a vendor's value is open to all, the rest is unknown."""
    if json:
        from ckrtool.render import decode_text, jsontext

        streams.write(
            jsontext.line("returns", decode_text.as_dict(decoded) | {"spec": spec, "functions": []})
        )
    if decoded.kind == "vendor" and decoded.value is not None:
        streams.hint(f"ckr: {VENDORS_RANGE}")
        return ExitCode.OK
    streams.hint(
        f"ckr: {literals.quoted(decoded.input)} is not a return code of PKCS #11 {spec}: no function's list can name it"
    )
    say(decoded, streams)
    return ExitCode.SEEN


def _why_nobody(value: int) -> str:
    """Say why no function may return a code of the standard."""
    if value == VENDOR_FIRST:
        return VENDORS_RANGE
    against = legality.check("C_Initialize", value).excluded_by
    return (
        f"no function may return it ({against[0].section}: {against[0].text})"
        if against
        else "no function's own list names it"
    )


def _none(
    streams: Streams, empty: dict[str, object], name: str, spec: str, since: str | None, *, json: bool
) -> int:
    """Say that the version does not have the name, and which one brought it."""
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("returns", empty))
    streams.hint(f"ckr: PKCS #11 {spec} does not have {name}; it came with {since}")
    return ExitCode.SEEN


def _table(streams: Streams, document: Document) -> None:
    """Show the table: on a terminal with its heading, in a pipe the bare rows and what has to be said on stderr."""
    if streams.terminal:
        document.parts.append(Section("", [Line(render.LEGEND)]))
        streams.show(document)
        return
    from ckrtool.render.document import Grid
    from ckrtool.render.plain import rows

    for part in document.parts:
        if isinstance(part, Grid):
            streams.write(rows(part))
        else:
            for line in part.lines:
                streams.hint(f"ckr: {line.text}")


def run(
    name: Annotated[str, o.argument("NAME", "A C_* function, or a code.")],
    spec: o.Spec = None,
    json: o.Json = False,
    verbose: o.Whole = False,  # noqa: ARG001 - the answer is whole already
    color: o.Color = "auto",
) -> int:
    """Print which codes a function may legally return and why, or which functions may return a code."""
    return answer(name, Streams(color), spec=spec, json=json)
