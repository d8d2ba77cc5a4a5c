"""Prototypes of all functions of the standard, and the role of each parameter.

Derived from the function table (headers 2.40 to 3.2): the functions in the order of CK_FUNCTION_LIST, and the types and
names of their parameters.
"""

from __future__ import annotations

import ctypes

from ckrtool._tables.functions import FUNCTIONS
from ckrtool.cryptoki.types import STRUCTURES, Ulong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

NAMES: tuple[str, ...] = tuple(FUNCTIONS)
"""All functions in the order of CK_FUNCTION_LIST_3_2."""

LIST_2_40 = 68
LIST_3_0 = 92
LIST_3_2 = 104
"""Entries of the function lists: that of C_GetFunctionList, in every version; that of 3.0 and 3.1; that of 3.2."""

# The roles of parameters; `arguments.Call` has one rule for each.
VALUE = "value"  # an unsigned long, or a CK_BBOOL
IN = "in"  # bytes that the module reads; the next parameter is their length
OUT = "out"  # bytes that the module writes; the next parameter is (a pointer to) their length
LENGTH = "length"  # length of the pointer before it, as a value
OUT_LENGTH = "out-length"  # length of the pointer before it, read and written
LIST = "list"  # unsigned longs that the module writes
INTERFACES = "interfaces"  # CK_INTERFACEs that the module writes
TEMPLATE = "template"  # CK_ATTRIBUTEs
MECHANISM = "mechanism"
STRUCTURE = "structure"  # one structure that the module fills in
NUMBER = "number"  # one unsigned long that the module writes
POINTER = "pointer"  # one pointer that the module writes
STRING = "string"  # NUL-terminated text, or text of a length that the standard fixes
VERSION = "version"
INITARGS = "initargs"
RESERVED = "reserved"  # NULL unless the sequence gives a value

_ULONGS = frozenset(
    (
        "CK_ULONG",
        "CK_SESSION_HANDLE",
        "CK_OBJECT_HANDLE",
        "CK_SLOT_ID",
        "CK_FLAGS",
        "CK_USER_TYPE",
        "CK_MECHANISM_TYPE",
        "CK_SESSION_VALIDATION_FLAGS_TYPE",
    )
)
_BY_TYPE = {
    "CK_BBOOL": VALUE,
    "CK_ATTRIBUTE_PTR": TEMPLATE,
    "CK_MECHANISM_PTR": MECHANISM,
    "CK_MECHANISM_TYPE_PTR": LIST,
    "CK_INTERFACE_PTR": INTERFACES,
    "CK_VERSION_PTR": VERSION,
    "CK_FUNCTION_LIST_PTR_PTR": POINTER,
    "CK_INTERFACE_PTR_PTR": POINTER,
    "CK_SESSION_HANDLE_PTR": NUMBER,
    "CK_OBJECT_HANDLE_PTR": NUMBER,
    "CK_SLOT_ID_PTR": NUMBER,
    "CK_FLAGS_PTR": NUMBER,
    "CK_NOTIFY": RESERVED,
}
# Parameters whose role does not follow from their type and the next parameter, only from the text of the standard.
_BY_PLACE = {
    ("C_Initialize", "pInitArgs"): INITARGS,
    ("C_GetSlotList", "pSlotList"): LIST,
    ("C_FindObjects", "phObject"): LIST,
    ("C_FindObjects", "ulMaxObjectCount"): LENGTH,
    ("C_FindObjects", "pulObjectCount"): NUMBER,
    ("C_GenerateRandom", "RandomData"): OUT,
    ("C_AsyncJoin", "pFunctionName"): STRING,
    ("C_AsyncJoin", "ulID"): VALUE,
    ("C_AsyncJoin", "pData"): OUT,
    ("C_InitToken", "pLabel"): STRING,
    ("C_GetInterface", "pInterfaceName"): STRING,
}
_POINTERS_WITH_LENGTH = frozenset((IN, OUT, LIST, INTERFACES, TEMPLATE))


class Parameter:
    """One parameter: its type and name in the standard, and its role (one of the constants above)."""

    __slots__ = ("name", "role", "type")

    def __init__(self, type_: str, name: str, role: str) -> None:
        self.type = type_
        self.name = name
        self.role = role


def _role(function: str, index: int, args: tuple[tuple[str, str], ...], previous_role: str | None) -> str:
    type_, name = args[index]
    fixed = _BY_PLACE.get((function, name))
    if fixed:
        return fixed
    following = args[index + 1][0] if index + 1 < len(args) else ""
    if type_ == "CK_ULONG":
        return LENGTH if previous_role in _POINTERS_WITH_LENGTH else VALUE
    if type_ == "CK_ULONG_PTR":
        return OUT_LENGTH if previous_role in _POINTERS_WITH_LENGTH else NUMBER
    if type_ in ("CK_BYTE_PTR", "CK_UTF8CHAR_PTR", "CK_VOID_PTR"):
        if following == "CK_ULONG":
            return IN
        if following == "CK_ULONG_PTR" and type_ == "CK_BYTE_PTR":
            return OUT
        return RESERVED if type_ == "CK_VOID_PTR" else STRING
    if type_ in STRUCTURES:
        return STRUCTURE
    return VALUE if type_ in _ULONGS else _BY_TYPE[type_]


def _parameters(function: str) -> tuple[Parameter, ...]:
    args = FUNCTIONS[function][2]
    out: list[Parameter] = []
    for index, (type_, name) in enumerate(args):
        role = _role(function, index, args, out[-1].role if out else None)
        out.append(Parameter(type_, name, role))
    return tuple(out)


_known: dict[str, tuple[Parameter, ...]] = {}


def parameters(function: str) -> tuple[Parameter, ...]:
    """Return the parameters of a function of the standard; raise KeyError for any other name."""
    found = _known.get(function)
    if found is None:
        found = _known[function] = _parameters(function)
    return found


def bind(function: str, address: int) -> Callable[..., int]:
    """Return the entry at `address` as a callable with the function's prototype; its result is the unsigned CK_RV."""
    types: list[type] = []
    for parameter in parameters(function):
        if parameter.type == "CK_BBOOL":
            types.append(ctypes.c_ubyte)
        elif parameter.type in _ULONGS:
            types.append(Ulong)
        else:
            types.append(ctypes.c_void_p)
    return ctypes.CFUNCTYPE(Ulong, *types)(address)
