"""Convert constants in traces to the standard's names, and bytes of attributes to values of the attribute's type."""

from __future__ import annotations

from functools import lru_cache

from ckrtool._tables.constants import CONSTANTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ckrtool.calls.record import Value

UNAVAILABLE = frozenset({0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFE, 0xFFFFFFFE, -1, -2})
"""Numbers that modules and tracers write for CK_UNAVAILABLE_INFORMATION or "no limit", in 32 and 64 bits."""

BOOLEANS = frozenset(
    {
        "CKA_TOKEN", "CKA_PRIVATE", "CKA_TRUSTED", "CKA_SENSITIVE", "CKA_ENCRYPT", "CKA_DECRYPT", "CKA_WRAP", "CKA_UNWRAP", "CKA_SIGN",
        "CKA_SIGN_RECOVER", "CKA_VERIFY", "CKA_VERIFY_RECOVER", "CKA_DERIVE", "CKA_EXTRACTABLE", "CKA_LOCAL", "CKA_NEVER_EXTRACTABLE",
        "CKA_ALWAYS_SENSITIVE", "CKA_MODIFIABLE", "CKA_COPYABLE", "CKA_DESTROYABLE", "CKA_ALWAYS_AUTHENTICATE", "CKA_WRAP_WITH_TRUSTED",
        "CKA_ENCAPSULATE", "CKA_DECAPSULATE", "CKA_SECONDARY_AUTH", "CKA_RESET_ON_INIT", "CKA_HAS_RESET", "CKA_COLOR",
    }
)  # fmt: skip
NUMBERS = {
    "CKA_CLASS": "CKO_",
    "CKA_KEY_TYPE": "CKK_",
    "CKA_CERTIFICATE_TYPE": "CKC_",
    "CKA_KEY_GEN_MECHANISM": "CKM_",
    "CKA_HW_FEATURE_TYPE": "CKH_",
    "CKA_PROFILE_ID": "CKP_",
    "CKA_PARAMETER_SET": "",
    "CKA_VALUE_LEN": "",
    "CKA_MODULUS_BITS": "",
    "CKA_PRIME_BITS": "",
    "CKA_SUBPRIME_BITS": "",
    "CKA_VALUE_BITS": "",
    "CKA_CERTIFICATE_CATEGORY": "",
    "CKA_JAVA_MIDP_SECURITY_DOMAIN": "",
    "CKA_MECHANISM_TYPE": "CKM_",
    "CKA_AUTH_PIN_FLAGS": "",
}
"""Attributes of type CK_ULONG, with the prefix of the value's name (empty for a plain number)."""


@lru_cache(maxsize=16)
def _by_value(prefix: str) -> dict[int, str]:
    """Return a map from value to name for the constants with a prefix; the first name of a value is used."""
    found: dict[int, str] = {}
    for name, value in CONSTANTS.items():
        if name.startswith(prefix):
            found.setdefault(value, name)
    return found


@lru_cache(maxsize=4096)
def named(prefix: str, value: int) -> str:
    """Return the name of a value (`CKM_`, 0x250), or the prefix with the number (`CKM_0x00000250`)."""
    return _by_value(prefix).get(value) or f"{prefix}0x{value:08X}"


@lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """Return the standard's current name of a constant (`CKM_ECDSA_KEY_PAIR_GEN` is `CKM_EC_KEY_PAIR_GEN`)."""
    prefix = name[:4]
    digits = name[4:]
    if digits[:2] in ("0x", "0X"):
        try:
            return named(prefix, int(digits, 16))
        except ValueError:
            return name
    value = CONSTANTS.get(name)
    return name if value is None else named(prefix, value)


def number_of(name: str) -> int | None:
    """Return the number of a constant's name; None for an unknown one."""
    if name[4:6] in ("0x", "0X"):
        try:
            return int(name[4:], 16)
        except ValueError:
            return None
    return CONSTANTS.get(name)


def attribute_value(name: str, data: bytes) -> Value:
    """Return the bytes of an attribute converted to its type: a bool, a number, a constant's name, or bytes."""
    if name in BOOLEANS and len(data) == 1:
        return data != b"\0"
    prefix = NUMBERS.get(name)
    if prefix is not None and len(data) in (4, 8):
        number = int.from_bytes(data, "little")
        return named(prefix, number) if prefix else number
    return data
