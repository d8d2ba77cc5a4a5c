"""CKR_USER_TOO_MANY_TYPES: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_TOO_MANY_TYPES.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_TOO_MANY_TYPES: An attempt was made to have more distinct users simultaneously logged into the token than the token and/or library permits. For example, if some application has an open SO session, and another application attempts to log the normal user into a session, the attempt may return this error. It is not required to, however. Only if the simultaneous distinct users cannot be supported does **C_Login** have to return this value. Note that this error code generalizes to true multi-user tokens.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Another application has the SO (or the user) logged in, and this token allows one role at a time',
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
    ('A token with many users has reached its limit of users logged in together', None, None, None, None, None, None, None, None, None, None),
    (
        'The card holds more applications than the driver can bind at once',
        None,
        None,
        'opensc',
        None,
        None,
        'OpenSC/OpenSC:src/pkcs11/framework-pkcs15.c',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Who uses the token: lsof /path/to/module.so, the HSM's session list; who has the SO's session?",
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
    ('Does it work once that program has logged out?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Let the other application finish and log out, then log in once', None, None, None, None, 'a wrong PIN uses up a try', None, None, None, None, None),
    ('Agree on times: SO work short, alone, outside the hours of the services', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("Don't repeat the login in a loop: each may reach the PIN check", None, None, None, None, 'may burn PIN tries', None, None, None, None, None),
    (
        "Don't throw the other application out in the middle of provisioning: the token may be left half set up",
        None,
        None,
        None,
        None,
        'leaves the token half changed',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_USER_ANOTHER_ALREADY_LOGGED_IN', 'conflict inside one application'), ('CKR_SESSION_COUNT', 'limit of sessions'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('OpenSC', 'Used inside when a card has more applications than the driver can bind', 'OpenSC/OpenSC:src/pkcs11/framework-pkcs15.c', 'opensc'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_USER_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x105: CKR_USER_TOO_MANY_TYPES',
    'Java SunPKCS11': 'PKCS11Exception: CKR_USER_TOO_MANY_TYPES',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_USER_TOO_MANY_TYPES',
    'PyKCS11': 'CKR_USER_TOO_MANY_TYPES (0x00000105)',
    'libp11 (OpenSSL engine and provider)': 'User too many types',
    'p11-kit': 'Too many users of different types are logged in',
    'pkcs11-provider': 'Attempted to log in more users than the token can support',
    'pkcs11js': 'CKR_USER_TOO_MANY_TYPES:261',
    'python-pkcs11': 'pkcs11.exceptions.UserTooManyTypes',
    'rust-cryptoki': 'RvError::UserTooManyTypes',
}
