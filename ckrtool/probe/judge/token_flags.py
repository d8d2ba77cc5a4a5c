"""Findings on the flags and the clock of a token (CK_TOKEN_INFO, section 3.4)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Members, Severity, Slot

CLOCK_TOLERANCE = 300
# Flag -> (severity, id, words).
FLAG_FINDINGS: dict[str, tuple[Severity, str, str]] = {
    "CKF_USER_PIN_LOCKED": ("error", "pin-locked", "the user's PIN is locked"),
    "CKF_USER_PIN_FINAL_TRY": ("warning", "pin-final-try", "one more wrong PIN locks the user's PIN"),
    "CKF_USER_PIN_COUNT_LOW": (
        "warning",
        "pin-count-low",
        "a wrong user PIN was entered since the last successful login",
    ),
    "CKF_USER_PIN_TO_BE_CHANGED": (
        "warning",
        "pin-to-be-changed",
        "the user's PIN must be changed (default value or expired)",
    ),
    "CKF_SO_PIN_LOCKED": ("warning", "so-pin-locked", "the security officer's PIN is locked"),
    "CKF_SO_PIN_FINAL_TRY": (
        "warning",
        "so-pin-final-try",
        "one more wrong PIN locks the security officer's PIN",
    ),
    "CKF_SO_PIN_COUNT_LOW": (
        "info",
        "so-pin-count-low",
        "a wrong SO PIN was entered since the security officer's last successful login",
    ),
    "CKF_SO_PIN_TO_BE_CHANGED": (
        "info",
        "so-pin-to-be-changed",
        "the security officer's PIN must be changed",
    ),
    "CKF_WRITE_PROTECTED": ("info", "write-protected", "the token is write-protected"),
    "CKF_ERROR_STATE": (
        "error",
        "error-state",
        "the token is in an error state (a failed self-test) and refuses most calls",
    ),
    "CKF_SEED_RANDOM_REQUIRED": (
        "warning",
        "seed-required",
        "the token's random number generator must be seeded first",
    ),
}
MORE_SEVERE = {
    "CKF_USER_PIN_COUNT_LOW": ("CKF_USER_PIN_FINAL_TRY", "CKF_USER_PIN_LOCKED"),
    "CKF_USER_PIN_FINAL_TRY": ("CKF_USER_PIN_LOCKED",),
}


def findings(slots: list[Slot], times: tuple[datetime, datetime]) -> Iterator[Finding]:
    """Yield the findings on the flags of all tokens; `times` are the start and the end of the run, between which clocks were read."""
    yield from _uninitialised([slot for slot in slots if slot["token"]])
    for slot in slots:
        token = slot["token"]
        if token:
            yield from _token(slot["id"], token, set(token.get("flags") or []), times)


def _uninitialised(slots: list[Slot]) -> Iterator[Finding]:
    """Yield one finding on all uninitialised tokens, without write-protected ones: built-in tokens can't be initialised."""
    found = [
        str(slot["id"])
        for slot in slots
        if not {"CKF_TOKEN_INITIALIZED", "CKF_WRITE_PROTECTED"}.intersection(
            (slot["token"] or {}).get("flags") or ()
        )
    ]
    if len(found) == 1:
        where = next((slot["token"] or {}).get("label") for slot in slots if str(slot["id"]) == found[0])
        title = f"the token in slot {found[0]} is not initialised"
        yield finding("info", "token-uninitialised", title, f"label {where}" if where else "")
    elif found:
        title = f"the tokens in {len(found)} slots are not initialised"
        yield finding("info", "token-uninitialised", title, f"slots {', '.join(found[:32])}")


def _token(slot: int, token: Members, flags: set[str], times: tuple[datetime, datetime]) -> Iterator[Finding]:
    where = f"slot {slot}, token {token.get('label') or '(no label)'}"
    if "CKF_TOKEN_INITIALIZED" not in flags and "CKF_WRITE_PROTECTED" not in flags:
        return
    for flag, (severity, name, words) in FLAG_FINDINGS.items():
        if flag in flags and not flags.intersection(MORE_SEVERE.get(flag, ())):
            yield finding(severity, name, f"{words} ({flag})", where)
    if "CKF_LOGIN_REQUIRED" in flags and "CKF_USER_PIN_INITIALIZED" not in flags:
        yield finding(
            "warning",
            "user-pin-not-initialised",
            "the user's PIN was never set (CKF_USER_PIN_INITIALIZED is not set)",
            where,
        )
    if "CKF_CLOCK_ON_TOKEN" in flags:
        yield from _clock(where, str(token.get("utcTime") or ""), times)


def _clock(where: str, utc_time: str, times: tuple[datetime, datetime]) -> Iterator[Finding]:
    """Yield a finding if the token's clock (utcTime, YYYYMMDDhhmmssxx) is unreadable or differs from this host's by over 5 minutes.

    The clock was read at an unknown time of the run, so the difference is taken from the nearer end of the run.
    """
    try:
        there = datetime.strptime(utc_time[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        yield finding(
            "info",
            "clock-unreadable",
            "the token reports a clock, but its time can't be read",
            f"{where}: utcTime {utc_time!r}",
        )
        return
    first, last = times
    off = (first - there if there < first else there - last).total_seconds()
    if off > CLOCK_TOLERANCE:
        side = "behind" if there < first else "ahead of"
        host = f"{last:%Y-%m-%d %H:%M:%S}"
        detail = (
            f"{where}: by {span(off)}; the token's time is {there:%Y-%m-%d %H:%M:%S} UTC, this host's {host}"
        )
        yield finding("warning", "clock-off", f"the token's clock is {side} this host's", detail)


def span(seconds: float) -> str:
    """Return a number of seconds as text in the largest unit of which there are at least two ("3 hours")."""
    for unit, length in (("year", 31_556_952), ("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= 2 * length:
            count = seconds / length
            return f"{count:.1f} {unit}s" if unit == "year" else f"{count:.0f} {unit}s"
    return f"{seconds:.0f} seconds"
