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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Another application has the SO (or user) logged in and the token allows only one role at a time', None, None, None, None, None, None),
    ('Multi-user token reached its limit of simultaneous distinct users', None, None, None, None, None, None),
    ('Driver bookkeeping limit reached (too many applications on one card)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Which processes use the token; who holds the SO session?', None, None, None, None, None, None),
    ('Does it work after the others log out?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Let the other application finish and log out, then log in once', None, None, None, None, None, None),
    ('Keep SO work short and exclusive', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Do not loop the login, and do not force the other application out in the middle of provisioning', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_USER_ANOTHER_ALREADY_LOGGED_IN', 'conflict inside the same application'), ('CKR_SESSION_COUNT', 'session limit'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('OpenSC', 'Internally used when a card has more applications than the driver can bind', 'OpenSC/OpenSC:src/pkcs11/framework-pkcs15.c', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Login', 'C_LoginUser')

NAMES: dict[str, str | None] = {}
