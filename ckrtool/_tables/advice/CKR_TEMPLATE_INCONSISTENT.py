"""CKR_TEMPLATE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TEMPLATE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_TEMPLATE_INCONSISTENT: The template specified for creating an object has conflicting attributes. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Attribute belongs to the other half or must not be given for this function (CKA_MODULUS_BITS in the private template, CKA_VALUE_LEN or CKA_EC_PARAMS on unwrap)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Combination forbidden by token policy: every usage true, wrap+decrypt, private object created by the SO', None, None, None, None, None, None),
    ('Caller template conflicts with CKA_UNWRAP_TEMPLATE / CKA_DERIVE_TEMPLATE on the base key', None, None, None, None, None, None),
    ('Token does not support an otherwise valid attribute and reports it this way', None, None, None, None, None, None),
    ('CKA_CLASS/CKA_KEY_TYPE do not match the mechanism', None, None, None, None, None, None),
    ('EC public point in a form the token does not take (for example compressed)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Bisect the template down to the minimum', None, None, None, None, None, None),
    ('Read CKA_UNWRAP_TEMPLATE/CKA_WRAP_TEMPLATE of the base key', None, None, None, None, None, None),
    ('Try a single-purpose key (only sign/verify)', None, None, None, None, None, None),
    ('Module log', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Remove attributes that the function or vendor forbids; keep vendor-specific templates', None, None, None, None, None, None),
    ('Create single-purpose keys', None, None, None, None, None, None),
    ('On unwrap, drop values already fixed by the unwrap template', None, None, None, None, None, None),
    ('Choose a wrapping mechanism the HSM supports for that key type', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('When a key-recovery or migration unwrap fails this way keep the wrapped blob; nothing was imported', None, None, None, None, 'loses keys', None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TEMPLATE_INCOMPLETE', 'something missing'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'single bad value'),
    ('CKR_ATTRIBUTE_TYPE_INVALID', 'Luna uses this for the CKA_VALUE_LEN-on-unwrap question'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'AWS CloudHSM Client SDK 3',
        'Template attribute valid in PKCS#11 but unsupported by CloudHSM',
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3)',
        None,
    ),
    ('openCryptoki versus MyEID versus SoftHSM', 'CKA_VALUE_LEN in unwrap templates: forbidden by some, required by others', 'OpenSC/OpenSC#3198', None),
    ('nShield/nCipher', 'ECC key recovery with AES KeyWrap failed; AES/CBC wrapping works', 'dogtagpki/pki#292', None),
    ('yubihsm_pkcs11', 'AES keys with CKA_WRAP true are refused; wrap keys are a different object type', 'Yubico/yubihsm-shell#349', None),
    ('HSMs with strict policy', 'Templates with every usage set to true are refused as an insecure key', 'OpenSC/libp11#685', None),
    ('SoftHSM2', 'CKA_UNWRAP_TEMPLATE conflict on C_UnwrapKey', 'softhsm/SoftHSMv2#441', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_CreateObject',
    'C_CopyObject',
    'C_SetAttributeValue',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {}
