"""CKR_LIBRARY_LOAD_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_LIBRARY_LOAD_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (('5.1.6', 'All other Cryptoki function return values', 'CKR_LIBRARY_LOAD_FAILED: The Cryptoki library could not load a dependent shared library.'),)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'A library that the module needs is missing or not on the search path of this process: crypto library, vendor client, PC/SC, C++ runtime',
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
        'Module and process have different architectures (32 and 64 bit, x86_64 and arm64), or macOS refuses a library that is not signed for a hardened program',
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
        'The service runs with another environment than your shell: LD_LIBRARY_PATH or PATH stripped, SELinux or AppArmor denial, container without the client software',
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
        'The configured file is not a PKCS #11 module but a helper (libp11, an OpenSSL engine)',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/libp11#76',
        None,
        None,
        None,
        None,
    ),
    ('The dependency is there in an incompatible version', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "file MODULE, and ldd MODULE as the service's user: 'not found' names the missing one",
        None,
        None,
        None,
        'the file is of doubtful origin (then objdump -p MODULE | grep NEEDED: ldd may run it)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('nm -D MODULE | grep C_GetFunctionList: no output means it is not a module', None, None, None, None, None, None, None, None, None, None),
    ('Denials at that time: journalctl, ausearch -m avc, dmesg', None, None, None, None, None, None, None, None, None, None),
    (
        "Loader's words: dlerror text; on Windows 126 (0x7E) a missing dependency, 193 (0xC1) the wrong architecture",
        None,
        None,
        None,
        None,
        None,
        'Pkcs11Interop/Pkcs11Interop#69, disig/SoftHSM2-for-Windows#15',
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Install the missing library or client package, and make it findable for the service: ldconfig, or Environment= in its unit file',
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
        'Wrong architecture: install the module for the architecture of the process, or run the process in the other one',
        None,
        None,
        None,
        None,
        None,
        'PeculiarVentures/graphene#74',
        None,
        None,
        None,
        None,
    ),
    ('Point the configuration at the module itself, with its full path', None, None, None, None, None, None, None, None, None, None),
    ('SELinux or AppArmor: add a rule for exactly this file; leave the system switched on', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not copy libraries by hand into system folders',
        'the next update mixes versions, and a FIPS module fails its integrity test',
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
    ('Do not test a module of doubtful origin with ldd, or as root', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_GENERAL_ERROR', 'what most modules return when a dependency is missing'),
    ('CKR_FUNCTION_FAILED', 'the daemon behind the module is missing, rather than a library'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Most stacks', 'The loader fails before any CK_RV exists; this code itself is rare', None, None),
    ('PyKCS11 on Windows', "'LoadLibrary() failed with error 126' although the module is there: its dependency is not", 'LudovicRousseau/PyKCS11#63', 'pykcs11'),
    ('pkcs11js on Windows', "'Win32 error 193': 32-bit module in 64-bit Node", 'PeculiarVentures/graphene#74', 'pkcs11js'),
    ('libp11', 'libp11.so is a helper library, not a module', 'OpenSC/libp11#76', 'libp11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B7: CKR_LIBRARY_LOAD_FAILED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_LIBRARY_LOAD_FAILED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_LIBRARY_LOAD_FAILED',
    'PyKCS11': 'CKR_LIBRARY_LOAD_FAILED (0x000001B7)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_LIBRARY_LOAD_FAILED:439',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::LibraryLoadFailed',
}
