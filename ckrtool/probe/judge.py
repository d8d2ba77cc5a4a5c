"""Turns what a run found into findings: unmet expectations, lost calls, odd outputs, sequences left out, and what flags tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ckrtool import legality, registry, stacks
from ckrtool.probe import application, claims, environment, left_behind, protocol, report, token_flags
from ckrtool.probe.finding import code, finding, merged, passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.choose import Chosen
    from ckrtool.probe.report import Meta
    from ckrtool.probe.request import Request
    from ckrtool.probe.results import CallResult, RunResult, SequenceResult, WorkerResult
    from ckrtool.probe.sequence import Step

Finding = dict[str, Any]

OK, FUNCTION_FAILED = 0, 6
ODD_SEVERITY = {
    "need-not-told": "warning",
    "not-utf8": "warning",
    "not-padded": "warning",
    "rv-sign-extended": "info",
}
# Sequences left out, by reason: severity and words. What is not here is told by the finding that caused it.
SKIPPED = {
    "sessions-exhausted": (
        "warning",
        "no session was opened: the token has room for one more at most, which other programs need",
    ),
    "pin-count-low": ("error", "no login: the token says that PIN tries are few (CKF_USER_PIN_COUNT_LOW)"),
    "pin-final-try": ("error", "no login: the token says that one PIN try is left (CKF_USER_PIN_FINAL_TRY)"),
    "pin-locked": ("error", "no login: the token says that the PIN is locked (CKF_USER_PIN_LOCKED)"),
    "pin-length": ("error", "no login: the PIN's length is outside ulMinPinLen and ulMaxPinLen"),
    "token-info-failed": ("error", "no login: the token's PIN state could not be read"),
    "login-shared": (
        "info",
        "the session is logged in already, by another part of this host; nothing is logged in or out",
    ),
    "login-used": ("warning", "no login: one C_Login a run, and this run has made it"),
    "not-cku-user": ("warning", "no login: the probe logs in as CKU_USER only"),
    "no-protected-path": (
        "error",
        "no login: the token has no keypad of its own (no CKF_PROTECTED_AUTHENTICATION_PATH), so NULL would be a wrong PIN",
    ),
    "token-changed": ("error", "no login: another token is in the slot than at the beginning of the run"),
    "pin-not-utf8": ("warning", "no login: python-pkcs11 takes a text as PIN, and this one is not UTF-8"),
    "no-pin": ("warning", "no PIN was given (--pin-source)"),
    "max-time": ("error", "not run: --max-time is over"),
    "interrupted": ("error", "not run: a signal ended the run"),
    "lost-workers": ("info", "not run: three worker processes were lost before"),
    "no-rng": ("info", "the token has no random number generator, or keeps it behind a login"),
    "session-objects-refused": ("info", "the token refuses session objects in a read-only session"),
    "mechanism-missing": ("info", "the token has none of the mechanisms"),
    "refused": ("info", "the token refuses this, as it may"),
}
# Calls that were under way when the run was ended from outside: no fault of theirs is known.
NOT_BACK = {
    "max-time": "was still under way when --max-time was over",
    "interrupted": "was still under way when a signal ended the run",
}


@dataclass
class Situation:
    """What the judge knows besides the calls."""

    meta: Meta
    request: Request
    chosen: Chosen
    blocked: str | None = None
    stack: str | None = None


def findings(run: RunResult, situation: Situation) -> list[Finding]:
    """Return everything worth knowing about a run, the gravest first, each once."""
    info = report.library_info(run.sequences) or {}
    situation.stack = stacks.stack_for_module(
        situation.meta.module_path, str(info.get("manufacturerID") or "")
    )
    return merged(_all(run, situation))


def _all(run: RunResult, situation: Situation) -> Iterator[Finding]:
    yield from _loading(run, situation)
    for sequence in run.sequences:
        for call in sequence.calls:
            yield from _call(call, sequence, situation)
        yield from _sequence(sequence, situation)
    yield from left_behind.findings(run, situation.meta)
    for worker in run.workers:
        yield from _worker(worker)
    yield from _choice(situation)
    slots = report.slots(run.sequences)
    yield from token_flags.findings(slots)
    yield from claims.findings(run)
    if _needs_environment(run):
        yield from environment.findings(situation.stack, situation.request.init_args)
    yield from environment.ownership(situation.stack)


def _loading(run: RunResult, situation: Situation) -> Iterator[Finding]:
    load = run.load
    if load.kind == "broken-start":
        yield finding("error", load.kind, load.sentence, load.detail or "")
    elif load.kind != "ok":
        detail = f"{load.kind}: {load.detail}" if load.detail else load.kind
        name = "not-loaded" if not load.kind.startswith("constructor-") else load.kind
        yield finding("error", name, load.sentence, detail, function="dlopen", stack=situation.stack)
    for warning in load.warnings:
        name, _, words = warning.partition(": ")
        yield finding(
            "warning", name if " " not in name else "load-warning", words or warning, function="dlopen"
        )


def _call(call: CallResult, sequence: SequenceResult, situation: Situation) -> Iterator[Finding]:
    step = situation.meta.step(sequence.name, call.step) if call.kind in ("step", "cleanup") else None
    if call.outcome in ("crashed", "exited", "hung"):
        yield _lost(call, sequence, situation)
    elif call.outcome == "missing":
        yield from _missing(call, sequence, step)
    elif call.outcome == "returned" and call.met is False:
        yield from _unmet(call, sequence, step, situation)
    for odd in call.oddities:
        words = protocol.ODDITIES.get(odd["id"], odd["id"])
        severity = ODD_SEVERITY.get(odd["id"], "error")
        yield finding(
            severity, odd["id"], f"{call.function}: {words}", odd.get("detail", ""), function=call.function
        )
    if call.outcome == "skipped" and call.reason == "login-shared":
        yield finding(
            "info", "login-shared", SKIPPED["login-shared"][1], f"in {sequence.name}", function=call.function
        )


def _lost(call: CallResult, sequence: SequenceResult, situation: Situation) -> Finding:
    how = {
        "crashed": f"crashed ({call.signal or 'unknown signal'})",
        "exited": f"ended the process (exit code {call.exit_code})",
        "hung": NOT_BACK.get(call.reason or "", "did not come back in time"),
    }[call.outcome]
    where = f"in {sequence.name}, step {call.step}" if call.step else f"in {sequence.name}"
    kind = "" if call.kind == "step" else f" ({call.kind})"
    return finding(
        "error",
        call.outcome,
        f"{call.function} {how}",
        f"{where}{kind}",
        function=call.function,
        stack=situation.stack,
    )


def _missing(call: CallResult, sequence: SequenceResult, step: Step | None) -> Iterator[Finding]:
    optional = step is not None and bool(step.plan.get("optional"))
    if call.missing == "null-entry":
        title = f"{call.function} is NULL in the function list"
        detail = f"in {sequence.name}; a function that is not supported has a stub that returns CKR_FUNCTION_NOT_SUPPORTED (5.1)"
        yield finding("warning" if optional else "error", "null-entry", title, detail, function=call.function)
    elif not optional:
        title = f"{call.function} is in no function list of this module"
        yield finding(
            "warning",
            "no-such-function",
            title,
            f"in {sequence.name}: the module is of an older version",
            function=call.function,
        )


def _unmet(
    call: CallResult, sequence: SequenceResult, step: Step | None, situation: Situation
) -> Iterator[Finding]:
    if call.rv == OK and call.mismatches:
        yield _wrong_output(call, sequence, step)
        return
    if call.rv is None and "exception" not in call.output:
        return  # an oddity tells why there is none
    if call.rv is None:
        title = f"{call.function} raised {call.output.get('exception', 'an exception')}"
        yield finding(
            "error",
            "call-failed",
            title,
            f"in {sequence.name}, step {call.step}: {call.detail or ''}",
            function=call.function,
        )
        return
    rv = registry.normalise(call.rv)
    if step is not None and rv in step.plan.get("skip_on", []):
        return  # the sequence's reason tells
    if step is not None and rv in step.plan.get("refused_on", []):
        title = f"{call.function} returned {code(rv)}: the token refuses this, as it may"
        detail = f"in {sequence.name}, step {call.step}: {step.why}; what needs it was left out"
        yield finding("info", "refused", title, detail, function=call.function, rv=rv, stack=situation.stack)
        return
    wanted = " or ".join(step.expect_names) if step else "CKR_OK"
    title = f"{call.function} returned {code(rv)}, not {wanted if wanted != 'error' else 'an error'}"
    cited = f"the step rests on {step.why}" if step is not None and step.why else ""
    grounds = (
        passage(call.function, rv, situation.meta.spec) if rv != OK else "the call should have been refused"
    )
    where = f"in {sequence.name}, step {call.step}"
    detail = "; ".join(
        part
        for part in (f"{where}: {grounds}" if grounds else where, cited, _device_error(call, sequence))
        if part
    )
    severity, name = _weight(call, sequence, step, situation.meta.spec)
    yield finding(severity, name, title, detail, function=call.function, rv=rv, stack=situation.stack)


def _weight(call: CallResult, sequence: SequenceResult, step: Step | None, spec: str) -> tuple[str, str]:
    """Return severity and id of an unmet expectation.

    In conformance the steps that go on after a mismatch are its questions. A refusal with one of the universal codes is none of the
    expected ones, but no departure: any function can return them (5.1.1).
    """
    if call.function in protocol.LOGIN_CALLS or (call.pin and sequence.name == application.NAME):
        # A refused PIN is never only information.
        return "error", "login-failed"
    if step is not None and step.plan.get("optional"):
        return "info", "unexpected-return"
    if sequence.profile == "conformance" and step is not None and not step.plan.get("stop", True):
        refused = call.rv != OK and OK not in (step.plan.get("expect") or [OK])
        if (
            refused
            and "universal" in legality.check(call.function, registry.normalise(call.rv or OK), spec).why
        ):
            return "info", "unexpected-return"
        return "warning", "departure"
    return "error", "initialize-failed" if call.function == "C_Initialize" else "call-failed"


def _wrong_output(call: CallResult, sequence: SequenceResult, step: Step | None) -> Finding:
    what = "; ".join(
        f"{one.get('param')} is {one.get('got')!r:.200}, not {one.get('expected')!r:.200}"
        for one in call.mismatches[:4]
    )
    cited = f"; the step rests on {step.why}" if step is not None and step.why else ""
    if left_behind.is_search(call, step):
        handles = call.output.get("phObject")
        title = "an object that the probe made as a session object is on the token"
        detail = f"in {sequence.name}: {what}; handles {handles!r:.200}{cited}"
        return finding("error", "object-left-behind", title, detail, function=call.function)
    optional = step is not None and bool(step.plan.get("optional"))
    severity = "info" if optional else "warning" if sequence.profile == "conformance" else "error"
    title = f"{call.function} returned CKR_OK with a wrong output"
    return finding(
        severity,
        "wrong-output",
        title,
        f"in {sequence.name}, step {call.step}: {what}{cited}",
        function=call.function,
        rv=OK,
    )


def _device_error(call: CallResult, sequence: SequenceResult) -> str:
    """Return the device's own error number where the session told it after CKR_FUNCTION_FAILED (3.5, ulDeviceError)."""
    if call.rv != FUNCTION_FAILED:
        return ""
    after = sequence.calls[sequence.calls.index(call) + 1 :][:3]
    for later in after:
        info = later.output.get("pInfo")
        if later.function == "C_GetSessionInfo" and isinstance(info, dict):
            return f"the device's own error number (ulDeviceError) is {info.get('ulDeviceError')}"
    return ""


