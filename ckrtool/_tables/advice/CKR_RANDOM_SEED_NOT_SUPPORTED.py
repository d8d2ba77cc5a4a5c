"""CKR_RANDOM_SEED_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_RANDOM_SEED_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_RANDOM_SEED_NOT_SUPPORTED: This value can only be returned by **C_SeedRandom**. It indicates that the token’s random number generator does not accept seeding from an application. This return value has lower priority than CKR_RANDOM_NO_RNG.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token has a true RNG and does not accept seeds - normal for smart cards and most HSMs', None, None, None, None, None, None),
    ('Application or framework seeds unconditionally', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('C_GenerateRandom works?', None, None, None, None, None, None), ('CKF_RNG in CK_TOKEN_INFO.flags', None, None, None, None, None, None))

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Ignore it and go on; quality of randomness is not affected', None, None, None, None, None, None),
    ('Remove or guard the C_SeedRandom call', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_RANDOM_NO_RNG', 'no generator at all'), ('CKR_SEED_RANDOM_REQUIRED', '3.2: generator refuses to work until seeded'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', "Deliberately has no seeding; the card's RNG is used", 'OpenSC/OpenSC#2229', None),
    ('pkcs11-tool --test', "Prints 'seeding not supported' and continues", 'OpenSC/OpenSC:src/tools/pkcs11-tool.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SeedRandom',)

NAMES: dict[str, str | None] = {}
