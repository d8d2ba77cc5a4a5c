"""CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT: This value can only be returned by **C_UnwrapKey**. It indicates that the type of the key specified to unwrap another key is not consistent with the mechanism specified for unwrapping.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Key type and mechanism do not go together: an AES key with an RSA mechanism, or the reverse', None, None, None, None, None, None, None, None, None, None),
    ('The public half was passed: RSA unwraps with the private key', None, None, None, None, None, None, None, None, None, None),
    ('Several keys share a label and the wrong one was found', None, None, None, None, None, None, None, None, None, None),
    ("The key is not of the mechanism's type (not CKK_ML_KEM, for instance)", None, ('C_DecapsulateKey',), None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKA_CLASS and CKA_KEY_TYPE of the unwrapping key', None, None, None, None, None, None, None, None, None, None),
    ('The mechanism in the trace, and the one that the blob was wrapped with', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Find the key by CKA_CLASS, CKA_KEY_TYPE and CKA_ID: private for RSA, secret for AES', None, None, None, None, None, None, None, None, None, None),
    ('Use the mechanism that was used for wrapping, with the same parameters', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Don't try one mechanism after the other on a blob: some accept it and leave a wrong key", None, None, None, None, None, None, None, None, None, None),
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_WRAPPING_KEY_TYPE_INCONSISTENT', 'its counterpart of C_WrapKey; SoftHSM returns it for some unwrap mechanisms too'),
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'right type, but CKA_UNWRAP is false'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('SoftHSM2', 'For some AES and DES3 CBC mechanisms C_UnwrapKey answers WRAPPING_KEY_TYPE_INCONSISTENT', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xF2: CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT',
    'PyKCS11': 'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT (0x000000F2)',
    'libp11 (OpenSSL engine and provider)': 'Unwrapping key type inconsistent',
    'p11-kit': 'Cannot import because the key is of the wrong type',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT:242',
    'python-pkcs11': 'pkcs11.exceptions.UnwrappingKeyTypeInconsistent',
    'rust-cryptoki': 'RvError::UnwrappingKeyTypeInconsistent',
}
