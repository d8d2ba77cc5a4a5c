"""CKR_UNWRAPPING_KEY_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_UNWRAPPING_KEY_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_UNWRAPPING_KEY_HANDLE_INVALID: This value can only be returned by **C_UnwrapKey**. It indicates that the key handle specified to be used to unwrap another key is not valid.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Handle of the unwrapping key stale or 0 (search failed, session replaced, user logged out)', None, None, None, None, None, None),
    ('Public key or certificate handle passed instead of the private/secret key', None, None, None, None, None, None),
    ('Unwrapping key was a session object whose session is closed', None, None, None, None, None, None),
    ('C_DecapsulateKey (3.2): the private key handle is bad', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetAttributeValue(CKA_CLASS, CKA_ID) on the handle in this session', None, None, None, None, None, None),
    ('Login state of the session', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Find the unwrapping key again by CKA_ID, log in first if it is private, and retry with the new handle', None, None, None, None, None, None),
    ('Make the unwrapping key a token object if it must persist', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Keep the wrapped blob until the unwrap has succeeded and been verified', None, None, None, None, 'loses keys', None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPING_KEY_HANDLE_INVALID', 'C_WrapKey counterpart'), ('CKR_KEY_HANDLE_INVALID', 'OpenSC returns that instead'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', 'C_UnwrapKey converts a bad unwrapping handle to KEY_HANDLE_INVALID', 'OpenSC/OpenSC#1393', None),
    ('SoftHSM2', 'Returned for missing or invalid unwrapping key objects', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
