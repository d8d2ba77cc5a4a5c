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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Object simply does not have the queried attribute (CKA_ALWAYS_AUTHENTICATE, CKA_MODULUS_BITS, CKA_ALLOWED_MECHANISMS, CKA_UNIQUE_ID on older modules)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Token does not support an attribute in a creation or search template', None, None, None, None, None, None),
    ('Attribute required by one vendor and forbidden by another in an unwrap or derive template (CKA_VALUE_LEN)', None, None, None, None, None, None),
    ('Firmware or middleware update became stricter', None, None, None, None, None, None),
    ('Vendor-defined or wrong-endian attribute number', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Find which attribute: in C_GetAttributeValue look for ulValueLen = CK_UNAVAILABLE_INFORMATION; in templates bisect', None, None, None, None, None, None),
    ("Compare with the vendor's attribute table", None, None, None, None, None, None),
    ('For C_FindObjectsInit retry with only CKA_CLASS plus CKA_LABEL or CKA_ID', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'For C_GetAttributeValue treat it as partial success, use the attributes that were returned and a default for the missing one (absent CKA_ALWAYS_AUTHENTICATE means false)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Query optional attributes one at a time when the module or wrapper throws everything away on this code', None, None, None, None, None, None),
    ('Remove the unsupported attribute from the template, or add CKA_VALUE_LEN if this vendor demands it', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ATTRIBUTE_SENSITIVE', 'attribute exists but may not be read'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'attribute known, value wrong'),
    ('CKR_TEMPLATE_INCONSISTENT', 'CloudHSM uses that one for attributes it does not support in templates'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'AWS CloudHSM',
        'Reading an attribute that the standard knows but CloudHSM does not support gives this; key operations still work',
        'letsencrypt/pkcs11key#20',
        None,
    ),
    ('Thales Luna', 'C_UnwrapKey of AES without CKA_VALUE_LEN and of DES with it both fail with this code', 'opencryptoki/opencryptoki#897', None),
    ('EP11 firmware', 'Newer firmware refuses CKA_VALUE_LEN on non-symmetric keys where older firmware ignored it', 'opencryptoki/opencryptoki#903', None),
    ('miekg/pkcs11 (Go)', 'Wrapper returns no attributes at all on this code although the module filled in the valid ones', 'miekg/pkcs11#174', None),
    ('Utimaco', 'Module prints attribute errors to stderr even when harmless', 'Mastercard/pkcs11-tools#45', None),
    (
        'HSMs without CKA_ALWAYS_AUTHENTICATE',
        "Reading that attribute fails with this code; callers must take it as 'false' instead of aborting",
        'OpenSC/libp11#272',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

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
