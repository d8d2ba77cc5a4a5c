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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('The token has a hardware generator and takes no seed: normal for smart cards and most HSMs', None, None, None, None, None, None, None, None, None, None),
    (
        'A program seeds every generator without asking whether that is possible (pkcs11test before March 2019)',
        None,
        None,
        None,
        None,
        None,
        'google/pkcs11test#11',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Does C_GenerateRandom work? pkcs11-tool --module MODULE --generate-random 16 | xxd', None, None, None, None, None, None, None, None, None, None),
    ("CKF_RNG is in the token flags ('rng' in pkcs11-tool -L)", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Go on: the quality of the random numbers does not suffer', None, None, None, None, None, None, None, None, None, None),
    ('In your own program: leave C_SeedRandom out, or accept this code from it', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (("Do not swap the token's generator for one of your own because of this", None, None, None, None, None, None, None, None, None, None),)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_RANDOM_NO_RNG', 'there is no generator at all'), ('CKR_SEED_RANDOM_REQUIRED', 'the opposite: no numbers until seeded'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', "No seeding on purpose: the card's own generator is used", 'OpenSC/OpenSC#2229', 'opensc'),
    ('pkcs11-tool --test', 'Prints that seeding is not supported, and goes on', 'OpenSC/OpenSC:src/tools/pkcs11-tool.c', 'pkcs11-tool'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ((('C_SeedRandom',), "The token's own generator needs no seed; C_GenerateRandom works as before"),)

FUNCTIONS: tuple[str, ...] = ('C_SeedRandom',)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x120: CKR_RANDOM_SEED_NOT_SUPPORTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_RANDOM_SEED_NOT_SUPPORTED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_RANDOM_SEED_NOT_SUPPORTED',
    'PyKCS11': 'CKR_RANDOM_SEED_NOT_SUPPORTED (0x00000120)',
    'libp11 (OpenSSL engine and provider)': 'Random seed not supported',
    'p11-kit': 'Unable to initialize the random number generator',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_RANDOM_SEED_NOT_SUPPORTED:288',
    'python-pkcs11': 'pkcs11.exceptions.RandomSeedNotSupported',
    'rust-cryptoki': 'RvError::RandomSeedNotSupported',
}
