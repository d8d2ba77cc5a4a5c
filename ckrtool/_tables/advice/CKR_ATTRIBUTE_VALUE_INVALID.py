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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Key size, curve or exponent not allowed by the token or its FIPS configuration', None, None, None, None, None, None),
    (
        'Boolean combination or value the token forbids (CKA_EXTRACTABLE, CKA_DERIVE, CKA_PRIVATE on public keys, CKA_TOKEN/CKA_SENSITIVE policy)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Malformed value: CK_ULONG with wrong width, CKA_EC_PARAMS not DER, PEM instead of DER certificate, wrong-length key value',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Algorithm not available at all, reported through the template (DSA on CloudHSM, AES import on small cards)', None, None, None, None, None, None),
    ('Object with this ID already exists (YubiHSM)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Reduce the template to the mandatory minimum and add attributes back one at a time', None, None, None, None, None, None),
    ('C_GetMechanismInfo for ulMinKeySize/ulMaxKeySize - but remember it may not reflect FIPS restrictions', None, None, None, None, None, None),
    (
        'Compare with a command that works, for example pkcs11-tool --keypairgen, with pkcs11-spy on both - on a test token, because it creates keys and on PIV tokens overwrites the slot',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Check encoded values (openssl asn1parse on CKA_EC_PARAMS, length of CKA_VALUE)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use a supported size, curve and exponent (2048+ bits RSA, 65537, P-256/P-384 in FIPS setups)', None, None, None, None, None, None),
    ('Remove attributes the vendor does not accept and set the ones it insists on', None, None, None, None, None, None),
    ("Encode values properly and with the platform's CK_ULONG size", None, None, None, None, None, None),
    ('If policy forbids the value, ask the HSM administrator instead of relaxing key protection', None, None, None, None, None, None),
    ('If an object with this ID exists already (YubiHSM), pick a free ID; do not delete the existing object to make room', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TEMPLATE_INCONSISTENT', 'two attributes contradict each other'),
    ('CKR_KEY_SIZE_RANGE', 'size problem of an existing key used in an operation'),
    ('CKR_CURVE_NOT_SUPPORTED', 'precise code for curves since 2.40'),
    ('CKR_ATTRIBUTE_TYPE_INVALID', 'unknown attribute instead of wrong value'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('AWS CloudHSM', 'Unsupported attributes, DSA and small RSA keys surface as this code in key generation', 'eclipse-keypont/crypto11#19', None),
    ('YubiHSM', 'Creating an object whose ID exists already maps to this code', 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c', None),
    (
        'EP11 (openCryptoki)',
        'CKA_EXTRACTABLE together with CKA_IBM_PROTKEY_EXTRACTABLE is refused when control points forbid it',
        'opencryptoki/opencryptoki#756',
        None,
    ),
    ('ePass2003', 'Importing an AES secret key is refused although the chip knows AES', 'miekg/pkcs11#41', None),
    ('ykcs11', 'Passing CKA_EXTRACTABLE at all used to make generation fail', 'Yubico/yubico-piv-tool#310', None),
    (
        'yubihsm_pkcs11',
        "Booleans must match what the device always does: CKA_TOKEN=false from EJBCA's default SunPKCS11 attributes, or CKA_PRIVATE on an imported certificate, are refused",
        'Yubico/yubihsm-shell#391',
        None,
    ),
    (
        'pkcs11-tool with AWS CloudHSM',
        'Key pair generation fails because CKA_PRIVATE=false is sent for the public key; CloudHSM accepts only true',
        'OpenSC/OpenSC#2747',
        None,
    ),
)

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
