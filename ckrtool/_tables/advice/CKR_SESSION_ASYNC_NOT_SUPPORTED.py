"""CKR_SESSION_ASYNC_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_ASYNC_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_ASYN**C_NOT**_SUPPORTED: This value is returned if the token doesn’t support async operations.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token or module does not implement asynchronous sessions (3.2 feature)', None, None, None, None, None, None),
    ('CKF_ASYNC_SESSION set by default in the caller', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_ASYNC_SESSION_SUPPORTED (3.2)', None, None, None, None, None, None),
    ('C_GetInterfaceList: does the module offer a 3.2 interface?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Open the session without CKF_ASYNC_SESSION and call synchronously from a worker thread', None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_NOT_SUPPORTED', 'C_Async* functions missing'), ('CKR_SESSION_PARALLEL_NOT_SUPPORTED', 'legacy, missing CKF_SERIAL_SESSION'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_OpenSession',)

NAMES: dict[str, str | None] = {}
