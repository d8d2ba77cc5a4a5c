"""Build the report (`ckr.probe/1`) of a run. Keys are written out, so that renaming an attribute does not change the interface."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING, cast

import ckrtool
from ckrtool import numerals
from ckrtool._records import field, record
from ckrtool.knowledge import legality, registry
from ckrtool.probe.facts import certificates, names, slots

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import (
        CallReport,
        Certificate,
        Finding,
        Interface,
        Members,
        Mismatch,
        Report,
        SequenceReport,
    )
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult
    from ckrtool.probe.sequences.sequence import Sequence, Step

LARGEST_MODULE = 1 << 30


@record
class Meta:
    """Data of a report apart from the calls: start time, profile, module, and the sequences with their steps."""

    started: str
    profile: str
    module_path: str
    found_by: str
    spec: str = registry.CURRENT
    label: str = ""  # of every object that the run makes
    sequences: dict[str, Sequence] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)  # of the tokens that parts of the run are about

    def step(self, sequence: str, number: int) -> Step | None:
        """Return a step by its number; None for the worker's own calls, which have no step."""
        known = self.sequences.get(sequence)
        return known.steps[number - 1] if known and 0 < number <= len(known.steps) else None


def build(run: RunResult, meta: Meta, findings: list[Finding], *, facts: bool = True) -> Report:
    """Return the whole report; without `facts` without the data collected from the calls (library, slots, certificates)."""
    sequences = [_sequence(result, meta) for result in run.sequences]
    calls = [call for sequence in sequences for call in sequence["calls"] if call.get("outcome") != "skipped"]
    report: Report = {
        "schema": "ckr.probe/1",
        "ckr": {"version": ckrtool.__version__},
        "started": meta.started,
        "duration_ms": round(run.duration_ns / 1e6, 3),
        "profile": meta.profile,
        "host": host(),
        "module": {
            "path": meta.module_path,
            "found_by": meta.found_by,
            "sha256": sha256(meta.module_path),
            "interfaces": [
                cast("Interface", {"name": entry.get("name"), "version": entry.get("version")})
                for entry in run.load.interfaces
            ],
            "info": slots.library_info(run.sequences) if facts else None,
        },
        "slots": slots.slots(run.sequences) if facts else [],
        "sequences": sequences,
        "findings": findings,
        "summary": {
            "calls": len(calls),
            "met": sum(call.get("met") is True for call in calls),
            "errors": sum(finding["severity"] == "error" for finding in findings),
            "warnings": sum(finding["severity"] == "warning" for finding in findings),
        },
    }
    if bench := _bench(run):
        report["bench"] = bench
    if facts and (on_token := _certificates(run)):
        report["certificates"] = on_token
    return report


def _bench(run: RunResult) -> list[Members]:
    """Return the results of --bench per operation, with sequence and slot; an empty list without --bench."""
    return [
        {
            "sequence": sequence.name,
            "function": call.function,
            **({} if sequence.slot is None else {"slot": sequence.slot}),
            **call.output,
        }
        for sequence in run.sequences
        for call in sequence.calls
        if call.kind == "bench" and call.output
    ]


def _certificates(run: RunResult) -> list[Certificate]:
    """Return the token's certificates with their expiry (None: unknown) and whether their private key is on the token."""
    found = certificates.found([call for sequence in run.sequences for call in sequence.calls])
    return [
        {
            "label": one.label,
            "not_after": None if one.ends is None else f"{one.ends:%Y-%m-%dT%H:%M:%SZ}",
            "private_key": one.has_key,
        }
        for one in found
    ]


def host() -> dict[str, str]:
    """Return host name, operating system, architecture and user of the probe."""
    system = os.uname()
    return {
        "name": system.nodename,
        "os": f"{system.sysname} {system.release}",
        "arch": system.machine,
        "user": _user(),
    }


def _user() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return str(os.geteuid())


def sha256(path: str) -> str | None:
    """Return the SHA-256 of the module's file in hex; None if it is unreadable, not a regular file, or larger than 1 GiB."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_MODULE:
                return None
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _sequence(result: SequenceResult, meta: Meta) -> SequenceReport:
    known = meta.sequences.get(result.name)
    found: SequenceReport = {
        "name": result.name,
        "profile": result.profile,
        "title": known.title if known else "",
        "outcome": result.outcome,
        "reason": result.reason,
        "calls": [_call(call, result.name, meta) for call in result.calls],
    }
    if result.slot is not None:
        found |= {"slot": result.slot, "token": meta.labels.get(result.slot, "")}
    if result.signal is not None:
        found["signal"] = result.signal
    if result.exit_code is not None:
        found["exit_code"] = result.exit_code
    if result.left_objects:
        found["left_objects"] = list(result.left_objects)
    return found


def _call(call: CallResult, sequence: str, meta: Meta) -> CallReport:
    step = meta.step(sequence, call.step)
    rv = call.rv
    found: CallReport = {
        "n": call.step,
        "function": call.function,
        "args": names.arguments(call.args),
        "rv": rv,
        "name": None if rv is None else names.code_name(rv),
        "ms": None if call.ns is None else round(call.ns / 1e6, 3),
        "expected": list(step.expect_names) if step and call.kind == "step" else ["CKR_OK"],
        "met": _met(call),
        "verdict": verdict(call.function, rv, meta.spec),
        "output": names.outputs(call.function, call.output),
    }
    if call.iteration:
        found["iteration"] = list(call.iteration)
    if call.kind != "step":
        found["kind"] = call.kind
    if call.outcome != "returned":
        found["outcome"] = call.outcome
    if call.missing == "no-such-list" and step is not None and step.plan.get("optional"):
        found |= {"outcome": "skipped", "reason": "not-in-this-version", "met": None}
    _add_ending(found, call)
    if call.mismatches:
        found["mismatches"] = cast("list[Mismatch]", call.mismatches)
    if step is not None and step.why and call.kind == "step":
        found["why"] = step.why
    return found


def _add_ending(found: CallReport, call: CallResult) -> None:
    """Add signal, exit code, reason and detail of a call that did not return or was skipped."""
    if call.signal is not None:
        found["signal"] = call.signal
    if call.exit_code is not None:
        found["exit_code"] = call.exit_code
    if call.reason is not None:
        found["reason"] = call.reason
    if call.detail is not None:
        found["detail"] = call.detail


def _met(call: CallResult) -> bool | None:
    """Return whether the call returned as expected; None for a skipped call."""
    if call.outcome == "skipped":
        return None
    if call.function == "dlopen" and call.output.get("error"):
        return False
    if call.met is not None:
        return call.met
    return call.outcome == "returned" and call.rv in (None, 0)


def verdict(function: str, rv: int | None, spec: str) -> str | None:
    """Return the verdict of `ckr check` on a return code; None without a return code or for a function outside the standard."""
    if rv is None or registry.function(function) is None:
        return None
    return legality.check(function, numerals.normalise(rv), spec).verdict
