"""Where answers and talk go: stdout as UTF-8 bytes whatever the locale, stderr for talk; Rich only on a terminal."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from ckrtool.render.document import Document

WIDEST = 100  # columns: longer lines of prose are hard to read


class Streams:
    """The surroundings of one run. `colour` is auto, always or never."""

    __slots__ = ("colour",)

    def __init__(self, colour: str = "auto") -> None:
        self.colour = colour

    @property
    def terminal(self) -> bool:
        """Return whether answers have the look of a terminal: on one, or by `--color always`; without Rich they stay plain."""
        return (self.colour == "always" or _is_terminal() or self._forced) and has_rich()

    @property
    def _forced(self) -> bool:
        """Return whether the environment asks for colours in a pipe too; NO_COLOR and --color never win."""
        if self.colour != "auto" or os.environ.get("NO_COLOR"):
            return False
        return any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))

    def write(self, text: str) -> None:
        """Write an answer to stdout; OSError and BrokenPipeError are for `cli.main`."""
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))

    def flush(self) -> None:
        """Hand on what was written, by Typer as text too."""
        sys.stdout.flush()

    def hint(self, text: str) -> None:
        """Say something on stderr, after what was answered so far."""
        if sys.stdout is not None:
            self.flush()
        talk(text)

    def show(self, document: Document) -> None:
        """Show a document: plain in a pipe, by Rich on a terminal."""
        self.write_page(self.text_of(document))

    def text_of(self, document: Document) -> str:
        """Return a document as it is shown here."""
        if not self.terminal:
            from ckrtool.render.plain import render

            return render(document)
        from ckrtool.render.terminal import view

        return self.drawn(view(document))

    def draw(self, view: RenderableType) -> None:
        """Print something of Rich's."""
        self.write_page(self.drawn(view))

    def drawn(self, view: RenderableType) -> str:
        """Return what Rich makes of a view, without blanks at the ends of lines."""
        console = self.console()
        with console.capture() as capture:
            console.print(view)
        return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines())

    def write_page(self, text: str) -> None:
        """Write an answer; on a terminal one that is longer than the screen goes through the pager."""
        if _is_terminal() and 0 < os.get_terminal_size(sys.stdout.fileno()).lines <= text.count("\n"):
            from ckrtool.cli.pager import paged

            self.flush()
            if paged(text):
                return
        self.write(text)

    def console(self) -> Console:
        """Return a Rich console of this terminal's width; colours by `--color` and NO_COLOR."""
        import shutil

        from rich.console import Console

        plain = self.colour == "never" or (self.colour == "auto" and bool(os.environ.get("NO_COLOR")))
        width = min(shutil.get_terminal_size().columns, WIDEST) if _is_terminal() else 80
        return Console(
            force_terminal=True,
            no_color=plain,
            color_system=None if plain else "auto",
            highlight=False,
            soft_wrap=False,
            width=width,
        )


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def has_rich() -> bool:
    """Return whether Rich can be imported; asked on a terminal only."""
    try:
        import rich  # noqa: F401
    except ImportError:
        return False
    return True


def stdin_descriptor() -> int:
    """Return the descriptor of stdin; raise SurroundingsError where it is closed."""
    if sys.stdin is None:
        from ckrtool.errors import SurroundingsError

        raise SurroundingsError("stdin is closed, there is nothing to read")
    return sys.stdin.fileno()


def talk(text: str) -> None:
    """Write one line to stderr, harmless and in UTF-8; a closed stderr loses only talk."""
    from ckrtool.printable import printable

    try:
        sys.stderr.buffer.write((printable(text) + "\n").encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()
    except (OSError, ValueError, AttributeError):
        return
