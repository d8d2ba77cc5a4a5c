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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Whole file passed to a raw mechanism: CKM_RSA_PKCS takes at most modulus-11 bytes, CKM_ECDSA takes a digest', None, None, None, None, None, None),
    ('Hash-and-sign mechanism on a card whose driver buffers all input and has a small buffer', None, None, None, None, None, None),
    ('Ciphertext with leading zero bytes stripped so that it is no longer modulus-sized (intermittent failures)', None, None, None, None, None, None),
    ('TLS 1.2 style DigestInfo or PSS-encoded block larger than the card accepts for CKM_RSA_PKCS', None, None, None, None, None, None),
    ('Unpadded mode with plaintext that does not fill whole blocks', None, None, None, None, None, None),
    ('PIN block of wrong length on some card drivers (C_Login)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Compare ulDataLen with the key size: RSA modulus bytes minus 11, or digest size', None, None, None, None, None, None),
    ('Which mechanism: raw (CKM_RSA_PKCS, CKM_ECDSA) or hashing (CKM_SHA256_RSA_PKCS)?', None, None, None, None, None, None),
    ('If failures are occasional, log input lengths and look for short ones', None, None, None, None, None, None),
    ('C_GetMechanismInfo flags: does the token do the hashing in hardware (CKF_HW)?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Hash on the host and sign the digest (with DigestInfo for CKM_RSA_PKCS), or switch to a hashing mechanism the token supports',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Left-pad ciphertext and big integers to the modulus length', None, None, None, None, None, None),
    ('Use a padded mode or pad to the block size; split bulk data', None, None, None, None, None, None),
    ('Use hybrid encryption instead of RSA-encrypting large data', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('When it comes from C_Login stop after the first failure; the attempt may have been counted', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DATA_INVALID', 'content rather than length'),
    ('CKR_ENCRYPTED_DATA_LEN_RANGE', 'proper code for ciphertext length, but several modules use DATA_LEN_RANGE in C_Decrypt too'),
    ('CKR_KEY_SIZE_RANGE', 'key, not data'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', "Any 'wrong length' from the card maps here, including PIN verification on padded-PIN tokens", 'OpenSC/OpenSC#3263', None),
    (
        'Luna + GnuPG',
        'RSA decryption fails once in a while because PGP strips leading zero bytes of the encrypted session key',
        'alonbl/gnupg-pkcs11-scd#70',
        None,
    ),
    ('OpenSC', 'Software hash-then-sign buffered only 512 bytes in older versions', 'OpenSC/OpenSC#1428', None),
    ('AWS KMS PKCS#11', 'Length problems are reported as ARGUMENTS_BAD instead', 'JackOfMostTrades/aws-kms-pkcs11#16', None),
    (
        'OpenSC + factory-state eToken 5110+',
        'C_GetSlotInfo itself failed with this code because a file could not be read before the card was personalised',
        'OpenSC/OpenSC#3478',
        None,
    ),
    (
        'Bouncy Castle OpenPGP with Luna',
        'Same leading-zero problem: about 1 in 256 messages cannot be decrypted until the value is padded to the modulus length',
        'bcgit/bc-java#1003',
        None,
    ),
)

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
