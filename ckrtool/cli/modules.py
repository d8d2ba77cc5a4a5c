"""`ckr modules`: the PKCS #11 modules of this host. No module is loaded."""

from __future__ import annotations

from ckrtool.cli.streams import Streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    from ckrtool.cli import options as o

EXAMPLES = ("ckr modules", "ckr modules softhsm2", "ckr modules --json | jq -r '.modules[].path'")


def run(
    name: Annotated[str | None, o.argument("[NAME]", "Show facts about this module or stack.")] = None,
    json: Annotated[bool, o.flag("--json", "One JSON object.")] = False,
    verbose: o.Whole = False,  # noqa: ARG001 - the output is always complete
    color: o.Color = "auto",
) -> int:
    """List the PKCS #11 modules of this host, or print facts about one. No module is loaded."""
    from ckrtool.cli.edition import settings_with_warnings
    from ckrtool.probe.target.modules import everything

    streams = Streams(color)
    settings_with_warnings(streams)
    if name is not None:
        _known(name, streams, json=json)
        return 0
    found = everything()
    if json:
        from ckrtool.render.jsontext import line

        streams.write(line("modules", {"modules": [module.as_dict() for module in found]}))
        return 0
    from ckrtool.printable import printable
    from ckrtool.render.styles import HEADING

    rows = [
        [module.name, module.path, module.source + ("" if module.exists else "  (no such file)")]
        for module in found
    ]
    rows = [[printable(cell) for cell in row] for row in rows]
    if streams.terminal:
        from ckrtool.render.terminal import names_and_paths

        streams.draw(names_and_paths(rows))
    else:
        streams.write("".join(f"{streams.paint(name, HEADING)}  {'  '.join(rest)}\n" for name, *rest in rows))
    if not found:
        streams.hint(
            "ckr: no PKCS #11 module was found; install one (softhsm2, opensc-pkcs11), or pass a path to `ckr probe`"
        )
    return 0


def _known(name: str, streams: Streams, *, json: bool) -> None:
    """Print the facts about a module family, and the path of its module on this host."""
    from ckrtool.cli.module_facts import answer

    answer(name, streams, json=json)
