"""Findings on single calls: lost calls, missing functions, unexpected return codes and outputs, and errors in output buffers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool import numerals
from ckrtool.calls.model.functions import OUTPUT
from ckrtool.knowledge import findings as texts
from ckrtool.knowledge import legality
from ckrtool.probe import protocol
from ckrtool.probe.facts import names
from ckrtool.probe.judge import contradictions, left_behind
from ckrtool.probe.judge.finding import code, finding, owners, passage
from ckrtool.probe.judge.whole_sequences import SKIPPED, UNKNOWN, is_failed_guard
from ckrtool.probe.sequences import application

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ckrtool.probe.facts.report_types import Finding, Severity
    from ckrtool.probe.protocol import Json
    from ckrtool.probe.reporting.build_report import Meta
    from ckrtool.probe.results import CallResult, SequenceResult
    from ckrtool.probe.sequences.sequence import Step, Wrong

OK, BUFFER_TOO_SMALL = 0x000, 0x150
ODD_SEVERITY: dict[str, Severity] = {
    "count-not-set": "warning",
    "need-not-told": "warning",
    "not-utf8": "warning",
    "not-padded": "info",
    "misaligned-list": "warning",
    "rv-sign-extended": "info",
}
# Text fields by which programs search for a token: a NUL byte instead of blanks makes them miss it.
LOOKED_FOR = ("TokenInfo.label", "TokenInfo.serialNumber")
SHARED = SKIPPED["login-shared"][1]
# Calls in progress when the run was ended from outside: they are not known to be at fault.
NOT_BACK = {
    "max-time": "was in progress when the limit of --max-time was reached",
    "interrupted": "was in progress when a signal ended the run",
}


def findings(
    sequence: SequenceResult, meta: Meta, stack: str | None, explained: Collection[int] = ()
) -> Iterator[Finding]:
    """Yield the findings on the calls of a sequence; wrong results of calls whose id() is in `explained` have one already."""
    for index, call in enumerate(sequence.calls):
        yield from _call(call, sequence, meta, stack, is_explained=id(call) in explained)
        if is_failed_guard(call) and not _follows_failure(call, sequence.calls[:index]):
            yield from _guard(call, sequence, stack)


def _follows_failure(call: CallResult, before: list[CallResult]) -> bool:
    """Return whether a guard was called after the step's own call: for its error number, or for what a search found."""
    return any(
        one.step == call.step and one.kind != "guard" and one.iteration == call.iteration
        for one in before[-2:]
    )


def _guard(call: CallResult, sequence: SequenceResult, stack: str | None) -> Iterator[Finding]:
    """Yield the finding on a call that the worker made before a step, unless the sequence has the finding on its consequence."""
    if call.function in UNKNOWN.get(sequence.reason or "", ()):
        return
    rv = numerals.normalise(call.rv or OK)
    title = f"{call.function} returned {code(rv)}, not CKR_OK"
    detail = f"in {sequence.name}, when the probe asked before step {call.step}"
    yield finding(
        "error", "call-failed", title, detail, function=call.function, rv=rv, stack=stack, calls=(call,)
    )


def _call(
    call: CallResult, sequence: SequenceResult, meta: Meta, stack: str | None, *, is_explained: bool
) -> Iterator[Finding]:
    step = meta.step(sequence.name, call.step) if call.kind in ("step", "cleanup") else None
    if call.outcome in ("crashed", "exited", "hung"):
        yield _lost(call, sequence, stack)
    elif call.outcome == "missing":
        yield from _missing(call, sequence, step)
    elif call.outcome == "returned" and call.met is False and not (is_explained and call.rv == OK):
        yield from _unmet(call, sequence, step, meta, stack)
    for odd in call.oddities:
        words = protocol.ODDITIES.get(odd["id"], odd["id"])
        severity = ODD_SEVERITY.get(odd["id"], "error")
        if odd["id"] == "not-padded" and odd.get("detail") in LOOKED_FOR:
            severity = "warning"
        yield finding(
            severity, odd["id"], f"{call.function}: {words}", odd.get("detail", ""), function=call.function,
            calls=(call,),
        )  # fmt: skip
    if call.outcome == "skipped" and call.reason == "login-shared":
        yield finding("info", "login-shared", SHARED, f"in {sequence.name}", function=call.function)


def _lost(call: CallResult, sequence: SequenceResult, stack: str | None) -> Finding:
    how = {
        "crashed": f"crashed ({call.signal or 'unknown signal'})",
        "exited": f"ended the process (exit code {call.exit_code})",
        "hung": NOT_BACK.get(call.reason or "", "timed out"),
    }[call.outcome]
    where = f"in {sequence.name}, step {call.step}" if call.step else f"in {sequence.name}"
    kind = "" if call.kind == "step" else f" ({call.kind})"
    return finding(
        "error",
        _lost_id(call),
        f"{call.function} {how}",
        f"{where}{kind}",
        function=call.function,
        stack=stack,
    )


