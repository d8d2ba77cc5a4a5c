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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Ciphertext not equal to the RSA modulus length, for example leading zeros removed or too much data', None, None, None, None, None, None),
    ('Ciphertext does not consist of whole blocks (truncated CBC/ECB data, or another mode at the sender)', None, None, None, None, None, None),
    ('AEAD ciphertext shorter than the tag, or tag length configured differently', None, None, None, None, None, None),
    ('Whole message passed where the token accepts one block or a limited buffer', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Compare ulEncryptedDataLen with modulus bytes, block size and tag length', None, None, None, None, None, None),
    ('Look for intermittent short values in the input log', None, None, None, None, None, None),
    ('Check how the producer appended IV and tag', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Left-pad RSA ciphertext to the modulus length', None, None, None, None, None, None),
    ('Re-assemble ciphertext, IV and tag as the mechanism expects', None, None, None, None, None, None),
    ('Request the data again if truncated', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ENCRYPTED_DATA_INVALID', 'treat as equivalent'),
    ('CKR_DATA_LEN_RANGE', 'some modules return it for decryption too'),
    ('CKR_WRAPPED_KEY_LEN_RANGE', 'openCryptoki converts one into the other in C_UnwrapKey'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC', 'RSA decryption of wrong-sized input is reported as DATA_LEN_RANGE', 'OpenSC/OpenSC#765', None),
    ('openCryptoki', 'In C_UnwrapKey it is translated to CKR_WRAPPED_KEY_LEN_RANGE', 'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c', None),
)

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
