"""CKR_PARAMETER_SET_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PARAMETER_SET_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_PARAMETER_SET_NOT_SUPPORTED: This parameter set is not supported by this token. Used with XMSS, XMSSMT, ML-KEM, ML-DSA and SLH-DSA mechanisms.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token lacks the requested ML-KEM, ML-DSA, SLH-DSA or XMSS parameter set (3.2)', None, None, None, None, None, None),
    ('CKA_PARAMETER_SET missing, wrong width or a vendor constant', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CKA_PARAMETER_SET value in the template against CKP_* constants', None, None, None, None, None, None),
    ('Vendor documentation and firmware level', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use a supported set or upgrade firmware/module', None, None, None, None, None, None),
    ('Pass CKA_PARAMETER_SET as a CK_ULONG with a CKP_* value of the right algorithm', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CURVE_NOT_SUPPORTED', 'EC analogue'),
    ('CKR_MECHANISM_INVALID', 'algorithm family missing'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'key value length does not match the set'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('kryoptic', 'Any CKP value other than the standard ML-DSA/ML-KEM sets', 'latchset/kryoptic:src/mldsa.rs', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
