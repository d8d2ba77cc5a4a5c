"""`ckr decode VALUE...`: one line per value."""

from __future__ import annotations

from ckrtool.cli import module_option
from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.knowledge import overlay
from ckrtool.render import decode_text
from ckrtool.values import decoder, literals, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Annotated

    from ckrtool.cli import options as o
    from ckrtool.values.decoder import Decoded
    from ckrtool.values.literals import Parsed

EXAMPLES = (
    "ckr decode 0xA0 CKR_PIN_LOCKED 'rv = 0x101'",
    "printf '%s\\n' 0xA0 0x30 | ckr decode - --json",
)


def answer(
    texts: Iterable[str],
    streams: Streams,
    *,
    json: bool = False,
    template: str | None = None,
    base: int | None = None,
    vendor: str | None = None,
    module: str | None = None,
    family: str | None = None,
    everything: bool = False,
) -> int:
    """Print the decoded values and return the exit status; `-` reads them from stdin.

    With `everything` each line names all vendors that use a number. Raises UsageError for malformed values before
    anything is printed.
    """
    texts = list(texts)
    if module is not None and vendor is None:
        _hint_unknown_module(module, streams)
    vendor = decoder.vendor_for(vendor, module)
    family = family_for(family)
    render = _renderer(streams, json=json, template=template, everything=everything)
    if "-" in texts:
        from ckrtool.cli.decode_stream import decode_stdin

        if len(texts) > 1:
            raise literals.Malformed("'-' reads all values from stdin: pass no other VALUE with it")
        status = decode_stdin(streams, render, base=base, vendor=vendor, family=family)
        print_overlay_warnings(streams)
        return status
    results = [
        decoder.decode_any(parsed, vendor, family)
        for text in texts
        for parsed in each_value(text, base, family)
    ]
    for decoded in results:
        if streams.terminal and not json and template is None:
            from ckrtool.render.terminal import decoded_line

            streams.draw(decoded_line(decode_text.line(decoded, everything=everything)))
        else:
            streams.write(render(decoded) + "\n")
        print_hints(decoded, streams)
    print_overlay_warnings(streams)
    return ExitCode.OK if all(decoded.certain for decoded in results) else ExitCode.SEEN


def _hint_unknown_module(module: str, streams: Streams) -> None:
    """Write a hint to stderr if no profile knows a module: the vendor of its values is then not known."""
    from ckrtool.knowledge import stacks

    if stacks.by_name_or_file(module) is None:
        streams.hint(
            f"ckr: hint: {module}: no profile knows this module: vendors' values have all their candidates"
        )


def family_for(word: str | None) -> str | None:
    """Return the family of constants that `--as` names, None without the option; raise UsageError for an unknown family."""
    if word is None:
        return None
    from ckrtool.values import constants

    return constants.family_for(word)


def each_value(text: str, base: int | None, family: str | None = None) -> list[Parsed]:
    """Return the parsed values of a text: one value, a list separated by commas or blanks, or a line that a program printed.

    Raises Malformed for any other text.
    """
    try:
        parsed = parser.parse(text, base)
    except literals.Malformed:
        return parser.several(text, base) or [_value_or_line(text, base)]
    may_be_line = parsed.unknown and not parsed.constant and family is None
    return [_value_or_line(text, base) if may_be_line else parsed]


def _value_or_line(text: str, base: int | None) -> Parsed:
    from ckrtool.logs.value_or_line import parse

    return parse(text, base)


def print_hints(decoded: Decoded, streams: Streams) -> None:
    """Write the hints about a decoded value to stderr: other interpretations, the nearest names."""
    if decoded.kind == "unknown" and not decoded.suggestions and (hint := _no_code(decoded.input)):
        streams.hint(f"ckr: {literals.quoted(decoded.input)} {hint}")
        return
    for hint in [*decoded.hints, *decode_text.nearest(decoded)]:
        streams.hint(f"ckr: {hint}")


def _no_code(word: str) -> str | None:
    """Return the hint for a word that is a function or a stack; None for any other word."""
    if word[:2].upper() == "C_":
        return f"looks like a function; try: ckr returns {word}"
    from ckrtool.knowledge import registry, stacks

    if function := registry.function_name(f"C_{word}"):
        return f"is not a return code; the function is written {function}"
    if stack := stacks.by_word(word):
        return f"is not a return code; for {stack.name}: ckr explain CODE --stack {stack.id}"
    return None


def print_overlay_warnings(streams: Streams) -> None:
    """Write a warning to stderr for each problem of the overlay files, if the overlay was loaded."""
    for problem in overlay.problems():
        streams.hint(f"ckr: warning: {problem}")


def _renderer(
    streams: Streams, *, json: bool, template: str | None, everything: bool
) -> Callable[[Decoded], str]:
    """Return the function that formats a decoded value as one line; raise UsageError for two formats."""
    if template is not None and json:
        raise UsageError("--format and --json cannot be used together", "Choose one output format.")
    if template is not None:
        return decode_text.Template(template).line
    if not json:
        if not everything and not streams.coloured:
            return decode_text.line
        paint = streams.paint
        return lambda decoded: decode_text.line(decoded, everything=everything, paint=paint)
    from ckrtool.render import jsontext

    return lambda decoded: jsontext.line("decode", decode_text.as_dict(decoded)).rstrip("\n")


def run(
    value: Annotated[list[str], o.argument("VALUE...", "Numbers, names, or printed lines; - reads stdin.")],
    json: o.Json = False,
    template: Annotated[
        str | None, o.option("--format", "TEXT", "A template such as '{name}\\t{hex}'.")
    ] = None,
    base: o.Base = None,
    vendor: o.Vendor = None,
    module: o.Module = None,
    family: o.As = None,
    verbose: o.Verbose = False,
    color: o.Color = "auto",
) -> int:
    """Print the number, the name and a one-line meaning of each VALUE."""
    return answer(
        value,
        Streams(color),
        json=json,
        template=template,
        base=int(base) if base else None,
        vendor=vendor,
        module=module_option.named(module),
        family=family,
        everything=verbose,
    )