def _sequence(sequence: SequenceResult, situation: Situation) -> Iterator[Finding]:
    reason = sequence.reason or ""
    if reason == "login-failed-before":
        title = "no login: one to this token failed before, and the PIN may be wrong"
        detail = f"the mark is of {situation.blocked}; --risk-pin, or a --pin-source prompt run that succeeds, takes it away"
        yield finding("error", "login-failed-before", title, detail, function="C_Login")
    elif sequence.outcome == "skipped" and reason in SKIPPED:
        severity, words = SKIPPED[reason]
        title = (
            words if words.startswith("no login") else f"{sequence.name}: {words}"
        )  # one login a run, one finding
        yield finding(severity, reason, title)
    elif sequence.outcome == "skipped" and reason.startswith("missing: "):
        yield finding("info", "no-such-function", f"{sequence.name}: not run, the module has no {reason[9:]}")
    elif sequence.outcome == "skipped" and reason.startswith(f"{protocol.NO_PYTHON_PKCS11}: "):
        title = f"{sequence.name}: not run, python-pkcs11 can't be imported here"
        detail = f"{reason.partition(': ')[2]}; install python-pkcs11 beside ckr (ckr.pyz holds none); no other sequence needs it"
        yield finding("warning", protocol.NO_PYTHON_PKCS11, title, detail)
    elif sequence.outcome in ("crashed", "exited", "hung") and not any(
        call.outcome == sequence.outcome for call in sequence.calls
    ):
        yield finding(
            "error",
            sequence.outcome,
            f"the module {sequence.outcome} between two calls of {sequence.name}",
            reason,
        )
    elif reason.startswith(("broken", "argument")) or (sequence.outcome == "failed" and reason == "argument"):
        yield finding("error", "broken-sequence", f"{sequence.name} could not be run to its end", reason)


