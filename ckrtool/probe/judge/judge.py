"""Turn the results of a run into findings: failed expectations, lost calls, wrong outputs, skipped sequences, token flags."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ckrtool._records import field, record
from ckrtool.knowledge import stacks
from ckrtool.probe.facts import slots as facts
from ckrtool.probe.judge import (
    acknowledged,
    causes,
    claims,
    consequences,
    environment,
    independent,
    left_behind,
    lost_module,
    single_calls,
    thresholds,
    token_flags,
    token_keys,
    whole_sequences,
)
from ckrtool.probe.judge.finding import code, finding, for_stack, merged
from ckrtool.probe.judge.independent import evaluated
from ckrtool.probe.target.choose import usable
from ckrtool.probe.verify.doubts import fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, ProvenCause
    from ckrtool.probe.reporting.build_report import Meta
    from ckrtool.probe.request import Ignored, Request
    from ckrtool.probe.results import RunResult, WorkerResult
    from ckrtool.probe.target.choose import Chosen
    from ckrtool.probe.verify.doubts import Doubt

OK = 0
BOUND_LAZILY = (
    "programs that bind all symbols at once (RTLD_NOW) can't load it; those that bind lazily, as the probe did after that, are ended when "
    "the symbol is called; install the version of the library that the module was built with"
)
NO_TOKEN_BECAUSE = frozenset(("daemon-down", "variable-nowhere", "initialize-failed"))
LOAD_NO_FAULT = ("ok", "not-tried")


@record
class Situation:
    """What the findings depend on apart from the calls."""

    meta: Meta
    request: Request
    chosen: Chosen
    blocked: str | None = None
    stack: str | None = None
    doubts: list[Doubt] = field(default_factory=list)


def findings(run: RunResult, situation: Situation) -> list[Finding]:
    """Return all findings of a run without duplicates, the most severe first."""
    info = facts.library_info(run.sequences) or {}
    situation.stack = stacks.stack_for_module(
        situation.meta.module_path, str(info.get("manufacturerID") or "")
    )
    raw = [for_stack(one, situation.stack) for one in _all(run, situation)]
    if run.login_calls and run.login_rv == OK:
        _cleared(raw, situation.chosen.slot)
    found = merged(_consequences(raw))
    found += whole_sequences.unexplained(run.sequences, found)
    return combined(found, run, situation.request.ignored)


def combined(found: list[Finding], run: RunResult, ignored: list[Ignored]) -> list[Finding]:
    """Return the findings as the report has them: those that the site accepts as information, consequences in their causes.

    An accepted finding no longer is a cause: what follows from it is reported, unless that is accepted too.
    """
    accepted = merged(acknowledged.applied(merged(found), ignored))
    try:
        folded = consequences.folded(accepted, run)
    except Exception as error:  # noqa: BLE001
        folded = [*accepted, *independent.findings([fault("consequences", error)])]
    return consequences.bare(folded)


def _cleared(found: list[Finding], slot: int | None) -> None:
    """Lower findings on PIN flags to information if the run's own login cleared them: the flags were read before it."""
    for one in found:
        if one["id"] in ("pin-count-low", "pin-final-try") and one["detail"].startswith(f"slot {slot},"):
            one["severity"] = "info"
            one["detail"] += "; the login of this run succeeded, which clears the flag"


def _consequences(found: list[Finding]) -> list[Finding]:
    """Return the findings with `no-token` lowered to information if another one explains it, and with only the advice that applies."""
    low = any(one["id"] in ("pin-count-low", "pin-final-try") for one in found)
    for one in found:
        if one["id"] == "login-failed-before":
            one["advice"] = [
                item
                for item in one["advice"]
                if item["kind"] != "do" or ("--risk-pin" in item["text"]) == low
            ]
    ids = {one["id"] for one in found}
    if ids & NO_TOKEN_BECAUSE:
        for one in found:
            if one["id"] == "no-token":
                one["severity"] = "info"
    return found


