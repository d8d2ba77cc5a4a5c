"""Slots and tokens of the model: their lists, information and mechanisms, and C_InitToken."""

from __future__ import annotations

from ckrtool.calls.model.state import End, Process, Ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ckrtool.calls.record import Call, Value

TOKEN_FLAGS = {
    0x1: "CKF_RNG", 0x2: "CKF_WRITE_PROTECTED", 0x4: "CKF_LOGIN_REQUIRED", 0x8: "CKF_USER_PIN_INITIALIZED",
    0x100: "CKF_PROTECTED_AUTHENTICATION_PATH",
    0x400: "CKF_TOKEN_INITIALIZED", 0x10000: "CKF_USER_PIN_COUNT_LOW", 0x20000: "CKF_USER_PIN_FINAL_TRY", 0x40000: "CKF_USER_PIN_LOCKED",
    0x80000: "CKF_USER_PIN_TO_BE_CHANGED", 0x100000: "CKF_SO_PIN_COUNT_LOW", 0x200000: "CKF_SO_PIN_FINAL_TRY",
    0x400000: "CKF_SO_PIN_LOCKED",
}  # fmt: skip
MECHANISM_FLAGS = {
    0x1: "CKF_HW", 0x100: "CKF_ENCRYPT", 0x200: "CKF_DECRYPT", 0x400: "CKF_DIGEST", 0x800: "CKF_SIGN", 0x1000: "CKF_SIGN_RECOVER",
    0x2000: "CKF_VERIFY",
    0x4000: "CKF_VERIFY_RECOVER", 0x8000: "CKF_GENERATE", 0x10000: "CKF_GENERATE_KEY_PAIR", 0x20000: "CKF_WRAP", 0x40000: "CKF_UNWRAP",
    0x80000: "CKF_DERIVE", 0x10000000: "CKF_ENCAPSULATE", 0x20000000: "CKF_DECAPSULATE",
}  # fmt: skip
MOST_MECHANISMS = 4096


def flags_of(info: dict[str, Value], names: dict[int, str]) -> frozenset[str] | None:
    """Return the names of the flags that are set in a structure; None if its flags are not shown."""
    number = info.get("flags")
    if isinstance(number, int):
        return frozenset(name for bit, name in names.items() if number & bit)
    shown = info.get("flag_names")
    return frozenset(shown) if isinstance(shown, tuple) else None


def _slot_list(process: Process, call: Call) -> None:
    slots = call.outputs.get("pSlotList")
    present = call.number_of("tokenPresent")
    if call.rv == 0 and isinstance(slots, tuple) and present is not None:
        process.listed[int(bool(present))] = (slots, Ref(call))


def _slot_info(process: Process, call: Call) -> None:
    number = call.number_of("slotID")
    info = call.outputs.get("pInfo")
    if call.rv == 0 and number is not None and isinstance(info, dict):
        slot = process.slot(number)
        slot.info = flags_of(info, {1: "CKF_TOKEN_PRESENT", 2: "CKF_REMOVABLE_DEVICE", 4: "CKF_HW_SLOT"})
        slot.info_ref = Ref(call)


def _token_info(process: Process, call: Call) -> None:
    number = call.number_of("slotID")
    info = call.outputs.get("pInfo")
    if call.rv == 0 and number is not None and isinstance(info, dict):
        slot = process.slot(number)
        slot.token = info
        slot.token_ref = Ref(call)


def _mechanism_list(process: Process, call: Call) -> None:
    number = call.number_of("slotID")
    names = call.outputs.get("pMechanismList")
    if call.rv == 0 and number is not None and isinstance(names, tuple) and names:
        slot = process.slot(number)
        slot.mechanisms = frozenset(names)
        slot.mechanisms_ref = Ref(call)


def _mechanism_info(process: Process, call: Call) -> None:
    number = call.number_of("slotID")
    name = call.args.get("type")
    info = call.outputs.get("pInfo")
    if call.rv == 0 and number is not None and isinstance(name, str) and isinstance(info, dict):
        slot = process.slot(number)
        if len(slot.mechanism_infos) < MOST_MECHANISMS:
            slot.mechanism_infos[name] = (info, Ref(call))


def _init_token(process: Process, call: Call) -> None:
    number = call.number_of("slotID")
    if number is None or call.rv is None:
        return
    slot = process.slot(number)
    if call.rv == 0:
        slot.token = None
        slot.fresh = Ref(call)
        slot.accepted.clear()
        slot.refused.clear()
        for key, obj in process.objects.items():
            if key[0] == number and obj.end is None:
                obj.end = End("token-initialised", call)


HANDLERS: dict[str, Callable[[Process, Call], None]] = {
    "C_GetSlotList": _slot_list,
    "C_GetSlotInfo": _slot_info,
    "C_GetTokenInfo": _token_info,
    "C_GetMechanismList": _mechanism_list,
    "C_GetMechanismInfo": _mechanism_info,
    "C_InitToken": _init_token,
}
