"""CKR_OPERATION_NOT_VALIDATED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_NOT_VALIDATED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.1',
        'Universal Cryptoki function return values',
        'CKR_OPERATION_NOT_VALIDATED: The requested operation violates one or more of the token’s validation policies. Tokens may choose to return a more specific error (like CKR_ATTRIBUTE_VALUE_INVALID or CKR_DATA_LEN_RANGE).',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Requested algorithm, key size or service is outside the token's validated (for example FIPS) mode (3.2)", None, None, None, None, None, None),
    ('Session or token enforces a validation policy', None, None, None, None, None, None),
    ('Key itself was created by a non-validated method', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Validation objects on the token, C_GetSessionValidationFlags, and CKA_OBJECT_VALIDATION_FLAGS of the key', None, None, None, None, None, None),
    ('Mechanism, key size and origin against the security policy document', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use an approved mechanism and key size', None, None, None, None, None, None),
    ('If the non-approved service is legitimately required, the HSM administrator decides on policy or a separate token', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Do not disable validated mode to get past it; mode changes can zeroise an HSM', None, None, None, None, None, None),
    ('Mode changes on HSMs may erase keys', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_INVALID', 'older modules in FIPS mode answer this'),
    ('CKR_KEY_SIZE_RANGE', 'size'),
    ('CKR_FIPS_SELF_TEST_FAILED', 'module broken rather than request refused'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
