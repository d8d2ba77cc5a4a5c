"""CKR_KEY_CHANGED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_CHANGED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_CHANGED: This value is only returned by **C_SetOperationState**. It indicates that one of the keys specified is not the same key that was being used in the original saved session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('C_SetOperationState got another key than the one in use when the state was saved', None, None, None, None, None, None, None, None, None, None),
    ('The key was rotated or imported again, or another object has the same label', None, None, None, None, None, None, None, None, None, None),
    ('The state is being restored on another token', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Both key arguments and the operation that was saved', None, None, None, None, None, None, None, None, None, None),
    ('CKA_ID (and CKA_CHECK_VALUE where there is one) against the key used at saving', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Find the original key by CKA_ID and pass its handle', None, None, None, None, None, None, None, None, None, None),
    ('If it is gone, begin the operation again from the start of the data', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not go on with the new key: one half of the result would be under each key', None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SAVED_STATE_INVALID', 'the saved state itself is unusable'), ('CKR_KEY_NEEDED', 'no key was given'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SetOperationState',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x65: CKR_KEY_CHANGED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_CHANGED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_CHANGED',
    'PyKCS11': 'CKR_KEY_CHANGED (0x00000065)',
    'libp11 (OpenSSL engine and provider)': 'Key changed',
    'p11-kit': 'The key is different than before',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_KEY_CHANGED:101',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::KeyChanged',
}
