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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Read-only session opened while the SO is logged in', None, None, None, None, None, None),
    ('Tool logs in as SO and then opens R/O sessions for browsing', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Session state of existing sessions: CKS_RW_SO_FUNCTIONS?', None, None, None, None, None, None),
    ('Flags of the failing C_OpenSession', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Open R/W sessions while the SO is logged in, or log the SO out first (C_Logout acts on every session of the process)', None, None, None, None, None, None),
    ('Keep SO sessions short and in a separate process', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SESSION_READ_ONLY_EXISTS', 'mirror image'), ('CKR_USER_ANOTHER_ALREADY_LOGGED_IN', 'user login while SO is in'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Enforced; CardOS middleware is not', 'Pkcs11Admin/Pkcs11Admin#12', None),
    ('openCryptoki', 'Enforced in C_OpenSession', 'opencryptoki/opencryptoki:usr/lib/common/new_host.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {}
