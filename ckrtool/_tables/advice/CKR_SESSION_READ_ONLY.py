"""CKR_SESSION_READ_ONLY: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SESSION_READ_ONLY.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SESSION_READ_ONLY: The specified session was unable to accomplish the desired action because it is a read-only session. This return value has lower priority than CKR_TOKEN_WRITE_PROTECTED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Creating, changing or deleting a token object, or changing a PIN, in a session opened without CKF_RW_SESSION', None, None, None, None, None, None),
    ('Generating a key pair with CKA_TOKEN=true in a read-only session', None, None, None, None, None, None),
    ('Module wrongly requires a R/W session for session objects or for derived keys', None, None, None, None, None, None),
    ('Module reports it when login is what is missing', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetSessionInfo: flags CKF_RW_SESSION and state (RO_* or RW_*)', None, None, None, None, None, None),
    ('CKA_TOKEN in the template', None, None, None, None, None, None),
    ('Token flag CKF_WRITE_PROTECTED', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Open the session with CKF_SERIAL_SESSION | CKF_RW_SESSION (an open R/O session cannot be upgraded)', None, None, None, None, None, None),
    ('Use CKA_TOKEN=false for temporary objects', None, None, None, None, None, None),
    ('Log in before writing private objects', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_TOKEN_WRITE_PROTECTED', 'token itself is read-only; higher priority'),
    ('CKR_USER_NOT_LOGGED_IN', 'missing login'),
    ('CKR_ACTION_PROHIBITED', 'object flags'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('tpm2-pkcs11 (older)', 'Returned it for a R/W public session, which kept certutil from asking for the PIN', 'tpm2-software/tpm2-pkcs11#860', None),
    ('tpm2-pkcs11', 'Session objects cannot be created in R/O sessions (breaks ECDH via pkcs11-provider)', 'tpm2-software/tpm2-pkcs11#921', None),
    (
        'AWS CloudHSM Client SDK 5',
        'Read-only sessions do not exist; C_OpenSession fails with FUNCTION_FAILED',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    ('BouncyHsm (older)', 'Refused session objects in R/O sessions', 'harrison314/BouncyHsm#104', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitPIN',
    'C_SetPIN',
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_SetAttributeValue',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {}