def _lost_id(call: CallResult) -> str:
    """Return the finding id of a lost call: `max-time` or `interrupted` if the end of the run cut it off, else its outcome."""
    return str(call.reason) if call.outcome == "hung" and call.reason in NOT_BACK else call.outcome


def _missing(call: CallResult, sequence: SequenceResult, step: Step | None) -> Iterator[Finding]:
    """Yield a finding on a function that is in no function list; `claims_lists` reports NULL entries, all in one finding."""
    optional = step is not None and bool(step.plan.get("optional"))
    if call.missing != "null-entry" and not optional:
        title = f"the module does not have {call.function}"
        detail = f"in {sequence.name}: none of its function lists has it; the module implements an older version of the standard"
        yield finding("warning", "no-such-function", title, detail, function=call.function)


def _unmet(
    call: CallResult, sequence: SequenceResult, step: Step | None, meta: Meta, stack: str | None
) -> Iterator[Finding]:
    if call.rv == OK and call.mismatches:
        yield _wrong_output(call, sequence, step, meta)
        return
    if call.rv is None and "exception" not in call.output:
        return  # an oddity explains why there is no return code
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
    rv = numerals.normalise(call.rv)
    if step is not None and rv in step.plan.get("skip_on", []):
        return  # reported as the sequence's reason
    if step is not None and rv in step.plan.get("refused_on", []):
        title = f"{call.function} returned {code(rv)}: the token refuses this call, which the standard allows"
        detail = f"in {sequence.name}, step {call.step}: {step.why}; steps that need it were left out"
        yield finding("info", "refused", title, detail, function=call.function, rv=rv, stack=stack)
        return
    if step is not None and step.plan.get("unlisted"):
        title = f"{call.function} returned {code(rv)} before C_GetSlotList was called"
        where = f"in {sequence.name}, step {call.step}: {step.why}"
        yield finding("info", "slot-list-needed", title, where, function=call.function, rv=rv, calls=(call,))
        return
    if contradictions.follows(call, rv, sequence):
        return  # a correct return code that follows from an earlier fault
    where = f"in {sequence.name}, step {call.step}"
    if rv == OK and step is not None and step.wrong is not None:
        yield _named(step.wrong, f"{where}: {step.why}" if step.why else where, sequence, call)
        return
    yield contradictions.told_by(call, rv, sequence, _codes(step) or [OK] if step else []) or _returned(
        call, rv, sequence, step, meta, stack
    )


def _returned(
    call: CallResult, rv: int, sequence: SequenceResult, step: Step | None, meta: Meta, stack: str | None
) -> Finding:
    """Return the finding on an unexpected return code."""
    wanted = " or ".join(step.expect_names) if step else "CKR_OK"
    title = f"{call.function} returned {code(rv)}, not {wanted if wanted != 'error' else 'an error'}"
    cited = f"the step is based on {step.why}" if step is not None and step.why else ""
    grounds = passage(call.function, rv, meta.spec) if rv != OK else "the call should have been refused"
    where = f"in {sequence.name}, step {call.step}"
    parts = (
        f"{where}: {grounds}" if grounds else where, _room(call), owners(rv), cited, _device_error(call, sequence),
    )  # fmt: skip
    detail = "; ".join(part for part in parts if part)
    severity, name = _weight(call, sequence, step, meta.spec)
    return finding(severity, name, title, detail, function=call.function, rv=rv, stack=stack, calls=(call,))


def _room(call: CallResult) -> str:
    """Return what contradicts CKR_BUFFER_TOO_SMALL: a query for the length, or a buffer that was large enough; else ""."""
    name = OUTPUT.get(call.function, "")
    if call.rv != BUFFER_TOO_SMALL or "List" in call.function:
        return ""
    if name in call.args and call.args[name] is None:
        return f"{name} was NULL, which asks for the length: no buffer is too small for that (5.2)"
    length = f"pul{name[1:]}Len"
    given, needed = call.args.get(length), call.output.get(length)
    if isinstance(given, int) and isinstance(needed, int) and needed <= given:
        return f"the buffer for {name} had {given} bytes, and the module asks for {needed}"
    return ""


def _codes(step: Step) -> list[int]:
    """Return the codes that a step expects by name; an empty list if it accepts any code, or any error."""
    expect = step.plan.get("expect")
    return expect if isinstance(expect, list) else []


