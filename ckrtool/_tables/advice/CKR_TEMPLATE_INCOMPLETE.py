"""CKR_TEMPLATE_INCOMPLETE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TEMPLATE_INCOMPLETE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TEMPLATE_INCOMPLETE: The template specified for creating an object is incomplete, and lacks some necessary attributes. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Mandatory attribute missing: CKA_MODULUS_BITS, CKA_EC_PARAMS, CKA_VALUE_LEN, CKA_KEY_TYPE, CKA_CLASS or key components on import',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_UnwrapKey without CKA_VALUE_LEN where neither the key type nor the mechanism fixes the length', None, None, None, None, None, None),
    ('Module demands an attribute the spec makes optional (CKA_VALUE_LEN for ECDH derivation, CKA_ID for some cards)', None, None, None, None, None, None),
    ('Empty template or count 0 passed by the wrapper', None, None, None, None, None, None),
    ('Import of a private key without the CRT components the token needs', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Compare the template with the table for the mechanism and class', None, None, None, None, None, None),
    ('Module log usually names the missing attribute (SoftHSM at INFO level)', None, None, None, None, None, None),
    ('Check that the wrapper really passes the attributes (pkcs11-spy)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Add the missing attribute', None, None, None, None, None, None),
    ('For secret results of derive/unwrap state class, type and, if accepted, length', None, None, None, None, None, None),
    ('Supply full CRT parameters when importing RSA keys', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_TEMPLATE_INCONSISTENT', 'attributes conflict; modules mix the two and ATTRIBUTE_VALUE_INVALID'), ('CKR_ATTRIBUTE_VALUE_INVALID', 'present but wrong'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'ECDH derivation to a generic secret without CKA_VALUE_LEN was refused although the length is optional', 'softhsm/SoftHSMv2#265', None),
    ('python-pkcs11', 'Key length for some key types must be given as VALUE_LEN in the template', 'pyauth/python-pkcs11#111', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