def _all(run: RunResult, situation: Situation) -> Iterator[Finding]:
    yield from evaluated(_loading, run, situation)
    yield from independent.findings(situation.doubts)
    if situation.request.key is None:
        yield from evaluated(token_keys.findings, run)
    lost = lost_module.Lost(run)
    yield from evaluated(_calls, run, situation, lost)
    for sequence in run.sequences:
        yield from evaluated(
            whole_sequences.findings, sequence, situation.blocked, situation.meta, situation.stack
        )
    yield from evaluated(left_behind.findings, run, situation.meta, lost.workers)
    for worker in run.workers:
        yield from evaluated(_worker, worker)
    yield from evaluated(_choice, situation)
    slots = facts.slots(run.sequences)
    yield from evaluated(token_flags.findings, slots, _times(situation.meta))
    yield from evaluated(thresholds.findings, run, slots, situation.request.thresholds)
    yield from evaluated(claims.findings, run)
    yield from evaluated(_surroundings, run, situation, bool(situation.chosen.slots or slots))


def _calls(run: RunResult, situation: Situation, lost: lost_module.Lost) -> Iterator[Finding]:
    """Yield the findings on single calls, with their causes."""
    explained = {id(call) for doubt in situation.doubts for call in doubt.explains}
    why: dict[int, list[ProvenCause]] = {}
    yield from evaluated(_causes, run, why)
    for sequence in run.sequences:
        seen = lost.trimmed(sequence)
        single = evaluated(single_calls.findings, seen, situation.meta, situation.stack, explained)
        yield from (
            causes.with_causes(one, why, sequence.profile) for one in lost.with_later_calls(single, seen)
        )


def _causes(run: RunResult, why: dict[int, list[ProvenCause]]) -> Iterator[Finding]:
    """Add the causes of failed calls to `why`; yield nothing, since only an internal error is a finding."""
    why.update(causes.explained(run))
    yield from ()


def _surroundings(run: RunResult, situation: Situation, reached: bool) -> Iterator[Finding]:
    known = stacks.stack_for_module(
        situation.meta.module_path
    )  # a manufacturer's other modules have other surroundings
    if _needs_environment(run):
        yield from environment.findings(
            known,
            situation.request.init_args,
            module=situation.meta.module_path,
            libraries=run.load.libraries,
            reached=reached,
        )
    yield from environment.ownership(known)


def _times(meta: Meta) -> tuple[datetime, datetime]:
    """Return the time when the run began and the current time."""
    now = datetime.now(UTC)
    began = datetime.fromisoformat(meta.started)
    return min(began, now), now


def _loading(run: RunResult, situation: Situation) -> Iterator[Finding]:
    load = run.load
    if load.kind == "broken-start":
        yield finding("error", load.kind, load.sentence, load.detail or "")
    elif load.kind not in LOAD_NO_FAULT:
        name = "not-loaded" if not load.kind.startswith("constructor-") else load.kind
        refused = load.kind == "function-list-failed" and (load.detail or "").startswith("0x")
        reason = f"C_GetFunctionList returned {code(int(load.detail or '0', 16))}" if refused else load.detail
        detail = f"{load.kind}: {reason}" if reason else load.kind
        yield finding(
            "error",
            name,
            load.sentence,
            detail,
            function="C_GetFunctionList" if load.kind == "function-list-failed" else "dlopen",
            rv=int(load.detail or "0", 16) if refused else None,
            stack=situation.stack,
        )
    for warning in load.warnings:
        name, _, words = warning.partition(": ")
        if name == "bound-lazily":
            yield finding("warning", "bound-lazily", words, BOUND_LAZILY, function="dlopen")
            continue
        yield finding(
            "warning", name if " " not in name else "load-warning", words or warning, function="dlopen"
        )


