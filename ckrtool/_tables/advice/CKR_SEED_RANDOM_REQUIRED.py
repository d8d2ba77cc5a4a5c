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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("The token's generator has not been seeded since it started", None, None, None, None, None, None, None, None, None, None),
    ('Its reseed interval is over', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'CKF_SEED_RANDOM_REQUIRED in the token flags (3.2); only C_GenerateRandom may return this code',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("The vendor's rule on length and source of the seed", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "Call C_SeedRandom with fresh bytes from the operating system's generator (getrandom) or a better source, as many as the vendor asks for (32 where nothing is said), then C_GenerateRandom again",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "A generator that ought to feed itself: have its entropy source looked at in the token's configuration",
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not seed with a constant, a time or a counter',
        'every key made afterwards can be guessed',
        None,
        None,
        None,
        'predictable keys',
        None,
        None,
        None,
        None,
        None,
    ),
    ('Do not carry on with numbers from before the code came', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_RANDOM_SEED_NOT_SUPPORTED', 'seeding is refused'), ('CKR_RANDOM_NO_RNG', 'there is no generator'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('kryoptic', 'A seed of another length than 32 bytes gave CKR_DEVICE_ERROR', 'latchset/kryoptic#379', 'kryoptic'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GenerateRandom',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x206: CKR_SEED_RANDOM_REQUIRED',
    'Java SunPKCS11': None,
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_SEED_RANDOM_REQUIRED (0x00000206)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:518',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
