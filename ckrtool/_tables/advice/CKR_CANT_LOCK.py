"""CKR_CANT_LOCK: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_CANT_LOCK.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_CANT_LOCK: This value can only be returned by **C_Initialize**. It means that the type of locking requested by the application for thread-safety is not available in this library, and so the application cannot make use of this library in the specified fashion.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Caller supplied mutex callbacks without CKF_OS_LOCKING_OK, and the module supports operating-system locks only', None, None, None, None, None, None),
    (
        'Module insists on CKF_OS_LOCKING_OK even from a caller that asks for no locking at all (p11-kit client; the standard allows that caller)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Caller set CKF_OS_LOCKING_OK but the module cannot use native locks', None, None, None, None, None, None),
    ("Module's own process lock could not be taken or created", None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Print the C_Initialize args: flags and which mutex pointers are set', None, None, None, None, None, None),
    ('Try CKF_OS_LOCKING_OK without callbacks; NULL args (single-threaded) only in a test or where one thread is certain', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Set CKF_OS_LOCKING_OK and no callbacks for a normal multi-threaded program', None, None, None, None, None, None),
    (
        'If the module cannot lock at all, initialise with NULL/zero flags and serialise every call in the process, those of plug-ins and other libraries included',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Update the wrapper to one that exposes C_Initialize flags', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Initialising single-threaded just to silence the error, then calling from several threads, corrupts sessions', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_NEED_TO_CREATE_THREADS', 'thread creation, not locking'), ('CKR_MUTEX_BAD', 'a mutex callback got a bad mutex object'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('p11-kit rpc client', 'Requires CKF_OS_LOCKING_OK; anything else is refused', 'p11-glue/p11-kit#445', None),
    (
        'openCryptoki',
        'Application-only mutexes (no CKF_OS_LOCKING_OK) are refused; failure of the global process mutex gives the same code',
        'opencryptoki/opencryptoki:usr/lib/api/api_interface.c',
        None,
    ),
    ('libOpenPGP11 via Pkcs11Interop', 'No native locking support; must be used in single-threaded mode', 'Pkcs11Interop/Pkcs11Interop#3', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Initialize',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_LOCKING_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xA: CKR_CANT_LOCK',
    'Java SunPKCS11': 'PKCS11Exception: CKR_CANT_LOCK',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INCOMPATIBLE_PKCS11',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_CANT_LOCK',
    'PyKCS11': 'CKR_CANT_LOCK (0x0000000A)',
    'libp11 (OpenSSL engine and provider)': 'Cannot lock',
    'p11-kit': 'The module cannot lock data properly',
    'pkcs11-provider': 'Internal locking failure',
    'pkcs11js': 'CKR_CANT_LOCK:10',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::CantLock',
}
