"""`ckr check FUNCTION VALUE`: whether this function may return this code."""

from __future__ import annotations

from ckrtool.cli import module_option
from ckrtool.cli.edition import edition_of
from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.knowledge import legality, registry
from ckrtool.render import legality as render
from ckrtool.values import decoder, literals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Annotated

    from ckrtool.cli import options as o

EXAMPLES = (
    "ckr check C_Login 0xA0",
    "ckr check C_Sign CKR_TOKEN_NOT_PRESENT --json",
)


def answer(
    words: Sequence[str],
    streams: Streams,
    *,
    spec: str | None = None,
    json: bool = False,
    quiet: bool = False,
    base: int | None = None,
    vendor: str | None = None,
    module: str | None = None,
) -> int:
    """Print the verdict and return the exit status: 0 if the return is allowed, 1 if it is not or the name is unknown.

    `words` are a function and a value, in any order, or one printed line that contains both; anything else raises UsageError.
    """
    name, parsed = _pair(words, base)
    decoded = decoder.decode(parsed, decoder.vendor_for(vendor, module))
    if quiet:
        return (
            ExitCode.OK
            if decoded.value is not None and _judged(name, decoded.value, spec, streams)
            else ExitCode.SEEN
        )
    if decoded.value is None:
        if json:
            from ckrtool.render import decode_text, jsontext

            streams.write(jsontext.line("check", decode_text.as_dict(decoded)))
        from ckrtool.cli.decode import print_hints

        print_hints(decoded, streams)
        if decoded.kind != "unknown":
            streams.hint(
                f"ckr: {decoded.summary}: {', '.join(row.vendor for row in decoded.candidates)}; pick one with --vendor"
            )
        return ExitCode.SEEN
    edition = edition_of(spec, streams)
    judgement = legality.check(name, decoded.value, edition)
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("check", render.check_dict(name, decoded, edition, judgement)))
    else:
        streams.show(render.check_document(name, decoded, edition, judgement))
    for hint in decoded.hints:
        streams.hint(f"ckr: {hint}")
    return ExitCode.OK if judgement.allowed else ExitCode.SEEN


def _judged(name: str, value: int, spec: str | None, streams: Streams) -> bool:
    """Return whether the return is allowed."""
    return legality.check(name, value, edition_of(spec, streams)).allowed


def _pair(words: Sequence[str], base: int | None) -> tuple[str, literals.Parsed]:
    """Return the name of the function, and the parsed value."""
    from ckrtool.logs.value_or_line import parse

    if len(words) == 2:
        function, text = words
        name = registry.function_name(function)
        if name is None and registry.function_name(text) is not None:
            function, text = text, function
            name = registry.function_name(function)
        if name is None:
            from ckrtool.values.spellings import must_be_function

            name = must_be_function(function)
        parsed = parse(text, base)
        if parsed.function not in (None, name):
            raise UsageError(
                f"{literals.quoted(text)} names {parsed.function}, not {name}", "give only one function"
            )
        return name, parsed
    if len(words) == 1:
        parsed = parse(words[0], base)
        if parsed.function is not None:
            return parsed.function, parsed
        raise UsageError(
            f"{literals.quoted(words[0].strip(literals.BLANKS))} does not name a function and a return code",
            "ckr check C_Login 0xA0",
        )
    raise UsageError("check takes one function and one value", "ckr check C_Login 0xA0")


def run(
    function: Annotated[
        str, o.argument("FUNCTION", "A C_* function, or a printed line with function and code.")
    ],
    value: Annotated[str | None, o.argument("VALUE", "The code it returned.")] = None,
    spec: o.Spec = None,
    base: o.Base = None,
    vendor: o.Vendor = None,
    module: o.Module = None,
    json: o.Json = False,
    quiet: Annotated[bool, o.flag("--quiet -q", "Print nothing; only set the exit status.")] = False,
    verbose: o.Whole = False,  # noqa: ARG001 - the output is always complete
    color: o.Color = "auto",
) -> int:
    """Check whether the standard allows a function to return a code, with every passage for and against."""
    return answer(
        [word for word in (function, value) if word is not None], Streams(color), spec=spec, json=json, quiet=quiet,
        base=int(base) if base else None, vendor=vendor, module=module_option.named(module),
    )  # fmt: skip
