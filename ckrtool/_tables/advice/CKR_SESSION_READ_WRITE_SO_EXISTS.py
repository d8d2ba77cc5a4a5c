"""CKR_SESSION_READ_WRITE_SO_EXISTS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_READ_WRITE_SO_EXISTS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_READ_WRITE_SO_EXISTS: A read/write SO session already exists, and so a read-only session cannot be opened.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The SO is logged in, in some thread of this program, and a read-only session is asked for: there is no read-only SO state',
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
    ('A tool logs the SO in and then opens read-only sessions to browse', None, None, None, None, None, 'Pkcs11Admin/Pkcs11Admin#12', None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("C_GetSessionInfo.state of the program's sessions: CKS_RW_SO_FUNCTIONS", None, None, None, None, None, None, None, None, None, None),
    ('Flags of the C_OpenSession that failed: 0x4 without 0x2', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('While the SO is in, open sessions with CKF_RW_SESSION', None, None, None, None, None, None, None, None, None, None),
    (
        "Finish the SO's work and C_Logout, if no other thread is still doing it, then open the read-only session",
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
    ('Keep SO work short and in a process of its own', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't log the SO out from under a thread that provisions the token: C_Logout acts on every session of the program",
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_ONLY_EXISTS', 'the mirror image'), ('CKR_USER_ANOTHER_ALREADY_LOGGED_IN', 'user login while the SO is in'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Enforces it; CardOS middleware does not', 'Pkcs11Admin/Pkcs11Admin#12', 'softhsm2'),
    ('openCryptoki', 'Enforces it in C_OpenSession', 'opencryptoki/opencryptoki:usr/lib/common/new_host.c', 'opencryptoki'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB8: CKR_SESSION_READ_WRITE_SO_EXISTS',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_READ_WRITE_SO_EXISTS',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_READ_WRITE_SO_EXISTS',
    'PyKCS11': 'CKR_SESSION_READ_WRITE_SO_EXISTS (0x000000B8)',
    'libp11 (OpenSSL engine and provider)': 'Read/write SO session exists',
    'p11-kit': 'An administrator session exists',
    'pkcs11-provider': 'A read/write SO session already exists',
    'pkcs11js': 'CKR_SESSION_READ_WRITE_SO_EXISTS:184',
    'python-pkcs11': 'pkcs11.exceptions.SessionReadWriteSOExists',
    'rust-cryptoki': 'RvError::SessionReadWriteSoExists',
}
