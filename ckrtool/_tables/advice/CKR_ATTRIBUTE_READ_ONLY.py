"""CKR_ATTRIBUTE_READ_ONLY: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ATTRIBUTE_READ_ONLY.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ATTRIBUTE_READ_ONLY: An attempt was made to set a value for an attribute which may not be set by the application, or which may not be modified by the application. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Template sets an attribute the token computes itself (CKA_LOCAL, CKA_ALWAYS_SENSITIVE, CKA_KEY_GEN_MECHANISM, CKA_MODULUS_BITS on import, CKA_EC_POINT afterwards)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Key material or class changed after creation with C_SetAttributeValue or through a C_CopyObject template', None, None, None, None, None, None),
    (
        'One-way attribute moved the wrong way (CKA_SENSITIVE true to false, CKA_EXTRACTABLE false to true, CKA_WRAP_WITH_TRUSTED true to false)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Module stricter than the caller expects: value of a data object cannot be rewritten', None, None, None, None, None, None),
    ('Attribute only the SO may set (CKA_TRUSTED)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Bisect the template: remove attributes one by one until the call passes', None, None, None, None, None, None),
    ("Read the attribute's current value and CKA_MODIFIABLE with C_GetAttributeValue", None, None, None, None, None, None),
    ('Check the attribute table footnotes (may be modified / becomes read-only once true / set only by SO)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Drop the attribute from the template and let the token fill it in', None, None, None, None, None, None),
    (
        'To change fixed attributes create a new object (or unwrap with the wanted template) and destroy the old one only after the new one is verified',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Set protective attributes correctly at creation, since they cannot be loosened later', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Deleting and recreating a key to change an attribute loses the key if it was not extractable; verify the replacement first',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ACTION_PROHIBITED', 'whole object is not modifiable/copyable/destroyable'),
    ('CKR_TEMPLATE_INCONSISTENT', 'attributes contradict each other'),
    ('CKR_SESSION_READ_ONLY', 'session, not attribute, is read-only'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Older versions refused CKA_VALUE changes of CKO_DATA objects; only spec-mutable attributes may change', 'softhsm/SoftHSMv2#460', None),
    (
        'AWS CloudHSM Client SDK 3',
        'Specifying an attribute that is read-only on CloudHSM in a template gives this code',
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3)',
        None,
    ),
    (
        'openCryptoki',
        'CKA_ALLOWED_MECHANISMS, wrap/unwrap templates and CKA_ALWAYS_AUTHENTICATE are fixed after creation',
        'opencryptoki/opencryptoki#361',
        None,
    ),
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

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ATTRIBUTE_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x10: CKR_ATTRIBUTE_READ_ONLY',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ATTRIBUTE_READ_ONLY',
    'NSS (SEC_ERROR)': 'SEC_ERROR_READ_ONLY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_ATTRIBUTE_READ_ONLY',
    'PyKCS11': 'CKR_ATTRIBUTE_READ_ONLY (0x00000010)',
    'libp11 (OpenSSL engine and provider)': 'Attribute read only',
    'p11-kit': 'The field is read-only',
    'pkcs11-provider': 'Attempted to set or modify an attribute that is Read Only for applications',
    'pkcs11js': 'CKR_ATTRIBUTE_READ_ONLY:16',
    'python-pkcs11': 'pkcs11.exceptions.AttributeReadOnly',
    'rust-cryptoki': 'RvError::AttributeReadOnly',
}
