"""Findings on limits: open sessions, free memory, slow calls, certificates that expire, extractable keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ckrtool.probe.facts import certificates
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Members, Slot
    from ckrtool.probe.request import Thresholds
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult

SESSIONS = 0.9
LEAST_MAXIMUM = 10  # below this maximum, a share of the sessions is not meaningful
FREE_MEMORY = 0.1
TIMED = {
    "C_Sign": "pSignature",
    "C_Encrypt": "pEncryptedData",
    "C_Digest": "pDigest",
    "C_FindObjects": "phObject",
}
"""Functions whose calls are timed, each with the output that is NULL in a query for the length."""
SEARCH = "C_FindObjects"
TOUCHED = "key"
"""The sequence with a key of the token: its calls may wait for a touch."""


def findings(run: RunResult, slots: list[Slot], limits: Thresholds) -> Iterator[Finding]:
    """Yield a warning for each limit that is exceeded, and findings on certificates and extractable keys."""
    for slot in slots:
        if slot["token"]:
            yield from _sessions(slot["id"], slot["token"])
            yield from _memory(slot["id"], slot["token"])
    yield from _slow(run, limits.warn_ms)
    yield from _certificates(run, limits.warn_days)
    yield from _extractable(run)


def _sessions(slot: int, token: Members) -> Iterator[Finding]:
    """Yield a warning if more than 90 % of the token's sessions were open before the probe's own."""
    for kind, count, most in (
        ("", token.get("ulSessionCount"), token.get("ulMaxSessionCount")),
        ("read-write ", token.get("ulRwSessionCount"), token.get("ulMaxRwSessionCount")),
    ):
        if (
            isinstance(count, int)
            and isinstance(most, int)
            and most >= LEAST_MAXIMUM
            and count > SESSIONS * most
        ):
            title = f"more than {SESSIONS:.0%} of the token's {kind}sessions are open"
            detail = f"slot {slot}: {count} of {most} before the probe opened any"
            yield finding("warning", "sessions-high", title, detail, function="C_GetTokenInfo")
            return


def _memory(slot: int, token: Members) -> Iterator[Finding]:
    low = []
    for kind in ("Public", "Private"):
        free, total = token.get(f"ulFree{kind}Memory"), token.get(f"ulTotal{kind}Memory")
        if isinstance(free, int) and isinstance(total, int) and 0 <= free < FREE_MEMORY * total:
            low.append((kind.lower(), f"{kind.lower()}: {free} of {total} bytes"))
    if low:
        title = f"less than {FREE_MEMORY:.0%} of the token's {' and '.join(kind for kind, _ in low)} memory is free"
        detail = f"slot {slot}: {'; '.join(words for _, words in low)}"
        yield finding("warning", "memory-low", title, detail, function="C_GetTokenInfo")


def _slow(run: RunResult, limit: float) -> Iterator[Finding]:
    """Yield a warning for each function whose fastest call took longer than `limit` milliseconds.

    A single slow call may be chance, or a token that was asleep.
    """
    for function, output in TIMED.items():
        times = [
            ns / 1e6
            for sequence in run.sequences
            if sequence.name != TOUCHED
            for call, ns in (_searches(sequence) if function == SEARCH else _timed(sequence, function))
            if not (output in call.args and call.args[output] is None)
        ]
        if times and min(times) > limit:
            title = f"{function} takes longer than {limit:.0f} ms"
            count = f"{len(times)} calls, the fastest" if len(times) > 1 else "one call of"
            began = " with C_FindObjectsInit" if function == SEARCH else ""
            detail = f"{count} {min(times):.0f} ms{began} (--warn-ms)"
            yield finding("warning", "slow-calls", title, detail, function=function)


def _timed(sequence: SequenceResult, function: str) -> Iterator[tuple[CallResult, int]]:
    """Yield the successful calls of a function with their duration in nanoseconds."""
    for call in sequence.calls:
        if call.function == function and call.kind == "step" and call.rv == 0 and call.ns is not None:
            yield call, call.ns


def _searches(sequence: SequenceResult) -> Iterator[tuple[CallResult, int]]:
    """Yield the first C_FindObjects of each search with the duration of both it and its C_FindObjectsInit in nanoseconds.

    Some modules search in C_FindObjectsInit, others in C_FindObjects.
    """
    begun: int | None = None
    for call in sequence.calls:
        if call.kind != "step" or call.rv != 0 or call.ns is None:
            continue
        if call.function == f"{SEARCH}Init":
            begun = call.ns
        elif call.function == SEARCH and begun is not None:
            yield call, begun + call.ns
            begun = None


def _certificates(run: RunResult, days: float) -> Iterator[Finding]:
    """Yield findings on certificates that have expired or expire within `days`.

    Each one with its private key on the token has a finding, and so has one with its public key where private keys can't be seen;
    all others share one, since they are probably not in use here.
    """
    now = datetime.now(UTC)
    calls = [call for sequence in run.sequences for call in sequence.calls]
    others: list[str] = []
    seen = True
    for one in certificates.found(calls):
        if one.ends is None or one.ends - timedelta(days=days) > now:
            continue
        over = one.ends <= now
        when = f"{one.name}: {'expired' if over else 'expires'} {one.ends:%Y-%m-%d %H:%M} UTC"
        if not one.has_key and (one.has_key is False or not one.has_public_key):
            others.append(when)
            seen = seen and one.has_key is False
            continue
        key = "private key" if one.has_key else "public key"
        if one.has_key is None:
            when += "; without a login private keys can't be seen, but probably its private key is there too"
        if over:
            title = f"a certificate whose {key} is on the token has expired"
            yield finding("warning", "certificate-expired", title, when)
        else:
            title = f"a certificate whose {key} is on the token expires within {days:.0f} days"
            yield finding("warning", "certificate-due", title, f"{when} (--warn-days)")
    if others:
        count = f"{len(others)} certificate{'s' if len(others) > 1 else ''}"
        title = f"{count} without a private key on the token expired or due"
        if not seen:
            title = f"{count} expired or due; without a login it can't be seen whether the private key is on the token"
        yield finding("info", "certificates-other", title, "; ".join(others[:8]))


def _extractable(run: RunResult) -> Iterator[Finding]:
    """Yield a finding on private keys that can leave the token, wrapped (encrypted) or unencrypted."""
    keys = certificates.private_keys([call for sequence in run.sequences for call in sequence.calls])
    open_ = [name for name, values in keys if values.get("CKA_SENSITIVE") is False]
    wrapped = [name for name, values in keys if values.get("CKA_EXTRACTABLE") is True and name not in open_]
    if open_ or wrapped:
        title = f"{len(open_) + len(wrapped)} private key{'s' if len(open_) + len(wrapped) > 1 else ''} could leave the token"
        parts = (
            f"in the clear (CKA_SENSITIVE false): {', '.join(open_[:8])}" if open_ else "",
            f"wrapped (CKA_EXTRACTABLE true): {', '.join(wrapped[:8])}" if wrapped else "",
        )
        yield finding("info", "keys-extractable", title, "; ".join(filter(None, parts)))
