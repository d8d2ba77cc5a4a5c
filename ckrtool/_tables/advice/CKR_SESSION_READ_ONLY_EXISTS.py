"""CKR_SESSION_READ_ONLY_EXISTS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_READ_ONLY_EXISTS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_READ_ONLY_EXISTS: A read-only session already exists, and so the SO cannot be logged in.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The SO is to log in while a read-only session with this token is open in the program, in any thread or library; tools open one to find the token',
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
    ("The session for the SO login was itself opened without CKF_RW_SESSION (a wrapper's default)", None, None, None, None, None, None, None, None, None, None),
    (
        'The user is to log in, not the SO: the module applies the rule for the SO to that login as well (ykcs11 before December 2015)',
        None,
        None,
        None,
        None,
        None,
        'Yubico/yubico-piv-tool#38',
        None,
        None,
        None,
        None,
    ),
    (
        'p11tool --so-login: a session that it opened earlier in the same run is still open, read-only',
        None,
        None,
        'gnutls',
        None,
        None,
        'softhsm/SoftHSMv2#451',
        None,
        None,
        None,
        None,
    ),
    (
        "The rule for the SO's login was applied to the user's login (before December 2015), so a read-only session keeps the user out",
        None,
        ('C_Login',),
        'ykcs11',
        None,
        None,
        'Yubico/yubico-piv-tool#38',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Flags of every C_OpenSession of this process in a trace: one without 0x2 blocks the login', None, None, None, None, None, None, None, None, None, None),
    ('C_GetSessionInfo on the sessions you know: RO_* states', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Close the read-only sessions (only those you own), then open one with CKF_SERIAL_SESSION | CKF_RW_SESSION and log in there, once',
        None,
        None,
        None,
        None,
        'a wrong PIN uses up a try, and SO tries are few',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Do SO work in a process of its own, such as pkcs11-tool --login --login-type so',
        None,
        None,
        None,
        None,
        'a wrong SO PIN uses up a try',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The user is to log in, not the SO: update the module, or open the session with CKF_RW_SESSION and log the user in there',
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
        'Update ykcs11, or open the session with CKF_RW_SESSION and log the user in there',
        None,
        None,
        'ykcs11',
        None,
        'a wrong PIN uses up a try',
        'Yubico/yubico-piv-tool#38',
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't repeat the SO login while sessions are being closed: once it reaches the PIN check, it may use up one of few final tries",
        None,
        None,
        None,
        None,
        'may burn SO PIN tries',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Don't use C_CloseAllSessions in a program that others work in: it ends their operations, session objects and login",
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_SESSION_READ_WRITE_SO_EXISTS', 'the mirror image: SO is in, a read-only session is wanted'),
    ('CKR_SESSION_EXISTS', 'keeps the token from being initialised'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_SESSION_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0xB7: CKR_SESSION_READ_ONLY_EXISTS',
    'Java SunPKCS11': 'PKCS11Exception: CKR_SESSION_READ_ONLY_EXISTS',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_SESSION_READ_ONLY_EXISTS',
    'PyKCS11': 'CKR_SESSION_READ_ONLY_EXISTS (0x000000B7)',
    'libp11 (OpenSSL engine and provider)': 'Read-only session exists',
    'p11-kit': 'A read-only session exists',
    'pkcs11-provider': 'A read-only session already exists',
    'pkcs11js': 'CKR_SESSION_READ_ONLY_EXISTS:183',
    'python-pkcs11': 'pkcs11.exceptions.SessionReadOnlyExists',
    'rust-cryptoki': 'RvError::SessionReadOnlyExists',
}
