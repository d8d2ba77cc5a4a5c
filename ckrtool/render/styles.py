"""The styles of text, by the names that Rich has for them: colours mean good or bad, and have their own background.

No colour of the usual palettes has a contrast of 4.5 on white and on black. White on dark red and black on green have a
higher contrast on every background, also on a terminal of 16 colours. All other text is bold or plain, in the default
colours of the terminal.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    #: A function from text and style to the text in this style; it only adds escape sequences.
    Paint: TypeAlias = Callable[[str, str], str]

BAD = "bold color(231) on color(124)"
GOOD = "bold color(16) on color(40)"
WARN = "bold color(16) on color(220)"
HEADING = "bold"


def bare(text: str, style: str) -> str:  # noqa: ARG001 - the same parameters as `painted`
    """Return the text without a style."""
    return text


def painted(text: str, style: str) -> str:
    """Return the text in the style of this name, with the escape sequences around it; imports Rich."""
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.EIGHT_BIT)


def labelled(line: str, style: str, paint: Paint = bare) -> str:
    """Return a line of the form `label: text` with the label in a style; a line without a label unchanged."""
    label, mark, text = line.partition(": ")
    if not mark:
        return line
    indent = label[: len(label) - len(label.lstrip())]
    return f"{indent}{paint(label.lstrip(), style)}{mark}{text}"
