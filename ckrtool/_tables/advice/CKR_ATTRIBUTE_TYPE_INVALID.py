"""CKR_ATTRIBUTE_TYPE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ATTRIBUTE_TYPE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ATTRIBUTE_TYPE_INVALID: An invalid attribute type was specified in a template. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The object has no such attribute, which is normal for optional ones (CKA_ALWAYS_AUTHENTICATE, CKA_ALLOWED_MECHANISMS, CKA_UNIQUE_ID, CKA_MODULUS_BITS), or it is a key of another type than you think (CKA_MODULUS of an EC key)',
        None,
        ('C_GetAttributeValue',),
        None,
        None,
        None,
        'OpenSC/libp11#272',
        None,
        None,
    ),
    (
        'The wrapper throws all values away on this code, though the module filled them in',
        None,
        ('C_GetAttributeValue',),
        None,
        None,
        None,
        'miekg/pkcs11#174',
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
        'The search template has an attribute this module cannot search by',
        None,
        ('C_FindObjectsInit',),
        None,
        None,
        None,
        'letsencrypt/pkcs11key#20',
        None,
        None,
    ),
    (
        'The template has an attribute this token does not know for this kind of object: newer than the module, vendor-defined, or one that the key type or half does not have (CKA_ENCRYPT, CKA_VERIFY for a private key; CKA_EXTRACTABLE for a certificate)',
        None,
        (
            'C_CreateObject',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_EncapsulateKey',
            'C_DecapsulateKey',
            'C_SetAttributeValue',
            'C_CopyObject',
        ),
        None,
        None,
        None,
        'softhsm/SoftHSMv2#661',
        None,
        None,
    ),
    (
        'The curve in CKA_EC_PARAMS is unknown, and the module has no better code for it',
        None,
        ('C_GenerateKeyPair',),
        None,
        None,
        None,
        'OP-TEE/optee_os#7902',
        None,
        None,
    ),
    (
        'CKA_VALUE_LEN: one vendor demands it here, another forbids it',
        None,
        ('C_UnwrapKey', 'C_DeriveKey', 'C_GenerateKey'),
        None,
        None,
        None,
        'opencryptoki/opencryptoki#897',
        None,
        None,
    ),
    (
        'CK_ULONG size or byte order differ, so the attribute number arrives damaged',
        None,
        None,
        None,
        'the same program works with another module',
        None,
        None,
        None,
        None,
    ),
    (
        'The attribute is one CloudHSM does not support; key operations work all the same',
        None,
        ('C_GetAttributeValue', 'C_FindObjectsInit'),
        'cloudhsm',
        None,
        None,
        'letsencrypt/pkcs11key#20',
        None,
        None,
    ),
    (
        'Unwrapping AES needs CKA_VALUE_LEN, unwrapping DES must not have it',
        None,
        ('C_UnwrapKey',),
        'luna',
        None,
        None,
        'opencryptoki/opencryptoki#897',
        None,
        None,
    ),
    (
        'Newer EP11 firmware does not give out CKA_VALUE_LEN of keys that are not symmetric; openCryptoki before November 2025 asks for it',
        None,
        ('C_UnwrapKey',),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#903',
        None,
        None,
    ),
    (
        'CKA_PUBLIC_KEY_INFO or another attribute does not belong to this object as SoftHSM builds it; the log does not name it',
        None,
        ('C_CreateObject',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#661',
        None,
        None,
    ),
    (
        'The value of a secret key is not there to be read (listing with pkcs11-tool warns, nothing is wrong)',
        None,
        ('C_GetAttributeValue',),
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11#326',
        None,
        None,
    ),
    (
        'OP-TEE does not know the curve in CKA_EC_PARAMS; releases up to 2026 say so with this code',
        None,
        ('C_GenerateKeyPair',),
        'optee',
        None,
        None,
        'OP-TEE/optee_os#7902',
        None,
        None,
    ),
    (
        'CKA_LABEL in the template: releases before mid-2019 refuse it',
        None,
        ('C_GenerateKeyPair',),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#193',
        None,
        None,
    ),
    (
        'Releases before late 2023 do not know CKA_SENSITIVE and CKA_EXTRACTABLE, which Java asks for',
        None,
        ('C_GetAttributeValue',),
        'aws-kms',
        None,
        None,
        'JackOfMostTrades/aws-kms-pkcs11#26',
        None,
        None,
    ),
    (
        'The module does not know an attribute that SunPKCS11 asks for (CKA_SENSITIVE, CKA_EXTRACTABLE), and Java gives up on it',
        None,
        ('C_GetAttributeValue',),
        'java-sunpkcs11',
        None,
        None,
        'JackOfMostTrades/aws-kms-pkcs11#26',
        None,
        None,
    ),
    (
        'The template has an attribute that this library does not parse; for EC keys it knows class, key type, label, token, CKA_EC_PARAMS, CKA_EC_POINT, CKA_VALUE, CKA_SIGN, CKA_VERIFY',
        None,
        ('C_CreateObject', 'C_GenerateKeyPair'),
        'corepkcs11',
        None,
        None,
        'FreeRTOS/corePKCS11:source/portable/mbedtls/core_pkcs11_mbedtls.c',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Which one? The attribute with ulValueLen = CK_UNAVAILABLE_INFORMATION after the call', None, ('C_GetAttributeValue',), None, None, None, None, None, None),
    (
        'Halve the template until it passes (with CKA_TOKEN=false)',
        None,
        (
            'C_CreateObject',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_EncapsulateKey',
            'C_DecapsulateKey',
            'C_SetAttributeValue',
            'C_CopyObject',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Search with CKA_CLASS and CKA_ID or CKA_LABEL only, add the others one by one', None, ('C_FindObjectsInit',), None, None, None, None, None, None),
    ("The vendor's list of supported attributes for this object class and firmware", None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Use what came back and a default for the missing one (no CKA_ALWAYS_AUTHENTICATE means false)',
        None,
        ('C_GetAttributeValue',),
        None,
        None,
        None,
        'OpenSC/libp11#272',
        None,
        None,
    ),
    ('If the wrapper drops everything, ask for optional attributes one at a time', None, ('C_GetAttributeValue',), None, None, None, None, None, None),
    ('Search by class and ID or label, and compare the rest yourself', None, ('C_FindObjectsInit',), None, None, None, None, None, None),
    (
        'Leave the unsupported attribute out, or add CKA_VALUE_LEN where this vendor wants it',
        None,
        (
            'C_CreateObject',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_EncapsulateKey',
            'C_DecapsulateKey',
            'C_SetAttributeValue',
            'C_CopyObject',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If the curve is the cause: take P-256 or P-384 (pkcs11-tool --keypairgen --key-type EC:prime256v1)',
        None,
        ('C_GenerateKeyPair',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'If it began with an update of firmware, middleware or client: correct the template or update the other side, which has become stricter',
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
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
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

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (('Do not abort a listing on it: from C_GetAttributeValue it is no failure of the call', None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = (
    'C_GetAttributeValue: CKR_ATTRIBUTE_TYPE_INVALID (0x12)',
    'read the values that came back; CK_UNAVAILABLE_INFORMATION marks the missing one; take CKA_ALWAYS_AUTHENTICATE as false',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ('C_GetAttributeValue',)

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_TEMPLATE_INCONSISTENT',
        'An attribute that PKCS #11 has and CloudHSM has not, in a template',
        ('cloudhsm',),
        ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey'),
        'AWS CloudHSM User Guide: Interpreting PKCS #11 library error codes (SDK 3 and SDK 5 pages, read 2026-11)',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_CURVE_NOT_SUPPORTED',
        'A curve that the trusted application does not have (releases up to 2026)',
        ('optee',),
        ('C_GenerateKeyPair',),
        'OP-TEE/optee_os#7902',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ATTRIBUTE_SENSITIVE', 'the attribute is there but not shown'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'the attribute is known, its value is wrong'),
    ('CKR_TEMPLATE_INCONSISTENT', 'what CloudHSM returns for attributes it does not take in templates'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('Utimaco', 'Module prints attribute errors to stderr even when harmless', 'Mastercard/pkcs11-tools#45', 'utimaco'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_GetAttributeValue',), 'the object has no such attribute; every other attribute of the template is filled in'),)

FUNCTIONS: tuple[str, ...] = (
    'C_CreateObject',
    'C_CopyObject',
    'C_GetAttributeValue',
    'C_SetAttributeValue',
    'C_FindObjectsInit',
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
    'Go miekg/pkcs11': 'pkcs11: 0x12: CKR_ATTRIBUTE_TYPE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ATTRIBUTE_TYPE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_ATTRIBUTE_TYPE_INVALID',
    'PyKCS11': 'CKR_ATTRIBUTE_TYPE_INVALID (0x00000012)',
    'libp11 (OpenSSL engine and provider)': 'Attribute type invalid',
    'p11-kit': 'The field is invalid or does not exist',
    'pkcs11-provider': 'Invalid attribute type specified in a template',
    'pkcs11js': 'CKR_ATTRIBUTE_TYPE_INVALID:18',
    'python-pkcs11': 'pkcs11.exceptions.AttributeTypeInvalid',
    'rust-cryptoki': 'RvError::AttributeTypeInvalid',
}
