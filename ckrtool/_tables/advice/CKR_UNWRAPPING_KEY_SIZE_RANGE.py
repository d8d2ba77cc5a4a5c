"""CKR_UNWRAPPING_KEY_SIZE_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_UNWRAPPING_KEY_SIZE_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_UNWRAPPING_KEY_SIZE_RANGE: This value can only be returned by **C_UnwrapKey**. It indicates that although the requested unwrapping operation could in principle be carried out, this Cryptoki library (or the token) is unable to actually do it because the supplied key’s size is outside the range of key sizes that it can handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The unwrapping key is shorter or longer than the token, its FIPS mode or its policy allows for this mechanism (RSA under 2048 bits, for instance)',
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
        'The RSA modulus is too small for OAEP with this hash and this payload: it takes modulus - 2 x hash length - 2 bytes at most',
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
    ('CCA, CKM_RSA_AES_KEY_WRAP: the RSA key has fewer than 2048 bits (adapter 8/760)', None, None, 'opencryptoki', None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Size of the unwrapping key (CKA_MODULUS_BITS, CKA_VALUE_LEN) against min and max of the mechanism: pkcs11-tool --module M --slot S -M',
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
    ('Length of the wrapped blob against the modulus: under RSA both are the same', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Have the key wrapped again under a larger or supported key, and unwrap that', None, None, None, None, None, None, None, None, None, None),
    (
        'For big payloads (private keys) use hybrid wrapping: CKM_RSA_AES_KEY_WRAP, or an AES key under RSA and the payload under AES',
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
    ("Don't lower FIPS mode or policy to take a short key: unwrap with a proper one instead", None, None, None, None, None, None, None, None, None, None),
    (
        "Don't destroy the wrapped blob or the source key until the unwrapped key has been used with success",
        None,
        None,
        None,
        None,
        'loses keys',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPING_KEY_SIZE_RANGE', 'its counterpart of C_WrapKey'), ('CKR_WRAPPED_KEY_LEN_RANGE', 'length of the blob'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('openCryptoki CCA', 'Made from 8/760 of the adapter when a key is imported: the RSA key is below 2048 bits', None, 'opencryptoki'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xF1: CKR_UNWRAPPING_KEY_SIZE_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_UNWRAPPING_KEY_SIZE_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_UNWRAPPING_KEY_SIZE_RANGE',
    'PyKCS11': 'CKR_UNWRAPPING_KEY_SIZE_RANGE (0x000000F1)',
    'libp11 (OpenSSL engine and provider)': 'Unwrapping key size range',
    'p11-kit': 'Cannot import because the key is of the wrong size',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_UNWRAPPING_KEY_SIZE_RANGE:241',
    'python-pkcs11': 'pkcs11.exceptions.UnwrappingKeySizeRange',
    'rust-cryptoki': 'RvError::UnwrappingKeySizeRange',
}