def _worker(worker: WorkerResult) -> Iterator[Finding]:
    if worker.noise_bytes:
        yield _noise(worker)
    if worker.lost_messages:
        title = "the module overwrote the probe's journal: records of some calls are lost"
        yield finding("error", "memory-overwritten", title, f"at least {worker.lost_messages} records")
    called = ", ".join(dict.fromkeys(worker.process_calls))
    since = f"; seen after {called}" if called else ""
    for pid, name in worker.copies:
        title = "the module forked, and the copy of the probe's process continued in a session of its own; it was killed"
        detail = f"{name} (process {pid}){since}; a program that loads this module leaves such processes, with a copy of its memory"
        yield finding("warning", "process-left", title, detail, function=_first(worker.process_calls))
    for pid, name in worker.unended:
        title = (
            "the module forked, and the copy of the probe's process could not be killed: it is still running"
        )
        detail = f"{name} (process {pid}){since}; it may start others, and has a copy of the probe's memory, including the PIN"
        yield finding("error", "process-left", title, detail, function=_first(worker.process_calls))
    for pid, name in worker.survivors:
        title = "the module left a process running"
        yield finding(
            "warning",
            "process-left",
            title,
            f"{name} (process {pid}){since}",
            function=_first(worker.process_calls),
        )


def _first(names: list[str]) -> str | None:
    return names[0] if names else None


def _noise(worker: WorkerResult) -> Finding:
    """Return the finding on a module's output to stdout or stderr; it lists the calls by the number of bytes written."""
    shown = worker.noise[:200].decode("utf-8", "backslashreplace")
    dropped = f", {worker.noise_dropped} of them dropped" if worker.noise_dropped else ""
    by_size = sorted(worker.noise_calls.items(), key=lambda row: -row[1])
    calls = [(name, count) for name, count in by_size if name]
    where = ", ".join(f"{name} {count}" for name, count in calls[:6])
    by_call = f" ({where})" if where else ""
    most = calls[0][0] if calls else None
    return finding(
        "info",
        "noise",
        "the module writes to stdout or stderr",
        f"{worker.noise_bytes} bytes{dropped}{by_call}: {shown}",
        function=most,
    )


def _choice(situation: Situation) -> Iterator[Finding]:
    chosen = situation.chosen
    if chosen.unseen:
        title = f"the module has {chosen.unseen} more slots than the {chosen.slots} that were inspected"
        yield finding(
            "warning" if situation.request.all_tokens else "info",
            "slots-unseen",
            title,
            "--slot ID selects any slot; --token LABEL also searches slots that are not inspected",
        )
    if chosen.missing is not None:
        yield finding("error", chosen.reason or "no-such-token", chosen.missing)
    elif chosen.reason == "no-token":
        there = "no slot has an initialised token" if chosen.slots else "the module has no slots"
        yield finding("error", "no-token", f"{there}: nothing that needs a session was run")
    elif chosen.reason == "several-tokens":
        asked = situation.request.pin is not None or bool(situation.request.sequences)
        detail = f"select one with --token LABEL or --slot ID: {', '.join(chosen.tokens)}"
        least = "at least " if chosen.unseen else ""
        title = f"{least}{len(chosen.tokens)} tokens are present: nothing that needs a session was run"
        yield finding("warning" if asked else "info", "several-tokens", title, detail)


def _needs_environment(run: RunResult) -> bool:
    """Return whether the environment may be at fault: the module was not loaded or initialised, or has no initialised token."""
    failed = any(
        call.function == "C_Initialize" and call.rv not in (OK, None) and call.met is False
        for one in run.sequences
        for call in one.calls
    )
    tokens = [slot["token"] for slot in facts.slots(run.sequences) if slot["token"]]
    looked = any(one.name == "identity" and one.outcome != "skipped" for one in run.sequences)
    none = looked and not any(usable(token["flags_value"]) for token in tokens)
    return failed or run.load.kind not in (*LOAD_NO_FAULT, "missing") or none
