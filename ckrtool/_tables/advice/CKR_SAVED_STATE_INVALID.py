"""CKR_SAVED_STATE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SAVED_STATE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SAVED_STATE_INVALID: This value can only be returned by **C_SetOperationState**. It indicates that the supplied saved cryptographic operations state is invalid, and so it cannot be restored to the specified session.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('State blob from another token, module version, session state or login', None, None, None, None, None, None),
    ('Corrupted or truncated blob', None, None, None, None, None, None),
    ('Mechanism does not support restoring', None, None, None, None, None, None),
    ('3.2: C_AsyncJoin with an unknown operation identifier', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Where and when was the state saved (C_GetOperationState)? Same token and same session state?', None, None, None, None, None, None),
    ('Blob length', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Restart the operation from the beginning', None, None, None, None, None, None),
    ('Do not persist operation state across module upgrades; save the input instead', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_STATE_UNSAVEABLE', 'could not be saved in the first place'), ('CKR_KEY_NEEDED', 'state fine, key missing'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'openCryptoki (older)',
        'Saved only one of several active operations, so dual-function states could not be restored',
        'opencryptoki/opencryptoki#574',
        None,
    ),
    ('kryoptic', 'Default answer of mechanisms without restore support', 'latchset/kryoptic:src/mechanism.rs', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SetOperationState', 'C_AsyncJoin')

NAMES: dict[str, str | None] = {}
