"""CKR_MUTEX_BAD: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MUTEX_BAD.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.5',
        'Special return values for mutex-handling functions',
        'CKR_MUTEX_BAD: This error code can be returned by mutex-handling functions that are passed a bad mutex object as an argument. Unfortunately, it is possible for such a function not to recognize a bad mutex object. There is therefore no guarantee that such a function will successfully detect bad mutex objects and return this value.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Application-supplied mutex callback got a pointer that is not a live mutex (destroyed, not created, fork)', None, None, None, None, None, None),
    ("Module's internal OS mutex failed and it reused this code", None, None, None, None, None, None),
    ('Memory corruption', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Did the application pass CreateMutex/LockMutex callbacks to C_Initialize?', None, None, None, None, None, None),
    ('Run under a thread sanitizer or valgrind; check for use after C_Finalize', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use CKF_OS_LOCKING_OK without own callbacks', None, None, None, None, None, None),
    ("Fix the callback's object lifetime", None, None, None, None, None, None),
    ('Re-initialise the library after fork', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_MUTEX_NOT_LOCKED', 'unlock of an unlocked mutex'), ('CKR_CANT_LOCK', 'C_Initialize refused the locking mode'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('tpm2-pkcs11', 'Its own pthread wrapper returns this when lock, unlock or destroy fails', 'tpm2-software/tpm2-pkcs11:src/lib/mutex.c', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
