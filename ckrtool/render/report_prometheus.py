"""A probe report in the text format of Prometheus (0.0.4), for node_exporter's textfile collector.

Every sample has the labels `module` and `profile`, so that one folder can contain several probes of a host. Values are
in base units (seconds, bytes). Sets of states have a sample of 0 or 1 per state, so that an alert does not depend on a
missing series.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from ckrtool.printable import printable
from ckrtool.probe.reporting.report_file import OUTCOMES, SEVERITIES
from ckrtool.render import report_facts as facts
from ckrtool.render import report_verdict

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Members, Report

#: Maximum number of characters of a label value; long values are expensive in a time series database.
LONGEST = 200

Labels = Mapping[str, str]
Sample = tuple[Labels, float]


def render(report: Report) -> str:
    """Return all metrics of the report, each with HELP and TYPE."""
    common = {"module": report["module"]["path"] or "", "profile": report.get("profile") or ""}
    lines: list[str] = []
    for name, about, samples in [
        *_run(report),
        *_sequences(report),
        *_findings(report),
        *_tokens(report),
        *_measured(report),
    ]:
        lines += _family(name, about, common, samples)
    return "\n".join(lines) + "\n"


def _family(name: str, about: str, common: Labels, samples: Iterable[Sample]) -> Iterator[str]:
    # A file with duplicate labels is invalid; a hostile report may contain two sequences with the same name.
    unique = {_labels({**common, **labels}): value for labels, value in samples}
    if unique:
        yield f"# HELP {name} {about}"
        yield f"# TYPE {name} gauge"
        for labels, value in unique.items():
            yield f"{name}{{{labels}}} {_number(value)}"


def _labels(labels: Labels) -> str:
    return ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())


def _escaped(value: str) -> str:
    text = printable(facts.shorten(value, LONGEST))
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _number(value: float) -> str:
    if value == float("inf"):
        return "+Inf"
    return str(value) if isinstance(value, int) else f"{value:.9g}" if abs(value) < 1e6 else f"{value:.3f}"


Metric = tuple[str, str, Iterable[Sample]]


def _run(report: Report) -> list[Metric]:
    info, host = report["module"].get("info") or {}, report.get("host") or {}
    about = {
        "version": (report.get("ckr") or {}).get("version") or "",
        "manufacturer": facts.member(info, "manufacturerID"),
        "library_version": facts.member(info, "libraryVersion"),
        "cryptoki_version": facts.member(info, "cryptokiVersion"),
        "sha256": report["module"].get("sha256") or "",
        "host": host.get("name") or "",
    }
    started = facts.timestamp(report)
    level = report_verdict.verdict(report).level
    return [
        ("ckr_probe_info", "Which ckr probed which module; always 1.", [(about, 1)]),
        (
            "ckr_probe_start_timestamp_seconds",
            "When the probe started, in seconds since 1970.",
            [({}, started)] if started is not None else [],
        ),
        (
            "ckr_probe_duration_seconds",
            "How long the probe took.",
            [({}, report["duration_ms"] / 1000)] if report.get("duration_ms") is not None else [],
        ),
        (
            "ckr_probe_success",
            "Whether the probe found no error, no warning and lost no worker.",
            [({}, int(level == "ok"))],
        ),
    ]


def _sequences(report: Report) -> list[Metric]:
    outcomes = [
        ({"sequence": sequence["name"], "outcome": outcome}, int(sequence["outcome"] == outcome))
        for sequence in report["sequences"]
        for outcome in OUTCOMES
    ]
    slowest: dict[tuple[str, str, str], float] = {}
    codes: Counter[tuple[str, str]] = Counter()
    for sequence, call in facts.calls(report):
        codes[call["function"], facts.returned(call)] += 1
        ms = call.get("ms")
        if ms is not None:
            step = (sequence["name"], str(call.get("n", "")), call["function"])
            slowest[step] = max(slowest.get(step, 0), ms)
    return [
        (
            "ckr_probe_sequence_outcome",
            "1 for the outcome that the sequence had, 0 for the others.",
            outcomes,
        ),
        (
            "ckr_probe_sequence_duration_seconds",
            "Time spent inside the calls of the sequence.",
            [
                ({"sequence": sequence["name"]}, facts.sequence_ms(sequence) / 1000)
                for sequence in report["sequences"]
            ],
        ),
        (
            "ckr_probe_call_duration_seconds",
            "Time of the call; of the slowest if the step was repeated for each slot or mechanism.",
            [
                ({"sequence": name, "step": step, "function": function}, ms / 1000)
                for (name, step, function), ms in slowest.items()
            ],
        ),
        (
            "ckr_probe_calls",
            "Calls of the function that returned this code (or crashed, hung, exited, were missing).",
            [({"function": function, "code": code}, count) for (function, code), count in codes.items()],
        ),
    ]


def _findings(report: Report) -> list[Metric]:
    counts = facts.finding_counts(report)
    each = Counter((finding["id"], finding["severity"]) for finding in report["findings"])
    return [
        (
            "ckr_probe_findings",
            "Findings of this severity.",
            [({"severity": severity}, counts[severity]) for severity in SEVERITIES],
        ),
        (
            "ckr_probe_finding",
            "Findings with this id.",
            [({"id": name, "severity": severity}, count) for (name, severity), count in each.items()],
        ),
    ]


def _tokens(report: Report) -> list[Metric]:
    found = [
        ({"slot": str(slot), "label": facts.member(token, "label")}, token)
        for slot, token in facts.tokens(report)
    ]
    flags = [({**who, "flag": flag}, 1) for who, token in found for flag in token.get("flags") or ()]
    states = [
        ({**who, "user": user.lower(), "state": state.replace(" ", "_")}, int(state in states))
        for who, token in found
        for user in ("USER", "SO")
        for states in [facts.pin_states(token, user)]
        for state in [*facts.PIN_FLAGS, *(["not set"] if user == "USER" else [])]
    ]
    about = [
        ({**who, **{label: facts.member(token, name) for label, name in _TOKEN_INFO.items()}}, 1)
        for who, token in found
    ]
    return [
        ("ckr_token_info", "Which token is in the slot; always 1.", about),
        ("ckr_token_flag", "1 for each flag of CK_TOKEN_INFO that is set.", flags),
        ("ckr_token_pin_state", "1 for each state that the PIN of the user is in.", states),
        *[(name, text, _numbers(found, members)) for name, text, members in _TOKEN_NUMBERS],
    ]


def _key_seen(seen: object) -> str:
    """Return whether the private key of a certificate is on the token; unknown if the run could not see private keys."""
    return "unknown" if seen is None else "yes" if seen else "no"


def _measured(report: Report) -> list[Metric]:
    """Return the metrics of --bench, and the expiry of certificates."""
    rows = [
        ({"sequence": str(row.get("sequence")), "operation": str(row.get("operation"))}, row)
        for row in report.get("bench") or ()
        if row.get("per_second")
    ]
    ends = [
        (
            {"certificate": row["label"], "private_key": _key_seen(row.get("private_key"))},
            row["not_after"],
        )
        for row in report.get("certificates") or ()
        if row.get("not_after")
    ]
    return [
        (
            "ckr_bench_operations_per_second",
            "Operations per second in one thread.",
            [(who, row["per_second"]) for who, row in rows],
        ),
        (
            "ckr_bench_duration_seconds",
            "Time of one operation at this quantile.",
            [
                ({**who, "quantile": q}, row[key] / 1000)
                for who, row in rows
                for q, key in (("0.5", "p50_ms"), ("0.95", "p95_ms"))
            ],
        ),
        (
            "ckr_token_certificate_end_timestamp_seconds",
            "When a certificate of the token ends (notAfter).",
            [(who, datetime.fromisoformat(str(end)).timestamp()) for who, end in ends],
        ),
    ]


_TOKEN_INFO = {
    "manufacturer": "manufacturerID",
    "model": "model",
    "serial": "serialNumber",
    "firmware": "firmwareVersion",
    "hardware": "hardwareVersion",
}
_KINDS = {"public": "Public", "private": "Private"}
#: Metric, help, label values → member of CK_TOKEN_INFO (3.2, section 3.3).
_TOKEN_NUMBERS = (
    ("ckr_token_sessions", "Open sessions of this application.", {"all": "ulSessionCount", "rw": "ulRwSessionCount"}),
    (
        "ckr_token_sessions_max",
        "Sessions that can be open at one time; +Inf if there is no limit.",
        {"all": "ulMaxSessionCount", "rw": "ulMaxRwSessionCount"},
    ),
    (
        "ckr_token_memory_bytes",
        "Memory for objects on the token.",
        {kind: f"ulTotal{name}Memory" for kind, name in _KINDS.items()},
    ),
    (
        "ckr_token_memory_free_bytes",
        "Free memory for objects on the token.",
        {kind: f"ulFree{name}Memory" for kind, name in _KINDS.items()},
    ),
)  # fmt: skip


def _numbers(found: list[tuple[dict[str, str], Members]], members: Mapping[str, str]) -> list[Sample]:
    """Return one sample per member that the token reports."""
    return [
        ({**who, "kind": kind}, _unlimited(name, token[name]))
        for who, token in found
        for kind, name in members.items()
        if type(token.get(name)) is int
    ]


def _unlimited(name: str, value: int) -> float:
    """Return the value of a member; infinity for a maximum number of sessions of CK_EFFECTIVELY_INFINITE (0)."""
    return float("inf") if value == 0 and name.startswith("ulMax") else value
