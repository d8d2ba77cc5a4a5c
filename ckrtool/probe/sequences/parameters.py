"""The kind of value that a sequence file gives for each parameter of the standard's functions, derived from the prototypes."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ckrtool.cryptoki import prototypes
from ckrtool.knowledge import registry

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
"""Members of the structures that calls return, by the type of the parameter (section 3)."""

_TEXTS = frozenset({"pUsername"})
# Role in cryptoki.prototypes -> role in a file, for those that determine it alone.
_BY_PROTOTYPE_ROLE: Mapping[str, Role] = {
    prototypes.OUT: "output", prototypes.LENGTH: "length", prototypes.OUT_LENGTH: "claim", prototypes.LIST: "list",
    prototypes.INTERFACES: "list", prototypes.MECHANISM: "mechanism", prototypes.STRUCTURE: "structure", prototypes.POINTER: "structure",
    prototypes.STRING: "text", prototypes.VERSION: "version", prototypes.INITARGS: "initargs", prototypes.RESERVED: "reserved",
}  # fmt: skip
_VALUES: Mapping[str, Role] = {
    "CK_SESSION_HANDLE": "handle", "CK_OBJECT_HANDLE": "handle", "CK_FLAGS": "flags", "CK_BBOOL": "bool",
}  # fmt: skip
MAKING = frozenset(
    {
        "C_CreateObject", "C_CopyObject", "C_GenerateKey", "C_GenerateKeyPair", "C_UnwrapKey", "C_DeriveKey", "C_EncapsulateKey",
        "C_DecapsulateKey", "C_UnwrapKeyAuthenticated",
    }
)  # fmt: skip
"""Functions that create objects."""


@cache
def roles(function: str) -> dict[str, Role]:
    """Return the role of each parameter of a function of the standard, in order; empty for any other name."""
    if registry.function(function) is None:
        return {}
    return {parameter.name: _role(function, parameter) for parameter in prototypes.parameters(function)}


@cache
def counts(function: str) -> dict[str, str]:
    """Return the name of the length or count parameter after each pointer that has one, by the pointer's name."""
    known = roles(function)
    return {name: following for name, following in pairwise(known) if known[following] in ("length", "claim")}


def type_of(function: str, name: str) -> str:
    """Return the C type of a parameter; "" for an unknown one."""
    known = registry.function(function)
    return "" if known is None else dict((name, kind) for kind, name in known.args).get(name, "")  # noqa: C402 - pairs are (type, name)


def required(function: str) -> tuple[str, ...]:
    """Return the names of the parameters that a step must give; all others have defaults."""
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


def _role(function: str, parameter: prototypes.Parameter) -> Role:
    """Return the role of a parameter in a file, which may be more specific than its role in the prototypes."""
    prototype_role, name = parameter.role, parameter.name
    if prototype_role in _BY_PROTOTYPE_ROLE:
        return _BY_PROTOTYPE_ROLE[prototype_role]
    if prototype_role == prototypes.VALUE:
        return _VALUES.get(parameter.type, "number")
    if prototype_role == prototypes.TEMPLATE:
        return "attributes" if function == "C_GetAttributeValue" else "template"
    if prototype_role == prototypes.NUMBER:
        return "made" if parameter.type in ("CK_SESSION_HANDLE_PTR", "CK_OBJECT_HANDLE_PTR") else "claim"
    if name.endswith("Pin"):
        return "pin"
    return "text" if name in _TEXTS else "input"
