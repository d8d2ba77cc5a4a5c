"""CKR_EXCEEDED_MAX_ITERATIONS: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_EXCEEDED_MAX_ITERATIONS.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_EXCEEDED_MAX_ITERATIONS: An iterative algorithm (for key pair generation, domain parameter generation etc.) failed because we have exceeded the maximum number of iterations. This error code has precedence over CKR_FUNCTION_FAILED.  Examples of iterative algorithms include DSA signature generation (retry if either r = 0 or s = 0) and generation of DSA primes p and q specified in [FIPS PUB 186-4].',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "By chance, the random search for primes or parameters did not end within the module's limit",
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey'),
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
        'The request leaves hardly any solution: odd modulus size, fixed or huge public exponent, unusual DSA sizes',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey'),
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
        'The signature needs a fresh random value, and the generated ones were rejected',
        None,
        ('C_Sign', 'C_SignFinal'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The random number generator is weak or stuck', None, None, None, None, None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Sizes and public exponent in the template (pkcs11-spy log)', None, None, None, None, None, None, None, None, None, None),
    ('Does the same call succeed the second time? Then it was luck', None, None, None, None, None, None, None, None, None, None),
    ('Generator: pkcs11-tool --module MODULE --generate-random 64 | xxd, twice, and compare', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Check that no incomplete object was left behind, then repeat the call by hand, three times at most',
        None,
        ('C_GenerateKeyPair', 'C_GenerateKey'),
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
        'Repeat the same call, three times at most, by hand or by a program that counts; after the third treat it as a failure',
        None,
        ('C_Sign', 'C_SignFinal'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Use a standard size (2048, 3072, 4096) and exponent 65537', None, None, None, None, None, None, None, None, None, None),
    (
        'If it fails again: stop using the token for new keys, and let the vendor look at its generator',
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
        'Do not let a program repeat it without a limit',
        'each try can block an HSM for minutes, and a failure that comes back points to a sick generator',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_FAILED', 'failed without a reason; this code goes first'), ('CKR_FIPS_SELF_TEST_FAILED', 'a test of the result failed, not the search'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B5: CKR_EXCEEDED_MAX_ITERATIONS',
    'Java SunPKCS11': 'PKCS11Exception: CKR_EXCEEDED_MAX_ITERATIONS',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_EXCEEDED_MAX_ITERATIONS',
    'PyKCS11': 'CKR_EXCEEDED_MAX_ITERATIONS (0x000001B5)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_EXCEEDED_MAX_ITERATIONS:437',
    'python-pkcs11': 'pkcs11.exceptions.ExceededMaxIterations',
    'rust-cryptoki': 'RvError::ExceededMaxIterations',
}
