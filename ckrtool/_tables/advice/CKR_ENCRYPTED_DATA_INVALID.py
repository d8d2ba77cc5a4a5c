"""CKR_ENCRYPTED_DATA_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ENCRYPTED_DATA_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ENCRYPTED_DATA_INVALID: The encrypted input to a decryption operation has been determined to be invalid ciphertext. This return value has lower priority than CKR_ENCRYPTED_DATA_LEN_RANGE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Ciphertext made for another key, or corrupted', None, None, None, None, None, None),
    ('Padding scheme or hash differs between encryption and decryption (PKCS#1 v1.5 versus OAEP, OAEP hash/MGF)', None, None, None, None, None, None),
    ('Padding check failed after the card decrypted', None, None, None, None, None, None),
    ('Raw RSA ciphertext not below the modulus, usually a sign of the wrong key', None, None, None, None, None, None),
    ('Wrong IV, or tag/AAD mismatch on modules without the AEAD code', None, None, None, None, None, None),
    ('YubiHSM: secure-channel cryptogram or MAC did not match', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Confirm key pair match: compare modulus/public point with the certificate used to encrypt', None, None, None, None, None, None),
    ('Encrypt and decrypt a test message with identical parameters on the same token', None, None, None, None, None, None),
    ('Compare OAEP hash, MGF and label on both sides', None, None, None, None, None, None),
    ('Check that transport did not alter the blob (base64, stripped zeros, newlines)', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use the matching key and parameters; fetch the right key version', None, None, None, None, None, None),
    ('Re-transfer or re-encrypt the data', None, None, None, None, None, None),
    ('In protocols return one uniform error to the peer', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Do not retry with variations in an automated loop or tell the remote side why it failed: that builds a padding oracle', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ENCRYPTED_DATA_LEN_RANGE', 'length alone shows it is invalid; treat both the same'),
    ('CKR_DATA_INVALID', 'plaintext input'),
    ('CKR_AEAD_DECRYPT_FAILED', 'authentication failure of an AEAD mechanism (3.0)'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', 'Padding removal errors map here since 2022; before that GENERAL_ERROR', 'OpenSC/OpenSC#2481', None),
    (
        'YubiHSM',
        'Session authentication, cryptogram and MAC mismatches map here when not caught as a PIN error',
        'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c',
        None,
    ),
    ('SoftHSM2', 'Older versions returned GENERAL_ERROR for undecryptable data', 'softhsm/SoftHSMv2#689', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_DecryptDigestUpdate', 'C_DecryptVerifyUpdate', 'C_DecryptMessage', 'C_DecryptMessageNext')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DATA_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x40: CKR_ENCRYPTED_DATA_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ENCRYPTED_DATA_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': 'SC_ERROR_WRONG_PADDING',
    'Pkcs11Interop': 'CKR.CKR_ENCRYPTED_DATA_INVALID',
    'PyKCS11': 'CKR_ENCRYPTED_DATA_INVALID (0x00000040)',
    'libp11 (OpenSSL engine and provider)': 'Encrypted data invalid',
    'p11-kit': 'The encrypted data is not valid or unrecognized',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_ENCRYPTED_DATA_INVALID:64',
    'python-pkcs11': 'pkcs11.exceptions.EncryptedDataInvalid',
    'rust-cryptoki': 'RvError::EncryptedDataInvalid',
}
