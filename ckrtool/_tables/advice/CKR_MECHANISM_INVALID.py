"""CKR_MECHANISM_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MECHANISM_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_MECHANISM_INVALID: An invalid mechanism was specified to the cryptographic operation. This error code is an appropriate return value if an unknown mechanism was specified or if the mechanism specified cannot be used in the selected token with the selected function.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token or firmware does not offer the mechanism, or not for this function (sign versus encrypt versus wrap)', None, None, None, None, None, None),
    ('Key-generation call given an operation mechanism (CKM_SHA256_HMAC instead of CKM_GENERIC_SECRET_KEY_GEN)', None, None, None, None, None, None),
    ('FIPS/approved mode or module policy disabled it (SHA-1, 3DES, PKCS#1 v1.5 encryption, DES derivation)', None, None, None, None, None, None),
    ("Key's CKA_ALLOWED_MECHANISMS excludes it", None, None, None, None, None, None),
    ('Different constant for the same thing in caller and module (AES key wrap), or default config made for another vendor', None, None, None, None, None, None),
    ('Multi-part form unsupported for a mechanism that works single-part (GCM)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('pkcs11-tool --module <m> --list-mechanisms (or C_GetMechanismList) on that slot', None, None, None, None, None, None),
    ('C_GetMechanismInfo flags for the exact function: CKF_SIGN, CKF_DECRYPT, CKF_WRAP, CKF_GENERATE', None, None, None, None, None, None),
    ('Numeric value of the mechanism in the trace against pkcs11t.h and the vendor header', None, None, None, None, None, None),
    ('CKA_ALLOWED_MECHANISMS on the key; FIPS status of the token', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Pick a mechanism the token lists for that function, for example CKM_RSA_PKCS with host-side hashing, AES-KWP instead of CBC wrapping',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Use the matching *_KEY_GEN / *_KEY_PAIR_GEN mechanism for generation', None, None, None, None, None, None),
    ("Set the application's mechanism option explicitly instead of relying on another vendor's default", None, None, None, None, None, None),
    (
        'Ask the HSM administrator whether policy or FIPS mode can and should allow it; a firmware upgrade may bring the mechanism - after a verified backup',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Do not switch an HSM out of FIPS mode to get rid of this: on several products a mode change zeroises the HSM or partition',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Changing FIPS mode or firmware may erase partitions; back up first', None, None, None, None, 'loses keys', None),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_PARAM_INVALID', 'mechanism known, parameter wrong'),
    ('CKR_FUNCTION_NOT_SUPPORTED', 'whole function missing'),
    ('CKR_KEY_TYPE_INCONSISTENT', 'mechanism fine, key wrong'),
    ('CKR_PARAMETER_SET_NOT_SUPPORTED', 'parameter set of a PQC mechanism'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'AWS CloudHSM',
        'AES wrapping via CBC or RSA-OAEP of AES keys unsupported in older SDKs; multi-part GCM calls return it',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    ('SoftHSM2', 'Unsupported GCM tag size with the Botan build returns it instead of a parameter error', 'softhsm/SoftHSMv2#569', None),
    ('SoftHSM2', 'AES key wrap constant differed between old wrappers (0x1090) and module (0x2109)', 'PeculiarVentures/pkcs11js#36', None),
    ('OpenStack Barbican', 'Shipped defaults fit SafeNet and must be overridden for SoftHSM', 'softhsm/SoftHSMv2#511', None),
    ('IBM z/OS ICSF', 'Also depends on the installed cryptographic hardware', 'IBM z/OS ICSF Writing PKCS #11 Applications: diagnostic codes', None),
    (
        'OpenPGP card via libp11',
        'TLS 1.3 needs RSA-PSS; the fallback to raw RSA (CKM_RSA_X_509) is not offered by the card, so the handshake fails with this code',
        'OpenSC/libp11#628',
        None,
    ),
    (
        'OpenSC 0.27 development/packages on FIPS hosts',
        'SHA-1 combinations could not be registered, registration stopped and no slot appeared at all; fixed by updating OpenSC',
        'OpenSC/OpenSC#3658',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_GetMechanismInfo',
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {}
