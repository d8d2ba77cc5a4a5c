"""`ckr modules`: the PKCS #11 modules of this host. Nothing is loaded."""

from __future__ import annotations

from typing import Annotated

import typer

from ckrtool.cli.options import Color, ColorChoice, Whole
from ckrtool.cli.streams import Streams

EPILOG = """\b
Examples:
  ckr modules
  ckr modules softhsm2
  ckr modules --json | jq -r '.modules[].path'"""


def modules(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="What is known of this module or stack.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    verbose: Whole = False,  # noqa: ARG001 - the answer is whole already
    color: Color = ColorChoice.AUTO,
) -> None:
    """List the PKCS #11 modules of this host, or print what is known of one. Nothing is loaded."""
    from ckrtool.cli.edition import settings_told
    from ckrtool.probe.target.modules import everything

    streams = Streams(color.value)
    settings_told(streams)
    if name is not None:
        _known(name, streams, json=json)
        return
    found = everything()
    if json:
        from ckrtool.render.jsontext import line

        streams.write(line("modules", {"modules": [module.as_dict() for module in found]}))
        return
    from ckrtool.printable import printable

    rows = [
        [module.name, module.path, module.source + ("" if module.exists else "  (no such file)")]
        for module in found
    ]
    rows = [[printable(cell) for cell in row] for row in rows]
    if streams.terminal:
        from ckrtool.render.terminal import names_and_paths

        streams.draw(names_and_paths(rows))
    else:
        streams.write("".join(f"{'  '.join(row)}\n" for row in rows))
    if not found:
        streams.hint(
            "ckr: no PKCS #11 module was found; install one (softhsm2, opensc-pkcs11), or give `ckr probe` a path"
        )


def _known(name: str, streams: Streams, *, json: bool) -> None:
    """Print what is known of one module family and where its module is on this host."""
    from ckrtool.cli.module_facts import answer

    answer(name, streams, json=json)


def register(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("modules", epilog=EPILOG)(modules)
