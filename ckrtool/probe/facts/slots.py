"""What a run's calls say of the library, its slots, tokens and mechanisms, by the standard's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Mechanism, Members, Slot
    from ckrtool.probe.results import CallResult, SequenceResult


def returned(sequences: list[SequenceResult], function: str) -> list[CallResult]:
    """Return the calls of a function that gave CKR_OK, of the sequence `identity` where it ran."""
    identity = [result for result in sequences if result.name == "identity"] or sequences
    return [
        call for result in identity for call in result.calls if call.function == function and call.rv == 0
    ]


def library_info(sequences: list[SequenceResult]) -> Members | None:
    """Return CK_INFO as the module gave it, or None."""
    found = returned(sequences, "C_GetInfo")
    members = found[0].output.get("pInfo") if found else None
    return names.structure("C_GetInfo", members) if isinstance(members, dict) else None


def slots(sequences: list[SequenceResult]) -> list[Slot]:
    """Return what is known of every slot, in the order of the module's list."""
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
