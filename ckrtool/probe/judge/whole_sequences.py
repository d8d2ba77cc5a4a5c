"""Findings on whole sequences: why one was skipped, how it ended, or why it could not be run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool import numerals
from ckrtool.knowledge import stacks
from ckrtool.probe import protocol
from ckrtool.probe.judge.finding import code, finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding, Severity
    from ckrtool.probe.reporting.build_report import Meta
    from ckrtool.probe.results import CallResult, SequenceResult

OK = 0x000
CKF_RW_SESSION = 2

# Severity and title for the reasons to skip a sequence. Other reasons have a finding on their cause.
SKIPPED: dict[str, tuple[Severity, str]] = {
    "sessions-exhausted": (
        "warning",
        "no session was opened: the token has at most one left, which other programs need",
    ),
    "sessions-few": (
        "info",
        "no second session was opened: the token allows one, which the probe has open",
    ),
    "pin-count-low": (
        "error",
        "no login: a wrong PIN was entered since the last successful login (CKF_USER_PIN_COUNT_LOW)",
    ),
    "pin-final-try": (
        "error",
        "no login: the token reports that one PIN try is left (CKF_USER_PIN_FINAL_TRY)",
    ),
    "pin-locked": ("error", "no login: the token reports that the PIN is locked (CKF_USER_PIN_LOCKED)"),
    "pin-length": ("error", "no login: the PIN's length is outside ulMinPinLen and ulMaxPinLen"),
    "token-info-failed": (
        "error",
        "no login or session: C_GetTokenInfo failed, so the PIN tries and sessions left are unknown",
    ),
    "mechanism-info-failed": (
        "error",
        "not tested: C_GetMechanismList or C_GetMechanismInfo failed, so the token's mechanisms are unknown",
    ),
    "login-shared": (
        "info",
        "a new session is already logged in, so the probe calls neither C_Login nor C_Logout",
    ),
    "state-unknown": ("warning", "no login: the session's login state could not be read"),
    "pin-changed": ("warning", "not run: an earlier step changed the PIN"),
    "login-used": ("warning", "no login: one C_Login is allowed per run, and this run has made it"),
    "object-not-own": (
        "error",
        "a step was not made: its handle may be that of an object which the sequence did not make",
    ),
    "not-cku-user": ("warning", "no login: the probe logs in as CKU_USER only"),
    "no-protected-path": (
        "error",
        "no login: the token does not have its own keypad (CKF_PROTECTED_AUTHENTICATION_PATH), so NULL would be a wrong PIN",
    ),
    "token-changed": ("error", "no login: the token in the slot has changed since the start of the run"),
    "pin-not-utf8": ("warning", "no login: python-pkcs11 requires a PIN in UTF-8, and this one is not"),
    "no-pin": ("warning", "no PIN was given (--pin-source)"),
    "max-time": ("error", "not run: the limit of --max-time was reached"),
    "interrupted": ("error", "not run: a signal ended the run"),
    "lost-workers": ("info", "not run: three worker processes were lost before"),
    "no-rng": ("info", "the token has no random number generator, or requires a login for it"),
    "behind-login": ("info", "the token requires a login, even for operations without a key"),
    "generation-off": (
        "info",
        "no keys were generated on this kind of token, so operations with keys were not tested",
    ),
    "no-objects": ("info", "no keys were created (--no-objects), so operations with keys were not tested"),
    "session-objects-refused": (
        "info",
        "no session key could be created, so operations with keys were not tested",
    ),
    "key-not-found": ("error", "--key: the token has no visible private key with that label or CKA_ID"),
    "several-keys": (
        "warning",
        "--key: several private keys match, so nothing was signed; name one by its CKA_ID",
    ),
    "key-not-for-signing": (
        "warning",
        "--key: nothing was signed: the key is not for signatures (CKA_SIGN), or ckr knows no mechanism of the token for it",
    ),
    "mechanism-missing": ("info", "the token has none of the mechanisms"),
    "refused": ("info", "the token refuses a call, which the standard allows"),
}


# Reasons for which a call of the worker's own guards is at fault, with its function.
UNKNOWN = {
    "token-info-failed": ("C_GetTokenInfo",),
    "mechanism-info-failed": ("C_GetMechanismList", "C_GetMechanismInfo"),
}
# Reasons that are reported per sequence.
OF_ONE = frozenset(("mechanism-missing", "no-rng", "behind-login", "session-objects-refused", "refused"))


def findings(
    sequence: SequenceResult, blocked: str | None, meta: Meta, stack: str | None = None
) -> Iterator[Finding]:
    """Yield the findings on a sequence as a whole; `blocked` is the time of an earlier login that failed."""
    reason = sequence.reason or ""
    if reason == "login-failed-before":
        title = (
            "no login: an earlier login to this token is not known to have succeeded, so the PIN may be wrong"
        )
        detail = (
            f"it failed, was cut off, or is in progress in another run; its mark is dated {blocked}; "
            "a successful login with --risk-pin or --pin-source prompt removes the mark"
        )
        yield finding("error", "login-failed-before", title, detail, function="C_Login", place=sequence.name)
    elif reason in UNKNOWN:
        yield _unknown(sequence, reason)
    elif sequence.outcome == "skipped" and reason in SKIPPED:
        severity, words = SKIPPED[reason]
        refusals = _refusals(sequence, meta)
        if reason == "generation-off":
            refusals = f"{stacks.no_generation(stack)}; --sequence NAME runs a sequence anyway"
        general = words.startswith("no ") or not refusals  # one cause of several sequences, one finding
        title = words if general and reason not in OF_ONE else f"{sequence.name}: {words}"
        yield finding(severity, reason, title, refusals, place=sequence.name)
    elif sequence.outcome == "skipped" and (search := _empty_search(sequence, meta)) is not None:
        title = f"{sequence.name}: the search in step {search.step} found no objects"
        asked = f"the sequence needs ${reason[7:]}, which step {search.step} (C_FindObjects) should set"
        yield finding(
            "error",
            "search-found-nothing",
            title,
            asked,
            function=search.function,
            place=sequence.name,
            calls=(search,),
        )
    elif sequence.outcome == "skipped" and reason.startswith("missing: "):
        yield finding("info", "no-such-function", f"{sequence.name}: not run, the module has no {reason[9:]}")
    elif sequence.outcome == "skipped" and reason.startswith(f"{protocol.NO_PYTHON_PKCS11}: "):
        title = f"{sequence.name}: not run, python-pkcs11 can't be imported"
        detail = f"{reason.partition(': ')[2]}; install it in ckr's environment (ckr.pyz does not contain it); only this sequence needs it"
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
        yield finding("error", "broken-sequence", f"{sequence.name} could not be completed", reason)


def _unknown(sequence: SequenceResult, reason: str) -> Finding:
    """Return the finding on what was left out because a call of the worker's guards failed."""
    severity, words = SKIPPED[reason]
    function, told = _failed_guard(sequence)
    if reason == "token-info-failed":
        function = None
    return finding(severity, reason, words, told, function=function, place=sequence.name)


