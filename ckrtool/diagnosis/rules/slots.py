"""Slots that are not listed, indices used as slot IDs, slots without a token, and uninitialised tokens."""

from __future__ import annotations

from ckrtool.calls.model.tokens import TOKEN_FLAGS, flags_of
from ckrtool.diagnosis.cause import at, here, likely, possible, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case


NEEDS_NO_TOKEN = frozenset({"C_GetSlotList", "C_GetSlotInfo", "C_WaitForSlotEvent"})
BEFORE_INITIALISED = NEEDS_NO_TOKEN | {"C_GetTokenInfo", "C_InitToken"}
"""Functions that a program calls for a token before it is initialised, so that this explains no failure of them."""


def _not_listed(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    number = call.number_of("slotID")
    if number is None:
        return
    lists = sorted(process.listed.values(), key=lambda row: row[1].line)
    if not lists:
        if process.whole:
            yield likely(
                "slot-not-listed",
                here(call, f"no list with slot 0x{number:x} before it"),
                slot=f"0x{number:x}",
                listed="none",
            )
        return
    known = {slot for slots, _ in lists for slot in slots}
    slots, ref = lists[-1]
    if number in known:
        if number not in slots:
            yield likely(
                "slot-not-listed",
                at(ref, f"the last list does not contain slot 0x{number:x}"),
                slot=f"0x{number:x}",
                listed="",
            )
        return
    shown = ", ".join(f"0x{slot:x}" for slot in slots[:8]) or "no slot"
    values = {"slot": f"0x{number:x}", "listed": shown}
    if number < len(slots):
        evidence = at(ref, f"listed {shown}; entry {number} is 0x{slots[number]:x}")
        yield proven("slot-is-index", evidence, **values, right=f"0x{slots[number]:x}")
    else:
        yield proven("slot-not-listed", at(ref, f"listed {shown}"), **values)


def _no_token(case: Case) -> Iterator[Cause]:
    slot = case.process.slot_of(case.call)
    if slot is None or case.call.function in NEEDS_NO_TOKEN:
        return
    name = slot.shown
    if slot.info is not None and "CKF_TOKEN_PRESENT" not in slot.info:
        yield proven(
            "no-token-in-slot",
            at(slot.info_ref, f"the flags of slot {name} lack CKF_TOKEN_PRESENT"),
            slot=name,
        )
        return
    present = case.process.listed.get(1)
    if present is not None and slot.number not in present[0]:
        yield likely(
            "no-token-in-slot", at(present[1], f"slot {name} is not among those with a token"), slot=name
        )


def _not_initialised(case: Case) -> Iterator[Cause]:
    slot = case.process.slot_of(case.call)
    if slot is None or case.call.function in BEFORE_INITIALISED:
        return
    name = slot.shown
    flags = flags_of(slot.token, TOKEN_FLAGS) if slot.token is not None else None
    if (
        slot.token is not None
        and flags is not None
        and case.call.dialect != "nss"
        and "CKF_TOKEN_INITIALIZED" not in flags
    ):
        yield proven(
            "token-not-initialized",
            at(slot.token_ref, f"the flags of the token in slot {name} lack CKF_TOKEN_INITIALIZED"),
            slot=name,
        )
    elif flags is not None and case.call.dialect == "nss":
        # NSS logs few flags, and not CKF_TOKEN_INITIALIZED.
        if "CKF_USER_PIN_INITIALIZED" not in flags:
            yield likely(
                "token-not-initialized",
                at(slot.token_ref, f"the token in slot {name} has no user PIN"),
                slot=name,
            )
    elif flags is None:
        yield possible("token-not-initialized", slot=name)


RULES = (
    Rule(("CKR_SLOT_ID_INVALID",), _not_listed, vague=True),
    Rule(("CKR_TOKEN_NOT_PRESENT",), _no_token),
    Rule(("CKR_TOKEN_NOT_RECOGNIZED",), _not_initialised),
)
