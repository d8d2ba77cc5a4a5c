"""CKR_ATTRIBUTE_VALUE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ATTRIBUTE_VALUE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ATTRIBUTE_VALUE_INVALID: An invalid value was specified for a particular attribute in a template. See Section 4.1 for more information.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Key size, curve or exponent outside what the token or its FIPS configuration allows',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_UnwrapKey'),
        None,
        None,
        None,
        'awsdocs/aws-cloudhsm-user-guide#24',
        None,
        None,
    ),
    (
        'The value is badly formed: CK_ULONG of the wrong width, an unset variable in the template, not DER where DER is wanted (CKA_EC_PARAMS, CKA_EC_POINT; CKA_SERIAL_NUMBER, CKA_ISSUER, CKA_SUBJECT of a certificate), a PEM certificate, CKA_VALUE of the wrong length',
        None,
        ('C_CreateObject', 'C_UnwrapKey', 'C_GenerateKeyPair', 'C_DeriveKey', 'C_SetAttributeValue'),
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
        'A boolean has a value that this token does not allow (CKA_PRIVATE, CKA_TOKEN, CKA_EXTRACTABLE, CKA_SENSITIVE, CKA_DERIVE), or the usage that the mechanism or the next step needs is missing (CKA_DECRYPT, CKA_UNWRAP)',
        None,
        (
            'C_CreateObject',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_UnwrapKey',
            'C_DeriveKey',
            'C_EncapsulateKey',
            'C_DecapsulateKey',
            'C_CopyObject',
            'C_SetAttributeValue',
        ),
        None,
        None,
        None,
        'Yubico/yubihsm-shell#391',
        None,
        None,
    ),
    (
        'The token cannot do this kind of key at all and says so through the template (DSA, AES on small cards)',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject'),
        None,
        None,
        None,
        'miekg/pkcs11#41',
        None,
        None,
    ),
    (
        'The search template has a value that is badly formed, such as CKA_CLASS as 4 instead of 8 bytes',
        None,
        ('C_FindObjectsInit',),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'CKA_PRIVATE=false was sent for the public key, as pkcs11-tool does; CloudHSM takes only true',
        None,
        ('C_GenerateKeyPair',),
        'cloudhsm',
        None,
        None,
        'OpenSC/OpenSC#2747',
        None,
        None,
    ),
    (
        'An unsupported attribute or key: RSA below 2048, DSA, odd curve, CKA_TOKEN or CKA_EXTRACTABLE combination',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_UnwrapKey'),
        'cloudhsm',
        None,
        None,
        'eclipse-keypont/crypto11#19',
        None,
        None,
    ),
    (
        'Another key has this label already',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_UnwrapKey'),
        'cloudhsm',
        None,
        None,
        'eclipse-keypont/crypto11#19',
        None,
        None,
    ),
    (
        'A boolean differs from what the device always does: CKA_TOKEN=false (EJBCA, SunPKCS11 defaults), CKA_PRIVATE on a certificate',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#391',
        None,
        None,
    ),
    (
        'An object with this ID is there already',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
        None,
    ),
    ('CKA_EXTRACTABLE was passed, which older versions refuse', None, ('C_GenerateKeyPair',), 'ykcs11', None, None, 'Yubico/yubico-piv-tool#310', None, None),
    (
        'EP11: CKA_EXTRACTABLE with CKA_IBM_PROTKEY_EXTRACTABLE, forbidden by control points',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#756',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Which attribute? Shrink the template to what is mandatory, add the rest one by one (CKA_TOKEN=false where the token allows it)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'pkcs11-tool --module M -M: key sizes per mechanism; FIPS limits may be tighter than what is listed',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey', 'C_CreateObject', 'C_UnwrapKey'),
        None,
        None,
        None,
        'awsdocs/aws-cloudhsm-user-guide#24',
        None,
        None,
    ),
    (
        'openssl asn1parse -inform DER on CKA_EC_PARAMS and certificates; length of CKA_VALUE against the key type',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A pkcs11-logger trace of a program that works against this one, on a test token', None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Remove CKA_PRIVATE from the public template or set it true; with pkcs11-tool use a release that allows it, or the cloud provider's key tool",
        None,
        ('C_GenerateKeyPair',),
        'cloudhsm',
        None,
        None,
        'OpenSC/OpenSC#2747',
        None,
        None,
    ),
    (
        'Take a free CKA_ID; keep the existing object',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        'yubihsm',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Set attributes(*,...) in the SunPKCS11 configuration so that CKA_TOKEN is true',
        None,
        ('C_CreateObject', 'C_CopyObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#391',
        None,
        None,
    ),
    (
        'Use a size, curve and exponent the token allows (RSA 2048 or more with 65537; P-256 or P-384 in FIPS setups)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Give each key the usage flags of its next step: CKA_DECRYPT in the unwrap template of a key that decrypts next',
        None,
        ('C_UnwrapKey', 'C_DeriveKey', 'C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Leave out what the vendor does not take, set what it insists on', None, None, None, None, None, None, None, None),
    ('Encode DER and CK_ULONG as the platform does (8 bytes on 64-bit Linux, 4 on Windows)', None, None, None, None, None, None, None, None),
    ('See with pkcs11-spy what the client really sends; if it is not what you gave, update the client', None, None, None, None, None, None, None, None),
    ('If policy forbids the value, ask the HSM administrator which one is allowed for this purpose', None, None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Do not delete an existing object to free its ID: it may be the production key', None, None, None, None, 'loses the key', None, None, None),
    ('Do not loosen CKA_SENSITIVE or CKA_EXTRACTABLE just to make the call pass', None, None, None, None, None, None, None, None),
    (
        'Test key generation on a test token: on PIV tokens a new key replaces the one in the slot',
        None,
        ('C_GenerateKeyPair',),
        None,
        None,
        'overwrites the key in the slot',
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = ('C_GenerateKeyPair: CKR_ATTRIBUTE_VALUE_INVALID (0x13)', 'RSA 2048 with exponent 01 00 01, or P-256: CKA_EC_PARAMS = 06 08 2A 86 48 CE 3D 03 01 07')

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_KEY_SIZE_RANGE',
        'A key size that FIPS mode refuses (RSA below 2048)',
        ('cloudhsm',),
        ('C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey'),
        'awsdocs/aws-cloudhsm-user-guide#24',
    ),
    (
        'CKR_CURVE_NOT_SUPPORTED',
        'A curve or key type that CloudHSM does not have',
        ('cloudhsm',),
        ('C_GenerateKeyPair', 'C_CreateObject'),
        'eclipse-keypont/crypto11#19',
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TEMPLATE_INCONSISTENT', 'two attributes contradict each other'),
    ('CKR_KEY_SIZE_RANGE', 'size of an existing key in an operation'),
    ('CKR_CURVE_NOT_SUPPORTED', 'the precise code for curves since 2.40'),
    ('CKR_ATTRIBUTE_TYPE_INVALID', 'unknown attribute instead of a wrong value'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('ePass2003', 'Importing an AES secret key is refused although the chip knows AES', 'miekg/pkcs11#41', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_CreateObject',
    'C_CopyObject',
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
    'Go miekg/pkcs11': 'pkcs11: 0x13: CKR_ATTRIBUTE_VALUE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ATTRIBUTE_VALUE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_ATTRIBUTE_VALUE_INVALID',
    'PyKCS11': 'CKR_ATTRIBUTE_VALUE_INVALID (0x00000013)',
    'libp11 (OpenSSL engine and provider)': 'Attribute value invalid',
    'p11-kit': 'Invalid value for field',
    'pkcs11-provider': 'Invalid value specified for attribute in a template',
    'pkcs11js': 'CKR_ATTRIBUTE_VALUE_INVALID:19',
    'python-pkcs11': 'pkcs11.exceptions.AttributeValueInvalid',
    'rust-cryptoki': 'RvError::AttributeValueInvalid',
}
