"""The facts that each dialect of traces shows, from the key `shows` of data/dialects and, for other dialects, from OTHERS."""

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
"""Dialects without a file in data/dialects. hsm-doctor logs 31 functions; logs without arguments log some functions only."""


def shows(dialect: str, fact: str) -> bool:
    """Return whether a dialect shows a fact: `functions` (calls of all functions), `handles`, `processes` and so on."""
    return fact in (OTHERS[dialect] if dialect in OTHERS else SHOWS.get(dialect, ()))


def partial(dialect: str) -> bool:
    """Return whether a dialect omits calls, so that the effect of a call may have been undone by one that is not shown."""
    return not shows(dialect, "functions")
