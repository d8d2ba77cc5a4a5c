"""Severity of a change between two reports: "error" or "warning" for the worse, "ok" for the better, else "info"."""

from __future__ import annotations

from typing import Any, Literal

Severity = Literal["error", "warning", "info", "ok"]

# Flags of CK_TOKEN_INFO (3.2, section 3.3) that report a problem while they are set.
LOCKED = frozenset({"CKF_USER_PIN_LOCKED", "CKF_SO_PIN_LOCKED", "CKF_ERROR_STATE"})
BAD = LOCKED | {
    "CKF_USER_PIN_COUNT_LOW", "CKF_USER_PIN_FINAL_TRY", "CKF_USER_PIN_TO_BE_CHANGED", "CKF_SO_PIN_COUNT_LOW", "CKF_SO_PIN_FINAL_TRY",
    "CKF_SO_PIN_TO_BE_CHANGED",
}  # fmt: skip


def severity(where: str, before: Any, after: Any) -> Severity:
    """Return the severity of a change from `before` to `after` at the path `where`."""
    head, _, _ = where.partition(".")
    if head == "findings":
        return _of_finding(before, after)
    if head == "bench":
        return "warning" if float(str(after)[:-2]) < float(str(before)[:-2]) else "ok"
    if where.endswith(".outcome"):
        return _of_outcome(after)
    if head == "sequences" and _is_return(where):
        return _of_return(before, after)
    if where.endswith("token.flags"):
        return _of_flags(before or [], after or [])
    if ".mechanisms." in where:
        return "warning" if after is None else "info"
    if head.startswith("slots[") and ("." not in where or where.endswith(".token")):
        return "error" if after in (None, "no token") else "ok"
    return "info"


def _is_return(where: str) -> bool:
    return where.endswith(" rv")


def _of_finding(before: str | None, after: str | None) -> Severity:
    if after is None:  # information that is gone is not better
        return "info" if str(before).startswith("info:") else "ok"
    level = after.partition(":")[0]
    return "error" if level == "error" else "warning" if level == "warning" else "info"


def _of_outcome(after: str | None) -> Severity:
    if after == "passed":
        return "ok"
    return (
        "error"
        if after in ("failed", "crashed", "hung", "exited")
        else "warning"
        if after == "skipped"
        else "info"
    )


def _of_return(before: str | None, after: str | None) -> Severity:
    if after == "CKR_OK":
        return "ok"
    if after in ("crashed", "hung", "exited"):
        return "error"
    return "warning" if before == "CKR_OK" else "info"


def _of_flags(before: list[str], after: list[str]) -> Severity:
    came, gone = set(after) - set(before), set(before) - set(after)
    if came & LOCKED:
        return "error"
    if came & BAD:
        return "warning"
    return "ok" if gone & BAD else "info"
