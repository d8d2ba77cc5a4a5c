"""CKR_DOMAIN_PARAMS_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DOMAIN_PARAMS_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_DOMAIN_PARAMS_INVALID: Invalid or unsupported domain parameters were supplied to the function. Which representation methods of domain parameters are supported by a given mechanism can vary from token to token.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Curve given by explicit parameters (prime, coefficients, base point) where the token takes only a named curve's object identifier",
        None,
        None,
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
        'CKA_EC_PARAMS is not DER: a curve name as text, or an OID without its 06 header and length',
        None,
        ('C_CreateObject', 'C_GenerateKeyPair', 'C_UnwrapKey'),
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
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    ('The curve is not supported, on a module without CKR_CURVE_NOT_SUPPORTED', None, None, None, None, None, None, None, None, None, None),
    (
        'DH or DSA: prime, subprime or base of a size or group that the token refuses',
        None,
        ('C_GenerateKeyPair', 'C_CreateObject', 'C_DeriveKey'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("The peer's key is on another curve than your own", None, ('C_DeriveKey',), None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'openssl asn1parse -inform DER -in <params>: one OBJECT is a named curve, a SEQUENCE is explicit',
        None,
        None,
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
        'Flags of CKM_EC_KEY_PAIR_GEN: CKF_EC_NAMEDCURVE (CKF_EC_OID), CKF_EC_ECPARAMETERS, CKF_EC_F_P (pkcs11-tool --module MODULE -M)',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The very bytes of the template in a pkcs11-spy log', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Pass the DER of the named curve's OID, for P-256 the ten bytes 06 08 2a 86 48 ce 3d 03 01 07", None, None, None, None, None, None, None, None, None, None),
    (
        'Convert a key with explicit parameters before the import: openssl ec -in <key> -param_enc named_curve -out <new key>',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('For DH and DSA take a standard group of the size that the token lists', None, None, None, None, None, None, None, None, None, None),
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
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not leave the converted private key behind, it is an unprotected file: write it to a folder that only you can read, and delete it (shred -u) after the import',
        None,
        None,
        None,
        None,
        'exposes the private key',
        None,
        None,
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
    ('CKR_CURVE_NOT_SUPPORTED', 'well-formed parameters, curve unknown to the token'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'what older modules answer'),
    ('CKR_MECHANISM_PARAM_INVALID', 'used by some openCryptoki tokens before 2018'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki (older)',
        'Tokens disagreed between CKR_MECHANISM_PARAM_INVALID and CKR_ATTRIBUTE_VALUE_INVALID',
        'opencryptoki/opencryptoki#186',
        'opencryptoki',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x130: CKR_DOMAIN_PARAMS_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DOMAIN_PARAMS_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_DOMAIN_PARAMS_INVALID',
    'PyKCS11': 'CKR_DOMAIN_PARAMS_INVALID (0x00000130)',
    'libp11 (OpenSSL engine and provider)': 'Domain params invalid',
    'p11-kit': 'The crypto mechanism has an invalid parameter',
    'pkcs11-provider': 'Invalid or unsupported domain parameters were supplied to the function',
    'pkcs11js': 'CKR_DOMAIN_PARAMS_INVALID:304',
    'python-pkcs11': 'pkcs11.exceptions.DomainParamsInvalid',
    'rust-cryptoki': 'RvError::DomainParamsInvalid',
}
