"""CKR_KEY_NOT_NEEDED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_NOT_NEEDED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_NOT_NEEDED: An extraneous key was supplied to **C_SetOperationState**. For example, an attempt was made to restore a session that had been performing a message digesting operation, and an encryption key was supplied.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('C_SetOperationState got a key that the saved operation does not use (a digest, for example)', None, None, None, None, None, None, None, None, None, None),
    ('hEncryptionKey and hAuthenticationKey are swapped', None, None, None, None, None, None, None, None, None, None),
    (
        'The saved state already holds the key and the module wants 0, though the standard lets the caller give it',
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
    ('Any encryption key given here is refused', None, None, 'kryoptic', None, None, 'latchset/kryoptic:src/fns/sessmgmt.rs', None, None, None, None),
    (
        'A key is refused when the saved context had none',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Both key arguments, and which operation was active when the state was saved', None, None, None, None, None, None, None, None, None, None),
    ('CKF_RESTORE_KEY_NOT_NEEDED among the token flags', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Pass 0 for each key the saved operation did not have', None, None, None, None, None, None, None, None, None, None),
    ('Swap the two arguments if one is for encryption and the other for signing or MAC', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not discard the saved state: the same call with the right key arguments still works', None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_NEEDED', 'the opposite: a key is missing'), ('CKR_KEY_CHANGED', 'a key was given, but another one'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SetOperationState',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x64: CKR_KEY_NOT_NEEDED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_NOT_NEEDED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_NOT_NEEDED',
    'PyKCS11': 'CKR_KEY_NOT_NEEDED (0x00000064)',
    'libp11 (OpenSSL engine and provider)': 'Key not needed',
    'p11-kit': 'No key is needed',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_KEY_NOT_NEEDED:100',
    'python-pkcs11': 'pkcs11.exceptions.KeyNotNeeded',
    'rust-cryptoki': 'RvError::KeyNotNeeded',
}
