"""CKR_AEAD_DECRYPT_FAILED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_AEAD_DECRYPT_FAILED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = 'C_DecryptMessage, or the C_DecryptMessageNext that ends a message, checked the authentication tag of an AEAD mechanism (GCM, CCM, ChaCha20-Poly1305) and it does not match. Key, nonce, additional data, ciphertext or tag differ from those of the encryption; nothing tells which. No plaintext of that message may be used.'

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wrong key, IV/nonce or additional authenticated data', None, None, None, None, None, None),
    ('Tag truncated, in the wrong position, or ulTagBits differs from encryption (bits versus bytes)', None, None, None, None, None, None),
    ('HSM-generated IV was not stored with the ciphertext', None, None, None, None, None, None),
    ('Data tampered with or damaged', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Which function? The standard gives it to C_DecryptMessage and C_DecryptMessageNext; C_Decrypt has only ENCRYPTED_DATA_INVALID for the same event',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Compare IV, AAD and tag length byte for byte with the encryption side; ulTagBits counts bits', None, None, None, None, None, None),
    ('Where is the tag? The message calls take it in the parameter (pTag), C_Decrypt expects it behind the ciphertext', None, None, None, None, None, None),
    ('Round-trip a short message on the same token', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Correct the parameters; discard any partial plaintext already received', None, None, None, None, None, None),
    ('Treat a persistent failure as tampering or a wrong key version', None, None, None, None, None, None),
    ('Do not fall back to unauthenticated decryption', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Retrying with guessed parameters is pointless and leaks information to an attacker who can observe it', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ENCRYPTED_DATA_INVALID', 'the code of C_Decrypt for a failed tag check; also of modules older than 3.0'),
    ('CKR_GENERAL_ERROR', 'SoftHSM2 reports a failed tag check this way'),
    ('CKR_MECHANISM_PARAM_INVALID', 'parameters refused before decrypting'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('SoftHSM2', 'A wrong ulTagBits or a zero-length tag shows up as a generic failure in C_Decrypt instead of this code', 'softhsm/SoftHSMv2#568', None),)

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
