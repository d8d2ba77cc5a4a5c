"""CKR_FIPS_SELF_TEST_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_FIPS_SELF_TEST_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_FIPS_SELF_TEST_FAILED: A FIPS 140-2 power-up self-test or conditional self-test failed. The token entered an error state. Future calls to cryptographic functions on the token will return CKR_GENERAL_ERROR. CKR_FIPS_SELF_TEST_FAILED has a higher precedence over CKR_GENERAL_ERROR. This error may be returned by **C_Initialize**, if a power-up self-test failed, by **C_GenerateRandom** or **C_SeedRandom**, if the continuous random number generator test failed, or by **C_GenerateKeyPair**, if the pair-wise consistency test failed.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('HSM administrator (SO)', 'operator', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Power-up or known-answer test failed: damaged firmware, modified library file, wrong integrity checksum', None, None, None, None, None, None),
    ('Conditional test failed at runtime (RNG health, pairwise consistency) - module then disables itself', None, None, None, None, None, None),
    ('Software token built for FIPS whose crypto library cannot enter FIPS mode (configuration, incompatible OpenSSL)', None, None, None, None, None, None),
    ('Library altered by prelinking, stripping or packaging', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('When: at C_Initialize (power-up), or later in C_GenerateKeyPair, C_GenerateRandom or C_SeedRandom (conditional)?', None, None, None, None, None, None),
    ('CK_TOKEN_INFO.flags: CKF_ERROR_STATE', None, None, None, None, None, None),
    ('Integrity of the FIPS module file (package verification, vendor checksum tool, openssl fipsinstall -verify)', None, None, None, None, None, None),
    ('HSM self-test log, temperature, tamper status', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Restart the process once; for hardware, one reboot under the control of the administrator', None, None, None, None, None, None),
    ('Reinstall the FIPS module from a trusted package, with its own checksum and configuration', None, None, None, None, None, None),
    ('If it repeats, take the unit out of service, switch to a redundant HSM and call the vendor', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Do not keep restarting a failing HSM in the hope it passes, do not disable FIPS mode to get past it, and do not recompute the integrity checksum of a library you cannot vouch for',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Hardware with a failing self-test may have to be replaced: make sure backups/clones exist before RMA; changing FIPS mode can zeroise it',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_GENERAL_ERROR', 'what later calls return once the module is in the error state'), ('CKR_DEVICE_ERROR', 'other hardware fault'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2 built with FIPS', "C_Initialize returns it when the crypto backend's FIPS self test failed", 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    ('OpenSSL FIPS module', 'A conditional test failing later disables every service until the process restarts', 'openssl/openssl#12842', None),
    ('NSS softoken', 'Later calls in the error state answer DEVICE_ERROR, not this code', 'Mozilla wiki: NSS FIPS module interfaces', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
