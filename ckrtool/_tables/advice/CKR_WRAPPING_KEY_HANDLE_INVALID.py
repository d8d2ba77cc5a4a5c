"""CKR_WRAPPING_KEY_HANDLE_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPING_KEY_HANDLE_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPING_KEY_HANDLE_INVALID: This value can only be returned by **C_WrapKey**.  It indicates that the key handle specified to be used to wrap another key is not valid.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Stale or zero handle of the wrapping key', None, None, None, None, None, None),
    ('Private key or certificate handle passed for RSA wrapping (the public key is needed)', None, None, None, None, None, None),
    ('Wrapping public key exists only as a certificate on the token', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CKA_CLASS and CKA_WRAP of the handle', None, None, None, None, None, None),
    ('Does the token hold a public key object at all?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Find the wrapping key again; import the public key as a session object if necessary', None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_UNWRAPPING_KEY_HANDLE_INVALID', 'C_UnwrapKey counterpart'),
    ('CKR_KEY_HANDLE_INVALID', 'handle of the key that is to leave the token, or a CKA_WRAP_TEMPLATE mismatch'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('pkcs11test/illumos', 'Returned by modules for C_UnwrapKey too, although the spec has a separate code', 'google/pkcs11test#23', None),
    ('openCryptoki', 'Converted from OBJECT_HANDLE_INVALID in C_WrapKey', 'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
