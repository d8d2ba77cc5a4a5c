"""`ckr precedence VALUE VALUE...`: which of several applicable codes the standard requires."""

from __future__ import annotations

from ckrtool.cli.streams import Streams
from ckrtool.errors import UsageError
from ckrtool.exitcodes import ExitCode
from ckrtool.knowledge import precedence, registry
from ckrtool.values import decoder, literals, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Annotated

    from ckrtool.cli import options as o

EXAMPLES = (
    "ckr precedence 0xE0 0xB3",
    "ckr precedence CKR_DEVICE_REMOVED CKR_DEVICE_ERROR --json",
)


def answer(texts: Sequence[str], streams: Streams, *, function: str | None = None, json: bool = False) -> int:
    """Print the order of the codes and return the exit status; raises UsageError for fewer than two codes, and for unranked ones."""
    from ckrtool.render import precedence as render

    if function is not None:
        from ckrtool.values.spellings import must_be_function

        function = must_be_function(function)
    names = [_name(part) for text in texts for part in parser.listed(text)]
    if len(set(names)) < 2:
        raise UsageError("precedence needs at least two different codes")
    found = precedence.of(names, function)
    if json:
        from ckrtool.render import jsontext

        streams.write(jsontext.line("precedence", render.as_dict(found, function)))
    else:
        streams.show(render.document(found))
    return ExitCode.OK


def _name(text: str) -> str:
    """Return the standard's name of a value; raise UsageError for values without one."""
    function = registry.function_name(text)
    if function is not None:
        raise UsageError(f"{function} is not a return code", f"name the function with --function {function}")
    decoded = decoder.decode(parser.parse(text))
    code = registry.code(decoded.value) if decoded.value is not None else None
    if code is None or code.kind != "standard":
        raise UsageError(
            f"{literals.quoted(text.strip())} is not part of the standard's order",
            "only return codes of the standard are ranked",
        )
    return code.name


def run(
    value: Annotated[list[str], o.argument("VALUE VALUE...", "Codes that all apply to a call.")],
    function: o.Function = None,
    json: o.Json = False,
    verbose: o.Whole = False,  # noqa: ARG001 - the output is always complete
    color: o.Color = "auto",
) -> int:
    """Show which of several applicable codes the standard requires, and why."""
    return answer(value, Streams(color), function=function, json=json)
