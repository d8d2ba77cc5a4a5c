"""CKR_RANDOM_NO_RNG: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_RANDOM_NO_RNG.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_RANDOM_NO_RNG: This value can be returned by **C_SeedRandom** and **C_GenerateRandom**. It indicates that the specified token doesn’t have a random number generator. This return value has higher priority than CKR_RANDOM_SEED_NOT_SUPPORTED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token has no random generator (trust or certificate tokens, minimal modules)', None, None, None, None, None, None),
    ('Wrong slot chosen: a trust or proxy slot instead of the real token', None, None, None, None, None, None),
    ('Deliberately disabled in a bridge module', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('CKF_RNG in CK_TOKEN_INFO.flags', None, None, None, None, None, None), ('Which slot was used?', None, None, None, None, None, None))

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use the operating system RNG for nonces and IVs', None, None, None, None, None, None),
    ('Select the right slot; do not replace on-token key generation with host-generated keys without considering policy', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_RANDOM_SEED_NOT_SUPPORTED', 'RNG present, no seeding'), ('CKR_FUNCTION_NOT_SUPPORTED', 'function stub'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('go-p11-kit', 'Answers both random functions this way on purpose', 'google/go-p11-kit#19', None),
    ('kryoptic', 'Returned if its DRBG cannot be created', 'latchset/kryoptic:src/ossl/drbg.rs', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SeedRandom', 'C_GenerateRandom')

NAMES: dict[str, str | None] = {}