def _worker(worker: WorkerResult) -> Iterator[Finding]:
    if worker.noise_bytes:
        shown = worker.noise[:200].decode("utf-8", "backslashreplace")
        dropped = f", {worker.noise_dropped} of them dropped" if worker.noise_dropped else ""
        yield finding("info", "noise", "the module prints", f"{worker.noise_bytes} bytes{dropped}: {shown}")
    for pid, name in worker.copies:
        title = "the module forked, and its copy of the probe's process went on in a session of its own; it was killed"
        detail = f"{name} (process {pid}); a program that loads this module leaves such processes behind, with its memory in them"
        yield finding("warning", "process-left", title, detail)
    for pid, name in worker.survivors:
        yield finding(
            "warning",
            "process-left",
            "the module left a process of its own running",
            f"{name} (process {pid})",
        )


def _choice(situation: Situation) -> Iterator[Finding]:
    chosen = situation.chosen
    if chosen.missing is not None:
        yield finding("error", chosen.reason or "no-such-token", chosen.missing)
    elif chosen.reason == "no-token":
        yield finding(
            "error",
            "no-token",
            "no slot has an initialised token: nothing that needs a session was run",
            "see the slots of this report",
        )
    elif chosen.reason == "several-tokens":
        asked = situation.request.pin is not None or bool(situation.request.sequences)
        detail = f"choose one with --token LABEL or --slot ID: {', '.join(chosen.tokens)}"
        title = f"{len(chosen.tokens)} tokens are there: nothing that needs a session was run"
        yield finding("warning" if asked else "info", "several-tokens", title, detail)


def _needs_environment(run: RunResult) -> bool:
    """Return whether the surroundings may be at fault: not initialised, or no slot with a token ready."""
    failed = any(
        call.function == "C_Initialize" and call.rv not in (OK, None) and call.met is False
        for one in run.sequences
        for call in one.calls
    )
    return (
        failed
        or run.load.kind != "ok"
        or not any(
            "CKF_TOKEN_INITIALIZED" in (slot["token"] or {}).get("flags", [])
            for slot in report.slots(run.sequences)
        )
    )
