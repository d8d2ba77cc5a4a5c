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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('C_SetOperationState got 0, but the saved operation has a key that is not in the state', None, None, None, None, None, None, None, None, None, None),
    ('The wrapper has no parameter for the keys', None, None, None, None, None, None, None, None, None, None),
    (
        'A key is demanded whenever the saved context had one',
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
    ('Both key arguments, and which operation was saved', None, None, None, None, None, None, None, None, None, None),
    ('CKF_RESTORE_KEY_NOT_NEEDED clear in the token flags: keys must always be given', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Pass the key of the encryption or of the signature or MAC when restoring', None, None, None, None, None, None, None, None, None, None),
    ('If it was a session key of a closed session it is gone: begin the operation again', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not pass just any key to satisfy the call: it would continue under the wrong one or fail with KEY_CHANGED',
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

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_NOT_NEEDED', 'the opposite'), ('CKR_KEY_HANDLE_INVALID', 'a handle was given, but a bad one'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

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
