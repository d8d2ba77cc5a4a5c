"""CKR_TOKEN_NOT_INITIALIZED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_NOT_INITIALIZED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.3',
        'Cryptoki function return values for functions that use a token',
        'CKR_TOKEN_NOT_INITIALIZED: The token is in factory state and C_InitToken (or an out of band initialization method) needs to be called before any other token related operations can be completed.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'operator')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Token in factory state: C_InitToken or the vendor's set-up was never done (3.2 code)", None, None, None, None, None, None),
    ('Wrong slot: the always-present empty slot of a software token', None, None, None, None, None, None),
    ('Token database missing or not mounted, so the token looks new', None, None, None, None, None, None),
    ('Token was erased', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_TOKEN_INITIALIZED', None, None, None, None, None, None),
    ('Serial number and label: is this the expected token?', None, None, None, None, None, None),
    ('Configuration path and volume of the token store (container without persistent volume?)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('If a token with keys was expected: stop, find the right slot, configuration or mount, or restore the backup', None, None, None, None, None, None),
    ('Only for a truly new token: the SO initialises it with a label and SO PIN, then sets the user PIN', None, None, None, None, None, None),
    ('Record the SO PIN safely', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Initialising the wrong slot or a token that merely looks new destroys or hides existing keys; no program should answer this code with C_InitToken',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('C_InitToken erases all objects if the token was in use after all', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_NOT_RECOGNIZED', 'SoftHSM uses that for uninitialised tokens'),
    ('CKR_USER_PIN_NOT_INITIALIZED', 'token initialised, user PIN missing'),
    ('CKR_CRYPTOKI_NOT_INITIALIZED', 'library, not token'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('kryoptic', 'Every token call on an uninitialised token answers this', 'latchset/kryoptic:src/slot.rs', None),
    ('SoftHSM2', 'Does not know the code; C_OpenSession returns TOKEN_NOT_RECOGNIZED', 'softhsm/SoftHSMv2:src/lib/session_mgr/SessionManager.cpp', None),
    (
        'strongSwan with SoftHSM2',
        'Shows the situation under another code: the always-present empty slot answers TOKEN_NOT_RECOGNIZED',
        'softhsm/SoftHSMv2#748',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
