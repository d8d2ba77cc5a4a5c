"""`ckr check FUNCTION VALUE`: whether this function may return this code."""

from ckrtool.cli.edition import edition_of
from ckrtool.cli.streams import Streams
from ckrtool.exitcodes import ExitCode
from ckrtool.knowledge import legality, registry
from ckrtool.render import legality as render
from ckrtool.values import decoder, parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typer


def answer(
    function: str,
    text: str,
    streams: Streams,
    *,
    spec: str | None = None,
    json: bool = False,
    base: int | None = None,
    vendor: str | None = None,
    module: str | None = None,
) -> int:
    """Print the verdict and return the exit status: 0 where the return is allowed, 1 where it is not or the name is unknown."""
    name = registry.function_name(function)
    if name is None:
        from ckrtool.values.spellings import must_be_function

        name = must_be_function(function)
    decoded = decoder.decode(parser.parse(text, base), decoder.vendor_for(vendor, module))
    if decoded.value is None:
        if json:
            from ckrtool.render import decode_text, jsontext

            streams.write(jsontext.line("check", decode_text.as_dict(decoded)))
        from ckrtool.cli.decode import say

        say(decoded, streams)
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


def register(app: "typer.Typer") -> None:
    """Add the command to the Typer app."""
    from typing import Annotated

    from ckrtool.cli import options as o

    @app.command(
        "check", epilog=o.examples("ckr check C_Login 0xA0", "ckr check C_Sign CKR_TOKEN_NOT_PRESENT --json")
    )
    def check(
        function: Annotated[str, o.argument("FUNCTION", "A C_* function.")],
        value: Annotated[str, o.argument("VALUE", "The code it returned.")],
        spec: o.Spec = None,
        base: o.Base = None,
        vendor: o.Vendor = None,
        module: o.Module = None,
        json: o.Json = False,
        color: o.Color = o.ColorChoice.AUTO,
    ) -> None:
        """Judge whether a function may return a code by the standard, with every passage for and against."""
        o.leave(
            answer(
                function, value, Streams(color.value), spec=o.text(spec), json=json, base=int(base.value) if base else None,
                vendor=vendor, module=module,
            )
        )  # fmt: skip
