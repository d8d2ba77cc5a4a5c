"""Findings on sequences as a whole: why one was left out, how one ended, what it left."""

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

CKF_RW_SESSION = 2

# Sequences left out, by reason: severity and words. What is not here is told by the finding that caused it.
SKIPPED: dict[str, tuple[Severity, str]] = {
    "sessions-exhausted": (
        "warning",
        "no session was opened: the token has at most one left, which other programs need",
    ),
    "sessions-few": (
        "info",
        "no second session was opened: the token allows one, and the probe has it",
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
    "state-unknown": ("warning", "no login: whether the session is logged in already could not be read"),
    "pin-changed": ("warning", "not run: an earlier step has used the PIN to change it"),
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
    "behind-login": ("info", "the token keeps it behind a login, even without a key"),
    "generation-off": ("info", "no keys were made for this kind of token, so nothing was tried with one"),
    "no-objects": ("info", "no keys were made (--no-objects), so nothing was tried with one"),
    "session-objects-refused": (
        "info",
        "no key could be made for the session, so nothing was tried with one",
    ),
    "key-not-found": ("error", "--key: the token shows no private key with that label or CKA_ID"),
    "several-keys": (
        "warning",
        "--key: several private keys match; nothing was signed: name one by its CKA_ID",
    ),
    "key-not-for-signing": (
        "warning",
        "--key: nothing was signed: the key is not for signatures (CKA_SIGN), or the token has no mechanism for it that is known here",
    ),
    "mechanism-missing": ("info", "the token has none of the mechanisms"),
    "refused": ("info", "the token refuses this, as it may"),
}


# Reasons that each sequence has for itself.
OF_ONE = frozenset(("mechanism-missing", "no-rng", "behind-login", "session-objects-refused", "refused"))


def findings(
    sequence: SequenceResult, blocked: str | None, meta: Meta, stack: str | None = None
) -> Iterator[Finding]:
    """Yield what is to be said of a sequence as a whole; `blocked` is the time of an earlier login that failed."""
    reason = sequence.reason or ""
    if reason == "login-failed-before":
        title = "no login: one to this token was begun before and was not seen to succeed, so the PIN may be wrong"
        detail = (
            f"it failed, was cut off, or is under way in another run; the mark is of {blocked}; "
            "--risk-pin, or a --pin-source prompt run that succeeds, takes it away"
        )
        yield finding("error", "login-failed-before", title, detail, function="C_Login", place=sequence.name)
    elif sequence.outcome == "skipped" and reason in SKIPPED:
        severity, words = SKIPPED[reason]
        refusals = _refusals(sequence, meta)
        if reason == "generation-off":
            refusals = f"{stacks.no_generation(stack)}; --sequence NAME runs one all the same"
        general = words.startswith("no ") or not refusals  # one cause of several sequences, one finding
        title = words if general and reason not in OF_ONE else f"{sequence.name}: {words}"
        yield finding(severity, reason, title, refusals, place=sequence.name)
    elif sequence.outcome == "skipped" and (search := _empty_search(sequence, meta)) is not None:
        title = f"{sequence.name}: the search in step {search.step} found no object that it asks for"
        asked = f"it needs ${reason[7:]}, which step {search.step} (C_FindObjects) was to give"
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


def _empty_search(sequence: SequenceResult, meta: Meta) -> CallResult | None:
    """Return the search that found nothing and so left a variable unset for which the sequence was left; else None."""
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
    """Return which calls the token refused by a code that the sequence takes for a refusal, and in what kind of session."""
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
    """Yield an error for each sequence that did not pass where nothing that was found says why: a run is good only if all was seen."""
    if any(one["severity"] in ("error", "warning") for one in found):
        return
    told = {one["id"] for one in found}
    for sequence in sequences:
        reason = sequence.reason or sequence.outcome
        # The questions of conformance may have answers that are neither expected nor wrong: then the sequence has not passed.
        failed = sequence.outcome == "failed" and sequence.profile != "conformance"
        unseen = sequence.outcome == "skipped" and not told & {reason, "no-such-function", "several-tokens"}
        if failed or unseen:
            yield finding(
                "error", "not-seen", f"{sequence.name}: {'failed' if failed else 'not run'} ({reason})"
            )
