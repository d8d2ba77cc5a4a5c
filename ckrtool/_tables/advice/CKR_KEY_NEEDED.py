"""CKR_KEY_NEEDED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_NEEDED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_NEEDED: This value is only returned by **C_SetOperationState**. It indicates that the session state cannot be restored because **C_SetOperationState** needs to be supplied with one or more keys that were being used in the original saved session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_SetOperationState called with 0 although the saved state has a keyed operation whose key is not in the blob', None, None, None, None, None, None),
    ('Wrapper does not expose the key arguments', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Only C_SetOperationState returns it: log both key arguments and what operation was active when the state was saved', None, None, None, None, None, None),
    ('CKF_RESTORE_KEY_NOT_NEEDED clear in CK_TOKEN_INFO.flags: keys must be passed whenever the saved operation had one', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Pass the encryption or authentication key handle when restoring', None, None, None, None, None, None),
    ('If the key was a session object of a closed session it is gone: restart the operation', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_NOT_NEEDED', 'opposite'), ('CKR_KEY_HANDLE_INVALID', 'handle given but bad'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        'Demands the key when the saved context had one, and refuses one when it had none',
        'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SetOperationState',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x66: CKR_KEY_NEEDED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_NEEDED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_NEEDED',
    'PyKCS11': 'CKR_KEY_NEEDED (0x00000066)',
    'libp11 (OpenSSL engine and provider)': 'Key needed',
    'p11-kit': 'A key is needed',
    'pkcs11-provider': 'This operation requires a key (missing)',
    'pkcs11js': 'CKR_KEY_NEEDED:102',
    'python-pkcs11': 'pkcs11.exceptions.KeyNeeded',
    'rust-cryptoki': 'RvError::KeyNeeded',
}
