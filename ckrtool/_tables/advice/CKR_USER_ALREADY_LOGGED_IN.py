"""CKR_USER_ALREADY_LOGGED_IN: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_USER_ALREADY_LOGGED_IN.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_USER_ALREADY_LOGGED_IN: This value can only be returned by **C_Login**. It indicates that the specified user cannot be logged into the session, because it is already logged into the session. For example, if an application has an open SO session, and it attempts to log the SO into it, it will receive this error code.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Another session or thread of the same process logged in before - login state is shared by all sessions of the application on that token',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Several components in one process (realms, providers, pools) each call C_Login', None, None, None, None, None, None),
    ('Reconnect code logs in although the library kept the login', None, None, None, None, None, None),
    ('Race between threads logging in at start-up', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetSessionInfo.state: CKS_RO_USER_FUNCTIONS or CKS_RW_USER_FUNCTIONS means nothing is left to do', None, None, None, None, None, None),
    ('Is the user type the one you wanted?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Treat as success when the same user type is logged in', None, None, None, None, None, None),
    (
        'Serialise the first login; log out only when the last user in the process is done, because C_Logout affects all sessions',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Do not use C_Login to check a PIN: in this case the PIN you passed was not verified', None, None, None, None, None, None),
    (
        'If the state is nevertheless public, close the sessions you own and start over; C_CloseAllSessions would take those of the other threads too',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        "Calling C_Logout to 'clean up' logs out every other thread, destroys private session objects and invalidates private object handles",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_USER_ANOTHER_ALREADY_LOGGED_IN', 'the other role (SO versus user) is logged in'), ('CKR_USER_NOT_LOGGED_IN', 'opposite'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSSH, GnuTLS, cfssl', 'Treat it as success', 'cloudflare/cfssl#404', None),
    ('Axway and other multi-realm servers', 'Second realm failed to load because the code was taken as fatal', 'softhsm/SoftHSMv2#552', None),
    ('tpm2-pkcs11', 'Login is bound to the session that performed it; closing that session logs the other out', 'tpm2-software/tpm2-pkcs11#844', None),
    ('python-pkcs11', 'Appears after client sleep because C_Logout never reached the token', 'pyauth/python-pkcs11#61', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
