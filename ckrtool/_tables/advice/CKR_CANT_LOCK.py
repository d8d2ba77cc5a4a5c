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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The locking asked for is not the module's: mutex callbacks without CKF_OS_LOCKING_OK where it knows operating-system locks only, or CKF_OS_LOCKING_OK where it has no native locks",
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
        'The module insists on CKF_OS_LOCKING_OK even from a program that wants no locking, though the standard allows that',
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
        'The module cannot make or take its own lock: no /dev/shm (initramfs, container), or a lock or semaphore there that belongs to another account',
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
        'The module could not create or take its own lock (cryptoauthlib on Android returns this from C_Login), or a threaded client found its login session busy and gave up (pkcs11-provider)',
        None,
        ('slot', 'session', 'login', 'object', 'operation'),
        None,
        None,
        None,
        'aws/aws-iot-device-sdk-java-v2#293, openssl-projects/pkcs11-provider#271',
        None,
        None,
        None,
        None,
    ),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
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
    ('Anything but CKF_OS_LOCKING_OK is refused', None, None, 'p11-kit-client', None, None, 'p11-glue/p11-kit#445', None, None, None, None),
    (
        'Callbacks without CKF_OS_LOCKING_OK are refused; also when its own process lock fails',
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
    (
        'The library asks for native locking by default; a module without it must be opened single-threaded',
        None,
        None,
        'pkcs11interop',
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#3, jariq/Pkcs11Interop.PDF#1',
        None,
        None,
        None,
        None,
    ),
    (
        "A mutex of mbedTLS could not be taken: threading is not set up (threading_alt.h), or the object list's mutex was never initialised",
        None,
        None,
        'corepkcs11',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Its lock is shared memory or a semaphore in /dev/shm, which an initramfs or container does not have, or which another account made',
        None,
        ('C_Initialize',),
        'cryptoauthlib',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Releases before 3.4 answer this to C_Initialize(NULL) and to a program without callbacks and without CKF_OS_LOCKING_OK, as ssh and ssh-keygen call it',
        None,
        None,
        'cryptoauthlib',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "C_Initialize's arguments in a trace: flags (0x2 is CKF_OS_LOCKING_OK) and which of the four callbacks are set",
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
    ('Does it pass with CKF_OS_LOCKING_OK and no callbacks?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Open the library with AppType.SingleThreaded (older releases: useOsLocking = false) and make all calls from one thread',
        None,
        None,
        'pkcs11interop',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Set CKF_OS_LOCKING_OK, no callbacks, pReserved NULL: right for an ordinary threaded program',
        None,
        None,
        None,
        None,
        None,
        None,
        ('code',),
        None,
        None,
        None,
    ),
    (
        'Finished program: its own option for locking (strongSwan: os_locking = yes), an update, or p11-kit-proxy.so in place of the module, which is then initialised with CKF_OS_LOCKING_OK',
        None,
        None,
        None,
        None,
        None,
        None,
        ('program',),
        None,
        None,
        None,
    ),
    (
        'If the module cannot lock: initialise with NULL and serialise every call of the whole process, plug-ins and other libraries included',
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
        'Own lock: ls -l /dev/shm; mount it (mount -t tmpfs tmpfs /dev/shm in the initramfs, --shm-size for a container), and with all its programs stopped remove a lock left there by another account (root)',
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
    ('If the wrapper hides the flags, take a version that shows them', None, None, None, None, None, None, None, None, None, None),
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
        'Mount /dev/shm before the module is used (initramfs: mount -t tmpfs tmpfs /dev/shm); with its programs stopped remove a lock there that another account made, then start the program again',
        None,
        ('C_Initialize',),
        'cryptoauthlib',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Update cryptoauthlib to 3.4.0 or later; until then use it from a program that sets CKF_OS_LOCKING_OK',
        None,
        None,
        'cryptoauthlib',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Build mbedTLS with MBEDTLS_THREADING_C, call mbedtls_threading_set_alt (threading_alt.h) before C_Initialize, and initialise the library once',
        None,
        None,
        'corepkcs11',
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
        'Do not initialise single-threaded just to silence it and then call from several threads: sessions and operations get mixed up',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_NEED_TO_CREATE_THREADS', 'is about creating threads'), ('CKR_MUTEX_BAD', 'a callback was handed a bad mutex'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('p11-kit rpc client', 'Requires CKF_OS_LOCKING_OK; anything else is refused', 'p11-glue/p11-kit#445', 'p11-kit-client'),
    (
        'openCryptoki',
        'Application-only mutexes (no CKF_OS_LOCKING_OK) are refused; failure of the global process mutex gives the same code',
        'opencryptoki/opencryptoki:usr/lib/api/api_interface.c',
        'opencryptoki',
    ),
    ('libOpenPGP11 via Pkcs11Interop', 'No native locking support; must be used in single-threaded mode', 'Pkcs11Interop/Pkcs11Interop#3', 'pkcs11interop'),
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
