"""Claims of a module that contradict each other: versions, counts, flags, sizes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ckrtool.probe import report
from ckrtool.probe.finding import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.probe.results import CallResult, RunResult

PRESENT = 1  # CKF_TOKEN_PRESENT
LISTS = {"C_GetSlotList": "pSlotList", "C_GetMechanismList": "pMechanismList"}


def findings(run: RunResult) -> Iterator[dict[str, Any]]:
    """Yield one finding for each pair of claims that can't both be true."""
    yield from _versions(run)
    for sequence in run.sequences:
        if sequence.name == "identity":
            yield from _counts(sequence.calls)
            yield from _presence(sequence.calls)
            yield from _sizes(sequence.calls)
        if sequence.name == "random":
            yield from _randomness(sequence.calls)
        yield from _sessions(sequence.calls)


def _versions(run: RunResult) -> Iterator[dict[str, Any]]:
    info = report.library_info(run.sequences) or {}
    told = str(info.get("cryptokiVersion") or "")
    lists = {str(entry.get("version")) for entry in run.load.interfaces if entry.get("version")}
    if (
        told
        and lists
        and told not in lists
        and (told.split(".", maxsplit=1)[0] not in {version.split(".")[0] for version in lists})
    ):
        detail = f"C_GetInfo says {told}, the function lists are of {', '.join(sorted(lists))}"
        yield finding(
            "warning",
            "versions-differ",
            "the module's versions of the standard contradict each other",
            detail,
            function="C_GetInfo",
        )


def _counts(calls: list[CallResult]) -> Iterator[dict[str, Any]]:
    """Compare the number told for NULL with the number in the list, call by call (section 5.2)."""
    for first, second in pairwise(calls):
        name = LISTS.get(first.function)
        if name is None or second.function != first.function or first.rv != 0 or second.rv != 0:
            continue
        asked = name in first.args and first.args[name] is None and second.args.get(name, "") is not None
        before, after = first.output.get("pulCount"), second.output.get("pulCount")
        if asked and first.args.get("slotID") == second.args.get("slotID") and before != after:
            detail = f"{before} for NULL, {after} in the list"
            yield finding(
                "warning",
                "counts-differ",
                f"{first.function} tells two numbers",
                detail,
                function=first.function,
            )


def _presence(calls: list[CallResult]) -> Iterator[dict[str, Any]]:
    """Compare CKF_TOKEN_PRESENT with the list of slots that have a token (section 5.5)."""
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


def _sizes(calls: list[CallResult]) -> Iterator[dict[str, Any]]:
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


def _sessions(calls: list[CallResult]) -> Iterator[dict[str, Any]]:
    """Compare a session's slot with the one it was opened in, and its state with its flags (section 3.5)."""
    opened: dict[Any, Any] = {}
    for call in calls:
        if call.function == "C_OpenSession" and call.rv == 0:
            opened[call.output.get("phSession")] = call.args.get("slotID")
        info = call.output.get("pInfo")
        if call.function != "C_GetSessionInfo" or call.rv != 0 or not isinstance(info, dict):
            continue
        slot = opened.get(call.args.get("hSession"))
        if slot is not None and info.get("slotID") != slot:
            detail = f"opened in slot {slot}, the session says {info.get('slotID')}"
            yield finding(
                "warning",
                "session-slot",
                "a session names another slot than the one it was opened in",
                detail,
                function=call.function,
            )


def _randomness(calls: list[CallResult]) -> Iterator[dict[str, Any]]:
    """Compare two draws of 32 bytes: equal ones, or one byte repeated, are no random numbers."""
    drawn = [
        value
        for call in calls
        if call.function == "C_GenerateRandom"
        and call.rv == 0
        and isinstance(value := call.output.get("RandomData"), str)
        and len(value) >= 64
    ]
    repeated = any(len({value[at : at + 2] for at in range(0, len(value), 2)}) == 1 for value in drawn)
    if repeated or len(drawn) != len(set(drawn)):
        yield finding(
            "error",
            "random-repeats",
            "C_GenerateRandom gives the same bytes again",
            function="C_GenerateRandom",
        )
