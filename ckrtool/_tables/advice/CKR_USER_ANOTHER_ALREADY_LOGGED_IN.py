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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('SO is logged in and the user logs in (or vice versa) in the same application', None, None, None, None, None, None),
    ('Framework logs in with an SO PIN first and then loads the user key store', None, None, None, None, None, None),
    ('Provisioning and usage mixed in one process without logout', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetSessionInfo.state of existing sessions: CKS_RW_SO_FUNCTIONS or *_USER_FUNCTIONS', None, None, None, None, None, None),
    ('Order of C_Login calls in the trace', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'When no other thread works in the present role: C_Logout, then C_Login once with the wanted role, then re-find objects',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Run SO tasks in a separate process', None, None, None, None, None, None),
    ('Remove the SO PIN from the application configuration', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'C_Logout affects every session of this process on that token: other threads lose their login, private session objects and private handles',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_USER_ALREADY_LOGGED_IN', 'same role, harmless'), ('CKR_USER_TOO_MANY_TYPES', 'limit across applications'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC-Java', 'Providing both SO and user PIN logs in twice and fails', 'OpenSC/OpenSC-Java#4', None),
    ('SoftHSM2', 'Checked before the PIN is verified, so no try is used', 'softhsm/SoftHSMv2:src/lib/slot_mgr/Token.cpp', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
