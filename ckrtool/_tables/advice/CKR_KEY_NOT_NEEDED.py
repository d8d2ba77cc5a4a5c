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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Key handle passed to C_SetOperationState for a saved state that does not involve that kind of key (for example a digest)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Encryption and authentication key arguments swapped', None, None, None, None, None, None),
    (
        'Module refuses a key that its saved state already contains, although the standard lets the caller supply it (CKF_RESTORE_KEY_NOT_NEEDED set)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Only C_SetOperationState returns it: log both key arguments and what operation was active when the state was saved', None, None, None, None, None, None),
    ('Read CKF_RESTORE_KEY_NOT_NEEDED in CK_TOKEN_INFO.flags', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Pass 0 for key handles the saved operation does not need', None, None, None, None, None, None),
    ('Swap the two key arguments if one is for signing and the other for encryption', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_NEEDED', 'opposite: a key is missing'), ('CKR_KEY_CHANGED', 'a key was supplied but it is not the one used before'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('kryoptic', 'Any encryption key passed to C_SetOperationState is refused as not needed', 'latchset/kryoptic:src/fns/sessmgmt.rs', None),)

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
