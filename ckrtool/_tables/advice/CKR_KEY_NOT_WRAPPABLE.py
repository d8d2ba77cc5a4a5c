"""CKR_KEY_NOT_WRAPPABLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_NOT_WRAPPABLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_NOT_WRAPPABLE: Although the specified private or secret key does not have its **CKA_EXTRACTABLE** attribute set to CK_FALSE, Cryptoki (or the token) is unable to wrap the key as requested (possibly the token can only wrap a given key with certain types of keys, and the wrapping key specified is not one of these types). Compare with CKR_KEY_UNEXTRACTABLE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Key may leave only under a trusted wrapping key (CKA_WRAP_WITH_TRUSTED) and the chosen one lacks CKA_TRUSTED', None, None, None, None, None, None),
    ('Wrapping mechanism cannot carry this key type (RSA wrapping of a private key, unsupported Ed25519/Ed448 encoding)', None, None, None, None, None, None),
    (
        "CKA_WRAP_TEMPLATE of the wrapping key does not match the key's attributes (SoftHSM2; the standard says KEY_HANDLE_INVALID)",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Object is not a secret or private key', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Read CKA_EXTRACTABLE, CKA_WRAP_WITH_TRUSTED on the key; CKA_TRUSTED, CKA_WRAP, CKA_WRAP_TEMPLATE on the wrapping key', None, None, None, None, None, None),
    ('CKA_CLASS and CKA_KEY_TYPE of the key to be wrapped', None, None, None, None, None, None),
    ('C_GetMechanismInfo for CKF_WRAP on the mechanism', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Use a wrapping key that the SO marked CKA_TRUSTED, or a mechanism suitable for private keys (AES-KWP, CBC-PAD, RSA-AES key wrap)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Use the vendor's backup/cloning path for keys that are not meant to be wrapped", None, None, None, None, None, None),
    ('Choose a key type the module can encode, or upgrade the module', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_UNEXTRACTABLE', 'CKA_EXTRACTABLE is false'),
    ('CKR_WRAPPING_KEY_TYPE_INCONSISTENT', 'wrapping key does not fit the mechanism'),
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'wrapping key lacks CKA_WRAP'),
    ('CKR_KEY_HANDLE_INVALID', "the standard's code for a wrap-template mismatch"),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'SoftHSM2',
        'Returned for private keys under RSA mechanisms, for WRAP_WITH_TRUSTED without a trusted key, and for wrap-template mismatches',
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
    ),
    ('SoftHSM2', 'Ed25519/Ed448 private keys could not be wrapped with AES-KWP', 'Mastercard/pkcs11-tools#26', None),
    ('openCryptoki CCA', 'Only secret keys can be wrapped with the plain RSA mechanisms', 'opencryptoki/opencryptoki:usr/lib/cca_stdll/cca_specific.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x69: CKR_KEY_NOT_WRAPPABLE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_NOT_WRAPPABLE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_NOT_WRAPPABLE',
    'PyKCS11': 'CKR_KEY_NOT_WRAPPABLE (0x00000069)',
    'libp11 (OpenSSL engine and provider)': 'Key not wrappable',
    'p11-kit': 'The key cannot be wrapped',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_KEY_NOT_WRAPPABLE:105',
    'python-pkcs11': 'pkcs11.exceptions.KeyNotWrappable',
    'rust-cryptoki': 'RvError::KeyNotWrappable',
}
