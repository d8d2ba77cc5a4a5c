"""CKR_UNWRAPPING_KEY_SIZE_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_UNWRAPPING_KEY_SIZE_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_UNWRAPPING_KEY_SIZE_RANGE: This value can only be returned by **C_UnwrapKey**. It indicates that although the requested unwrapping operation could in principle be carried out, this Cryptoki library (or the token) is unable to actually do it because the supplied key’s size is outside the range of key sizes that it can handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Unwrapping key length not allowed for the mechanism or by token policy', None, None, None, None, None, None),
    ('RSA modulus too small for OAEP with the chosen hash and payload', None, None, None, None, None, None),
    ('IBM CCA: imported token size does not fit the unwrapping key', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Size of the unwrapping key versus C_GetMechanismInfo', None, None, None, None, None, None),
    ('Length of the wrapped blob versus modulus', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Use a larger or supported key', None, None, None, None, None, None), ('Use hybrid wrapping (RSA-AES) for big payloads', None, None, None, None, None, None))

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPING_KEY_SIZE_RANGE', 'wrap side'), ('CKR_WRAPPED_KEY_LEN_RANGE', "the blob's length"))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('openCryptoki CCA', 'Mapped from the key-import size error of the adapter', 'opencryptoki/opencryptoki:usr/lib/cca_stdll/cca_specific.c', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
