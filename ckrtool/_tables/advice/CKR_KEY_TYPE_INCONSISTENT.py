"""CKR_KEY_TYPE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_TYPE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_TYPE_INCONSISTENT: The specified key is not the correct type of key to use with the specified mechanism. This return value has a higher priority than CKR_KEY_FUNCTION_NOT_PERMITTED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('AES key used with an HMAC mechanism (needs CKK_GENERIC_SECRET or a CKK_*_HMAC key)', None, None, None, None, None, None),
    ('Private key passed where a public or secret key is required, or the other way round', None, None, None, None, None, None),
    ('RSA key with an EC mechanism or vice versa, often because two objects share a label or ID', None, None, None, None, None, None),
    ('Missing usage attribute reported under this name by some modules', None, None, None, None, None, None),
    ('Edwards/Montgomery key used with plain ECDSA/ECDH mechanisms', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Read CKA_CLASS and CKA_KEY_TYPE of the handle actually used', None, None, None, None, None, None),
    ('Are there several objects with that label/ID? Search with CKA_CLASS in the template', None, None, None, None, None, None),
    ('Compare with the key types the mechanism allows', None, None, None, None, None, None),
    ('Check CKA_SIGN/CKA_DERIVE as well', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Select the object by class, type and ID, not by label alone', None, None, None, None, None, None),
    ('Create a key of the right type (generic secret for HMAC)', None, None, None, None, None, None),
    ('Use the mechanism that belongs to the key (CKM_AES_CMAC for AES keys, CKM_EDDSA for Ed25519)', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'type fits, usage flag missing; lower priority'),
    ('CKR_MECHANISM_INVALID', 'mechanism not available at all'),
    ('CKR_KEY_HANDLE_INVALID', 'not a key'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2 since 2.3', 'Enforces that HMAC keys are generic secret or HMAC typed', 'pyauth/python-pkcs11#13', None),
    ('kryoptic (older)', 'A generic key without CKA_SIGN gave this instead of KEY_FUNCTION_NOT_PERMITTED', 'latchset/kryoptic#176', None),
    ('OP-TEE', 'C_DeriveKey and C_UnwrapKey convert a missing usage flag into this code', 'OP-TEE/optee_os#4451', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_EncapsulateKey',
    'C_VerifySignatureInit',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x63: CKR_KEY_TYPE_INCONSISTENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_TYPE_INCONSISTENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_TYPE_INCONSISTENT',
    'PyKCS11': 'CKR_KEY_TYPE_INCONSISTENT (0x00000063)',
    'libp11 (OpenSSL engine and provider)': 'Key type inconsistent',
    'p11-kit': 'The key is of the wrong type',
    'pkcs11-provider': 'The specified key is not the correct type of key to use with the specified mechanism',
    'pkcs11js': 'CKR_KEY_TYPE_INCONSISTENT:99',
    'python-pkcs11': 'pkcs11.exceptions.KeyTypeInconsistent',
    'rust-cryptoki': 'RvError::KeyTypeInconsistent',
}
