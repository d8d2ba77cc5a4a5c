"""CKR_MUTEX_BAD: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MUTEX_BAD.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.5',
        'Special return values for mutex-handling functions',
        'CKR_MUTEX_BAD: This error code can be returned by mutex-handling functions that are passed a bad mutex object as an argument. Unfortunately, it is possible for such a function not to recognize a bad mutex object. There is therefore no guarantee that such a function will successfully detect bad mutex objects and return this value.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A mutex callback that the application gave to C_Initialize got a pointer that is not, or no longer, a mutex: never created, destroyed, from before a fork',
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
    ('The application freed its mutexes before C_Finalize, or calls the module after it', None, None, None, None, None, None, None, None, None, None),
    (
        'The module passes the failure of its own lock on under this name',
        None,
        None,
        'tpm2-pkcs11',
        None,
        None,
        'tpm2-software/tpm2-pkcs11:src/lib/mutex.c',
        None,
        None,
        None,
        None,
    ),
    ('Memory was overwritten, by the application or by the module', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Did the application hand CreateMutex, LockMutex ... to C_Initialize? If not, the code comes from inside the module',
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
    ('Is this a forked child, or a call after C_Finalize?', None, None, None, None, None, None, None, None, None, None),
    ('valgrind --tool=memcheck, or a thread sanitizer build, on a test token', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Give C_Initialize the flag CKF_OS_LOCKING_OK and no callbacks: the module then uses the system's locks",
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
        'Own callbacks are needed: keep each mutex alive from CreateMutex to DestroyMutex, and reject NULL',
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
    ("After a fork: C_Initialize in the child, nothing of the parent's state", None, None, None, None, None, None, None, None, None, None),
    ("No callbacks given: report it to the module's vendor with a backtrace", None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not return CKR_OK from a callback that could not lock',
        'two threads then work in the module at once, and signatures or sessions get mixed up',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_MUTEX_NOT_LOCKED', 'a live mutex, but not locked'), ('CKR_CANT_LOCK', 'C_Initialize refused the kind of locking'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('tpm2-pkcs11', 'Its own lock wrapper returns this when lock, unlock or destroy fails', 'tpm2-software/tpm2-pkcs11:src/lib/mutex.c', 'tpm2-pkcs11'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_LOCKING_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1A0: CKR_MUTEX_BAD',
    'Java SunPKCS11': 'PKCS11Exception: CKR_MUTEX_BAD',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_MUTEX_BAD',
    'PyKCS11': 'CKR_MUTEX_BAD (0x000001A0)',
    'libp11 (OpenSSL engine and provider)': 'Mutex bad',
    'p11-kit': 'Cannot lock data',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_MUTEX_BAD:416',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::MutexBad',
}
