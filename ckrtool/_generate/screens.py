"""Generates the pictures of the README: terminal output of a command, exported by Rich as SVG into man/screens."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from ckrtool.render import explain_page
from ckrtool.render.terminal import labelled
from ckrtool.values import decoder, parser
from ckrtool.values.situation import Situation

TARGET = Path(__file__).resolve().parent.parent.parent / "man" / "screens"
COLUMNS = 100
TYPED = "ckr explain 0xA0 C_Login --brief"


def files() -> dict[Path, str]:
    """Return path -> text of every picture."""
    return {TARGET / "explain.svg": explain()}


def explain() -> str:
    """Return the picture of the short answer to a wrong PIN."""
    console = Console(
        record=True,
        width=COLUMNS,
        force_terminal=True,
        color_system="truecolor",
        file=io.StringIO(),
        legacy_windows=False,
    )
    console.print(f"$ {TYPED}", style="bold", highlight=False)
    situation = Situation(decoder.decode(parser.parse("0xA0")), "C_Login", None)
    console.print(labelled(explain_page.brief(situation)))
    picture = console.export_svg(title="ckr", unique_id="ckr")
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


def words(picture: str) -> list[str]:
    """Return the words in a picture; the drawing is ignored, because it differs between releases of Rich."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", picture, flags=re.DOTALL).split()).split(" ")
