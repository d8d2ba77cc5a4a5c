"""Findings on claims of a module that contradict each other: versions, counts, flags and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.facts import slots as facts
from ckrtool.probe.judge import claims_lists
from ckrtool.probe.judge.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.facts.report_types import Finding
    from ckrtool.probe.results import CallResult, RunResult

PRESENT = 1  # CKF_TOKEN_PRESENT
CKF_RW_SESSION, CKF_SERIAL_SESSION = 2, 4
CKS_RW_SO_FUNCTIONS = 4
READ_WRITE = (2, 3, 4)  # CKS_RW_PUBLIC_SESSION, CKS_RW_USER_FUNCTIONS, CKS_RW_SO_FUNCTIONS
LISTS = {"C_GetSlotList": "pSlotList", "C_GetMechanismList": "pMechanismList"}


def findings(run: RunResult) -> Iterator[Finding]:
    """Yield one finding for each pair of claims that can't both be true."""
    yield from claims_lists.findings(run)
    yield from _info_flags(run)
    yield from _token_numbers(run)
    for sequence in run.sequences:
        if sequence.name == "identity":
            yield from _counts(sequence.calls)
            yield from _presence(sequence.calls)
            yield from _key_sizes(sequence.calls)
        yield from _sessions(sequence.calls)


def _info_flags(run: RunResult) -> Iterator[Finding]:
    """Yield a finding where CK_INFO.flags is not 0: "bit flags reserved for future versions. Must be zero for this version" (3.1)."""
    info = facts.library_info(run.sequences) or {}
    if info.get("flags_value"):
        title = "CK_INFO has flags that the standard does not define: they must be 0"
        yield finding("warning", "info-flags", title, f"{info['flags_value']:#x}", function="C_GetInfo")


# Pairs of a member and the member that it can't exceed (CK_TOKEN_INFO, section 3.3).
PARTS = (
    ("ulRwSessionCount", "ulSessionCount"),
    ("ulFreePublicMemory", "ulTotalPublicMemory"),
    ("ulFreePrivateMemory", "ulTotalPrivateMemory"),
    ("ulMinPinLen", "ulMaxPinLen"),
)


def _token_numbers(run: RunResult) -> Iterator[Finding]:
    """Yield a finding for each token of which a number in CK_TOKEN_INFO exceeds its maximum or total."""
    for slot in facts.slots(run.sequences):
        token = slot["token"] or {}
        wrong = [
            f"{part} {token[part]} > {whole} {token[whole]}"
            for part, whole in PARTS
            if isinstance(token.get(part), int)
            and isinstance(token.get(whole), int)
            and token[part] > token[whole] > 0
        ]
        if wrong:
            title = "numbers of CK_TOKEN_INFO contradict each other"
            detail = f"slot {slot['id']}: {'; '.join(wrong)}"
            yield finding("warning", "token-numbers", title, detail, function="C_GetTokenInfo")


def _counts(calls: list[CallResult]) -> Iterator[Finding]:
    """Yield findings where a list has another length than the call with NULL returned (section 5.2), or has an entry twice."""
    asked: dict[tuple[str, Any, Any], Any] = {}
    for call in calls:
        name = LISTS.get(call.function)
        if name is None or call.rv != 0:
            continue
        key = (call.function, call.args.get("slotID"), call.args.get("tokenPresent"))
        count = call.output.get("pulCount")
        if name in call.args and call.args[name] is None:
            asked[key] = count
            continue
        before = asked.pop(key, count)
        if before != count:
            title = f"{call.function} returned two different counts"
            detail = f"{before} with NULL, {count} in the list"
            yield finding("warning", "counts-differ", title, detail, function=call.function)
        listed = call.output.get(name)
        if isinstance(listed, list) and len(set(map(str, listed))) < len(listed):
            title = f"{call.function} lists an entry more than once"
            detail = f"{len(listed)} entries, {len(set(map(str, listed)))} different ones"
            yield finding("warning", "entry-repeated", title, detail, function=call.function)


