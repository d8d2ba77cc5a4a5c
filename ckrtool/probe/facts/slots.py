"""What a run's calls say of the library, its slots, tokens and mechanisms, by the standard's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ckrtool.probe.facts import names

if TYPE_CHECKING:
    from ckrtool.probe.results import CallResult, SequenceResult


def returned(sequences: list[SequenceResult], function: str) -> list[CallResult]:
    """Return the calls of a function that gave CKR_OK, of the sequence `identity` where it ran."""
    identity = [result for result in sequences if result.name == "identity"] or sequences
    return [
        call for result in identity for call in result.calls if call.function == function and call.rv == 0
    ]


def library_info(sequences: list[SequenceResult]) -> dict[str, Any] | None:
    """Return CK_INFO as the module gave it, or None."""
    found = returned(sequences, "C_GetInfo")
    members = found[0].output.get("pInfo") if found else None
    return names.structure("C_GetInfo", members) if isinstance(members, dict) else None


def slots(sequences: list[SequenceResult]) -> list[dict[str, Any]]:
    """Return what is known of every slot, in the order of the module's list."""
    found: dict[int, dict[str, Any]] = {}
    for function, key in (("C_GetSlotInfo", "info"), ("C_GetTokenInfo", "token")):
        for call in returned(sequences, function):
            members, number = call.output.get("pInfo"), call.args.get("slotID")
            if isinstance(members, dict) and isinstance(number, int):
                slot = found.setdefault(number, {"id": number, "info": None, "token": None, "mechanisms": []})
                slot[key] = slot[key] or names.structure(function, members)
    for call in returned(sequences, "C_GetMechanismInfo"):
        number = call.args.get("slotID")
        if isinstance(number, int) and number in found:
            _add_mechanism(found[number]["mechanisms"], call)
    return list(found.values())


def _add_mechanism(mechanisms: list[dict[str, Any]], call: CallResult) -> None:
    kind, members = call.args.get("type"), call.output.get("pInfo")
    if not isinstance(kind, int) or not isinstance(members, dict):
        return
    row: dict[str, Any] = {
        "type": names.constant("CKM_", kind),
        "min": members.get("ulMinKeySize"),
        "max": members.get("ulMaxKeySize"),
    }
    row["flags"] = names.flag_names("mechanism", int(members.get("flags") or 0))  # type: ignore[arg-type]
    if all(other["type"] != row["type"] for other in mechanisms):
        mechanisms.append(row)
