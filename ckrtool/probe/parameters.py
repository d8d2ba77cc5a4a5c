"""What each parameter of a function is for: derived from its type and its neighbours, so that all 104 functions are covered alike.

Section 5.2 of the standard gives the conventions: a buffer is followed by its length, an output buffer by a pointer to it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from ckrtool import registry

if TYPE_CHECKING:
    from collections.abc import Mapping

    Role = Literal[
        "number", "handle", "flags", "bool", "length", "initargs", "reserved", "input", "text", "pin", "output", "claim", "list", "made",
        "structure", "mechanism", "template", "attributes", "version",
    ]  # fmt: skip

STRUCTURES = {
    "CK_INFO_PTR": ("cryptokiVersion", "manufacturerID", "flags", "libraryDescription", "libraryVersion"),
    "CK_SLOT_INFO_PTR": ("slotDescription", "manufacturerID", "flags", "hardwareVersion", "firmwareVersion"),
    "CK_TOKEN_INFO_PTR": (
        "label", "manufacturerID", "model", "serialNumber", "flags", "ulMaxSessionCount", "ulSessionCount", "ulMaxRwSessionCount",
        "ulRwSessionCount", "ulMaxPinLen", "ulMinPinLen", "ulTotalPublicMemory", "ulFreePublicMemory", "ulTotalPrivateMemory",
        "ulFreePrivateMemory", "hardwareVersion", "firmwareVersion", "utcTime",
    ),
    "CK_MECHANISM_INFO_PTR": ("ulMinKeySize", "ulMaxKeySize", "flags"),
    "CK_SESSION_INFO_PTR": ("slotID", "state", "flags", "ulDeviceError"),
    "CK_ASYNC_DATA_PTR": ("ulVersion", "pValue", "ulValue", "hObject", "hAdditionalObject"),
    "CK_FUNCTION_LIST_PTR_PTR": ("version",),
    "CK_INTERFACE_PTR_PTR": ("name", "version", "flags"),
}  # fmt: skip
"""Members of the structures that come out of a call, by the type of the parameter (section 3)."""

_SCALARS: Mapping[str, Role] = {
    "CK_SESSION_HANDLE": "handle", "CK_OBJECT_HANDLE": "handle", "CK_SLOT_ID": "number", "CK_FLAGS": "flags", "CK_USER_TYPE": "number",
    "CK_MECHANISM_TYPE": "number", "CK_BBOOL": "bool", "CK_SESSION_VALIDATION_FLAGS_TYPE": "number", "CK_MECHANISM_PTR": "mechanism",
    "CK_NOTIFY": "reserved", "CK_SESSION_HANDLE_PTR": "made", "CK_VERSION_PTR": "version", "CK_FLAGS_PTR": "claim",
}  # fmt: skip
_LISTS = {
    ("C_GetSlotList", "pSlotList"),
    ("C_GetMechanismList", "pMechanismList"),
    ("C_GetInterfaceList", "pInterfacesList"),
    ("C_FindObjects", "phObject"),
}
_PINS = frozenset({"pPin", "pOldPin", "pNewPin"})
_TEXTS = frozenset({"pLabel", "pUsername", "pInterfaceName", "pFunctionName"})
MAKING = frozenset(
    {
        "C_CreateObject", "C_CopyObject", "C_GenerateKey", "C_GenerateKeyPair", "C_UnwrapKey", "C_DeriveKey", "C_EncapsulateKey",
        "C_DecapsulateKey", "C_UnwrapKeyAuthenticated",
    }
)  # fmt: skip
"""Functions that make objects."""


@cache
def roles(function: str) -> dict[str, Role]:
    """Return the role of each parameter of a function of the standard, in order; empty for any other name."""
    known = registry.function(function)
    if known is None:
        return {}
    arguments = known.args
    found: dict[str, Role] = {}
    for position, (kind, name) in enumerate(arguments):
        following = arguments[position + 1] if position + 1 < len(arguments) else ("", "")
        before = arguments[position - 1][1] if position else ""
        found[name] = _role(function, kind, name, following, found.get(before))
    return found


def type_of(function: str, name: str) -> str:
    """Return the type of a parameter, "" for an unknown one."""
    known = registry.function(function)
    return "" if known is None else dict((name, kind) for kind, name in known.args).get(name, "")  # noqa: C402 - pairs are (type, name)


def required(function: str) -> tuple[str, ...]:
    """Return the parameters that a step must give: those that nothing else determines."""
    given: set[Role] = {
        "number",
        "handle",
        "flags",
        "bool",
        "input",
        "text",
        "pin",
        "mechanism",
        "template",
        "attributes",
        "version",
    }
    return tuple(name for name, role in roles(function).items() if role in given)


def _role(function: str, kind: str, name: str, following: tuple[str, str], before: Role | None) -> Role:
    if (function, name) in _LISTS:
        return "list"
    if kind in _SCALARS:
        return _SCALARS[kind]
    if kind in STRUCTURES:
        return "structure"
    if kind == "CK_OBJECT_HANDLE_PTR":
        return "made"
    if kind in ("CK_ULONG_PTR", "CK_SLOT_ID_PTR"):
        return "claim"
    if kind == "CK_ATTRIBUTE_PTR":
        return "attributes" if function == "C_GetAttributeValue" else "template"
    if kind == "CK_ULONG":
        return (
            "length"
            if before in ("input", "text", "pin", "template", "attributes", "output", "list")
            else "number"
        )
    if kind == "CK_VOID_PTR" and name != "pParameter":
        return "initargs" if name == "pInitArgs" else "reserved"
    return _buffer_role(name, following[0])


def _buffer_role(name: str, following: str) -> Role:
    if name in _PINS:
        return "pin"
    if name in _TEXTS:
        return "text"
    # C_GenerateRandom alone has an output buffer whose length is no pointer; the result of C_AsyncJoin is another.
    return "output" if following == "CK_ULONG_PTR" or name == "RandomData" else "input"
