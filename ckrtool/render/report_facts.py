"""Facts about a probe report that all formats share: counts, and the states of calls, PINs and tokens.

Pure functions of a report whose structure was validated (`ckrtool.probe.reporting.report_file`). The returned text is
not escaped: each format escapes it in its own way.
"""

from __future__ import annotations

from datetime import datetime
from math import fsum
from typing import TYPE_CHECKING

from ckrtool.numerals import hex_of, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ckrtool.probe.facts.report_types import (
        CallReport,
        Finding,
        Mechanism,
        Members,
        Report,
        SequenceReport,
    )


#: Outcomes of a sequence or call that ended its worker process.
FATAL = ("crashed", "hung", "exited")
#: State of a PIN → the flag of CK_TOKEN_INFO (3.2, section 3.3) without CKF_USER_ or CKF_SO_; the most severe first.
PIN_FLAGS = {
    "locked": "PIN_LOCKED",
    "final try": "PIN_FINAL_TRY",
    "count low": "PIN_COUNT_LOW",
    "to be changed": "PIN_TO_BE_CHANGED",
}


def call_counts(report: Report) -> tuple[int, int]:
    """Return the number of calls that were made, and of those with the expected result."""
    counts = [sequence_counts(sequence) for sequence in report["sequences"]]
    return sum(made for made, _ in counts), sum(met for _, met in counts)


def sequence_counts(sequence: SequenceReport) -> tuple[int, int]:
    """Return the number of calls of a sequence that were made, and of those with the expected result."""
    states = [call_state(call, sequence) for call in sequence["calls"]]
    return len(states) - states.count("skipped"), states.count("ok")


def plural(number: int, noun: str) -> str:
    """Return a number with a noun, in the plural unless the number is 1: "1 call", "2 calls"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def calls(report: Report) -> Iterator[tuple[SequenceReport, CallReport]]:
    """Yield every (sequence, call) in the order of the run."""
    for sequence in report["sequences"]:
        for call in sequence["calls"]:
            yield sequence, call


def finding_counts(report: Report) -> dict[str, int]:
    """Return the number of findings per severity, including zeros."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for finding in report["findings"]:
        counts[finding["severity"]] += 1
    return counts


