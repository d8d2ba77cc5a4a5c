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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Application set CKF_LIBRARY_CANT_CREATE_OS_THREADS but the module needs its own threads (event listener, network connection pool)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Framework sets that flag by default', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Look at the flags passed to C_Initialize (pkcs11-spy prints them)', None, None, None, None, None, None),
    ('Check the module documentation for background threads and a switch to disable them', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Call C_Initialize without CKF_LIBRARY_CANT_CREATE_OS_THREADS if the process may have extra threads', None, None, None, None, None, None),
    ('Otherwise disable the threaded feature in the module configuration (openCryptoki: disable-event-support)', None, None, None, None, None, None),
    ('Or use another module or a proxy process (p11-kit server) that hosts the threaded module', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_CANT_LOCK', 'about locking primitives, not about creating threads'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki',
        'Returned when event support is enabled and the flag forbids threads; disable-event-support in opencryptoki.conf removes the need',
        'opencryptoki/opencryptoki:usr/lib/api/api_interface.c',
        None,
    ),
    ('nethsm-pkcs11', 'Needs threads for its connection handling; tracked as the code to return when the flag is set', 'Nitrokey/nethsm-pkcs11#70', None),
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
