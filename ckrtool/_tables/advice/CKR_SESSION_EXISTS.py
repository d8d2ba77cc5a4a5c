"""CKR_SESSION_EXISTS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_EXISTS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_EXISTS: This value can only be returned by **C_InitToken**. It indicates that a session with the token is already open, and so the token cannot be initialized.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('operator', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "A session with this token is open in this very program: the tool's own, or one that it forgot",
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
    ('Another process or a service uses the token, as a client/server module can see', None, None, None, None, None, None, None, None, None, None),
    ('A management console or an agent holds its session for as long as it runs', None, None, None, None, None, None, None, None, None, None),
    (
        'A service opens its session at boot, so that even a restart of the machine does not free the token',
        None,
        None,
        'optee',
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
        'Is it the right token? Compare label and serial (pkcs11-tool --module M -T), and list what is on it (-O) before you think of initialising',
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
        'Who has the module loaded: lsof /path/to/module.so, fuser -v, systemctl status of the services; on a network HSM its session list',
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
        'ulSessionCount of CK_TOKEN_INFO counts your own program only: 0 does not mean that nobody uses the token',
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

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Stop and ask whether the token may be erased at all: C_InitToken deletes every object that can be deleted',
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
        'If only the user PIN is to be reset: C_InitPIN as SO instead (pkcs11-tool --login --login-type so --init-pin)',
        None,
        None,
        None,
        None,
        'a wrong SO PIN uses up a try; the old user PIN stops working',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "If erasing is meant: have a tested backup, stop every service that uses the token, and close the tool's own sessions",
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
        'When no session is left: initialise once, by hand, with the serial number compared',
        None,
        None,
        None,
        None,
        'erases the token',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Stop the service that opens the session at boot (disable it for the time being), then initialise',
        None,
        None,
        'optee',
        None,
        'erases the token',
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't repeat C_InitToken until it works: this code is often the last thing between a token in use and its wipe",
        None,
        None,
        None,
        None,
        'erases the token',
        None,
        None,
        None,
        None,
        None,
    ),
    ("Don't kill the processes that hold the sessions before you know what they do with the keys", None, None, None, None, None, None, None, None, None, None),
    (
        "Don't rely on this code as a safeguard: other processes' sessions are not seen",
        None,
        None,
        'softhsm2',
        None,
        'erases a token in use',
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_ONLY_EXISTS', 'what keeps the SO from logging in'), ('CKR_SESSION_COUNT', 'too many sessions'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('Pkcs11Admin', 'Its master session kept ProtectServer tokens from being initialised', 'Pkcs11Admin/Pkcs11Admin#41', 'protecttoolkit'),
    ('OP-TEE', 'The session of another process blocked pkcs11-tool --init-token, across reboots too', 'Pkcs11Interop/Pkcs11Interop#238', 'optee'),
    (
        'OP-TEE (before a fix in 2023)',
        'C_InitToken took an initialised token without the old SO PIN: only the open session stood in the way',
        'OP-TEE/optee_os#5914',
        'optee',
    ),
    ('SoftHSM2', 'Sees the sessions of its own process only', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_InitToken',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB6: CKR_SESSION_EXISTS',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_EXISTS',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_EXISTS',
    'PyKCS11': 'CKR_SESSION_EXISTS (0x000000B6)',
    'libp11 (OpenSSL engine and provider)': 'Session exists',
    'p11-kit': 'An open session exists',
    'pkcs11-provider': 'Session already exists',
    'pkcs11js': 'CKR_SESSION_EXISTS:182',
    'python-pkcs11': 'pkcs11.exceptions.SessionExists',
    'rust-cryptoki': 'RvError::SessionExists',
}
