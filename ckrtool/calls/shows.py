"""What the dialects of traces show: for those of logs the data says it (data/dialects, `shows`), for the others this module."""

from __future__ import annotations

from ckrtool._tables.dialects import SHOWS

OTHERS = {
    "hsm-doctor": ("arguments", "handles", "lengths", "threads"),
    "ckr-trace": ("functions", "arguments", "handles", "lengths", "processes", "threads"),
    "ckr-probe": (
        "functions",
        "arguments",
        "values",
        "outputs",
        "handles",
        "lengths",
    ),  # the probe's own calls
    "calls-without-arguments": (),
}
"""Dialects that no pattern of a line reads. hsm-doctor writes 31 functions; the logs without arguments leave out what they like."""


def shows(dialect: str, what: str) -> bool:
    """Return whether a dialect shows something (`functions`: all of them, `handles`, `processes`, ...)."""
    return what in (OTHERS[dialect] if dialect in OTHERS else SHOWS.get(dialect, ()))


def partial(dialect: str) -> bool:
    """Return whether a dialect leaves calls out: what a call did may have been undone unseen."""
    return not shows(dialect, "functions")
