"""CKR_WRAPPED_KEY_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPED_KEY_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPED_KEY_LEN_RANGE: This value can only be returned by **C_UnwrapKey**. It indicates that the provided wrapped key can be seen to be invalid solely on the basis of its length. This return value has higher priority than CKR_WRAPPED_KEY_INVALID.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Blob length impossible for the mechanism: AES-KW needs at least 24 bytes and a multiple of 8, RSA needs the modulus length',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Truncated, base64-encoded or concatenated blob', None, None, None, None, None, None),
    ('Unwrapped length does not fit the key type or the CKA_VALUE_LEN in the template', None, None, None, None, None, None),
    ('C_DecapsulateKey (3.2): ciphertext length does not match the parameter set', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('ulWrappedKeyLen versus mechanism rules', None, None, None, None, None, None), ('Was the blob decoded from base64/hex?', None, None, None, None, None, None))

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Provide the complete binary blob', None, None, None, None, None, None),
    ('Use the mechanism (KW versus KWP) it was wrapped with', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Keep the source key until the blob has been unwrapped successfully once', None, None, None, None, 'loses keys', None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPED_KEY_INVALID', 'content; treat equivalently'), ('CKR_UNWRAPPING_KEY_SIZE_RANGE', "unwrapping key's size"))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'SoftHSM2',
        'AES-KW: shorter than 24 bytes or not a multiple of 8; AES-KWP: shorter than 16 or not a multiple of 8',
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
    ),
    (
        'openCryptoki',
        'Converted from ENCRYPTED_DATA_LEN_RANGE; also for AES key lengths other than 16/24/32',
        'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c',
        None,
    ),
    ('OP-TEE', 'Used for RSA-AES key wrap length mismatches', 'OP-TEE/optee_os#5647', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
