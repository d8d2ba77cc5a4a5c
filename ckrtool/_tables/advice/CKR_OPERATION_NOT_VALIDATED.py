"""CKR_OPERATION_NOT_VALIDATED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_NOT_VALIDATED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.1',
        'Universal Cryptoki function return values',
        'CKR_OPERATION_NOT_VALIDATED: The requested operation violates one or more of the token’s validation policies. Tokens may choose to return a more specific error (like CKR_ATTRIBUTE_VALUE_INVALID or CKR_DATA_LEN_RANGE).',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Algorithm, key size, padding or hash is outside the approved mode of this token (FIPS 140 or the like)',
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
    ('The key was made or imported in a way that is not validated, so approved services refuse it', None, None, None, None, None, None, None, None, None, None),
    ('Session or token enforces a validation policy that this program was not written for', None, None, None, None, None, None, None, None, None, None),
    (
        'Key generation or import with parameters below the approved strength',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair', 'C_CreateObject', 'C_UnwrapKey'),
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

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Mechanism, size and origin of the key against the security policy document of the module', None, None, None, None, None, None, None, None, None, None),
    (
        "C_GetSessionValidationFlags, CKA_OBJECT_VALIDATION_FLAGS of the key, and the token's CKO_VALIDATION objects (3.2)",
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
        'Does the same call pass with SHA-256 and RSA-3072, P-256 or AES-256? Then the parameters are the reason',
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
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Use an approved mechanism and size: RSA of 2048 bits or more with SHA-2, P-256 and up, AES', None, None, None, None, None, None, None, None, None, None),
    ('Generate the key on the token in its approved mode, instead of importing it', None, None, None, None, None, None, None, None, None, None),
    (
        'The service is needed although not approved: let the HSM administrator decide on a separate token or partition for it',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not switch the validated mode off to get past it',
        'a change of mode erases the keys on many HSMs, and the compliance is gone',
        None,
        None,
        None,
        'may erase all keys',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Do not hash or pad outside the token to slip a forbidden request through', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_INVALID', 'what older modules in FIPS mode answer'),
    ('CKR_KEY_SIZE_RANGE', 'the size, where the module says it more exactly'),
    ('CKR_FIPS_SELF_TEST_FAILED', 'the module is broken, not the request refused'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x207: CKR_OPERATION_NOT_VALIDATED',
    'Java SunPKCS11': None,
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_OPERATION_NOT_VALIDATED (0x00000207)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:519',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
