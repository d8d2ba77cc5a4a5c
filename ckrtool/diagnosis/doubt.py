"""Causes and mistakes where two readings of a trace are possible: only what both show is proven."""

from __future__ import annotations

from ckrtool.diagnosis.cause import ORDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.diagnosis.cause import Cause

IF_THREADS = ", if the number in front of each line's text is that of a thread"
IF_PROCESSES = ", if the number in front of each line's text is that of a process"


def agreed(joined: list[Cause], apart: list[Cause]) -> list[Cause]:
    """Return the causes of both readings, the most certain first; those of one reading say on what they depend."""
    others = {cause.id: cause for cause in apart}
    found = []
    for cause in joined:
        other = others.pop(cause.id, None)
        if other is None:
            _depend(cause, IF_THREADS)
        elif ORDER[other.certainty] > ORDER[cause.certainty]:
            cause.certainty = other.certainty
        elif cause.certainty == "proven" and _lines(cause) != _lines(other):
            cause.certainty = "likely"
        found.append(cause)
    for cause in others.values():
        _depend(cause, IF_PROCESSES)
        found.append(cause)
    return sorted(found, key=lambda cause: ORDER[cause.certainty])


def _depend(cause: Cause, condition: str) -> None:
    """Make a cause depend on a reading; general advice, which no reading is needed for, stays as it is."""
    if cause.evidence:
        cause.text += condition
    if cause.certainty == "proven":
        cause.certainty = "likely"


def _lines(cause: Cause) -> set[int]:
    return {item.line for item in cause.evidence}
