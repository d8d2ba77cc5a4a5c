"""CKR_KEY_SIZE_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_SIZE_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_SIZE_RANGE: Although the requested keyed cryptographic operation could in principle be carried out, this Cryptoki library (or the token) is unable to actually do it because the supplied key‘s size is outside the range of key sizes that it can handle.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Key smaller or larger than the mechanism allows on this token', None, None, None, None, None, None),
    ('FIPS mode forbids the size although C_GetMechanismInfo still lists it', None, None, None, None, None, None),
    ('HMAC key shorter than the token requires for that hash', None, None, None, None, None, None),
    (
        'Key material does not fit the wrapping method (AES-KW needs multiples of 8 bytes; RSA wrapping limited by the modulus)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetMechanismInfo ulMinKeySize/ulMaxKeySize - note units differ per mechanism (bits for RSA/EC, bytes for AES/HMAC)', None, None, None, None, None, None),
    ('Key length attributes: CKA_MODULUS_BITS, CKA_VALUE_LEN', None, None, None, None, None, None),
    ('FIPS or another restricted mode of the HSM (vendor status command, security policy)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Choose an allowed size (for example RSA 2048+, HMAC key at least as long as the digest)', None, None, None, None, None, None),
    ('For wrapping private keys use AES-KWP (padding) or CBC-PAD instead of plain AES-KW', None, None, None, None, None, None),
    ('Ask the HSM administrator about policy instead of shrinking security', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'same limit hit at key creation'),
    ('CKR_WRAPPING_KEY_SIZE_RANGE', 'size of the wrapping key'),
    ('CKR_DATA_LEN_RANGE', 'input data'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'C_WrapKey with plain CKM_AES_KEY_WRAP returned it whenever the PKCS#8 encoding was not a multiple of 8 bytes', 'softhsm/SoftHSMv2#305', None),
    ('SoftHSM2', "HMAC keys must be at least as long as the mechanism's minimum", 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    ('AWS CloudHSM', 'Mechanism info advertised RSA 1024 although FIPS settings forbid it', 'awsdocs/aws-cloudhsm-user-guide#24', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestKey',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_WrapKey',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_EncapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x62: CKR_KEY_SIZE_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_SIZE_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_SIZE_RANGE',
    'PyKCS11': 'CKR_KEY_SIZE_RANGE (0x00000062)',
    'libp11 (OpenSSL engine and provider)': 'Key size range',
    'p11-kit': 'The key is the wrong size',
    'pkcs11-provider': 'Unable to handle the specified key size (Out of range)',
    'pkcs11js': 'CKR_KEY_SIZE_RANGE:98',
    'python-pkcs11': 'pkcs11.exceptions.KeySizeRange',
    'rust-cryptoki': 'RvError::KeySizeRange',
}
