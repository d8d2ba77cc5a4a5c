"""What holes of a trace, calls that it lacks, take from the certainty of a cause."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

NEVER = frozenset(
    {"forked", "handle-never-seen", "login-on-other-token", "never-logged-in", "not-initialized-yet", "object-of-other-process",
    "operation-in-other-session", "operation-never-started", "session-never-opened", "session-of-other-process", "slot-is-index",
    "slot-not-listed"}
)  # fmt: skip
"""Causes that say that something was not done before: one missing call may have done it."""


def missing_before(case: Case, cause: Cause) -> bool:
    """Return whether a call may be missing that would refute a cause.

    For what was never done, that is any call before the failure; for the others, a call after the first one that proves them.
    What the failed call itself shows needs no other call.
    """
    hole = max(case.call.hole, case.process.hole)
    if not hole:
        return False
    if cause.id in NEVER:
        return True
    first = min((item.line for item in cause.evidence), default=case.call.shown_at)
    return first < case.call.line and first < hole
