"""What is known of mechanisms and attributes beyond their numbers: what they are for, their parameter or type, and pitfalls."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` is not imported on the quick path; type checkers know this name
if TYPE_CHECKING:
    from ckrtool.knowledge.constants import Constant

# What a mechanism is for -> the function that begins it.
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
    """A mechanism: what it is for, the structure of its parameter with its members, key types, sizes and pitfalls.

    `structure` is None where the parameter is no structure; `note` says what it is then. Both are None where it has none.
    """

    __slots__ = ("functions", "key_types", "members", "note", "pitfalls", "sizes", "structure")

    def __init__(self, value: int) -> None:
        """Look the mechanism up; raises KeyError for a number without a group."""
        from ckrtool._tables.mechanisms import GROUPS, OF, STRUCTURES

        row = GROUPS[OF[value]]
        self.functions, self.structure, self.note = row[0], row[1], row[2]
        self.key_types, self.sizes, self.pitfalls = row[3] or (), row[4], row[5]
        self.members = STRUCTURES[self.structure] if self.structure else ()

    @property
    def calls(self) -> tuple[str, ...]:
        """Return the functions that begin what the mechanism is for."""
        return tuple(CALLS[function] for function in self.functions)


class Attribute:
    """An attribute: its type and meaning, the objects that have it, who sets it, its default, and the codes that it provokes."""

    __slots__ = ("codes", "default", "meaning", "objects", "pitfalls", "sensitive", "set_by", "type")

    def __init__(self, value: int) -> None:
        """Look the attribute up; raises KeyError for a number without a group."""
        from ckrtool._tables.attributes import GROUPS, OF

        row = GROUPS[OF[value]]
        self.type, self.meaning, self.objects, self.set_by, self.default = row[:5]
        self.codes, self.sensitive, self.pitfalls = row[5] or (), row[6] == "yes", row[7]


def mechanism(constant: Constant) -> Mechanism | None:
    """Return what is known of a mechanism; None for other constants and for the range of vendors."""
    try:
        return Mechanism(constant.value) if constant.family == "mechanism" else None
    except KeyError:
        return None


def attribute(constant: Constant) -> Attribute | None:
    """Return what is known of an attribute; None for other constants and for the range of vendors."""
    try:
        return Attribute(constant.value) if constant.family == "attribute" else None
    except KeyError:
        return None
