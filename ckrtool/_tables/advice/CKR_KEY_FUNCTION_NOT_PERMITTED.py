"""CKR_KEY_FUNCTION_NOT_PERMITTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_FUNCTION_NOT_PERMITTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_FUNCTION_NOT_PERMITTED: An attempt has been made to use a key for a cryptographic purpose that the key’s attributes are not set to allow it to do. For example, to use a key for performing encryption, that key MUST have its **CKA_ENCRYPT** attribute set to CK_TRUE (the fact that the key MUST have a **CKA_ENCRYPT** attribute implies that the key cannot be a private key). This return value has lower priority than CKR_KEY_TYPE_INCONSISTENT.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Key was created without the usage attribute (CKA_SIGN, CKA_DECRYPT, CKA_DERIVE, CKA_WRAP, CKA_UNWRAP) for this operation',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ("Middleware derives usage from the certificate's keyUsage extension, so a signing-only certificate blocks decryption", None, None, None, None, None, None),
    ('Public key object used for a private operation, or the certificate/public object found first', None, None, None, None, None, None),
    ('Key purpose fixed by the slot or HSM policy (PIV slot, key ceremony)', None, None, None, None, None, None),
    ('Module supports only one key family and says so this way', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Read CKA_SIGN, CKA_DECRYPT, CKA_DERIVE, CKA_WRAP, CKA_UNWRAP of the exact object (pkcs11-tool --list-objects --login shows Usage)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('CKA_CLASS of the handle in use', None, None, None, None, None, None),
    ('keyUsage in the related certificate (openssl x509 -text)', None, None, None, None, None, None),
    ('CKA_ALLOWED_MECHANISMS on the key', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use the key that was meant for this purpose', None, None, None, None, None, None),
    (
        "If CKA_MODIFIABLE and the key's owner allow, set the attribute with C_SetAttributeValue in a R/W session; otherwise generate a new key with the right usage",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Re-issue the certificate with the correct keyUsage if the middleware mirrors it', None, None, None, None, None, None),
    ('Avoid giving one key both signing and decryption/wrapping rights just to silence the error', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Do not delete the old key to recreate it before data encrypted to it has been decrypted or re-wrapped', None, None, None, None, 'loses keys', None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_TYPE_INCONSISTENT', 'wrong type; higher priority'),
    ('CKR_FUNCTION_REJECTED', 'identity or user refusal'),
    ('CKR_USER_NOT_LOGGED_IN', 'usage fine but not authenticated'),
    ('CKR_MECHANISM_INVALID', 'mechanism not allowed for this key on some modules'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('OpenSC PIV driver', 'Takes key usage from the certificate on non-government cards, so behaviour changed after an upgrade', 'OpenSC/libp11#154', None),
    ('keychain-pkcs11 (macOS)', 'EC keys are unsupported and reported this way', 'kenh/keychain-pkcs11#18', None),
    ('Gemalto Classic Client', 'Refused key generation on a card issued for signing only', 'PeculiarVentures/pkcs11js#51', None),
    ('libp11', 'Treats this code as a hint to try encryption instead of signing with the same RSA key', 'OpenSC/libp11#122', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_MessageEncryptInit',
    'C_MessageDecryptInit',
    'C_MessageSignInit',
    'C_MessageVerifyInit',
    'C_VerifySignatureInit',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_KEY_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x68: CKR_KEY_FUNCTION_NOT_PERMITTED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_KEY_FUNCTION_NOT_PERMITTED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_KEY_FUNCTION_NOT_PERMITTED',
    'PyKCS11': 'CKR_KEY_FUNCTION_NOT_PERMITTED (0x00000068)',
    'libp11 (OpenSSL engine and provider)': 'Key function not permitted',
    'p11-kit': 'This operation cannot be done with this key',
    'pkcs11-provider': 'The key attributes do not allow this operation to be executed',
    'pkcs11js': 'CKR_KEY_FUNCTION_NOT_PERMITTED:104',
    'python-pkcs11': None,
    'rust-cryptoki': 'RvError::KeyFunctionNotPermitted',
}
