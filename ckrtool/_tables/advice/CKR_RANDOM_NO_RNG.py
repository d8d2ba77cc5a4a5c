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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('The wrong slot: a trust, certificate or bridge slot instead of the real token', None, None, None, None, None, None, None, None, None, None),
    ('The token has no generator: certificate-only cards, minimal modules', None, None, None, None, None, None, None, None, None, None),
    ('The bridge switches random numbers off on purpose', None, None, None, None, None, 'google/go-p11-kit#19', None, None, None, None),
    ("The module's generator could not be set up", None, None, 'kryoptic', None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ("CKF_RNG in the token flags: 'rng' in pkcs11-tool --module MODULE -L", None, None, None, None, None, None, None, None, None, None),
    ('Which slot did the call go to? Session handle back to its C_OpenSession in the trace', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Choose the slot by label or serial number of the real token', None, None, None, None, None, None, None, None, None, None),
    ("Nonces and IVs: take the operating system's generator (getrandom, /dev/urandom)", None, None, None, None, None, None, None, None, None, None),
    ('Keys: generate them on a token that has a generator', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not quietly generate keys in the host instead',
        'they were then outside the token, against the policy that asked for one',
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

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_RANDOM_SEED_NOT_SUPPORTED', 'there is a generator, it takes no seed'), ('CKR_FUNCTION_NOT_SUPPORTED', 'the module lacks the function'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('go-p11-kit', 'Both random functions return this by design', 'google/go-p11-kit#19', 'p11-kit-client'),
    ('kryoptic', 'Its DRBG could not be created', None, 'kryoptic'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_SeedRandom', 'C_GenerateRandom')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x121: CKR_RANDOM_NO_RNG',
    'Java SunPKCS11': 'PKCS11Exception: CKR_RANDOM_NO_RNG',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_RANDOM_NO_RNG',
    'PyKCS11': 'CKR_RANDOM_NO_RNG (0x00000121)',
    'libp11 (OpenSSL engine and provider)': 'Random no rng',
    'p11-kit': 'No random number generator available',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_RANDOM_NO_RNG:289',
    'python-pkcs11': 'pkcs11.exceptions.RandomNoRNG',
    'rust-cryptoki': 'RvError::RandomNoRng',
}
