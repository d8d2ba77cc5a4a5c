"""CKR_OPERATION_CANCEL_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_CANCEL_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OPERATION_CANCEL_FAILED: This value can only be returned by **C_SessionCancel**. It means that one or more of the requested operations could not be cancelled for implementation or vendor-specific reasons.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_SessionCancel or an *Init call with NULL mechanism could not cancel the operation', None, None, None, None, None, None),
    (
        'Module has no cancel for that operation type (message signing/verification in some), or cannot cancel one half of a dual operation alone',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Hardware operation already running', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Which flags were passed to C_SessionCancel?', None, None, None, None, None, None),
    ('Does cancelling one operation type at a time work?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Finish the operation normally (Final into a scratch buffer)', None, None, None, None, None, None),
    (
        'Close the session (its session objects go with it) and open a new one, keeping another session open so that the login survives',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Ask for cancel only of operations you started', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Closing the last session logs the application out, and the new login needs the PIN; re-open while another session is held, and only once',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_OPERATION_ACTIVE', 'not cancelled and blocking'), ('CKR_OPERATION_NOT_INITIALIZED', 'nothing to cancel'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('kryoptic', 'Always answered for message sign/verify flags (not implemented)', 'latchset/kryoptic:src/fns/sessmgmt.rs', None),
    ('openCryptoki', 'Supports cancelling by *Init with a NULL mechanism since 2025', 'opencryptoki/opencryptoki#895', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_SessionCancel',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_VerifySignatureInit',
)

NAMES: dict[str, str | None] = {}
