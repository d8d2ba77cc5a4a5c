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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        "The module's library file, checksum file or FIPS configuration is not the one that was validated: package half updated, stripped, prelinked, copied",
        None,
        ('C_Initialize',),
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
        'A software token built for FIPS cannot bring its crypto library into FIPS mode (provider not installed or not activated, incompatible OpenSSL)',
        None,
        ('C_Initialize',),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('A known-answer test failed: damaged firmware or hardware', None, None, None, None, None, None, None, None, None, None),
    ('The pair-wise consistency test of the new key pair failed', None, ('C_GenerateKeyPair',), None, None, None, None, None, None, None, None),
    (
        'The continuous test of the random number generator failed: repeated output, weak or stuck entropy source',
        None,
        ('C_GenerateRandom', 'C_SeedRandom', 'C_GenerateKeyPair', 'C_GenerateKey'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Built with FIPS against an OpenSSL that cannot do it; OpenSSL 3 has no FIPS_mode_set()', None, None, 'softhsm2', None, None, None, None, None, None, None),
    ('The .chk files do not match the libraries', None, None, 'nss', None, None, 'microsoft/azurelinux#690', None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'At C_Initialize it is the installation or the hardware; later, in C_GenerateKeyPair, C_GenerateRandom or C_SeedRandom, it is a test of that output',
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
    ('CKF_ERROR_STATE in the token flags: the token is out of service until it is reset', None, None, None, None, None, None, None, None, None, None),
    (
        'The files against their package: rpm -V or dpkg -V; for OpenSSL 3: openssl fipsinstall -verify -module <fips.so> -in <fipsmodule.cnf>',
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
    ("Self-test, tamper and temperature entries in the HSM's own log at that time", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Take the unit or process out of service; let a redundant one carry the load', None, None, None, None, None, None, None, None, None, None),
    ('Throw away what was generated in the failing call and just before it', None, None, None, None, None, None, None, None, None, None),
    (
        'One restart under supervision: of the process for software, of the unit by its administrator for hardware',
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
        'Software: reinstall the crypto module whole from the trusted package, with its own checksum and configuration, then start again',
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
        'Fails again: keep it out of service, secure backup or clones, open a case with the vendor with the self-test log',
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
        'Do not switch FIPS mode off to get past it',
        'on many HSMs a change of mode erases the keys, and the fault stays',
        None,
        None,
        None,
        'may erase all keys',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Do not keep restarting until it passes: a unit that fails now and then produces keys and random numbers nobody can trust',
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
        'Do not recompute the checksum of a library that you cannot vouch for',
        'the test exists to catch an altered library',
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

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_GENERAL_ERROR', 'what the module answers to everything once it is in the error state'),
    ('CKR_DEVICE_ERROR', 'other hardware faults; NSS uses it in its FIPS error state'),
    ('CKR_OPERATION_NOT_VALIDATED', 'a request outside the approved mode, on a healthy module'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2 built with FIPS', "C_Initialize returns it when the crypto back end's self-test fails", 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
    ('OpenSSL FIPS module', 'A conditional test that fails later shuts every service until the process restarts', 'openssl/openssl#12842', None),
    ('NSS softoken', 'In the error state later calls answer CKR_DEVICE_ERROR', 'Mozilla wiki: NSS FIPS module interfaces (read 2026-11)', 'nss'),
    ('libica', 'Integrity check looked at the development symlink instead of the library', 'opencryptoki/libica#45', 'opencryptoki'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x1B6: CKR_FIPS_SELF_TEST_FAILED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_FIPS_SELF_TEST_FAILED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_FIPS_SELF_TEST_FAILED',
    'PyKCS11': 'CKR_FIPS_SELF_TEST_FAILED (0x000001B6)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_FIPS_SELF_TEST_FAILED:438',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::FipsSelfTestFailed',
}
