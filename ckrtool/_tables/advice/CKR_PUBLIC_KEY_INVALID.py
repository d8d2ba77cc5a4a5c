"""CKR_PUBLIC_KEY_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PUBLIC_KEY_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        "CKR_PUBLIC_KEY_INVALID: The public key fails a public key validation. For example, an EC public key fails the public key validation specified in Section 5.2.2 of [ANSI X9.62]. This error code may be returned by **C_CreateObject**, when the public key is created, or by **C_VerifyInit**, **C_VerifySignatureInit** or **C_VerifyRecoverInit**, when the public key is used. It may also be returned by **C_DeriveKey**, in preference to CKR_MECHANISM_PARAM_INVALID, if the other party's public key specified in the mechanism's parameters is invalid.",
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The EC point has the wrong encoding: DER OCTET STRING where the raw point is wanted, or the other way round',
        None,
        ('C_DeriveKey', 'C_CreateObject', 'C_EncapsulateKey'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The point is not on the curve, or on another curve than the parameters say', None, None, None, None, None, None, None, None, None, None),
    (
        'This release of module or client encodes or checks the point wrongly: it began with an update, or another release works',
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
    (
        "The peer's public key was altered on the way, or belongs to another curve than yours",
        None,
        ('C_DeriveKey',),
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
        'RSA modulus or exponent is refused: even modulus, exponent 1 or too small, length out of policy',
        None,
        ('C_CreateObject', 'C_VerifyInit', 'C_VerifySignatureInit', 'C_VerifyRecoverInit'),
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
        'The key object on the token was imported with wrong values',
        None,
        ('C_VerifyInit', 'C_VerifySignatureInit', 'C_VerifyRecoverInit'),
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
        'A public key is to be derived from a private key that has no CKA_PUBLIC_KEY_INFO',
        None,
        ('C_DeriveKey',),
        'opencryptoki',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'It wrote the EC point of an imported public key without its OCTET STRING header (2018), which strict modules refuse',
        None,
        ('C_CreateObject',),
        'pkcs11-tool',
        None,
        None,
        'OpenSC/OpenSC#1285',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('openssl pkey -pubin -in <key> -pubcheck -text -noout: valid, and which curve?', None, None, None, None, None, None, None, None, None, None),
    ('Length of the point: P-256 raw 65 bytes from 04, as OCTET STRING 67 bytes from 04 41 04', None, None, None, None, None, None, None, None, None, None),
    ('Curve OID of both parties', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Encode as the standard says: the raw point in the ECDH parameters, DER OCTET STRING in CKA_EC_POINT of short Weierstrass keys',
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
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    ('Import the public key again from its certificate or a trusted copy', None, None, None, None, None, None, None, None, None, None),
    ("The peer's key really is invalid: refuse the peer and log it", None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not switch validation off or ignore the code',
        'a point off the curve lets the sender work out your private key (invalid-curve attack)',
        None,
        None,
        None,
        'gives the private key away',
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

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    (
        'CKR_VENDOR_DEFINED',
        'An EC point that is not wrapped in a DER OCTET STRING, or not on a curve the HSM has (0x8000002F, CKR_ECC_POINT_INVALID)',
        ('luna',),
        ('C_CreateObject', 'C_DeriveKey'),
        'OpenSC/OpenSC#1285, Thales Luna 7 documentation: System Operational and Error Messages (read 2026-11)',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_PARAM_INVALID', "what modules answer that do not single out the peer's key"),
    ('CKR_DOMAIN_PARAMS_INVALID', 'the curve parameters, not the point'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'at C_CreateObject on older modules'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        "Checks the point's length and runs OpenSSL's key check",
        'opencryptoki/opencryptoki:usr/lib/common/mech_ec.c, opencryptoki/opencryptoki:usr/lib/common/mech_openssl.c',
        'opencryptoki',
    ),
    (
        'kryoptic, NSS, SoftHSM2',
        'NSS and SoftHSM take both encodings of the ECDH point, kryoptic took only the raw one',
        'latchset/kryoptic#66, openssl-projects/pkcs11-provider#416',
        'kryoptic',
    ),
    ('pkcs11-provider (older)', 'Passed the DER form to ECDH; now the raw point', 'openssl-projects/pkcs11-provider#416', 'pkcs11-provider'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B9: CKR_PUBLIC_KEY_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_PUBLIC_KEY_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_PUBLIC_KEY_INVALID',
    'PyKCS11': 'CKR_PUBLIC_KEY_INVALID (0x000001B9)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_PUBLIC_KEY_INVALID:441',
    'python-pkcs11': 'pkcs11.exceptions.PublicKeyInvalid',
    'rust-cryptoki': 'RvError::PublicKeyInvalid',
}
