"""CKR_MUTEX_NOT_LOCKED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MUTEX_NOT_LOCKED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.5',
        'Special return values for mutex-handling functions',
        'CKR_MUTEX_NOT_LOCKED: This error code can be returned by mutex-unlocking functions. It indicates that the mutex supplied to the mutex-unlocking function was not locked.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("The application's UnlockMutex callback was asked to unlock a mutex that nobody holds", None, None, None, None, None, None, None, None, None, None),
    (
        'Lock and unlock happen on different threads, with an error-checking mutex behind the callback',
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
    ("The module's locking is unbalanced, mostly on an error path", None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Log every callback with mutex address and thread id; look for an unlock without its lock', None, None, None, None, None, None, None, None, None, None),
    ('Does it go away with CKF_OS_LOCKING_OK and no callbacks? Then the callbacks are at fault', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Give C_Initialize the flag CKF_OS_LOCKING_OK and no callbacks', None, None, None, None, None, None, None, None, None, None),
    ('Own callbacks are needed: fix their bookkeeping by thread', None, None, None, None, None, None, None, None, None, None),
    (
        "Pairs are unbalanced although the callbacks are right: report to the module's vendor, with that log",
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

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Do not turn the error into CKR_OK in the callback: it hides a race', None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_MUTEX_BAD', 'the object itself is not a mutex'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_LOCKING_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1A1: CKR_MUTEX_NOT_LOCKED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_MUTEX_NOT_LOCKED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_MUTEX_NOT_LOCKED',
    'PyKCS11': 'CKR_MUTEX_NOT_LOCKED (0x000001A1)',
    'libp11 (OpenSSL engine and provider)': 'Mutex not locked',
    'p11-kit': 'The data cannot be locked',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_MUTEX_NOT_LOCKED:417',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::MutexNotLocked',
}