def _failed_guard(sequence: SequenceResult) -> tuple[str | None, str]:
    """Return function and result of the guard's call for which a step was left out; the call may be one before the sequence."""
    for call in sequence.calls:
        if call.reason in UNKNOWN and call.detail:
            function, returned, number = call.detail.partition(" returned ")
            if not returned:
                return None, call.detail
            return function, f"{function} returned {code(int(number, 16))}"
    return None, ""


def is_failed_guard(call: CallResult) -> bool:
    """Return whether this is a call that the worker made on its own before a step, and that did not return CKR_OK."""
    return call.kind == "guard" and call.outcome == "returned" and call.rv not in (None, OK)


def _empty_search(sequence: SequenceResult, meta: Meta) -> CallResult | None:
    """Return the search that found nothing and so left a variable unset that ended the sequence; None if there is none."""
    reason, known = sequence.reason or "", meta.sequences.get(sequence.name)
    if not reason.startswith("unset: ") or known is None:
        return None
    name = reason[7:].partition("[")[0]
    steps = {
        step.n
        for step in known.steps
        if step.call == "C_FindObjects" and name in step.plan.get("save", {}).values()
    }
    found = [call for call in sequence.calls if call.step in steps and call.kind == "step" and call.rv == 0]
    return found[-1] if found and not found[-1].output.get("phObject") else None


def _refusals(sequence: SequenceResult, meta: Meta) -> str:
    """Return a text on the calls that the token refused with a code that the sequence accepts as a refusal, and the session's kind."""
    refused = []
    for call in sequence.calls:
        step = meta.step(sequence.name, call.step) if call.kind == "step" else None
        if step is None or call.rv is None or call.met is not False:
            continue
        if numerals.normalise(call.rv) in (*step.plan.get("skip_on", ()), *step.plan.get("refused_on", ())):
            refused.append(f"{call.function} returned {code(numerals.normalise(call.rv))}")
    writes = any(
        call.function == "C_OpenSession"
        and call.rv == 0
        and int(call.args.get("flags") or 0) & CKF_RW_SESSION  # type: ignore[arg-type]
        for call in sequence.calls
    )
    kind = (
        f" in a read-{'write' if writes else 'only'} session"
        if sequence.reason == "session-objects-refused"
        else ""
    )
    return f"{', '.join(dict.fromkeys(refused))}{kind}" if refused else ""


def unexplained(sequences: list[SequenceResult], found: list[Finding]) -> Iterator[Finding]:
    """Yield an error for each sequence that did not pass if no error or warning explains it: a run passes only if everything was tested."""
    if any(one["severity"] in ("error", "warning") for one in found):
        return
    ids = {one["id"] for one in found}
    for sequence in sequences:
        reason = sequence.reason or sequence.outcome
        # A conformance sequence may fail because of answers that are neither expected nor wrong, which have no finding.
        failed = sequence.outcome == "failed" and sequence.profile != "conformance"
        unseen = sequence.outcome == "skipped" and not ids & {reason, "no-such-function", "several-tokens"}
        if failed or unseen:
            yield finding(
                "error", "not-seen", f"{sequence.name}: {'failed' if failed else 'not run'} ({reason})"
            )
