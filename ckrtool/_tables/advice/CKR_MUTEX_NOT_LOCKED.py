"""CKR_MUTEX_NOT_LOCKED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MUTEX_NOT_LOCKED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.5',
        'Special return values for mutex-handling functions',
        'CKR_MUTEX_NOT_LOCKED: This error code can be returned by mutex-unlocking functions. It indicates that the mutex supplied to the mutex-unlocking function was not locked.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Application's UnlockMutex callback asked to unlock a mutex that is not locked", None, None, None, None, None, None),
    ('Lock and unlock on different threads with an error-checking mutex', None, None, None, None, None, None),
    ('Unbalanced locking in the module', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Log lock/unlock pairs in the callbacks with thread IDs', None, None, None, None, None, None),)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use native locking (CKF_OS_LOCKING_OK)', None, None, None, None, None, None),
    ('Otherwise fix the callbacks; report unbalanced calls to the module vendor', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_MUTEX_BAD', 'object itself invalid'),)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
