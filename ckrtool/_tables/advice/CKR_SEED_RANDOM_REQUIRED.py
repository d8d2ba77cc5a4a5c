"""CKR_SEED_RANDOM_REQUIRED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SEED_RANDOM_REQUIRED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SEED_RANDOM_REQUIRED: This value can only be returned by **C_GenerateRandom**. It indicates that the token’s random number generator has not yet been seeded, or requires re-seeding, by **C_SeedRandom**.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Token's generator must be seeded by C_SeedRandom before C_GenerateRandom (3.2)", None, None, None, None, None, None),
    ('Reseed interval exceeded', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('CK_TOKEN_INFO.flags: CKF_SEED_RANDOM_REQUIRED (3.2); only C_GenerateRandom may return the code', None, None, None, None, None, None),
    ('Vendor rule on seed length and source', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Call C_SeedRandom with enough high-quality entropy, then retry', None, None, None, None, None, None),
    ('Let the HSM administrator configure the internal entropy source if there is one', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Seeding with a constant or low-entropy value makes keys predictable', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_RANDOM_SEED_NOT_SUPPORTED', 'seeding refused'), ('CKR_RANDOM_NO_RNG', 'no generator'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GenerateRandom',)

NAMES: dict[str, str | None] = {}
