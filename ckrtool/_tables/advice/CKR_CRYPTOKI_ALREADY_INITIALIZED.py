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
        'Another part of the same process initialised the module first (SunPKCS11 plus native code, openssl.cnf engine plus tool, two wrapper contexts)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Module stayed loaded after dlclose and kept its state', None, None, None, None, None, None),
    ('Double initialisation per operation in the application', None, None, None, None, None, None),
    ('Child after fork with a module that does not notice the fork', None, None, None, None, None, None),
    ('Several threads race in C_Initialize', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Trace C_Initialize/C_Finalize pairs in the process', None, None, None, None, None, None),
    ('Configuration that auto-loads the module (openssl.cnf, java.security, p11-kit)', None, None, None, None, None, None),
    ('Is this a forked child?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Treat as success, use the library, and do not call C_Finalize for an initialisation you do not own (it ends the sessions of the owner)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Share one context per module path and process (reference counting) or go through p11-kit', None, None, None, None, None, None),
    ('Check that the first initialiser asked for locking (CKF_OS_LOCKING_OK) if you use threads', None, None, None, None, None, None),
    ('In a forked child of a module that does not notice forks, change the design: initialise only after fork', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (("Calling C_Finalize to 'start clean' breaks the other user of the module in the same process", None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_CRYPTOKI_NOT_INITIALIZED', 'opposite'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SunPKCS11 and AWS IoT SDK', 'Both initialise the module; the SDK now tolerates it and never finalises', 'awslabs/aws-c-io#442', None),
    ('openssl.cnf with pkcs11 engine', 'Running pkcs11-tool against the same module failed because OpenSSL had initialised it', 'OpenSC/OpenSC#118', None),
    ('p11-kit in wpa_supplicant', 'Re-loading p11-kit left modules initialised; now treated as OK', 'p11-glue/p11-kit#134', None),
    ('kryoptic (older)', 'Second C_Initialize returned OK', 'latchset/kryoptic#375', None),
    (
        'Oracle Solaris',
        "Documented as not fatal; libraries are told never to call C_Finalize because that is the application's right",
        "Oracle Solaris Developer's Guide to Security: PKCS #11 functions",
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Initialize',)

NAMES: dict[str, str | None] = {}
