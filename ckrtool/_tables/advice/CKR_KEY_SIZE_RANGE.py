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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The key is smaller or larger than this token, or its FIPS mode, allows for the mechanism (RSA below 2048 bits, HMAC keys below 112)',
        None,
        ('operation', 'C_DeriveKey', 'C_GenerateKey', 'C_GenerateKeyPair'),
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
        'The unwrapped or imported key has a size that the token does not take for its type (RSA under 2048, AES other than 16, 24 or 32 bytes), or the unwrapping key itself is too short or too long',
        None,
        ('C_UnwrapKey', 'C_CreateObject'),
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
        'The HMAC key is shorter than the token wants for that hash',
        None,
        ('C_SignInit', 'C_VerifyInit', 'C_Sign', 'C_Verify'),
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
        'The size is in the wrong unit: CKA_MODULUS_BITS counts bits, CKA_VALUE_LEN bytes',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
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
        'FIPS mode forbids the size, even where the mechanism list still shows it',
        None,
        ('operation', 'C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        'awsdocs/aws-cloudhsm-user-guide#24',
        None,
        None,
        None,
        None,
    ),
    (
        'This release of the module has a wrong limit for the mechanism: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    (
        'The key does not fit the wrapping method: AES-KW needs multiples of 8 bytes, RSA is limited by the modulus',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
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
        'Releases before 2.3: plain CKM_AES_KEY_WRAP on a private key whose PKCS #8 form is not a multiple of 8 bytes',
        None,
        ('C_WrapKey',),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#305',
        None,
        None,
        None,
        None,
    ),
    (
        "The HMAC key is shorter than the mechanism's minimum",
        None,
        ('C_SignInit', 'C_VerifyInit'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
    (
        'RSA 1024 is listed but refused under FIPS',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair', 'operation'),
        'cloudhsm',
        None,
        None,
        'awsdocs/aws-cloudhsm-user-guide#24',
        None,
        None,
        None,
        None,
    ),
    (
        'CCA: releases up to October 2018 had a wrong lower limit for HMAC keys',
        None,
        ('C_SignInit', 'C_VerifyInit'),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki#199',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'pkcs11-tool --module M -M: minimum and maximum of the mechanism (bits for RSA and EC, bytes for AES and most HMAC)',
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
    ('CKA_MODULUS_BITS or CKA_VALUE_LEN of the key', None, None, None, None, None, None, None, None, None, None),
    ('Does the HSM run in FIPS or another restricted mode (vendor status command)?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Give RSA sizes in bits (CKA_MODULUS_BITS = 2048) and secret keys in bytes (CKA_VALUE_LEN = 32)',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
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
        'Wrap with CKM_AES_KEY_WRAP_KWP or a CBC-PAD mechanism instead of plain AES-KW',
        None,
        ('C_WrapKey', 'C_WrapKeyAuthenticated'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Use an allowed size: RSA 2048 or more, HMAC key at least as long as the digest', None, None, None, None, None, None, None, None, None, None),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        True,
        None,
        None,
    ),
    (
        'An existing key keeps its size: make a new one and plan the change of keys; ask the HSM administrator which sizes policy allows',
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
        'Do not leave FIPS mode or take a weaker key to get through; changing the mode can erase the keys',
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

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'the same limit at creation'),
    ('CKR_WRAPPING_KEY_SIZE_RANGE', 'size of the wrapping key'),
    ('CKR_DATA_LEN_RANGE', 'input data'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

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
