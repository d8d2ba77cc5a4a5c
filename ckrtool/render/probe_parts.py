"""The parts of a probe's text that pipe and terminal share: module and tokens, one row per sequence, calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool._records import record
from ckrtool.render import report_facts as facts
from ckrtool.render import report_folds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ckrtool.probe.facts.report_types import CallReport, Members, Report, SequenceReport, Slot


SIGNS = {
    "passed": "ok",
    "skipped": "skipped",
    "failed": "FAILED",
    "crashed": "CRASHED",
    "hung": "HUNG",
    "exited": "EXITED",
}
# Flags of a token that need attention, the most severe first.
BAD_FLAGS = (
    "CKF_ERROR_STATE", "CKF_USER_PIN_LOCKED", "CKF_USER_PIN_FINAL_TRY", "CKF_USER_PIN_COUNT_LOW", "CKF_USER_PIN_TO_BE_CHANGED",
    "CKF_SO_PIN_LOCKED", "CKF_SO_PIN_FINAL_TRY", "CKF_SO_PIN_COUNT_LOW", "CKF_SO_PIN_TO_BE_CHANGED", "CKF_SEED_RANDOM_REQUIRED",
)  # fmt: skip
# Flags that most tokens have: listed with -v only.
USUAL_FLAGS = frozenset(
    (
        "CKF_RNG",
        "CKF_LOGIN_REQUIRED",
        "CKF_USER_PIN_INITIALIZED",
        "CKF_RESTORE_KEY_NOT_NEEDED",
        "CKF_TOKEN_INITIALIZED",
    )
)
# Reasons of skipped steps that are counted with the step they depend on, or are not shown.
FOLLOWING = ("follows", "unset")
SILENT = ("shared", "not-in-this-version")
# Reasons for skipping a sequence that are not findings.
REASONS = {
    "pin-not-accepted": "the login failed, so the PIN is not used again",
    "after-fatal": "a call that all others depend on crashed, exited or hung; --keep-going continues anyway",
}
PRESENT, INITIALISED = "CKF_TOKEN_PRESENT", "CKF_TOKEN_INITIALIZED"


@record(frozen=True, slots=True)
class Fact:
    """A labelled fact ("slot 1": "no token"); occurrences of the strings in `bad` are coloured on a terminal."""

    label: str
    text: str
    bad: tuple[str, ...] = ()


def head(report: Report, *, verbose: bool) -> Iterator[Fact]:
    """Yield the facts about the module, its library, and slots with tokens; flags of uninitialised tokens only if `verbose`."""
    module = report["module"]
    yield Fact("module", f"{module['path'] or '(none)'} (found by {module.get('found_by') or 'path'})")
    info = module.get("info") or {}
    if info:
        about = f"{info.get('manufacturerID')} {info.get('libraryDescription')} {info.get('libraryVersion')}"
        yield Fact("library", f"{about}, PKCS #11 {info.get('cryptokiVersion')}")
    yield from _slots(report, verbose=verbose)


def measured(report: Report) -> Iterator[Fact]:
    """Yield the results of --bench, one fact per operation."""
    for row in report.get("bench") or ():
        if row.get("per_second"):
            where = f" (slot {row['slot']})" if "slot" in row else ""
            rate = f"{row['per_second']:,.0f}/s, p50 {row['p50_ms']:.3g} ms, p95 {row['p95_ms']:.3g} ms"
            yield Fact(f"bench {row['operation']}{where}", rate)


def _slots(report: Report, *, verbose: bool) -> Iterator[Fact]:
    """Yield a fact per slot; consecutive slots without a token share one."""
    empty: list[str] = []
    told = not verbose and _has_findings_on_blank_tokens(report)
    for slot in report.get("slots") or ():
        token = slot.get("token")
        if token and told and INITIALISED not in (token.get("flags") or ()):
            continue
        if token or _present(slot):
            yield from _empty(empty)
            yield _token(slot, token, verbose=verbose) if token else _unread(report, slot)
        else:
            empty.append(str(slot["id"]))
    yield from _empty(empty)


def _has_findings_on_blank_tokens(report: Report) -> bool:
    """Return whether findings name the tokens that are not initialised, beside one that is."""
    ready = any(INITIALISED in (token.get("flags") or ()) for _, token in facts.tokens(report))
    return ready and any(finding["id"] == "token-uninitialised" for finding in report["findings"])


def _empty(ids: list[str]) -> Iterator[Fact]:
    if ids:
        yield Fact(f"slot{'s' if len(ids) > 1 else ''} {', '.join(ids)}", "no token")
        ids.clear()


def _token(slot: Slot, token: Members, *, verbose: bool) -> Fact:
    flags = token.get("flags") or []
    initialised = INITIALISED in flags
    bad = tuple(flag for flag in BAD_FLAGS if flag in flags) if initialised else ()
    serial = facts.member(token, "serialNumber")
    label = facts.member(token, "label")
    named = [
        f"{label or ('(no label)' if initialised else 'not initialised')} (slot {slot['id']})",
        facts.member(token, "model"),
        serial and f"serial {serial}",
    ]
    about = [", ".join(filter(None, named)), facts.plural(len(slot.get("mechanisms") or ()), "mechanism")]
    flags = [*bad, *(flag for flag in flags if flag not in bad and (verbose or flag not in USUAL_FLAGS))]
    if flags and (initialised or verbose):
        about.append(", ".join(flags))
    return Fact("token", "; ".join(about), bad)


def _present(slot: Slot) -> bool:
    return PRESENT in ((slot.get("info") or {}).get("flags") or ())


def _unread(report: Report, slot: Slot) -> Fact:
    """Return the fact for a slot whose token information is unknown, with the result of C_GetTokenInfo."""
    for _, call in facts.calls(report):
        if call["function"] == "C_GetTokenInfo" and (call.get("args") or {}).get("slotID") == slot["id"]:
            back = facts.returned(call)
            result = back if call.get("outcome") in facts.FATAL else f"returned {back}"
            return Fact(
                f"slot {slot['id']}", f"token present, C_GetTokenInfo {result}", (f"C_GetTokenInfo {result}",)
            )
    return Fact(f"slot {slot['id']}", "token present, its information was not read")


@record(frozen=True, slots=True)
class Row:
    """One sequence, or consecutive sequences skipped for the same reason: name, outcome, facts, and the calls to show."""

    name: str
    outcome: str
    sign: str
    facts: tuple[str, ...]
    calls: tuple[Call, ...]


@record(frozen=True, slots=True)
class Call:
    """One call, or several equal ones: name, result, time, and whether the result was expected."""

    name: str
    back: str
    time: str
    sound: bool


def rows(report: Report, *, verbose: bool) -> list[Row]:
    """Return one row per sequence, with every call if `verbose`, otherwise with the failed calls."""
    rows: list[Row] = []
    idle: list[SequenceReport] = []
    for sequence in [*report["sequences"], None]:
        if idle and (sequence is None or not _alike(idle[0], sequence)):
            rows.append(_left_out(idle))
            idle = []
        if sequence is None:
            break
        if sequence["outcome"] == "skipped" and not _calls_made(sequence) and not verbose:
            idle.append(sequence)
        else:
            rows.append(_row(sequence, verbose=verbose))
    return rows


def _alike(skipped: SequenceReport, sequence: SequenceReport) -> bool:
    """Return whether `sequence` was skipped without a call, for the same reason as `skipped`."""
    idle = sequence["outcome"] == "skipped" and not _calls_made(sequence)
    return idle and skipped.get("reason") == sequence.get("reason")


def _calls_made(sequence: SequenceReport) -> int:
    """Return the number of calls that were made."""
    return sum(call.get("outcome") != "skipped" for call in sequence["calls"])


def _left_out(sequences: Sequence[SequenceReport]) -> Row:
    reason = sequences[0].get("reason")
    words = meaning(reason)
    sign = f"{SIGNS['skipped']} ({reason})" if reason else SIGNS["skipped"]
    return Row(
        ", ".join(sequence["name"] for sequence in sequences), "skipped", sign, (words,) if words else (), ()
    )


def _row(sequence: SequenceReport, *, verbose: bool) -> Row:
    sign = SIGNS.get(sequence["outcome"], sequence["outcome"])
    reason = sequence.get("reason")
    words = meaning(reason) if sequence["outcome"] == "skipped" else ""
    time = facts.duration(facts.sequence_ms(sequence))
    about = [*([words] if words else []), facts.plural(_calls_made(sequence), "call"), time, *skips(sequence)]
    shown_by_calls = sequence["outcome"] in facts.FATAL or reason == "mismatch"
    return Row(
        sequence["name"],
        sequence["outcome"],
        f"{sign} ({reason})" if reason and not shown_by_calls else sign,
        tuple(about),
        tuple(_calls(sequence, verbose=verbose)),
    )


def meaning(reason: str | None) -> str:
    """Return the text for the reason of a skipped sequence: the title of the finding with that id, else ""."""
    from ckrtool.knowledge import findings

    head = (reason or "").partition(":")[0]
    if head in REASONS:
        return REASONS[head]
    text = findings.text(reason or "")
    words = text.title.removeprefix("Not run: ") if text else ""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words.startswith("A ") else words


def skips(sequence: SequenceReport) -> list[str]:
    """Return the number of skipped steps by reason, such as "22 steps skipped (mechanism-missing)"."""
    counts: dict[str, int] = {}
    following = 0
    for call in sequence["calls"]:
        reason = str(call.get("reason") or "").partition(":")[0]
        if call.get("outcome") != "skipped" or reason in SILENT:
            continue
        if reason in FOLLOWING:
            following += 1
        else:
            counts[reason] = counts.get(reason, 0) + 1
    if following:
        first = next(iter(counts), FOLLOWING[0])
        counts[first] = counts.get(first, 0) + following
    return [f"{facts.plural(count, 'step')} skipped ({reason})" for reason, count in counts.items()]


def _calls(sequence: SequenceReport, *, verbose: bool) -> Iterator[Call]:
    """Yield the calls to show; consecutive steps skipped for the same reason are combined."""
    left_out: tuple[str, int] | None = None
    for fold in [*report_folds.folded(sequence), None]:
        skipped = fold is not None and fold.state == "skipped"
        reason = str(fold.call.get("reason")) if fold is not None else ""
        if left_out and not (skipped and left_out[0] == reason):
            yield Call(facts.plural(left_out[1], "step"), f"skipped ({left_out[0]})", "", True)
            left_out = None
        if fold is None:
            return
        if skipped:
            left_out = (reason, (left_out[1] if left_out else 0) + fold.count) if verbose else None
        elif verbose or fold.state in ("unmet", "lost"):
            yield _call(fold)


def _call(fold: report_folds.Fold) -> Call:
    call = fold.call
    times = f" x{fold.count}" if fold.count > 1 else ""
    lost = call.get("outcome") in facts.FATAL
    wanted = "" if lost or call.get("met") is not False else _expected(call)
    sound = call.get("met") is not False and not lost
    reason = f" ({call['reason']})" if call.get("reason") else ""
    signal = f" ({call['signal']})" if call.get("signal") else ""
    return Call(
        f"{call['function']}{times}",
        f"{facts.returned(call)}{signal}{reason}{wanted}",
        "" if lost else facts.duration(fold.total),
        sound,
    )


def _expected(call: CallReport) -> str:
    """Return the expected outputs or code, with a leading comma; "" for dlopen."""
    if call["function"] == "dlopen":  # returns no CK_RV
        return ""
    return f", {facts.difference(call)}"
