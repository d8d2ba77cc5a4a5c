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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The ciphertext was made for another key or key version, or was damaged on the way (base64, newlines, lost zero bytes)',
        None,
        ('C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_UnwrapKey', 'C_DecapsulateKey', 'C_DecryptMessage'),
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
        'Padding or parameters differ: PKCS #1 v1.5 against OAEP, other OAEP hash, MGF or label',
        None,
        ('C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_UnwrapKey'),
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
        'Wrong IV, tag or additional data (modules without AEAD_DECRYPT_FAILED, and C_Decrypt by the standard)',
        None,
        ('C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_UnwrapKey', 'C_DecryptMessage'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Raw RSA: the number is not below the modulus, so it is for another key', None, ('operation',), None, None, None, None, None, None, None, None),
    (
        'A fault or limit of this release of the module or client: it began with an update, or another release works',
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
        'Padding removal failed after the card decrypted (before 2022: GENERAL_ERROR)',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#2481',
        None,
        None,
        None,
        None,
    ),
    (
        "The secure channel's cryptogram or MAC did not match: authentication key or password of the connection",
        None,
        ('C_Login', 'session', 'login'),
        'yubihsm',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'A key that may not decrypt was reported this way (Starcos)',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        'smartcard-hsm',
        None,
        None,
        'CardContact/sc-hsm-embedded#7',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Is it the matching pair? Compare modulus or point of the key with the certificate that was used to encrypt',
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
    ('Encrypt and decrypt a short test message with the same parameters on the same token', None, None, None, None, None, None, None, None, None, None),
    ('OAEP hash, MGF and label (or IV, tag, additional data) byte for byte on both sides', None, None, None, None, None, None, None, None, None, None),
    ('Length of the input: RSA ciphertext is exactly as long as the modulus', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Use the matching key and parameters; look up the key version by CKA_ID', None, None, None, None, None, None, None, None, None, None),
    ('Get the data again, or have it encrypted again', None, None, None, None, None, None, None, None, None, None),
    (
        'In a protocol answer the peer with one uniform error, the same for length, padding and content',
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
        'Try the previous and the newest release of module and client with the same token; keep the one that works, and report the fault to the maker',
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
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not retry with variations by program, and never tell the peer what was wrong: an attacker can decrypt with such answers (padding oracle)',
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
        "Do not delete the old key because 'it does not decrypt any more': older data may need it",
        None,
        None,
        None,
        None,
        'old ciphertext becomes unreadable',
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

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ('CKR_GENERAL_ERROR', 'Ciphertext that cannot be decrypted', ('softhsm2',), ('C_Decrypt', 'C_DecryptFinal'), 'softhsm/SoftHSMv2#689'),
    (
        'CKR_FUNCTION_FAILED',
        'RSA-OAEP data that does not decode (CCA 8/2053, releases before mid-2024)',
        ('opencryptoki',),
        ('C_Decrypt',),
        'opencryptoki/opencryptoki#790',
    ),
    (
        'CKR_GENERAL_ERROR',
        'Padding that cannot be removed after the card decrypted (releases before 2022)',
        ('opensc',),
        ('C_Decrypt', 'C_DecryptFinal'),
        'OpenSC/OpenSC#2481',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ENCRYPTED_DATA_LEN_RANGE', 'the length alone shows it; treat both alike'),
    ('CKR_DATA_INVALID', 'about plaintext'),
    ('CKR_AEAD_DECRYPT_FAILED', 'failed tag of an AEAD message call (3.0)'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('SoftHSM2', 'Older versions returned GENERAL_ERROR for undecryptable data', 'softhsm/SoftHSMv2#689', 'softhsm2'),)

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
