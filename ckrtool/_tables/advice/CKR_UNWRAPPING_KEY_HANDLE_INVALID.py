"""CKR_UNWRAPPING_KEY_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_UNWRAPPING_KEY_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_UNWRAPPING_KEY_HANDLE_INVALID: This value can only be returned by **C_UnwrapKey**. It indicates that the key handle specified to be used to unwrap another key is not valid.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The handle is stale or 0: the search found nothing, the session was replaced, or the login is gone and with it the private key's handle",
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
    ('A public key or certificate was passed where the private (RSA) or secret (AES) key unwraps', None, None, None, None, None, None, None, None, None, None),
    ('The unwrapping key was a session object, and its session is closed', None, None, None, None, None, None, None, None, None, None),
    ('The handle of the private key for decapsulation is bad', None, ('C_DecapsulateKey',), None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('C_GetAttributeValue of CKA_CLASS, CKA_KEY_TYPE and CKA_ID on this handle, in this session', None, None, None, None, None, None, None, None, None, None),
    ("C_GetSessionInfo.state: without the user's login a private key cannot be seen", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Log in if the state is public (once), find the unwrapping key again by CKA_CLASS and CKA_ID, and repeat with the new handle',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Make the unwrapping key a token object if it is to last longer than the session', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Don't try other numbers, or the old one in a new session: it may be another object by now", None, None, None, None, None, None, None, None, None, None),
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPING_KEY_HANDLE_INVALID', 'its counterpart of C_WrapKey'), ('CKR_KEY_HANDLE_INVALID', 'what OpenSC returns instead'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', 'C_UnwrapKey turns a bad unwrapping handle into KEY_HANDLE_INVALID', 'OpenSC/OpenSC:src/pkcs11/pkcs11-object.c', 'opensc'),
    ('SoftHSM2', 'Returned for missing or invalid unwrapping key objects', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
    ('pkcs11test', 'Expects this code, as the standard has it, and not the one of C_WrapKey', 'google/pkcs11test#23', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xF0: CKR_UNWRAPPING_KEY_HANDLE_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_UNWRAPPING_KEY_HANDLE_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_UNWRAPPING_KEY_HANDLE_INVALID',
    'PyKCS11': 'CKR_UNWRAPPING_KEY_HANDLE_INVALID (0x000000F0)',
    'libp11 (OpenSSL engine and provider)': 'Unwrapping key handle invalid',
    'p11-kit': 'Cannot import because the key is invalid',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_UNWRAPPING_KEY_HANDLE_INVALID:240',
    'python-pkcs11': 'pkcs11.exceptions.UnwrappingKeyHandleInvalid',
    'rust-cryptoki': 'RvError::UnwrappingKeyHandleInvalid',
}