def _weight(call: CallResult, sequence: SequenceResult, step: Step | None, spec: str) -> tuple[Severity, str]:
    """Return severity and id of the finding on an unexpected return code.

    A call that had to be refused, and was refused with another code, is a departure: it misleads only programs that check the code.
    In the conformance profile the steps after which the sequence continues are its tests. A refusal with a universal code there is
    unexpected but not a departure: any function can return these codes (5.1.1).
    """
    if call.function in protocol.LOGIN_CALLS or (call.pin and sequence.name == application.NAME):
        # A refused PIN is always an error.
        return "error", "login-failed"
    if step is not None and step.plan.get("optional"):
        undefined = (
            legality.check(call.function, numerals.normalise(call.rv or OK), spec).verdict == "undefined"
        )
        return "warning" if undefined else "info", "unexpected-return"
    if sequence.profile == "conformance" and step is not None and not step.plan.get("stop", True):
        refused = call.rv != OK and OK not in (step.plan.get("expect") or [OK])
        if (
            refused
            and "universal" in legality.check(call.function, numerals.normalise(call.rv or OK), spec).why
        ):
            return "info", "unexpected-return"
        return "warning", "departure"
    if step is not None and call.rv != OK and OK not in (_codes(step) or [OK]):
        return "warning", "departure"
    return "error", "initialize-failed" if call.function == "C_Initialize" else "call-failed"


def _difference(one: dict[str, Json]) -> str:
    """Return a description of the difference between an output and its expected value."""
    param, got, expected = one.get("param"), one.get("got"), one.get("expected")
    if isinstance(expected, dict) and "contains" in expected:
        return f"{param} lacks {expected['contains']!r:.200}"
    value = "not set by the module" if got is None else f"{got!r:.200}"
    return f"{param} is {value}, not {expected!r:.200}"


def _wrong_output(call: CallResult, sequence: SequenceResult, step: Step | None, meta: Meta) -> Finding:
    differences = "; ".join(map(_difference, call.mismatches[:4]))
    cited = f"; the step is based on {step.why}" if step is not None and step.why else ""
    if step is not None and step.wrong is not None:
        return _named(
            step.wrong, f"in {sequence.name}, step {call.step}: {differences}{cited}", sequence, call
        )
    if contradictions.stays_public(call, sequence):
        title = "C_Login has no effect: the token does not require a login"
        words = (
            f"in {sequence.name}, step {call.step}: {differences}; the token does not set CKF_LOGIN_REQUIRED"
        )
        return finding("info", "login-not-needed", title, words, function="C_Login", calls=(call,))
    if left_behind.is_search(call, step):
        return left_behind.searched(call, sequence, meta, f"{differences}{cited}")
    optional = step is not None and bool(step.plan.get("optional"))
    severity: Severity = "info" if optional else "warning" if sequence.profile == "conformance" else "error"
    title = f"{call.function} returned CKR_OK with a wrong output"
    return finding(
        severity,
        "wrong-output",
        title,
        f"in {sequence.name}, step {call.step}: {differences}{cited}",
        function=call.function,
        rv=OK,
        calls=(call,),
    )


def _named(wrong: Wrong, detail: str, sequence: SequenceResult, call: CallResult) -> Finding:
    """Return the finding that a step defines for a wrong CKR_OK or a wrong output, with the title from data/findings."""
    known = texts.text(wrong.id)
    title = known.title if known else wrong.id
    return finding(
        wrong.severity, wrong.id, title, detail, function=wrong.function, place=sequence.name, calls=(call,)
    )


def _device_error(call: CallResult, sequence: SequenceResult) -> str:
    """Return a text on the device's own error number, from the worker's C_GetSessionInfo right after the call (3.5, ulDeviceError)."""
    after = sequence.calls[sequence.calls.index(call) + 1 :][:1]
    if numerals.normalise(call.rv or OK) not in protocol.DEVICE_TELLS or not after:
        return ""
    asked = after[0]
    if asked.kind != "guard" or asked.function != "C_GetSessionInfo" or asked.step != call.step:
        return ""
    info = asked.output.get("pInfo")
    number = info.get("ulDeviceError") if isinstance(info, dict) else None
    if asked.rv != OK or not isinstance(number, int):
        returned = "did not return" if asked.rv is None else f"returned {code(numerals.normalise(asked.rv))}"
        return f"the device's own error number is unknown: C_GetSessionInfo {returned}"
    if number == 0:
        return "the device does not report an error number of its own (ulDeviceError 0)"
    name = names.code_name(number)  # some modules put a CK_RV there
    meaning = f", the number of {name}" if name else ""
    return f"the device's own error number (ulDeviceError) is {number} ({number:#x}){meaning}: see the vendor's manual"
