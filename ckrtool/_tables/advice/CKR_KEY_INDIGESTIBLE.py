"""CKR_KEY_INDIGESTIBLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_INDIGESTIBLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_INDIGESTIBLE: This error code can only be returned by **C_DigestKey**. It indicates that the value of the specified key cannot be digested for some reason (perhaps the key isn’t a secret key, or perhaps the token simply can’t digest this kind of key).',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('The key may not leave the token, and the module does not hash it, or not with this mechanism', None, None, None, None, None, None, None, None, None, None),
    ('The host holds only an encrypted blob of the key (IBM CCA, EP11): there is no value to hash', None, None, None, None, None, None, None, None, None, None),
    ('The key is not a secret key, or the token cannot digest keys at all', None, None, None, None, None, None, None, None, None, None),
    (
        'With another hash than SHA-1 or SHA-2 the key must be extractable and not sensitive; before 2.3 with any',
        None,
        None,
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#189, softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
    (
        'CCA and EP11: refused, because only the secure-key blob could be hashed',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#16, opencryptoki/opencryptoki#157',
        None,
        None,
        None,
        None,
    ),
    (
        'The provider itself says it, before any call: it could not load the key (ML-DSA, whose CKA_PARAMETER_SET it did not ask for, releases before mid-2026)',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#746',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKA_CLASS, CKA_EXTRACTABLE, CKA_SENSITIVE of the key', None, None, None, None, None, None, None, None, None, None),
    ('The mechanism given to C_DigestInit', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Update pkcs11-provider; the key on the token is fine', None, None, 'pkcs11-provider', None, None, None, None, None, None, None),
    ('Use SHA-1 or SHA-2 as the hash', None, None, 'softhsm2', None, None, 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None, None, None, None),
    ('Derive instead (HKDF, CKM_SHA256_KEY_DERIVATION) or use HMAC with the key', None, None, None, None, None, None, None, None, None, None),
    (
        'If an existing protocol demands the digest, the token must be one that supports C_DigestKey for such keys',
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
    ('Do not make the key extractable for this: its protection cannot be restored afterwards', None, None, None, None, None, None, None, None, None, None),
    (
        'Do not rely on digests of CCA or EP11 keys made by old versions: they are of the blob and worthless',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#16',
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
    ('CKR_KEY_UNEXTRACTABLE', 'refusal of C_WrapKey'),
    ('CKR_ATTRIBUTE_SENSITIVE', 'refusal to read the value'),
    ('CKR_KEY_TYPE_INCONSISTENT', 'wrong type for a mechanism'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki CCA and EP11',
        'Used to hash the meaningless secure-key blob silently; now the function is refused - digests made earlier are worthless',
        'opencryptoki/opencryptoki#16',
        'opencryptoki',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_DigestKey',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x67: CKR_KEY_INDIGESTIBLE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_INDIGESTIBLE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_INDIGESTIBLE',
    'PyKCS11': 'CKR_KEY_INDIGESTIBLE (0x00000067)',
    'libp11 (OpenSSL engine and provider)': 'Key indigestible',
    'p11-kit': 'Cannot include the key in the digest',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_KEY_INDIGESTIBLE:103',
    'python-pkcs11': 'pkcs11.exceptions.KeyIndigestible',
    'rust-cryptoki': 'RvError::KeyIndigestible',
}
