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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The template sets what the token fills in itself: CKA_LOCAL, CKA_ALWAYS_SENSITIVE, CKA_NEVER_EXTRACTABLE, CKA_KEY_GEN_MECHANISM, CKA_UNIQUE_ID, CKA_MODULUS_BITS of an imported key',
        None,
        ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'This module or release treats as read-only what the standard lets you set at creation (CKA_MODIFIABLE, CKA_CERTIFICATE_CATEGORY, CKA_TRUSTED, dates)',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
    ),
    (
        'A one-way flag was to go back: CKA_SENSITIVE true to false, CKA_EXTRACTABLE false to true, CKA_WRAP_WITH_TRUSTED true to false',
        None,
        ('C_SetAttributeValue', 'C_CopyObject', 'C_UnwrapKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Key material (CKA_EC_POINT too), class, key type or the value of a data object cannot change after creation, in a copy neither',
        None,
        ('C_SetAttributeValue', 'C_CopyObject'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The module fixes more attributes than the standard does', None, ('C_SetAttributeValue', 'C_CopyObject'), None, None, None, None, None, None),
    (
        'The template sets what only the SO may set: CKA_TRUSTED',
        None,
        ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_SetAttributeValue'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The object has CKA_MODIFIABLE = false; older modules say so with this code, newer ones with CKR_ACTION_PROHIBITED',
        None,
        ('C_SetAttributeValue',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The template of the copy names CKA_CLASS; leave class and key type out',
        None,
        ('C_CopyObject',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#498',
        None,
        None,
    ),
    (
        'The template of a key to be generated contains CKA_ALWAYS_SENSITIVE, CKA_LOCAL or the like',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#819',
        None,
        None,
    ),
    (
        'pkcs11-tool puts CKA_PARAMETER_SET into the private template of an ML-DSA key, which the standard gives to the public one only',
        None,
        ('C_GenerateKeyPair',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#850',
        None,
        None,
    ),
    ('CKA_WRAP_WITH_TRUSTED is true already: it never goes back', None, ('C_SetAttributeValue',), 'softhsm2', None, None, 'softhsm/SoftHSMv2#591', None, None),
    (
        'CKA_VALUE of a data object could not be rewritten (older versions); only attributes the standard calls modifiable change',
        None,
        ('C_SetAttributeValue',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#460, Pkcs11Interop/Pkcs11Interop#114',
        None,
        None,
    ),
    (
        'CKA_ID is fixed when the key is made: the label and the usage attributes can be changed afterwards',
        None,
        ('C_SetAttributeValue',),
        'cloudhsm',
        None,
        None,
        'aws-samples/aws-cloudhsm-pkcs11-examples#65, AWS CloudHSM User Guide: Modifying PKCS #11 library attributes for Client SDK 5 (read 2026-11)',
        None,
        None,
    ),
    (
        'The attribute is read-only on CloudHSM (client SDK 3 and 5)',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_SetAttributeValue'),
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3 and SDK 5 pages, read 2026-11)',
        None,
        None,
    ),
    (
        'CKA_ALLOWED_MECHANISMS, CKA_ALWAYS_AUTHENTICATE and the wrap and unwrap templates are fixed at creation',
        None,
        ('C_SetAttributeValue', 'C_CopyObject'),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#361',
        None,
        None,
    ),
    (
        'NetHSM can rename a key by CKA_ID only; CKA_LABEL and the rest cannot be changed',
        None,
        ('C_SetAttributeValue',),
        'nethsm',
        None,
        None,
        'Nitrokey/nethsm-pkcs11#259',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Which attribute? Halve the template until the call passes (with CKA_TOKEN=false, so that no test keys stay)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_GetAttributeValue of the attribute and of CKA_MODIFIABLE: what is it now?', None, None, None, None, None, None, None, None),
    (
        "The footnotes of the attribute tables in the standard: 'set only by the token', 'changes one way', 'only the SO'",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Give CKA_ID in the template of the generation or unwrap; a key that is there can be unwrapped again under the new ID',
        None,
        ('C_SetAttributeValue',),
        'cloudhsm',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Give CKA_PARAMETER_SET in the public template only; with pkcs11-tool wait for a SoftHSM that ignores it, or make the key with another program',
        None,
        ('C_GenerateKeyPair',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#850',
        None,
        None,
    ),
    (
        'Leave the attribute out and let the token fill it in',
        None,
        ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_CopyObject', 'C_EncapsulateKey', 'C_DecapsulateKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'For a fixed attribute or a one-way flag make a new object, or wrap and unwrap with the wanted template, and verify it before anything else',
        None,
        ('C_SetAttributeValue', 'C_CopyObject'),
        None,
        'the key is not extractable and has no backup: then only a new key helps',
        None,
        None,
        None,
        None,
    ),
    (
        'Leave the attribute out, or give it the value that the module uses itself (CKA_MODIFIABLE = true); set it afterwards if it must be set; a newer release may take it',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Let the SO set CKA_TRUSTED in an SO session', None, None, None, 'another attribute is meant', None, None, None, None),
    ('Set protective attributes right at creation: they cannot be loosened later', None, None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not delete the key to make it again with another attribute: an unextractable key is gone for good. Verify the replacement first',
        None,
        None,
        None,
        None,
        'loses the key',
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ACTION_PROHIBITED', 'the whole object may not be changed, copied or destroyed'),
    ('CKR_TEMPLATE_INCONSISTENT', 'attributes contradict each other'),
    ('CKR_SESSION_READ_ONLY', 'the session is read-only, not the attribute'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Older versions refused CKA_VALUE changes of CKO_DATA objects; only spec-mutable attributes may change', 'softhsm/SoftHSMv2#460', 'softhsm2'),
    (
        'AWS CloudHSM Client SDK 3',
        'Specifying an attribute that is read-only on CloudHSM in a template gives this code',
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3 and SDK 5 pages, read 2026-11)',
        'cloudhsm',
    ),
    (
        'openCryptoki',
        'CKA_ALLOWED_MECHANISMS, wrap/unwrap templates and CKA_ALWAYS_AUTHENTICATE are fixed after creation',
        'opencryptoki/opencryptoki#361',
        'opencryptoki',
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
