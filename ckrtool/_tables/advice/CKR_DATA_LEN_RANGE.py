"""CKR_DATA_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DATA_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_DATA_LEN_RANGE: The plaintext input data to a cryptographic operation has a bad length. Depending on the operation’s mechanism, this could mean that the plaintext data is too short, too long, or is not a multiple of some particular block size. This return value has higher priority than CKR_DATA_INVALID.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'A whole file or message was given to a raw mechanism: CKM_RSA_PKCS takes at most modulus - 11 bytes, CKM_ECDSA a digest',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        None,
        None,
        None,
        'ThalesGroup/pycryptoki#25',
        None,
    ),
    (
        'The signature is wrong or of another length, and the module reports it with this code',
        None,
        ('C_Verify', 'C_VerifyFinal', 'C_VerifyInit'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'The ciphertext lost its leading zero bytes and is shorter than the modulus; fails now and then, about 1 in 256',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_UnwrapKey'),
        None,
        None,
        None,
        'bcgit/bc-java#1003',
        None,
    ),
    (
        'CKM_RSA_PKCS gets more than the card takes: TLS 1.2 DigestInfo or an encoded PSS block; the card wants to do the padding itself',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        None,
        None,
        None,
        'OpenSC/libp11#122',
        None,
    ),
    (
        'Hash-and-sign mechanism whose driver buffers the whole message in a small buffer',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        None,
        None,
        None,
        'OpenSC/OpenSC#1428',
        None,
    ),
    (
        'More data than RSA encryption takes: modulus length less 11 bytes (PKCS #1) or less 2 hashes and 2 (OAEP)',
        None,
        ('C_Encrypt',),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Plaintext of an unpadded block mode (ECB, CBC, AES-KW) is not a whole number of blocks',
        None,
        ('C_Encrypt', 'C_EncryptFinal', 'C_EncryptUpdate', 'C_WrapKey'),
        None,
        None,
        None,
        None,
        None,
    ),
    ('The PIN block had the wrong length for this card; the try may have been counted', None, ('login',), None, None, None, 'OpenSC/OpenSC#3263', ('card',)),
    (
        'The driver pads the PIN otherwise than this card wants (IDPrime, eToken): the PIN itself may be right',
        None,
        ('C_Login',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#3263',
        None,
    ),
    (
        "The card says 'wrong length' (6700), whatever the function was; with padded PINs from C_Login as well",
        None,
        None,
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#3263',
        None,
    ),
    (
        'RSA ciphertext of the wrong size is reported with this code',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#765',
        None,
    ),
    (
        'The token was never personalised, so a file that slot information needs cannot be read (factory-state eToken 5110+)',
        None,
        ('C_GetSlotInfo', 'C_GetTokenInfo', 'C_GetSlotList'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#3478',
        None,
    ),
    (
        'PGP strips leading zeros of the encrypted session key; the HSM wants the full modulus length',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        'luna',
        None,
        None,
        'alonbl/gnupg-pkcs11-scd#70',
        None,
    ),
    (
        'CKM_EDDSA over a message of more than 128 bytes: older releases apply the limit of raw ECDSA to it',
        None,
        ('C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#390',
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        'ulDataLen against the key: RSA modulus bytes - 11 (CKM_RSA_PKCS), digest length (CKM_ECDSA), multiple of the block size',
        None,
        ('operation', 'object'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Only now and then? Log the lengths: the failing ones are one byte shorter than the modulus',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'pkcs11-tool --module M -M: is the hashing mechanism there, and done by the token (hw)?',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        None,
        None,
        None,
        None,
        None,
    ),
    ('pkcs11-tool --module M -T: PIN flags and PIN length limits, before any further login', None, ('login',), None, None, None, None, None),
    ('OPENSC_DEBUG=9: which APDU got 67 00 (the log can hold the PIN)', None, None, 'opensc', None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    (
        "EdDSA: update yubihsm-shell's module (the limit is its own, not the device's)",
        None,
        ('C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#390',
        None,
    ),
    (
        'Hash on the host and sign the digest (DigestInfo for CKM_RSA_PKCS), or use a hashing mechanism such as CKM_SHA256_RSA_PKCS',
        None,
        ('C_SignInit', 'C_Sign', 'C_SignUpdate', 'C_SignFinal'),
        None,
        None,
        None,
        None,
        None,
    ),
    ('Treat the signature as not valid', None, ('C_Verify', 'C_VerifyFinal'), None, None, None, None, None),
    (
        'Pad ciphertext and big integers with zero bytes on the left to the modulus length',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_UnwrapKey'),
        None,
        None,
        None,
        'bcgit/bc-java#1003',
        None,
    ),
    (
        'Use a padded mode (CBC-PAD, AES-KWP), or fill up to whole blocks; encrypt bulk data with a secret key and only that key with RSA',
        None,
        ('C_Encrypt', 'C_EncryptFinal', 'C_EncryptUpdate', 'C_WrapKey'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Stop after one failure; update OpenSC, or use the card maker's module (libeToken, IDPrime) for this card",
        None,
        ('C_Login',),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#2202',
        None,
    ),
    ("Stop after the first failure, check the PIN's length and its encoding, update the driver", None, ('login',), None, None, None, None, ('card',)),
    (
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the difference to its makers',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Personalise the token with its maker's tool, then list again",
        None,
        ('C_GetSlotInfo', 'C_GetTokenInfo', 'C_GetSlotList'),
        'opensc',
        None,
        'initialising erases a token that holds keys',
        'OpenSC/OpenSC#3478',
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None], ...] = (
    ('Do not repeat the login: the try may have been counted', None, ('login',), None, None, 'may burn a PIN try', 'OpenSC/OpenSC#3263', None),
    ('Do not cut data to make it fit: a truncated digest gives a signature nobody can verify', None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ('CKR_ARGUMENTS_BAD', 'Data of the wrong length', ('aws-kms',), ('C_Sign', 'C_SignFinal'), 'JackOfMostTrades/aws-kms-pkcs11#16'),
    ('CKR_DEVICE_ERROR', 'A digest longer than the EC key (older releases)', ('ykcs11',), ('C_Sign', 'C_SignFinal'), 'Yubico/yubico-piv-tool#290'),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_PIN_INCORRECT', 'A PIN block that the card does not take in this form', ('opensc',), ('C_Login',), 'OpenSC/OpenSC#3263'),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DATA_INVALID', 'content rather than length'),
    ('CKR_ENCRYPTED_DATA_LEN_RANGE', 'the proper code for ciphertext, but several modules use DATA_LEN_RANGE in C_Decrypt'),
    ('CKR_KEY_SIZE_RANGE', 'the key, not the data'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('AWS KMS PKCS#11', 'Length problems are reported as ARGUMENTS_BAD instead', 'JackOfMostTrades/aws-kms-pkcs11#16', 'aws-kms'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_Encrypt',
    'C_EncryptUpdate',
    'C_EncryptFinal',
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecover',
    'C_Verify',
    'C_VerifyUpdate',
    'C_VerifyFinal',
    'C_VerifyRecover',
    'C_DigestEncryptUpdate',
    'C_SignEncryptUpdate',
    'C_DecryptVerifyUpdate',
    'C_EncryptMessage',
    'C_EncryptMessageNext',
    'C_SignMessage',
    'C_SignMessageNext',
    'C_VerifyMessage',
    'C_VerifyMessageNext',
    'C_MessageVerifyFinal',
    'C_VerifySignature',
    'C_VerifySignatureUpdate',
    'C_VerifySignatureFinal',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DATA_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x21: CKR_DATA_LEN_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_DATA_LEN_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INPUT_LEN',
    'OpenSC (SC_ERROR)': 'SC_ERROR_WRONG_LENGTH',
    'Pkcs11Interop': 'CKR.CKR_DATA_LEN_RANGE',
    'PyKCS11': 'CKR_DATA_LEN_RANGE (0x00000021)',
    'libp11 (OpenSSL engine and provider)': 'Data len range',
    'p11-kit': 'The data is too long',
    'pkcs11-provider': 'The size of plaintext input data to a cryptographic operation is invalid (Out of range)',
    'pkcs11js': 'CKR_DATA_LEN_RANGE:33',
    'python-pkcs11': 'pkcs11.exceptions.DataLenRange',
    'rust-cryptoki': 'RvError::DataLenRange',
}
