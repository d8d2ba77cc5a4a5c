"""CKR_NEED_TO_CREATE_THREADS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_NEED_TO_CREATE_THREADS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_NEED_TO_CREATE_THREADS: This value can only be returned by **C_Initialize**. It is returned when two conditions hold: 1. The application called **C_Initialize** in a way which tells the Cryptoki library that application threads executing calls to the library cannot use native operating system methods to spawn new threads. 2. The library cannot function properly without being able to spawn new threads in the above fashion.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'C_Initialize was called with CKF_LIBRARY_CANT_CREATE_OS_THREADS, but the module runs threads of its own (events, connections)',
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
    ('A framework sets that flag by default', None, None, None, None, None, None, None, None, None, None),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    (
        'Event support is on and needs a thread',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/api/api_interface.c',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The flags given to C_Initialize in a pkcs11-logger or pkcs11-spy trace: 0x1 is CKF_LIBRARY_CANT_CREATE_OS_THREADS',
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
    ("The module's manual: which feature needs the thread, and can it be switched off?", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Call C_Initialize without that flag, if the process may have further threads', None, None, None, None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    (
        'Put disable-event-support into opencryptoki.conf and restart pkcsslotd when nothing uses it',
        None,
        None,
        'opencryptoki',
        None,
        'restarting the daemon cuts off every program connected to it',
        None,
        None,
        None,
        None,
        None,
    ),
    ("Switch the threaded feature off in the module's configuration", None, None, None, None, None, None, None, None, None, None),
    (
        'Where no setting helps: run the module in another process (p11-kit server) and use p11-kit-client here',
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

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not drop the flag where it has a reason (seccomp, a program that forks without exec): threads of the module do not survive a fork',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_CANT_LOCK', 'is about locks, not about creating threads'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        'Returned when event support is enabled and the flag forbids threads; disable-event-support in opencryptoki.conf removes the need',
        'opencryptoki/opencryptoki:usr/lib/api/api_interface.c, opencryptoki.conf(5)',
        'opencryptoki',
    ),
    (
        'nethsm-pkcs11',
        'Asked for as the code to return when the flag is set; since 2.2.0 threads can be switched off',
        'Nitrokey/nethsm-pkcs11#70, Nitrokey/nethsm-pkcs11#329',
        'nethsm',
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Initialize',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_LOCKING_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x9: CKR_NEED_TO_CREATE_THREADS',
    'Java SunPKCS11': 'PKCS11Exception: CKR_NEED_TO_CREATE_THREADS',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_NEED_TO_CREATE_THREADS',
    'PyKCS11': 'CKR_NEED_TO_CREATE_THREADS (0x00000009)',
    'libp11 (OpenSSL engine and provider)': 'Need to create threads',
    'p11-kit': 'The module cannot create needed threads',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_NEED_TO_CREATE_THREADS:9',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::NeedToCreateThreads',
}
