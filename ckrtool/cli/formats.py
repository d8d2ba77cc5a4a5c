"""The output formats as options: each row of render.formats.FORMATS is a flag of `ckr probe` and `ckr report`."""

from __future__ import annotations

from ckrtool.errors import UsageError
from ckrtool.render.formats import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ckrtool.errors import CkrError

PARAMETER = "form"
OUTPUT = "Output"  # the heading in the help


def with_format(given: dict[str, Any]) -> dict[str, Any]:
    """Return a command's parameters with `form` (a Format or None) in place of one flag per format.

    Raises UsageError if two formats are given.
    """
    rest = dict(given)
    asked = [row for row in FORMATS if rest.pop(row.name)]
    if len(asked) > 1:
        first, second = asked[:2]
        raise UsageError(
            f"--{first.name} and --{second.name} cannot be used together", "Choose one output format."
        )
    return rest | {PARAMETER: asked[0] if asked else None}


def monitor_output(argv: list[str], error: CkrError) -> str:
    """Return the output of a failed command for a monitoring system, and set the exit status of `error`; "" for other formats.

    A monitoring system reads stdout and interprets the exit status 2 as CRITICAL. If plugin output was requested and
    there is no report, the status line and the exit status are UNKNOWN.
    """
    form = next((row for row in FORMATS if row.own_status and f"--{row.name}" in argv), None)
    if form is None:
        return ""
    text, error.exit_code = form.unknown(error.message)
    return text
