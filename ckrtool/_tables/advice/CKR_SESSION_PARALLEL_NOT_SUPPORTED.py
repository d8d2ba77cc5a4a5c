"""CKR_SESSION_PARALLEL_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_PARALLEL_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_PARALLEL_NOT_SUPPORTED: The specified token does not support parallel sessions. This is a legacy error code—in Cryptoki Version 2.01 and up, no token supports parallel sessions. CKR_SESSION_PARALLEL_NOT_SUPPORTED can only be returned by **C_OpenSession**, and it is only returned when **C_OpenSession** is called in a particular [deprecated] way.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'C_OpenSession was called without CKF_SERIAL_SESSION (0x4), which has to be set always',
        None,
        None,
        None,
        None,
        None,
        'OP-TEE/optee_os#4294',
        None,
        None,
        None,
        None,
    ),
    ('The wrapper passes its flags as they are: CKF_RW_SESSION alone, or 0, is not enough', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Print the flags of C_OpenSession in a trace: 0x4 for a read-only, 0x6 for a read/write session',
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (('Pass CKF_SERIAL_SESSION, and CKF_RW_SESSION with it where something is written', None, None, None, None, None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't look for another module or token: none supports parallel sessions since version 2.01, the flag is all that is missing",
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_ARGUMENTS_BAD', 'what some modules return for these flags'), ('CKR_SESSION_READ_ONLY', 'CKF_RW_SESSION is missing'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Checks this flag before it looks at the token', 'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp', 'softhsm2'),
    ('OP-TEE (older)', 'Returned another code', 'OP-TEE/optee_os#4294', 'optee'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB4: CKR_SESSION_PARALLEL_NOT_SUPPORTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_PARALLEL_NOT_SUPPORTED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_LIBRARY_FAILURE',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_PARALLEL_NOT_SUPPORTED',
    'PyKCS11': 'CKR_SESSION_PARALLEL_NOT_SUPPORTED (0x000000B4)',
    'libp11 (OpenSSL engine and provider)': 'Session parallel not supported',
    'p11-kit': None,
    'pkcs11-provider': 'Parallel sessions not supported',
    'pkcs11js': 'CKR_SESSION_PARALLEL_NOT_SUPPORTED:180',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::SessionParallelNotSupported',
}
