"""CKR_KEY_CHANGED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_CHANGED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_CHANGED: This value is only returned by **C_SetOperationState**. It indicates that one of the keys specified is not the same key that was being used in the original saved session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Key supplied to C_SetOperationState differs from the one used when the state was saved', None, None, None, None, None, None),
    ('Key was rotated, re-imported or a different object has the same label', None, None, None, None, None, None),
    ('State restored on another token', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Only C_SetOperationState returns it: log both key arguments and what operation was active when the state was saved', None, None, None, None, None, None),
    ('Compare CKA_ID (and CKA_CHECK_VALUE where present) with the key in use when the state was saved', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Find the original key by CKA_ID and pass its handle', None, None, None, None, None, None),
    ('If the key is gone, restart the operation from the beginning', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SAVED_STATE_INVALID', 'state blob itself unusable'), ('CKR_KEY_NEEDED', 'no key supplied'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SetOperationState',)

NAMES: dict[str, str | None] = {}
