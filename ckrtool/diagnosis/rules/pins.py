"""PINs that are wrong, have a wrong length, were locked in this trace, or were never set. Only a PIN's length is used."""

from __future__ import annotations

from ckrtool.calls.model.sessions import limit
from ckrtool.calls.model.tokens import TOKEN_FLAGS, flags_of
from ckrtool.diagnosis.cause import at, here, likely, possible, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.calls.model.state import Slot
    from ckrtool.calls.record import Buffer
    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

NEW = {
    "C_SetPIN": "pNewPin",
    "C_InitPIN": "pPin",
    "C_InitToken": "pPin",
    "C_Login": "pPin",
    "C_LoginUser": "pPin",
}
MOST_CITED = 5
NEEDS_PIN = frozenset({"C_Login", "C_LoginUser", "C_SetPIN"})


def _user(case: Case, slot: Slot | None) -> str:
    user = case.call.args.get("userType")
    if isinstance(user, str):
        return "CKU_USER" if user == "CKU_CONTEXT_SPECIFIC" else user
    if case.call.function == "C_SetPIN":
        return "CKU_SO" if slot is not None and slot.login.user == "CKU_SO" else "CKU_USER"
    return "CKU_SO" if case.call.function == "C_InitToken" else "CKU_USER"


def _wrong(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    if call.function not in NEW:
        return
    slot = process.slot_of(call)
    user = _user(case, slot)
    pin: Buffer | None = call.buffer("pOldPin" if call.function == "C_SetPIN" else "pPin")
    length = pin.length if pin and not pin.null else None
    accepted = slot.accepted.get(user) if slot else None
    if (
        accepted is not None
        and length is not None
        and accepted.length is not None
        and accepted.length != length
    ):
        evidence = at(accepted.ref, f"accepted a PIN of {accepted.length} characters")
        yield proven("pin-differs", evidence, length=length, other=accepted.length)
    refused = [item for item in slot.refused if item.user in (user, None)] if slot else []
    evidence = here(
        call, f"refused a PIN of {length} characters" if length is not None else "refused the PIN"
    )
    for item in refused[-MOST_CITED:]:
        evidence += at(item.ref, "refused a PIN earlier")
    if slot is not None and slot.token is not None:
        flags = flags_of(slot.token, TOKEN_FLAGS) or frozenset()
        low = sorted(
            flag
            for flag in flags
            if flag.startswith("CKF_" + user[4:] + "_PIN_") and flag.endswith(("LOW", "TRY", "LOCKED"))
        )
        if low:
            evidence += at(slot.token_ref, f"the token reports {', '.join(low)}")
    make = proven if pin is not None else likely
    yield make("pin-wrong", evidence, user=user, count=len(refused) + 1)
    yield from _length(case, certain=False)


def _bad_length(case: Case) -> Iterator[Cause]:
    yield from _length(case, certain=True)


def _length(case: Case, *, certain: bool) -> Iterator[Cause]:
    call, process, _ = case
    name = NEW.get(call.function)
    slot = process.slot_of(call)
    pin = call.buffer(name) if name else None
    if pin is None or pin.null or pin.length is None:
        return
    token = (slot.token if slot else None) or {}
    least, most = limit(token.get("ulMinPinLen")), limit(token.get("ulMaxPinLen"))
    outside = (least is not None and pin.length < least) or (most is not None and pin.length > most)
    evidence = here(call, f"the PIN has {pin.length} characters")
    values = {"length": str(pin.length), "least": str(least or "?"), "most": str(most or "?")}
    if outside and slot is not None:
        make = proven if certain else likely
        yield make(
            "pin-length", evidence + at(slot.token_ref, f"the token accepts {least} to {most}"), **values
        )
    elif certain and None in (least, most):
        yield likely("pin-length", evidence, **values)


def _locked(case: Case) -> Iterator[Cause]:
    call, process, _ = case
    slot = process.slot_of(call)
    if slot is None:
        return
    user = _user(case, slot)
    refused = [item for item in slot.refused if item.user in (user, None)]
    if refused:
        evidence = tuple(found for item in refused[-MOST_CITED:] for found in at(item.ref, "refused a PIN"))
        yield proven("pin-locked-here", evidence, count=len(refused), user=user)


def _never_set(case: Case) -> Iterator[Cause]:
    if case.call.function not in NEEDS_PIN:
        return
    slot = case.process.slot_of(case.call)
    flags = flags_of(slot.token, TOKEN_FLAGS) if slot and slot.token else None
    if slot is not None and flags is not None and "CKF_USER_PIN_INITIALIZED" not in flags:
        yield proven(
            "pin-never-set",
            at(slot.token_ref, "the token's flags lack CKF_USER_PIN_INITIALIZED"),
            slot=slot.shown,
        )
    elif slot is not None and slot.fresh is not None and "CKU_USER" not in slot.accepted:
        yield proven(
            "pin-never-set",
            at(slot.fresh, "initialised the token; no C_InitPIN followed"),
            slot=slot.shown,
        )
    else:
        yield possible("pin-never-set", slot="")


RULES = (
    Rule(("CKR_PIN_INCORRECT", "CKR_PIN_INVALID"), _wrong),
    Rule(("CKR_PIN_LEN_RANGE", "CKR_PIN_INVALID"), _bad_length),
    Rule(("CKR_PIN_LOCKED",), _locked),
    Rule(("CKR_USER_PIN_NOT_INITIALIZED",), _never_set),
)
