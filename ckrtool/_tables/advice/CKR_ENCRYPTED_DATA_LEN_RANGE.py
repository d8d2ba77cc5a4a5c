"""CKR_ENCRYPTED_DATA_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_ENCRYPTED_DATA_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_ENCRYPTED_DATA_LEN_RANGE: The ciphertext input to a decryption operation has been determined to be invalid ciphertext solely on the basis of its length.  Depending on the operation’s mechanism, this could mean that the ciphertext is too short, too long, or is not a multiple of some particular block size. This return value has higher priority than CKR_ENCRYPTED_DATA_INVALID.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'One piece given to C_DecryptUpdate is not a whole number of blocks',
        None,
        ('C_DecryptUpdate',),
        None,
        None,
        None,
        'ibmruntimes/openj9-openjdk-jdk17#120',
        None,
        None,
        None,
        None,
    ),
    (
        'RSA ciphertext is not as long as the modulus: leading zeros lost, base64 or hex not decoded, a key of another size, or a whole message (S/MIME, PGP) in place of the encrypted session key in it',
        None,
        ('C_Decrypt', 'C_DecryptFinal', 'C_DecryptInit', 'C_UnwrapKey'),
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
        'Block-mode ciphertext is not a whole number of blocks: truncated, or the sender used another mode',
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
    ('AEAD ciphertext is shorter than the tag, or the tag length is set differently', None, None, None, None, None, None, None, None, None, None),
    ('A whole message was given where the token takes one block or a limited buffer', None, None, None, None, None, None, None, None, None, None),
    (
        'Wrong-sized RSA input comes back as DATA_LEN_RANGE here',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        'opensc',
        None,
        None,
        'OpenSC/OpenSC#765',
        None,
        None,
        None,
        None,
    ),
    (
        'From C_UnwrapKey you see WRAPPED_KEY_LEN_RANGE instead',
        None,
        ('C_UnwrapKey',),
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('ulEncryptedDataLen against modulus bytes, block size, tag length', None, None, None, None, None, None, None, None, None, None),
    ('Only now and then? Log lengths and look for short ones (about 1 in 256 with lost zeros)', None, None, None, None, None, None, None, None, None, None),
    ('How does the sender join IV, ciphertext and tag?', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Give C_DecryptUpdate whole blocks (Java: Cipher.update with multiples of 16 bytes), or decrypt everything in one C_Decrypt (doFinal)',
        None,
        ('C_DecryptUpdate',),
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
        "Give C_Decrypt only the RSA block as bytes (as long as CKA_MODULUS): take the encrypted key out of the message first (openssl cms -decrypt with the token's key does it)",
        None,
        ('C_Decrypt', 'C_DecryptInit', 'C_UnwrapKey'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Pad RSA ciphertext with zero bytes on the left to the modulus length', None, None, None, None, None, 'alonbl/gnupg-pkcs11-scd#70', None, None, None, None),
    (
        'Join IV, ciphertext and tag as this mechanism expects (C_Decrypt wants the tag after the ciphertext)',
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
    ('Ask for the data again if it was cut', None, None, None, None, None, None, None, None, None, None),
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
        'Do not answer the peer differently for this and for ENCRYPTED_DATA_INVALID: the difference helps an attacker',
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
    ('CKR_ENCRYPTED_DATA_INVALID', 'treat both alike'),
    ('CKR_DATA_LEN_RANGE', 'some modules return it for decryption too'),
    ('CKR_WRAPPED_KEY_LEN_RANGE', 'the same from C_UnwrapKey'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal', 'C_DecryptDigestUpdate', 'C_DecryptVerifyUpdate', 'C_DecryptMessage', 'C_DecryptMessageNext')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_DATA_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x41: CKR_ENCRYPTED_DATA_LEN_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_ENCRYPTED_DATA_LEN_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_BAD_DATA',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_ENCRYPTED_DATA_LEN_RANGE',
    'PyKCS11': 'CKR_ENCRYPTED_DATA_LEN_RANGE (0x00000041)',
    'libp11 (OpenSSL engine and provider)': 'Encrypted data len range',
    'p11-kit': 'The encrypted data is too long',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_ENCRYPTED_DATA_LEN_RANGE:65',
    'python-pkcs11': 'pkcs11.exceptions.EncryptedDataLenRange',
    'rust-cryptoki': 'RvError::EncryptedDataLenRange',
}
