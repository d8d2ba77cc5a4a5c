"""CKR_WRAPPING_KEY_SIZE_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPING_KEY_SIZE_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPING_KEY_SIZE_RANGE: This value can only be returned by **C_WrapKey**. It indicates that although the requested wrapping operation could in principle be carried out, this Cryptoki library (or the token) is unable to actually do it because the supplied wrapping key’s size is outside the range of key sizes that it can handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'RSA modulus too short for the key to be wrapped: OAEP with SHA-256 leaves modulus length minus 66 bytes',
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
    ('Policy demands a wrapping key at least as strong as the wrapped one', None, None, None, None, None, None, None, None, None, None),
    ('The wrapping key is below or above the sizes of this mechanism on this token', None, None, None, None, None, None, None, None, None, None),
    ('CCA, CKM_RSA_AES_KEY_WRAP: the RSA key has fewer than 2048 bits (adapter 8/760)', None, None, 'opencryptoki', None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKA_MODULUS_BITS or CKA_VALUE_LEN of both keys', None, None, None, None, None, None, None, None, None, None),
    ('keySize of the mechanism: pkcs11-tool --module MODULE -M', None, None, None, None, None, None, None, None, None, None),
    ('Partition or HSM policy on wrapping strength', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Private keys and long secrets: wrap in two steps, CKM_RSA_AES_KEY_WRAP, or an AES key with CKM_AES_KEY_WRAP_KWP',
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
    ('Use a stronger wrapping key: AES-256, RSA of 3072 bits or more', None, None, None, None, None, None, None, None, None, None),
    (
        'If policy forbids it: take the strength that it names, or ask the HSM administrator which wrapping key is approved',
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

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not choose a weaker padding or a shorter hash only to make the key fit', None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_SIZE_RANGE', 'what SoftHSM2 returns here'), ('CKR_UNWRAPPING_KEY_SIZE_RANGE', 'the same on the unwrap side'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki CCA', 'Made from 8/760 of the adapter when a key is exported: the RSA key is below 2048 bits', None, 'opencryptoki'),
    ('SoftHSM2', 'RSA wrap of a key that is too long gives CKR_KEY_SIZE_RANGE', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x114: CKR_WRAPPING_KEY_SIZE_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_WRAPPING_KEY_SIZE_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_WRAPPING_KEY_SIZE_RANGE',
    'PyKCS11': 'CKR_WRAPPING_KEY_SIZE_RANGE (0x00000114)',
    'libp11 (OpenSSL engine and provider)': 'Wrapping key size range',
    'p11-kit': 'Cannot export because the key is of the wrong size',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_WRAPPING_KEY_SIZE_RANGE:276',
    'python-pkcs11': 'pkcs11.exceptions.WrappingKeySizeRange',
    'rust-cryptoki': 'RvError::WrappingKeySizeRange',
}
