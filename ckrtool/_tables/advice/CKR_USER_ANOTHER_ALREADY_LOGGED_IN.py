"""CKR_USER_ANOTHER_ALREADY_LOGGED_IN: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_ANOTHER_ALREADY_LOGGED_IN.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN: This value can only be returned by **C_Login**. It indicates that the specified user cannot be logged into the session, because another user is already logged into the session. For example, if an application has an open SO session, and it attempts to log the normal user into it, it will receive this error code.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'In this program the SO is logged in and the user wants in, or the reverse: a token has one role at a time in an application',
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
        "A framework logs in with the SO PIN first and then loads the user's key store",
        None,
        None,
        None,
        None,
        None,
        'OpenSC/OpenSC-Java#4',
        None,
        None,
        None,
        None,
    ),
    ('Provisioning and use run in one process without a logout between them', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("C_GetSessionInfo.state of the program's sessions: CKS_RW_SO_FUNCTIONS or *_USER_FUNCTIONS", None, None, None, None, None, None, None, None, None, None),
    ('Order of the C_Login and C_Logout calls in the trace, and which thread made them', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Take the SO PIN out of the application's configuration: normal work needs the user only", None, None, None, None, None, None, None, None, None, None),
    ('Do SO work in a process of its own', None, None, None, None, None, None, None, None, None, None),
    (
        'If no other thread works in the present role: C_Logout, then C_Login once as the wanted user, then find the objects again',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Don't log the other role out by program: C_Logout hits every session of the process, private session objects and handles, perhaps in the middle of provisioning",
        None,
        None,
        None,
        None,
        'breaks the work of other threads',
        None,
        None,
        None,
        None,
        None,
    ),
    ("Don't take the PIN for checked: most modules answer before they look at it", None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_USER_ALREADY_LOGGED_IN', 'the same role, harmless'), ('CKR_USER_TOO_MANY_TYPES', 'a limit across applications'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC-Java', 'SO and user PIN given together log in twice and fail', 'OpenSC/OpenSC-Java#4', None),
    ('OpenSC with Java', 'The same seen as C_Login failing on slot 1', 'OpenSC/OpenSC#1077', 'opensc'),
    ('SoftHSM2', 'Answers before it checks the PIN, so no try is used', 'softhsm/SoftHSMv2:src/lib/slot_mgr/Token.cpp', 'softhsm2'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_USER_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x104: CKR_USER_ANOTHER_ALREADY_LOGGED_IN',
    'Java SunPKCS11': 'PKCS11Exception: CKR_USER_ANOTHER_ALREADY_LOGGED_IN',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_USER_ANOTHER_ALREADY_LOGGED_IN',
    'PyKCS11': 'CKR_USER_ANOTHER_ALREADY_LOGGED_IN (0x00000104)',
    'libp11 (OpenSSL engine and provider)': 'User another is already logged in',
    'p11-kit': 'Another user is already logged in',
    'pkcs11-provider': 'Another user is already logged in',
    'pkcs11js': 'CKR_USER_ANOTHER_ALREADY_LOGGED_IN:260',
    'python-pkcs11': 'pkcs11.exceptions.AnotherUserAlreadyLoggedIn',
    'rust-cryptoki': 'RvError::UserAnotherAlreadyLoggedIn',
}