def findings(report: Report) -> list[Finding]:
    """Return the findings, the most severe first, otherwise in the order of the report."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(report["findings"], key=lambda finding: order[finding["severity"]])


def call_state(call: CallReport, sequence: SequenceReport) -> str:
    """Return the state of a call: ok, noted (unexpected, but only information), unmet (unexpected), lost or skipped."""
    outcome = call.get("outcome")
    if outcome in FATAL:
        return "lost"
    if outcome == "skipped":
        return "skipped"
    if call.get("met") or (call.get("met") is None and outcome in {None, "returned"}):
        return "ok"
    # An optional step may return an unexpected code, and the sequence still passes.
    return "noted" if sequence["outcome"] == "passed" else "unmet"


def returned(call: CallReport) -> str:
    """Return the return code of a call ("CKR_OK", "0x80000012"), or its outcome without one ("crashed", "missing")."""
    rv = call.get("rv")
    if rv is None:  # also for dlopen, which does not return a CK_RV
        return str(call.get("outcome") or ("done" if call.get("met") is not False else "failed"))
    return str(call.get("name") or hex_of(normalise(rv)))


def code_of(finding: Finding) -> str:
    """Return the code of a finding as name and number, "" if it has none."""
    rv, name = finding.get("rv"), finding.get("name")
    if rv is None:
        return str(name or "")
    number = hex_of(normalise(rv))
    return f"{name} ({number})" if name else number


def expected(call: CallReport) -> str:
    """Return the expected return codes of a call, "" if every code is accepted."""
    return " or ".join(call.get("expected") or ())


def difference(call: CallReport) -> str:
    """Return the difference of a call from the expected outputs, or the expected codes; for a skipped call, the reason."""
    if call.get("outcome") == "skipped":
        return str(call.get("reason") or "")
    outputs = [
        f"{row.get('param', 'output')} is {shorten(value_text(row.get('got')), 80)}, "
        f"expected {shorten(value_text(row.get('expected')), 80)}"
        for row in call.get("mismatches") or ()
    ]
    return "; ".join(outputs) or f"expected {expected(call) or 'a return'}"


def sequence_ms(sequence: SequenceReport) -> float:
    """Return the total time of the calls of a sequence in milliseconds."""
    return fsum(call.get("ms") or 0 for call in sequence["calls"])


def duration(ms: float | None) -> str:
    """Return a duration as text: "4 µs", "0.41 ms", "1.20 s"; "–" for None, a call that did not return."""
    if ms is None:
        return "–"
    if ms >= 1000:
        return f"{ms / 1000:,.2f} s"
    if ms < 0.1:
        return f"{ms * 1000:.0f} µs"
    return f"{ms:.0f} ms" if ms >= 100 else f"{ms:.1f} ms" if ms >= 10 else f"{ms:.2f} ms"


def timestamp(report: Report) -> float | None:
    """Return the start of the run in seconds since 1970, None if the report does not contain it."""
    try:
        started = datetime.fromisoformat(str(report.get("started")))
        return started.timestamp() if started.tzinfo else None
    except (ValueError, OverflowError, OSError):
        return None


def pin_states(token: Members, who: str) -> list[str]:
    """Return the states of the PIN of `who` (USER or SO) that need attention, the most severe first.

    "not set" applies to the user's PIN only, because the standard has no such flag for the PIN of the SO.
    """
    flags = set(token.get("flags") or ())
    states = [state for state, flag in PIN_FLAGS.items() if f"CKF_{who}_{flag}" in flags]
    if who == "USER" and "CKF_USER_PIN_INITIALIZED" not in flags:
        states.append("not set")
    return states


def tokens(report: Report) -> Iterator[tuple[int, Members]]:
    """Yield (slot id, token info) for every slot with a token."""
    for slot in report.get("slots") or ():
        if token := slot.get("token"):
            yield slot["id"], token


def mechanism_lists(report: Report) -> list[tuple[str, list[Mechanism]]]:
    """Return pairs of slots and their mechanisms; slots with equal lists are combined: ("slots 1, 2", mechanisms)."""
    alike: dict[str, tuple[list[str], list[Mechanism]]] = {}
    for slot in report.get("slots") or ():
        mechanisms = slot.get("mechanisms") or []
        if mechanisms:
            alike.setdefault(repr(mechanisms), ([], mechanisms))[0].append(str(slot["id"]))
    return [
        (f"{'slot' if len(slots) == 1 else 'slots'} {', '.join(slots)}", mechanisms)
        for slots, mechanisms in alike.values()
    ]


# Prefix of a mechanism's name without CKM_ -> family; the first match counts.
MECHANISM_FAMILIES = {
    "ML_": "ML-KEM, ML-DSA", "SLH_": "SLH-DSA", "HASH_SLH": "SLH-DSA", "HASH_ML": "ML-KEM, ML-DSA", "RSA": "RSA", "SHA1_RSA": "RSA",
    "AES": "AES", "DES": "DES", "ECDSA": "Elliptic curves", "ECDH": "Elliptic curves", "EC": "Elliptic curves",
    "EDDSA": "Elliptic curves", "DSA": "DSA", "DH": "Diffie-Hellman", "X9_42": "Diffie-Hellman", "SHA": "Digests and HMAC",
    "MD": "Digests and HMAC", "RIPEMD": "Digests and HMAC", "GENERIC": "Digests and HMAC", "TLS": "TLS and SSL", "SSL": "TLS and SSL",
}  # fmt: skip


def mechanism_families(
    mechanisms: Iterable[Mechanism],
) -> list[tuple[str, list[Mechanism]]]:
    """Return the mechanisms by family, in their order; mechanisms without a family are last, as "Others"."""
    found: dict[str, list[Mechanism]] = {}
    for mechanism in mechanisms:
        found.setdefault(_family(str(mechanism["type"]).removeprefix("CKM_")), []).append(mechanism)
    return sorted(found.items(), key=lambda row: (row[0] == "Others", row[0]))


def _family(name: str) -> str:
    """Return the family of a mechanism by its name, "Others" if it has none; SHA256_RSA_PKCS belongs to RSA."""
    for owner in ("RSA", "ECDSA", "DSA"):
        if f"_{owner}" in name:  # SHA256_RSA_PKCS
            name = owner
            break
    return next((family for start, family in MECHANISM_FAMILIES.items() if name.startswith(start)), "Others")


def member(info: Members | None, name: str) -> str:
    """Return a member of a structure as text, "" if it is missing."""
    value = (info or {}).get(name)
    if value is None or isinstance(value, (dict, list)):
        return ""
    return str(value)


def sessions(token: Members) -> str:
    """Return the number of open sessions, such as "3 of 1024 open", as far as the token reports it.

    A maximum of 0 means that there is no limit (3.2, section 3.3).
    """
    count, largest = token.get("ulSessionCount"), token.get("ulMaxSessionCount")
    if not isinstance(count, int):
        return ""
    if not isinstance(largest, int):
        return f"{count} open"
    return f"{count} open, no limit" if largest == 0 else f"{count} of {largest} open"


def shorten(text: str, limit: int) -> str:
    """Return `text`; if it is longer than `limit` characters, its beginning and its length."""
    return text if len(text) <= limit else f"{text[:limit]}… ({len(text):,} characters)"


def arguments(call: CallReport) -> str:
    """Return the arguments of a call on one line, with the names of constants: "hSession=0x1, userType=CKU_USER"."""
    return ", ".join(
        f"{name}={_named(call['function'], name, value)}" for name, value in (call.get("args") or {}).items()
    )


# Parameters that are constants: (function, or "" for every function, parameter) -> family of constants.
FAMILIES = {
    ("", "userType"): "user-type",
    ("C_OpenSession", "flags"): "session-flags",
    ("C_GetMechanismInfo", "type"): "mechanism",
}


def _named(function: str, parameter: str, value: object) -> str:
    """Return the value of an argument; a constant or flags by name."""
    family = FAMILIES.get((function, parameter)) or FAMILIES.get(("", parameter))
    if family is None or not isinstance(value, int) or isinstance(value, bool):
        return value_text(value)
    from ckrtool.knowledge import constants

    if constants.is_flags(family):
        names, rest = constants.split(family, value)
        return "|".join([*names, *([hex(rest)] if rest or not names else [])])
    known = constants.by_number(family, value)
    return known.name if known is not None and known.name else value_text(value)


# Calls that the worker makes without a step of a sequence.
OWN_CALLS = {"load": "load", "cleanup": "cleanup", "guard": "guard"}


def step_of(call: CallReport) -> str:
    """Return the number of the step of a call; "load", "guard" or "cleanup" for a call without a step."""
    return OWN_CALLS.get(str(call.get("kind"))) or ("load" if call.get("n") == 0 else str(call.get("n", "")))


def where_and_when(report: Report) -> list[tuple[str, str]]:
    """Return (label, text) rows for host, time, tokens, module and library; empty ones are omitted."""
    host, info = report.get("host") or {}, report["module"].get("info") or {}
    named = [member(info, name) for name in ("manufacturerID", "libraryDescription", "libraryVersion")]
    ready = [
        (slot, token)
        for slot, token in tokens(report)
        if "CKF_TOKEN_INITIALIZED" in (token.get("flags") or ())
    ]
    shown = [
        ", ".join(
            filter(
                None,
                (
                    f"{member(token, 'label') or '(no label)'} (slot {slot})",
                    member(token, "model"),
                    member(token, "serialNumber") and f"serial {member(token, 'serialNumber')}",
                ),
            )
        )
        for slot, token in ready
    ]
    rows = [
        ("Host", ", ".join(filter(None, (host.get("name"), host.get("user") and f"user {host['user']}")))),
        ("Time", str(report.get("started") or "").replace("T", " ")),
        ("Token" if len(shown) == 1 else "Tokens", "; ".join(shown)),
        ("Module", report["module"]["path"] or ""),
        ("Library", " ".join(filter(None, named))),
    ]
    return [row for row in rows if row[1]]


def value_text(value: object) -> str:
    """Return a JSON value on one line, strings without quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {value_text(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(value_text, value)) + "]"
    words = {None: "NULL", True: "true", False: "false"}
    return words[value] if value is None or isinstance(value, bool) else str(value)
