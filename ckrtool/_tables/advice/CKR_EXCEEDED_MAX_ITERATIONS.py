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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Random search for primes or parameters did not succeed within the limit', None, None, None, None, None, None),
    ('Parameters that cannot be satisfied (odd sizes, fixed public exponent constraints)', None, None, None, None, None, None),
    ('Poor or blocked RNG', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Repeat once with identical input: random algorithms usually succeed', None, None, None, None, None, None),
    ('Sizes and exponent in the template', None, None, None, None, None, None),
    ('Health of the RNG', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Retry the generation, at most three times', None, None, None, None, None, None),
    ('Use standard sizes and exponent 65537', None, None, None, None, None, None),
    ('If it persists, treat as token fault', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Cap it at a few tries: each can keep an HSM busy for long, and repeated failure points to impossible parameters or a bad RNG',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_FUNCTION_FAILED', 'generic failure; lower precedence'), ('CKR_FIPS_SELF_TEST_FAILED', 'conditional test failed'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