def _presence(calls: list[CallResult]) -> Iterator[Finding]:
    """Yield a finding for each slot whose CKF_TOKEN_PRESENT contradicts the list of slots with a token (section 5.5)."""
    present: set[Any] | None = None
    for call in calls:
        listed = call.output.get("pSlotList")
        if (
            call.function == "C_GetSlotList"
            and call.rv == 0
            and call.args.get("tokenPresent")
            and isinstance(listed, list)
        ):
            present = {slot for slot in listed if isinstance(slot, int)}
    if present is None:
        return
    for call in calls:
        info = call.output.get("pInfo")
        if (
            call.function == "C_GetSlotInfo"
            and call.rv == 0
            and isinstance(info, dict)
            and isinstance(info.get("flags"), int)
        ):
            slot, flagged = call.args.get("slotID"), bool(int(info["flags"]) & PRESENT)  # type: ignore[arg-type]
            if flagged != (slot in present):
                detail = (
                    f"slot {slot}: the flag is {'set' if flagged else 'not set'}, the list says otherwise"
                )
                title = "CKF_TOKEN_PRESENT and the list of slots with a token contradict each other"
                yield finding("warning", "presence-differs", title, detail, function="C_GetSlotInfo")


def _key_sizes(calls: list[CallResult]) -> Iterator[Finding]:
    wrong = []
    for call in calls:
        info = call.output.get("pInfo")
        if call.function == "C_GetMechanismInfo" and call.rv == 0 and isinstance(info, dict):
            least, most = info.get("ulMinKeySize"), info.get("ulMaxKeySize")
            if isinstance(least, int) and isinstance(most, int) and least > most > 0:
                wrong.append(f"{call.args.get('type'):#x}: {least} > {most}")
    if wrong:
        title = "ulMinKeySize is larger than ulMaxKeySize"
        yield finding("warning", "key-sizes", title, "; ".join(wrong[:8]), function="C_GetMechanismInfo")


def _sessions(calls: list[CallResult]) -> Iterator[Finding]:
    """Yield findings where a session's slot, state and flags contradict each other or its C_OpenSession (section 3.5)."""
    opened: dict[Any, Any] = {}
    for call in calls:
        if call.function == "C_OpenSession" and call.rv == 0:
            opened[call.output.get("phSession")] = call.args
        info = call.output.get("pInfo")
        if call.function != "C_GetSessionInfo" or call.rv != 0 or not isinstance(info, dict):
            continue
        args = opened.get(call.args.get("hSession"))
        if args is None:
            continue
        if info.get("slotID") != args.get("slotID"):
            detail = (
                f"opened in slot {args.get('slotID')}, C_GetSessionInfo returned slot {info.get('slotID')}"
            )
            title = "a session reports another slot than the one it was opened in"
            yield finding("warning", "session-slot", title, detail, function=call.function)
        wrong = _state_error(info, _bits(args.get("flags")))
        if wrong:
            title = "state and flags of a session contradict each other"
            yield finding("warning", "session-state", title, wrong, function=call.function)


def _bits(flags: Any) -> int:
    return flags if isinstance(flags, int) else 0


def _state_error(info: dict[str, Any], asked: int) -> str:
    """Return a description of the error in a session's state and flags; "" if there is none. `asked` are the flags of C_OpenSession."""
    state, flags = info.get("state"), _bits(info.get("flags"))
    if not isinstance(state, int) or state > CKS_RW_SO_FUNCTIONS:
        return f"state {state} is not defined by the standard"
    if (flags ^ asked) & CKF_RW_SESSION:
        return f"opened with flags {asked:#x}, the session's flags are {flags:#x}"
    if bool(flags & CKF_RW_SESSION) != (state in READ_WRITE):
        return f"state {state} with flags {flags:#x}"
    return (
        ""
        if flags & CKF_SERIAL_SESSION
        else f"flags {flags:#x} without CKF_SERIAL_SESSION, which is always set"
    )
