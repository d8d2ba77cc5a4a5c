"""Arguments that the standard forbids: NULL for a required pointer, and length 0 for required data."""

from __future__ import annotations

from ckrtool._tables.functions import FUNCTIONS
from ckrtool.calls.model.replay import BEGINNINGS
from ckrtool.calls.record import NULL, Buffer
from ckrtool.diagnosis.cause import here, likely, possible, proven
from ckrtool.diagnosis.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ckrtool.diagnosis.cause import Cause
    from ckrtool.diagnosis.rule import Case

MAY_BE_NULL = frozenset(
    {"pInitArgs", "pReserved", "pRserved", "pApplication", "Notify", "pPin", "pOldPin", "pNewPin", "pSlotList", "pMechanismList",
    "pInterfacesList",
     "pInterfaceName", "pVersion", "pParameter", "pEncryptedData", "pEncryptedPart", "pLastEncryptedPart", "pDigest", "pLastPart",
     "pWrappedKey",
     "pOperationState", "pUsername", "pAssociatedData", "pCiphertext"}
)  # fmt: skip
"""Pointers that may be NULL, to ask for a length or because the standard allows it."""
PINS = frozenset({"pPin", "pOldPin", "pNewPin"})
NO_OUTPUT = {"C_Decrypt": ("pData",), "C_Sign": ("pSignature",), "C_SignFinal": ("pSignature",), "C_VerifyRecover": ("pData",),
"C_DecryptUpdate": ("pPart",),
             "C_DecryptDigestUpdate": ("pPart",), "C_DecryptVerifyUpdate": ("pPart",), "C_SignRecover": ("pSignature",)}  # fmt: skip


def _pointers(function: str) -> list[str]:
    return [name for kind, name in FUNCTIONS[function][2] if kind.endswith("_PTR")]


def _null(case: Case) -> Iterator[Cause]:
    call = case.call
    allowed = MAY_BE_NULL | frozenset(NO_OUTPUT.get(call.function, ()))
    for name in _pointers(call.function):
        value = call.args.get(name)
        if value is NULL and name not in allowed:
            yield proven(
                "argument-null", here(call, f"{name} is NULL"), argument=name, function=call.function
            )
        elif isinstance(value, Buffer) and value.null and name not in allowed:
            make = proven if value.length else likely
            yield make(
                "argument-null",
                here(call, f"{name} is NULL, its length is {value.length}"),
                argument=name,
                function=call.function,
            )


def _empty(case: Case) -> Iterator[Cause]:
    call = case.call
    for name in _pointers(call.function):
        value = call.args.get(name)
        if isinstance(value, Buffer) and value.length == 0 and not value.null and name not in PINS:
            yield likely(
                "argument-empty", here(call, f"{name} has length 0"), argument=name, function=call.function
            )
        elif value == () and "emplate" in name and call.function != "C_FindObjectsInit":
            yield proven(
                "argument-empty",
                here(call, f"{name} has no attribute"),
                argument=name,
                function=call.function,
            )
    for name in ("ulRandomLen", "ulMaxObjectCount", "ulSeedLen"):
        if call.number_of(name) == 0:
            yield proven("argument-empty", here(call, f"{name} is 0"), argument=name, function=call.function)


def _not_shown(case: Case) -> Iterator[Cause]:
    """Yield a possible cause if the dialect does not show pointers that must not be NULL."""
    call = case.call
    if call.dialect not in ("pkcs11-spy", "p11-kit") or call.function in BEGINNINGS:
        return
    hidden = [name for name in _pointers(call.function) if name not in call.args and name not in MAY_BE_NULL]
    if hidden and not any(True for _ in _null(case)):
        yield possible("argument-null", argument=" or ".join(hidden[:3]), function=call.function)


RULES = (
    Rule(("CKR_ARGUMENTS_BAD",), _empty, near=("CKR_DATA_LEN_RANGE",), vague=True),
    Rule(("CKR_ARGUMENTS_BAD",), _null, vague=True),
    Rule(("CKR_ARGUMENTS_BAD",), _not_shown),
)
