"""Drop values of a wrong type, which damaged lines produce, so that the model can rely on the types of all values."""

from __future__ import annotations

from ckrtool.calls.constants import BOOLEANS, NUMBERS
from ckrtool.calls.record import NULL, POINTER, Attribute, Buffer, Mechanism

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.record import Call, Value

CONSTANTS = frozenset({"userType", "type"})
"""Arguments whose value is the name of a constant."""
PLAIN = frozenset({"slotID", "flags", "tokenPresent"})


def drop_misfits(call: Call) -> None:
    """Remove the arguments and outputs whose value does not have the type that their name requires."""
    for values in (call.args, call.outputs):
        for name in [name for name, value in values.items() if not _fits(name, value)]:
            del values[name]


def _fits(name: str, value: Value) -> bool:
    if isinstance(value, int):
        return name not in CONSTANTS and not name.startswith("pMech")
    if value is NULL or value is POINTER:
        return name not in PLAIN and not name.startswith(("ul", "hS", "hO", "hK"))
    if isinstance(value, tuple):
        return _list_fits(name, value)
    if isinstance(value, Buffer):
        return (
            name.startswith("p") and "emplate" not in name and name != "pMechanism"
        ) or name == "RandomData"
    if isinstance(value, dict):
        return name in ("pInfo", "pInitArgs")
    if isinstance(value, Mechanism):
        return name == "pMechanism"
    return isinstance(value, str) and name in CONSTANTS


def _list_fits(name: str, value: tuple[Value, ...]) -> bool:
    if "emplate" in name:
        for item in value:
            if not isinstance(item, Attribute):
                return False
            if not _value_fits(item):
                item.value = None
        return True
    if name == "pMechanismList":
        return all(isinstance(item, str) for item in value)
    return name in ("pSlotList", "phObject") and all(isinstance(item, int) for item in value)


def _value_fits(item: Attribute) -> bool:
    """Return whether an attribute's value has the attribute's type; a value that is not shown (None) fits."""
    if item.value is None:
        return True
    if item.name in BOOLEANS:
        return isinstance(item.value, bool)
    prefix = NUMBERS.get(item.name)
    if prefix is None:
        return isinstance(item.value, bytes)
    return isinstance(item.value, str) if prefix else isinstance(item.value, int)
