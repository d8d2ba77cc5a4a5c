"""CKR_CRYPTOKI_ALREADY_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_CRYPTOKI_ALREADY_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_CRYPTOKI_ALREADY_INITIALIZED: This value can only be returned by **C_Initialize**. It means that the Cryptoki library has already been initialized (by a previous call to **C_Initialize** which did not have a matching **C_Finalize** call).',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Another part of this process initialised the module first: an openssl.cnf engine, SunPKCS11 next to native code, a second wrapper',
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#118, awslabs/aws-c-io#442, parallaxsecond/rust-cryptoki#208',
        None,
        None,
        None,
        None,
    ),
    (
        'The program calls C_Initialize again without a C_Finalize between',
        'unnoticed where unloading resets the module, fatal where it stays resident',
        None,
        None,
        None,
        None,
        'indygreg/apple-platform-rs#350',
        None,
        None,
        None,
        None,
    ),
    (
        "Two threads of the program initialise at the same time (tests run in parallel, a browser's threads); the second gets this",
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#2067, parallaxsecond/rust-cryptoki#260',
        None,
        None,
        None,
        None,
    ),
    (
        "The process is a forked child and the module has not noticed the fork: it answers the child's own C_Initialize from the parent's state",
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#960',
        None,
        None,
        None,
        None,
    ),
    (
        'An earlier user of the module left without C_Finalize and dlclose did not unload it',
        None,
        None,
        None,
        None,
        None,
        'p11-glue/p11-kit#134',
        None,
        None,
        None,
        None,
    ),
    (
        "Forked child with library.reset_on_fork = false (the default): the child keeps the parent's state",
        None,
        None,
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#513',
        None,
        None,
        None,
        None,
    ),
    (
        "AlreadyInitialized is the wrapper's own: pkcs11.lib() of releases before 0.9 holds one library per process and was given a second path",
        None,
        None,
        'python-pkcs11',
        None,
        None,
        'pyauth/python-pkcs11#193',
        None,
        None,
        None,
        None,
    ),
    (
        "Forked child: this library keeps the parent's state and is not made for fork",
        None,
        None,
        'rutoken',
        None,
        None,
        'OpenSC/OpenSC#960',
        None,
        None,
        None,
        None,
    ),
    (
        'openssl.cnf activates the provider and the application loads it again, in a second library context',
        None,
        None,
        'pkcs11-provider',
        None,
        None,
        'openssl-projects/pkcs11-provider#452',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Who initialises first? pkcs11-spy log, openssl.cnf, java.security, p11-kit list-modules', None, None, None, None, None, None, None, None, None, None),
    ('Is this a forked child? Compare process ids', None, None, None, None, None, None, None, None, None, None),
    ('Did the first initialiser ask for CKF_OS_LOCKING_OK? Your own request was not heard', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Take it as success: go on with C_GetSlotList and C_OpenSession, and leave C_Finalize to the owner',
        None,
        None,
        None,
        "this process was forked: then the child's own C_Initialize counts",
        None,
        'awslabs/aws-c-io#442',
        ('code', 'card', 'hsm', 'cloud', 'software', 'tpm', 'tee'),
        None,
        None,
        None,
    ),
    (
        'Load the module once in the program: take it out of openssl.cnf (to test: OPENSSL_CONF=/dev/null), or let all parts load p11-kit-proxy.so; update a program that stops at this code',
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
        "In a forked child: the child's own C_Initialize was right; open new sessions and log in there, use no handle of the parent. If that fails, initialise only after the fork",
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'In your own program: one context per module path and process, made once (singleton) and shared by all requests, counted by its users',
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
        'Tests and threads: initialise once before they start (a static, Once, a lazy singleton), or run the tests one at a time (cargo test -- --test-threads=1)',
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
        'With threads, and no proof that the first initialiser asked for locking: serialise your calls',
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
    ('Load through p11-kit, which initialises once and counts', None, None, None, None, None, 'p11-kit manual: Sharing PKCS#11 modules', None, None, None, None),
    (
        'Only for a forked child: set library.reset_on_fork = true in softhsm2.conf, so that its C_Initialize starts afresh',
        None,
        None,
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#513',
        None,
        None,
        None,
        None,
    ),
    (
        'Give the tool an OpenSSL configuration that does not load this module (OPENSSL_CONF)',
        None,
        None,
        'pkcs11-tool',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Catch this one error of C_Initialize and go on', None, None, 'pkcs11js', None, None, 'PeculiarVentures/pkcs11js#62', None, None, None, None),
    ('Ask Pkcs11::is_initialized() first', None, None, 'rust-cryptoki', None, None, 'parallaxsecond/rust-cryptoki#77', None, None, None, None),
    (
        'Update to python-pkcs11 0.9 or later, which loads several modules and can unload one (pkcs11.unload(path)); with older releases give the second module a process of its own',
        None,
        None,
        'python-pkcs11',
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
        'Do not call C_Finalize to start clean',
        'it ends sessions, login and running operations of whoever initialised the module',
        None,
        None,
        None,
        'breaks the other user of the module in this process',
        None,
        None,
        None,
        None,
        None,
    ),
)

EXAMPLE: tuple[str, str] | None = (
    'C_Initialize failed: rv = CKR_CRYPTOKI_ALREADY_INITIALIZED (0x191)',
    'go on with C_GetSlotList; pkcs11-tool: OPENSSL_CONF=/dev/null pkcs11-tool --module M -L',
)

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CRYPTOKI_NOT_INITIALIZED', 'the opposite; what a module that notices the fork gives to the child'),
    ('CKR_CANT_LOCK', 'C_Initialize refused the locking asked for; here it did not look at the arguments'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('wpa_supplicant', 'Loading p11-kit again left modules initialised; now counted as OK', 'p11-glue/p11-kit#134', 'p11-kit-proxy'),
    ("p11-kit's proxy", 'Counts: a second C_Initialize returns CKR_OK', 'p11-glue/p11-kit:p11-kit/proxy.c', 'p11-kit-proxy'),
    ('kryoptic (older)', 'A second C_Initialize returned CKR_OK', 'latchset/kryoptic#375', 'kryoptic'),
    ('NetHSM module', 'A second C_Initialize returned CKR_OK', 'Nitrokey/nethsm-pkcs11#324', 'nethsm'),
    (
        'Oracle Solaris',
        'Documented as not fatal; libraries leave C_Finalize to the application',
        "Oracle Solaris Developer's Guide to Security: PKCS #11 functions (read 2026-11)",
        None,
    ),
    ('crypto11', 'Several contexts need one shared library instance', 'eclipse-keypont/crypto11#48', 'go-crypto11'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_Initialize',), 'The library is ready for use: another part of this process initialised it first'),)

FUNCTIONS: tuple[str, ...] = ('C_Initialize',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x191: CKR_CRYPTOKI_ALREADY_INITIALIZED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_CRYPTOKI_ALREADY_INITIALIZED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_CRYPTOKI_ALREADY_INITIALIZED',
    'PyKCS11': 'CKR_CRYPTOKI_ALREADY_INITIALIZED (0x00000191)',
    'libp11 (OpenSSL engine and provider)': 'Cryptoki already initialized',
    'p11-kit': 'The module has already been initialized',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_CRYPTOKI_ALREADY_INITIALIZED:401',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::CryptokiAlreadyInitialized',
}
