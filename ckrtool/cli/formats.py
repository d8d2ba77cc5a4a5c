"""The output formats as options: each row of render.formats.FORMATS is a flag, the same for every command that has them."""

from __future__ import annotations

from ckrtool.errors import UsageError
from ckrtool.render.formats import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.errors import CkrError

PARAMETER = "form"
OUTPUT = "Output"  # the heading in the help


def taken_together(given: dict[str, Any]) -> dict[str, Any]:
    """Return a command's parameters with `form` (a Format or None) in place of one flag a format; two are a mistake."""
    rest = dict(given)
    asked = [row for row in FORMATS if rest.pop(row.name)]
    if len(asked) > 1:
        first, second = asked[:2]
        raise UsageError(
            f"--{first.name} and --{second.name} exclude each other", "Choose one output format."
        )
    return rest | {PARAMETER: asked[0] if asked else None}


def tell_monitor(argv: list[str], error: CkrError) -> str:
    """Return what a command that failed prints in a format with an exit status of its own, which the error takes over; "" in others.

    A monitoring system reads stdout and takes 2 for CRITICAL: where a plugin's output was asked for and there is
    nothing to report, a status line says UNKNOWN, and so does the exit status.
    """
    form = next((row for row in FORMATS if row.own_status and f"--{row.name}" in argv), None)
    if form is None:
        return ""
    text, error.exit_code = form.unknown(error.message)
    return text
