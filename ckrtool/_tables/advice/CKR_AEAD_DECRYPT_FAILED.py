"""CKR_AEAD_DECRYPT_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_AEAD_DECRYPT_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = 'C_DecryptMessage, or the C_DecryptMessageNext that ends a message, checked the authentication tag of an AEAD mechanism (GCM, CCM, ChaCha20-Poly1305) and it does not match. Key, nonce, additional data, ciphertext or tag differ from those of the encryption; nothing tells which. No plaintext of that message may be used.'

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Key, nonce or additional data is not the one used to encrypt', None, None, None, None, None, None, None, None, None, None),
    ('The tag is cut, in the wrong place, or ulTagBits differs (bits, not bytes)', None, None, None, None, None, None, None, None, None, None),
    ('The token made the IV at encryption and nobody stored it with the ciphertext', None, None, None, None, None, None, None, None, None, None),
    ('The data was changed or damaged', None, None, None, None, None, None, None, None, None, None),
    (
        'A tag length of 0, which encrypts, shows as CKR_GENERAL_ERROR of C_Decrypt instead (2020)',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DecryptUpdate', 'C_DecryptFinal'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#568',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('IV, additional data and tag length byte for byte with the encrypting side', None, None, None, None, None, None, None, None, None, None),
    (
        'Where is the tag? The message calls take it in the parameter (pTag), C_Decrypt after the ciphertext',
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
    ('A short message there and back on the same token with the same parameters', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Throw away any plaintext already received in parts', None, None, None, None, None, None, None, None, None, None),
    ('Correct the parameters, store IV and tag with the ciphertext from now on', None, None, None, None, None, None, None, None, None, None),
    ('If it persists, treat it as tampering or the wrong key version and ask the sender', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Do not use the plaintext and do not fall back to decryption without the tag', None, None, None, None, None, None, None, None, None, None),
    ('Do not try out parameters by program: an observer learns from the answers', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_GENERAL_ERROR', 'Ciphertext that cannot be decrypted', ('softhsm2',), ('C_Decrypt', 'C_DecryptFinal'), 'softhsm/SoftHSMv2#689'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ENCRYPTED_DATA_INVALID', 'what C_Decrypt returns for a failed tag; also modules before 3.0'),
    ('CKR_GENERAL_ERROR', 'SoftHSM2 reports a failed tag this way'),
    ('CKR_MECHANISM_PARAM_INVALID', 'parameters refused before decrypting'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = ()

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_DecryptMessage', 'C_DecryptMessageNext')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x42: CKR_AEAD_DECRYPT_FAILED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_AEAD_DECRYPT_FAILED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_AEAD_DECRYPT_FAILED (0x00000042)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:66',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
