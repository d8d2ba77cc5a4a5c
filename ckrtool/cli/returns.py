"""`ckr returns NAME`: the codes that a function may return, or the functions that may return a code."""

from __future__ import annotations

from ckrtool.cli.decode import print_hints
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

VENDORS_RANGE = "any function may return a vendor's code (0x80000000 to 0xFFFFFFFF); the lists of the standard do not name them"


def answer(word: str, streams: Streams, *, spec: str | None = None, json: bool = False) -> int:
    """Print the table and return the exit status; raises UsageError for a name that is neither a function nor a code."""
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
        empty = render.function_dict(name, spec)
        return _not_in_edition(streams, empty, name, spec, function.since, json=json)
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
        return _not_in_edition(streams, empty, code.name, spec, code.since, json=json)
    answer = render.code_dict(code.value, spec)
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("returns", answer))
    else:
        _table(streams, render.code_document(code.value, spec))
    if not answer["functions"]:
        streams.hint(f"ckr: {_why_no_function(code.value)}")
    return ExitCode.OK


def _no_standard_code(decoded: Decoded, streams: Streams, spec: str, *, json: bool) -> int:
    """Answer for a value that the lists of the standard cannot contain; return 0 for a vendor's value, else 1."""
    if json:
        from ckrtool.render import decode_text, jsontext

        streams.write(
            jsontext.line("returns", decode_text.as_dict(decoded) | {"spec": spec, "functions": []})
        )
    if decoded.kind == "vendor" and decoded.value is not None:
        streams.hint(f"ckr: {VENDORS_RANGE}")
        return ExitCode.OK
    streams.hint(
        f"ckr: {literals.quoted(decoded.input)} is not a return code of PKCS #11 {spec}, so no function lists it"
    )
    print_hints(decoded, streams)
    return ExitCode.SEEN


def _why_no_function(value: int) -> str:
    """Return the reason why no function may return a code of the standard."""
    if value == VENDOR_FIRST:
        return VENDORS_RANGE
    against = legality.check("C_Initialize", value).excluded_by
    return (
        f"no function may return it ({against[0].section}: {against[0].text})"
        if against
        else "no function lists it"
    )


def _not_in_edition(
    streams: Streams, empty: dict[str, object], name: str, spec: str, since: str | None, *, json: bool
) -> int:
    """Report that an edition does not have a name, and which one introduced it; return exit status 1."""
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("returns", empty))
    streams.hint(f"ckr: PKCS #11 {spec} does not have {name}; it was added in {since}")
    return ExitCode.SEEN


def _table(streams: Streams, document: Document) -> None:
    """Write a table: with its heading on a terminal; in a pipe only the rows, and the notes on stderr."""
    if streams.terminal:
        document.parts.append(Section("", [Line(render.LEGEND)]))
        streams.show(document)
        return
    from ckrtool.render.document import Grid
    from ckrtool.render.plain import rows

    for part in document.parts:
        if isinstance(part, Grid):
            streams.write(rows(part, streams.paint))
        else:
            for line in part.lines:
                streams.hint(f"ckr: {line.text}")


def run(
    name: Annotated[str, o.argument("NAME", "A C_* function, or a code.")],
    spec: o.Spec = None,
    json: o.Json = False,
    verbose: o.Whole = False,  # noqa: ARG001 - the output is always complete
    color: o.Color = "auto",
) -> int:
    """Print the codes that a function may legally return and why, or the functions that may return a code."""
    return answer(name, Streams(color), spec=spec, json=json)
