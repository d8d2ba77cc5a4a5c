"""CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT: This value can only be returned by **C_UnwrapKey**. It indicates that the type of the key specified to unwrap another key is not consistent with the mechanism specified for unwrapping.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Unwrapping key type does not fit the mechanism (AES key for RSA mechanism, public instead of private RSA key)', None, None, None, None, None, None),
    ('Several keys share a label and the wrong one was picked', None, None, None, None, None, None),
    ('CKA_CLASS wrong for the direction: RSA unwrap needs the private key', None, None, None, None, None, None),
    ('C_DecapsulateKey (3.2): key is not of the type of the mechanism (for example not CKK_ML_KEM)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('CKA_CLASS and CKA_KEY_TYPE of the unwrapping key', None, None, None, None, None, None), ('Mechanism in the trace', None, None, None, None, None, None))

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Select the private (RSA) or secret (AES) key by class, type and ID', None, None, None, None, None, None),
    ('Use the mechanism that was used for wrapping', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPING_KEY_TYPE_INCONSISTENT', 'wrap side; SoftHSM returns it for some unwrap mechanisms too'), ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'CKA_UNWRAP false'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('SoftHSM2', 'For some AES/DES3 CBC mechanisms the unwrap path answers with WRAPPING_KEY_TYPE_INCONSISTENT', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
