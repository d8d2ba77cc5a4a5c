"""CKR_WRAPPING_KEY_SIZE_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPING_KEY_SIZE_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPING_KEY_SIZE_RANGE: This value can only be returned by **C_WrapKey**. It indicates that although the requested wrapping operation could in principle be carried out, this Cryptoki library (or the token) is unable to actually do it because the supplied wrapping key’s size is outside the range of key sizes that it can handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wrapping key too small for the payload or forbidden by policy', None, None, None, None, None, None),
    ('RSA modulus too short for OAEP with this hash and key length', None, None, None, None, None, None),
    ('Policy demands wrapping keys at least as strong as the wrapped key', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Key sizes on both sides; C_GetMechanismInfo', None, None, None, None, None, None), ('HSM policy on wrapping strength', None, None, None, None, None, None))

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Use a stronger wrapping key (AES-256, RSA 3072+) or hybrid wrapping', None, None, None, None, None, None),)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_SIZE_RANGE', 'SoftHSM returns this instead'), ('CKR_UNWRAPPING_KEY_SIZE_RANGE', 'unwrap side'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki CCA', 'Mapped from the key-export size error of the adapter', 'opencryptoki/opencryptoki:usr/lib/cca_stdll/cca_specific.c', None),
    ('SoftHSM2', 'RSA wrapping of a too long key gives KEY_SIZE_RANGE', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
