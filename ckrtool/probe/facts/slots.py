"""Collect library, slots, tokens and mechanisms from the calls of a run, with the standard's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Mechanism, Members, Slot
    from ckrtool.probe.results import CallResult, SequenceResult


def returned(sequences: list[SequenceResult], function: str) -> list[CallResult]:
    """Return the calls of a function that returned CKR_OK, only those of `identity` if that sequence was run."""
    identity = [result for result in sequences if result.name == "identity"] or sequences
    return [
        call for result in identity for call in result.calls if call.function == function and call.rv == 0
    ]


def library_info(sequences: list[SequenceResult]) -> Members | None:
    """Return the CK_INFO of the module, with flags as names; None if C_GetInfo did not succeed."""
    found = returned(sequences, "C_GetInfo")
    members = found[0].output.get("pInfo") if found else None
    return names.structure("C_GetInfo", members) if isinstance(members, dict) else None


def slots(sequences: list[SequenceResult]) -> list[Slot]:
    """Return all slots with CK_SLOT_INFO, CK_TOKEN_INFO and mechanisms as far as they were read, in the module's order."""
    found: dict[int, Slot] = {}
    for function in ("C_GetSlotInfo", "C_GetTokenInfo"):
        for call in returned(sequences, function):
            members, number = call.output.get("pInfo"), call.args.get("slotID")
            if isinstance(members, dict) and isinstance(number, int):
                slot = found.setdefault(number, {"id": number, "info": None, "token": None, "mechanisms": []})
                if function == "C_GetSlotInfo":
                    slot["info"] = slot["info"] or names.structure(function, members)
                else:
                    slot["token"] = slot["token"] or names.structure(function, members)
    seen: set[tuple[int, int]] = set()
    for call in returned(sequences, "C_GetMechanismInfo"):
        number, kind, members = call.args.get("slotID"), call.args.get("type"), call.output.get("pInfo")
        if not isinstance(number, int) or not isinstance(kind, int) or not isinstance(members, dict):
            continue
        if number in found and (number, kind) not in seen:
            seen.add((number, kind))
            found[number]["mechanisms"].append(_mechanism(kind, members))
    return list(found.values())


def _mechanism(kind: int, info: Members) -> Mechanism:
    return {
        "type": names.constant("CKM_", kind),
        "min": info.get("ulMinKeySize"),
        "max": info.get("ulMaxKeySize"),
        "flags": names.flag_names("mechanism", int(info.get("flags") or 0)),
    }
