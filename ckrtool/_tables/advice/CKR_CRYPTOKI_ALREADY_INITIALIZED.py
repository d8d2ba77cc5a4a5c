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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Another part of the same process initialised the module first: an openssl.cnf engine or provider, SunPKCS11 beside native code, a second wrapper context',
        None,
        None,
        None,
        None,
        None,
        'awslabs/aws-c-io#442',
    ),
    (
        'The program calls C_Initialize for each operation without a C_Finalize between',
        'it goes unnoticed where unloading the module resets it, and fails where the module stays resident',
        None,
        None,
        None,
        None,
        'indygreg/apple-platform-rs#350',
    ),
    (
        "The process is a forked child and the module has not noticed the fork: it answers the child's own C_Initialize from the parent's state",
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC#960',
    ),
    ('Two threads race to initialise; the second one gets this code', None, None, None, None, None, 'OpenSC/OpenSC#2067'),
    ('An earlier part of this process left without C_Finalize and the module stayed loaded after dlclose', None, None, None, None, None, 'p11-glue/p11-kit#134'),
    (
        'AlreadyInitialized comes from the wrapper: pkcs11.lib() was called with a second library path, and it holds one library a process',
        None,
        None,
        'python-pkcs11',
        None,
        None,
        'pyauth/python-pkcs11#193',
    ),
    (
        'A token driver that keeps state in a forked process answers so in every child; it is not made for fork',
        None,
        None,
        'rutoken',
        None,
        None,
        'OpenSC/OpenSC#960',
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Who calls C_Initialize first? Put pkcs11-spy before the module, or list every load: openssl.cnf, java.security, p11-kit list-modules',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Is this process the child of a fork? Compare its process id with the one that initialised', None, None, None, None, None, None),
    ('Did the first initialiser ask for locking (CKF_OS_LOCKING_OK)? Your own request for it was not heard', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Take it as success: go on with C_GetSlotList and C_OpenSession, and never call C_Finalize for an initialisation that is not yours',
        None,
        None,
        None,
        None,
        None,
        'awslabs/aws-c-io#442',
    ),
    (
        "In a forked child the child's own C_Initialize was right: after this answer open new sessions and log in there; if those fail, let the process initialise only after the fork",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('In your own program: one context a module path and process, made once, with reference counting', None, None, None, None, None, 'NLnetLabs/krill#546'),
    ('If you use threads and cannot show that the first initialiser asked for locking, serialise your calls', None, None, None, None, None, None),
    ('Or load the modules through p11-kit: it initialises once and counts its users', None, None, None, None, None, 'p11-glue/p11-kit:p11-kit/proxy.c'),
    (
        'A tool fails beside an engine: take the module out of the openssl.cnf that this tool reads (OPENSSL_CONF)',
        None,
        None,
        'pkcs11-tool',
        None,
        None,
        'OpenSC/OpenSC#118',
    ),
    ('Skip the exception and use the library', None, None, 'pkcs11js', None, None, 'PeculiarVentures/pkcs11js#62'),
    (
        'Ask Pkcs11::is_initialized() first, or treat CryptokiAlreadyInitialized as success',
        None,
        None,
        'rust-cryptoki',
        None,
        None,
        'parallaxsecond/rust-cryptoki#77',
    ),
    ('One library a process: use another process for the second module', None, None, 'python-pkcs11', None, None, 'pyauth/python-pkcs11#130'),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Do not call C_Finalize to start clean',
        'it ends sessions, logins and running operations of whoever initialised the module in this process',
        None,
        None,
        None,
        'breaks the other user of the module in this process',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CRYPTOKI_NOT_INITIALIZED', 'the opposite; what a module that notices the fork gives to the child'),
    ('CKR_CANT_LOCK', 'C_Initialize refused the locking you asked for; here it did not look at your arguments'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('AWS IoT SDK beside SunPKCS11', 'Both initialise; the SDK now tolerates it and then never finalises', 'awslabs/aws-c-io#442', 'java-sunpkcs11'),
    ('OpenSSL engine from openssl.cnf', 'pkcs11-tool failed on the same module, which OpenSSL had initialised at its start', 'OpenSC/OpenSC#118', 'pkcs11-tool'),
    ('p11-kit in wpa_supplicant', 'Loading p11-kit again left modules initialised; the code now counts as OK', 'p11-glue/p11-kit#134', 'p11-kit-proxy'),
    ("p11-kit's proxy", 'Never answers so: a second C_Initialize is counted and returns CKR_OK', 'p11-glue/p11-kit:p11-kit/proxy.c', 'p11-kit-proxy'),
    ('kryoptic (older)', 'A second C_Initialize returned CKR_OK', 'latchset/kryoptic#375', 'kryoptic'),
    ('NetHSM module', 'Returns CKR_OK to a second C_Initialize', 'Nitrokey/nethsm-pkcs11#324', 'nethsm'),
    (
        'Oracle Solaris',
        'Documented as not fatal; libraries are told to leave C_Finalize to the application',
        "Oracle Solaris Developer's Guide to Security: PKCS #11 functions",
        None,
    ),
    ('crypto11', 'Several contexts in one process need one shared library instance', 'eclipse-keypont/crypto11#48', 'go-crypto11'),
    (
        'web-eid with a PKCS #11 driver',
        'Initialised twice: the second call gave this, and the error shown to the user was another one',
        'web-eid/libelectronic-id#45',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_Initialize',), 'The library is ready for use: another part of this process initialised it first'),)

FUNCTIONS: tuple[str, ...] = ('C_Initialize',)

NAMES: dict[str, str | None] = {}
