"""Output: answers to stdout as UTF-8 in any locale, messages to stderr; laid out by Rich on a terminal only."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

    from ckrtool.render.document import Document, Line
    from ckrtool.render.styles import Paint

WIDEST = 100  # columns: longer lines of prose are hard to read


class Streams:
    """The output streams of a command. `colour` is auto, always or never."""

    __slots__ = ("colour",)

    def __init__(self, colour: str = "auto") -> None:
        self.colour = colour

    @property
    def terminal(self) -> bool:
        """Return whether output is laid out for a terminal; never without Rich, and never in a pipe, with or without colours."""
        return _is_terminal() and has_rich()

    @property
    def coloured(self) -> bool:
        """Return whether output has colours: on a terminal, or as `--color`, NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE say."""
        if self.colour != "auto":
            return self.colour == "always" and has_rich()
        if os.environ.get("NO_COLOR"):
            return False
        forced = any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
        return (forced or _is_terminal()) and has_rich()

    @property
    def paint(self) -> Paint:
        """Return the function that adds the colours to plain text: in a pipe they are all that `--color always` changes."""
        from ckrtool.render import styles

        return styles.painted if self.coloured else styles.bare

    def write(self, text: str) -> None:
        """Write text to stdout as UTF-8; `cli.main` handles OSError and BrokenPipeError."""
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))

    def flush(self) -> None:
        """Flush stdout, including text written by Typer."""
        sys.stdout.flush()

    def hint(self, text: str) -> None:
        """Write a line to stderr, after flushing stdout."""
        if sys.stdout is not None:
            self.flush()
        to_stderr(text)

    def show(self, document: Document) -> None:
        """Write a document to stdout: plain in a pipe, by Rich on a terminal, long ones through the pager."""
        self.write_page(self.text_of(document))

    def text_of(self, document: Document) -> str:
        """Return a document as text: plain in a pipe, by Rich on a terminal."""
        if not self.terminal:
            from ckrtool.render.plain import render

            return render(document, self.paint)
        from ckrtool.render.terminal import view

        return self.drawn(view(document))

    def brief_of(self, lines: Sequence[Line]) -> str:
        """Return a brief answer as text: plain in a pipe, by Rich on a terminal."""
        if not self.terminal:
            from ckrtool.render.plain import brief

            return brief(lines, self.paint)
        from ckrtool.render.terminal import labelled

        return self.drawn(labelled(lines))

    def draw(self, view: RenderableType) -> None:
        """Write a Rich renderable to stdout, long ones through the pager."""
        self.write_page(self.drawn(view))

    def drawn(self, view: RenderableType) -> str:
        """Return the text that Rich renders, without trailing blanks."""
        console = self.console()
        with console.capture() as capture:
            console.print(view)
        return "".join(f"{line.rstrip(' ')}\n" for line in capture.get().splitlines())

    def write_page(self, text: str) -> None:
        """Write text to stdout; on a terminal a text longer than the screen is shown in the pager."""
        if _is_terminal() and 0 < os.get_terminal_size(sys.stdout.fileno()).lines <= text.count("\n"):
            from ckrtool.cli.pager import paged

            self.flush()
            if paged(text):
                return
        self.write(text)

    def console(self) -> Console:
        """Return a Rich console with the width of the terminal, and colours if the output has them."""
        import shutil

        from rich.console import Console

        plain = not self.coloured
        return Console(
            force_terminal=True,
            no_color=plain,
            color_system=None if plain else "auto",
            highlight=False,
            soft_wrap=False,
            width=min(shutil.get_terminal_size().columns, WIDEST),
        )


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def has_rich() -> bool:
    """Return whether Rich can be imported; called on a terminal only, because the import is slow."""
    try:
        import rich  # noqa: F401
    except ImportError:
        return False
    return True


def stdin_descriptor() -> int:
    """Return the descriptor of stdin; raises SurroundingsError if it is closed."""
    if sys.stdin is None:
        from ckrtool.errors import SurroundingsError

        raise SurroundingsError("stdin is closed: there is nothing to read")
    return sys.stdin.fileno()


_PIN_VALUE = "pin-value="
_QUOTES = "'\"`"


def without_pin_value(text: str) -> str:
    """Return the text with the value of each `pin-value` of a PKCS #11 URI (RFC 7512, 2.4) replaced by (PIN).

    The value ends at `&`, at a quote that ends the argument, or else with the line, because a wrong URI may contain blanks.
    """
    found = text.lower().find(_PIN_VALUE)
    if found < 0:
        return text
    start = found + len(_PIN_VALUE)
    end = len(text)
    for position in range(start, len(text)):
        char = text[position]
        following = text[position + 1 : position + 2]
        if char in "&\n" or (
            char in _QUOTES and not following.isalnum() and following not in ("%", "-", "_")
        ):
            end = position
            break
    return f"{text[:start]}(PIN){without_pin_value(text[end:])}"


def to_stderr(text: str) -> None:
    """Write one line to stderr as UTF-8, with control characters escaped; a closed stderr is ignored.

    A PIN in a URI (`pin-value`) is redacted, because most messages quote an argument.
    """
    from ckrtool.printable import printable

    try:
        sys.stderr.buffer.write(
            (printable(without_pin_value(text)) + "\n").encode("utf-8", "backslashreplace")
        )
        sys.stderr.buffer.flush()
    except (OSError, ValueError, AttributeError):
        return
