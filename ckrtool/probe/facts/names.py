"""Convert numbers of the standard to names for reports: mechanisms, attributes, flags of each structure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ckrtool import numerals
from ckrtool._tables.constants import CONSTANTS, FLAGS
from ckrtool.knowledge import registry

if TYPE_CHECKING:
    from ckrtool.probe.facts.report_types import Members

# Group of flags of the structure that a function fills in.
FLAG_GROUPS = {
    "C_GetSlotInfo": "slot", "C_GetTokenInfo": "token", "C_GetMechanismInfo": "mechanism", "C_GetSessionInfo": "session",
    "C_GetInterface": "interface", "C_GetInfo": "info",
}  # fmt: skip

# Attributes whose values are named constants, with the prefix of their names.
VALUE_FAMILIES = {
    "CKA_CLASS": "CKO_", "CKA_KEY_TYPE": "CKK_", "CKA_CERTIFICATE_TYPE": "CKC_", "CKA_KEY_GEN_MECHANISM": "CKM_",
    "CKA_MECHANISM_TYPE": "CKM_",
}  # fmt: skip


@cache
def _reverse(family: str) -> dict[int, str]:
    """Return number -> name of a family; of two names for a number the first in the table, which is the current one."""
    found: dict[int, str] = {}
    for name, value in CONSTANTS.items():
        if name.startswith(family):
            found.setdefault(value, name)
    return found


def constant(family: str, value: int) -> str:
    """Return the name of a number of a family (`CKM_`, `CKA_`, ...); its hex form if it has none."""
    return _reverse(family).get(value) or numerals.hex_of(value)


def flag_names(group: str, value: int) -> list[str]:
    """Return the names of the bits that are set, lowest first; bits without a name as hex."""
    known = FLAGS.get(group, {})
    return [
        known.get(1 << bit) or numerals.hex_of(1 << bit)
        for bit in range(value.bit_length())
        if value >> bit & 1
    ]


def code_name(value: int) -> str | None:
    """Return the name of a return code of the standard; None for other values, vendor-defined ones included."""
    code = registry.code(numerals.normalise(value))
    return None if code is None else code.name


def structure(function: str, members: Members) -> Members:
    """Return a structure's members with `flags` as a list of names and the number as `flags_value`."""
    group = FLAG_GROUPS.get(function)
    flags = members.get("flags")
    if group is None or not isinstance(flags, int):
        return dict(members)
    return {**members, "flags": flag_names(group, flags), "flags_value": flags}


def arguments(args: dict[str, Any]) -> dict[str, Any]:
    """Return a call's arguments with mechanisms and attributes by name."""
    return {name: _named(name, value) for name, value in args.items()}


def outputs(function: str, output: dict[str, Any]) -> dict[str, Any]:
    """Return a call's outputs with flags, mechanisms and attributes by name."""
    found: dict[str, Any] = {}
    for name, value in output.items():
        if isinstance(value, dict) and name in ("pInfo", "ppInterface"):
            found[name] = structure(function, value)
        elif name == "pMechanismList" and isinstance(value, list):
            found[name] = [constant("CKM_", entry) if isinstance(entry, int) else entry for entry in value]
        else:
            found[name] = _named(name, value)
    return found


def _named(name: str, value: Any) -> Any:
    if "emplate" in name:
        return template(value)
    if name == "pMechanism" and isinstance(value, dict) and isinstance(value.get("mechanism"), int):
        return {**value, "mechanism": constant("CKM_", value["mechanism"])}
    return value


def template(value: Any) -> Any:
    """Return a template with attributes, and values that are named constants, by name; nested templates too."""
    if isinstance(value, dict):
        return type(value)(  # a value of which only the beginning is known has a type of its own
            ((name := _attribute(key)), _value(name, entry)) for key, entry in value.items()
        )
    if isinstance(value, list):
        return [_attribute(entry) for entry in value]
    return value


def _value(attribute: Any, entry: Any) -> Any:
    family = VALUE_FAMILIES.get(attribute)
    if family is not None and isinstance(entry, int) and not isinstance(entry, bool):
        return constant(family, entry)
    return template(entry)


def _attribute(key: Any) -> Any:
    number = (
        int(key)
        if isinstance(key, int) or (isinstance(key, str) and key.isascii() and key.isdigit())
        else None
    )
    return key if number is None else constant("CKA_", number)
