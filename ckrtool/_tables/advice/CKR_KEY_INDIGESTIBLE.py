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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_DigestKey on a non-extractable or sensitive key whose value may not enter that hash (policy of the module)', None, None, None, None, None, None),
    ('Secure key of an HSM where the host only holds an encrypted blob (IBM CCA, EP11), so there is no value to digest', None, None, None, None, None, None),
    ('Key is not a secret key', None, None, None, None, None, None),
    ('Token cannot digest keys at all', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Read CKA_CLASS, CKA_EXTRACTABLE and CKA_SENSITIVE of the key', None, None, None, None, None, None),
    ('Which hash was initialised?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use a derivation mechanism (HKDF, CKM_SHA256_KEY_DERIVATION) or HMAC instead of digesting the key', None, None, None, None, None, None),
    ('On SoftHSM2 use a SHA-1 or SHA-2 hash, which its check lets through', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_UNEXTRACTABLE', 'wrap-time refusal'), ('CKR_ATTRIBUTE_SENSITIVE', 'reading the value'), ('CKR_KEY_TYPE_INCONSISTENT', 'wrong type for a mechanism'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'For hashes outside SHA-1/SHA-2 the key must be extractable and not sensitive', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    (
        'SoftHSM2 before 2.3',
        "Refused every non-extractable or sensitive key; trusted hashes were white-listed after a user's key-derivation scheme broke",
        'softhsm/SoftHSMv2#189',
        None,
    ),
    (
        'openCryptoki CCA and EP11',
        'Used to hash the meaningless secure-key blob silently; now the function is refused - digests made earlier are worthless',
        'opencryptoki/opencryptoki#16',
        None,
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
