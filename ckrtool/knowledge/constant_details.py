"""Details of mechanisms and attributes: their use, parameter or type, sizes, and pitfalls."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` is not imported on the quick path; type checkers know this name
if TYPE_CHECKING:
    from ckrtool.knowledge.constants import Constant

# Use of a mechanism -> the function that starts it.
CALLS = {
    "encrypt": "C_EncryptInit",
    "decrypt": "C_DecryptInit",
    "sign": "C_SignInit",
    "verify": "C_VerifyInit",
    "sign-recover": "C_SignRecoverInit",
    "verify-recover": "C_VerifyRecoverInit",
    "digest": "C_DigestInit",
    "generate": "C_GenerateKey",
    "generate-key-pair": "C_GenerateKeyPair",
    "wrap": "C_WrapKey",
    "unwrap": "C_UnwrapKey",
    "derive": "C_DeriveKey",
    "encapsulate": "C_EncapsulateKey",
    "decapsulate": "C_DecapsulateKey",
    "message-encrypt": "C_MessageEncryptInit",
    "message-decrypt": "C_MessageDecryptInit",
}


class Mechanism:
    """The details of a mechanism: its uses (`functions`), its parameter, key types, sizes and pitfalls.

    `structure` names the structure of the parameter and `members` lists its members. For another parameter, `structure` is
    None and `note` describes it; for a mechanism without a parameter both are None.
    """

    __slots__ = ("functions", "key_types", "members", "note", "pitfalls", "sizes", "structure")

    def __init__(self, value: int) -> None:
        """Look up the mechanism with the number `value`; raise KeyError for one without details."""
        from ckrtool._tables.mechanisms import GROUPS, OF, STRUCTURES

        row = GROUPS[OF[value]]
        self.functions, self.structure, self.note = row[0], row[1], row[2]
        self.key_types, self.sizes, self.pitfalls = row[3] or (), row[4], row[5]
        self.members = STRUCTURES[self.structure] if self.structure else ()

    @property
    def calls(self) -> tuple[str, ...]:
        """Return the C_* functions that the mechanism can be passed to."""
        return tuple(CALLS[function] for function in self.functions)


class Attribute:
    """The details of an attribute: type, meaning, objects that have it, who sets it, default, and return codes that it can cause."""

    __slots__ = ("codes", "default", "meaning", "objects", "pitfalls", "sensitive", "set_by", "type")

    def __init__(self, value: int) -> None:
        """Look up the attribute with the number `value`; raise KeyError for one without details."""
        from ckrtool._tables.attributes import GROUPS, OF

        row = GROUPS[OF[value]]
        self.type, self.meaning, self.objects, self.set_by, self.default = row[:5]
        self.codes, self.sensitive, self.pitfalls = row[5] or (), row[6] == "yes", row[7]


def mechanism(constant: Constant) -> Mechanism | None:
    """Return the details of a mechanism; None for other constants and for those of vendors."""
    try:
        return Mechanism(constant.value) if constant.family == "mechanism" else None
    except KeyError:
        return None


def attribute(constant: Constant) -> Attribute | None:
    """Return the details of an attribute; None for other constants and for those of vendors."""
    try:
        return Attribute(constant.value) if constant.family == "attribute" else None
    except KeyError:
        return None
