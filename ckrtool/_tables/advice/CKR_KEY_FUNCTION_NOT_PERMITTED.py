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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The key was made, imported or unwrapped without the attribute for this use (CKA_SIGN, CKA_DECRYPT, CKA_ENCRYPT, CKA_VERIFY, CKA_DERIVE, CKA_WRAP, CKA_UNWRAP), or the tool that made it set another or dropped it',
        None,
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
            'operation',
            'object',
        ),
        None,
        None,
        None,
        'parallaxsecond/parsec#252',
        None,
        None,
    ),
    (
        'The wrong object: the public key or a second key with the same label or ID was found first',
        None,
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
            'operation',
            'object',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        "Slot, card or policy fix the purpose (PIV slot, signing-only card, HSM policy), CKA_ALLOWED_MECHANISMS excludes the mechanism, or the certificate's keyUsage bars it",
        None,
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
            'operation',
            'object',
        ),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'C_SignRecoverInit and C_VerifyRecoverInit need CKA_SIGN_RECOVER and CKA_VERIFY_RECOVER; CKA_SIGN or CKA_VERIFY is not enough',
        None,
        ('C_SignRecoverInit', 'C_VerifyRecoverInit'),
        None,
        None,
        None,
        'opencryptoki/opencryptoki#152',
        None,
        None,
    ),
    (
        'This release of the module checks or stores the usage wrongly: it began with an update, or another release works',
        None,
        ('object', 'operation'),
        None,
        None,
        None,
        None,
        None,
        True,
    ),
    (
        "The middleware takes the usage from the certificate's keyUsage, so a signing certificate bars decryption",
        None,
        ('operation',),
        None,
        None,
        None,
        'OpenSC/libp11#154',
        None,
        None,
    ),
    (
        'The card was issued for signing only and refuses new keys',
        None,
        ('C_GenerateKey', 'C_GenerateKeyPair'),
        None,
        None,
        None,
        'PeculiarVentures/pkcs11js#51',
        ('card',),
        None,
    ),
    ('The module supports only one key family and says it this way', None, ('operation',), None, None, None, 'kenh/keychain-pkcs11#18', None, None),
    (
        'The PIV driver takes usage from the certificate on non-government cards; changed with an upgrade',
        None,
        None,
        'opensc',
        None,
        None,
        'OpenSC/libp11#154',
        None,
        None,
    ),
    (
        'EC keys: older pkcs11-tool set CKA_DECRYPT instead of CKA_DERIVE, and some versions do not set CKA_DERIVE at all',
        None,
        ('C_DeriveKey',),
        'pkcs11-tool',
        None,
        None,
        'OpenSC/OpenSC#277',
        None,
        None,
    ),
    (
        'After this code the library tries encryption instead of signing with the same RSA key; look at the next call',
        None,
        ('C_SignInit',),
        'libp11',
        None,
        None,
        'OpenSC/libp11#122',
        None,
        None,
    ),
    (
        'The object lacks the YubiHSM capability for this use; releases before November 2021 dropped CKA_ENCRYPT and CKA_DECRYPT of a wrap key made by C_GenerateKey',
        None,
        ('operation', 'C_WrapKey', 'C_UnwrapKey', 'C_DeriveKey'),
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#208',
        None,
        None,
    ),
    (
        'softhsm2-util --import of releases up to 2.2 sets CKA_ENCRYPT, CKA_DECRYPT, CKA_WRAP and CKA_UNWRAP to false',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_Encrypt', 'C_Decrypt', 'C_WrapKey', 'C_UnwrapKey'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#257',
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    ('pkcs11-tool --module M --login -O: the Usage line of the exact object', None, None, None, None, 'a wrong PIN costs a try', None, None, None),
    ('CKA_CLASS and CKA_ID of the handle in use', None, None, None, None, None, None, None, None),
    ('openssl x509 -noout -ext keyUsage -in CERT', None, None, None, None, None, None, None, None),
    ('CKA_ALLOWED_MECHANISMS and CKA_MODIFIABLE of the key', None, None, None, None, None, None, None, None),
    (
        'yubihsm-shell, get objectinfo: are the capabilities there (sign-pkcs, decrypt-oaep, wrap-data, derive-ecdh ...)?',
        None,
        None,
        'yubihsm',
        None,
        None,
        None,
        None,
        None,
    ),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Use C_SignInit and C_VerifyInit where the data need not come back out of the signature; a key for recovery needs CKA_SIGN_RECOVER or CKA_VERIFY_RECOVER from the start',
        None,
        ('C_SignRecoverInit', 'C_VerifyRecoverInit'),
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
        None,
        None,
        None,
        None,
        None,
        None,
        True,
    ),
    (
        'If key and owner allow it: C_SetAttributeValue of the usage attribute in a read-write session',
        None,
        None,
        None,
        'CKA_MODIFIABLE is false or the module fixes usage',
        None,
        None,
        None,
        None,
    ),
    ('Where the usage cannot be changed: make a new key with the right usage and move over', None, None, None, None, None, None, None, None),
    (
        'Use the key made for this purpose: search by CKA_CLASS, CKA_ID and the usage attribute, count what comes back, and give each key its own label and ID',
        None,
        ('C_SignInit', 'C_DecryptInit', 'C_Decrypt', 'C_DeriveKey', 'C_EncryptInit', 'C_VerifyInit', 'C_WrapKey', 'C_UnwrapKey', 'operation'),
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Have the certificate issued again with the right keyUsage',
        None,
        ('C_DecryptInit', 'C_Decrypt', 'C_DeriveKey', 'C_SignInit'),
        None,
        None,
        None,
        'OpenSC/libp11#154',
        None,
        None,
    ),
    (
        'Update yubihsm-shell and make the key again, or make it in yubihsm-shell with the capability named',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell#208',
        None,
        None,
    ),
    (
        'C_SetAttributeValue sets the usage of an imported key in a read-write session; or import it again with a newer release',
        None,
        ('C_EncryptInit', 'C_DecryptInit', 'C_Encrypt', 'C_Decrypt', 'C_WrapKey', 'C_UnwrapKey'),
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2#257',
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not delete the old key to make it again before everything encrypted to it is decrypted or wrapped again',
        None,
        None,
        None,
        None,
        'loses data',
        None,
        None,
        None,
    ),
    ('Do not give one key both signing and decrypting or wrapping just to silence this: each weakens the other', None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (
    ('CKR_DEVICE_ERROR', 'A key that may not sign (Starcos)', ('smartcard-hsm',), ('C_Sign', 'C_SignFinal'), 'CardContact/sc-hsm-embedded#7'),
    (
        'CKR_FUNCTION_FAILED',
        "The token's policy rejects key or mechanism (ulDeviceError is CKR_POLICY_VIOLATION)",
        ('opencryptoki',),
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
        ),
        'opencryptoki/opencryptoki#509',
    ),
    (
        'CKR_FUNCTION_CANCELED',
        'A control point prohibits the function',
        ('ibm-ep11', 'opencryptoki'),
        (
            'C_SignInit',
            'C_Sign',
            'C_VerifyInit',
            'C_EncryptInit',
            'C_DecryptInit',
            'C_Decrypt',
            'C_GenerateKey',
            'C_GenerateKeyPair',
            'C_WrapKey',
            'C_UnwrapKey',
            'C_DeriveKey',
        ),
        'opencryptoki/opencryptoki#823',
    ),
)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_TYPE_INCONSISTENT', 'wrong type; comes first by the standard'),
    ('CKR_FUNCTION_REJECTED', 'identity or person refused'),
    ('CKR_USER_NOT_LOGGED_IN', 'usage fine, not logged in'),
    ('CKR_MECHANISM_INVALID', 'mechanism barred for this key on some modules'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('keychain-pkcs11 (macOS)', 'EC keys are unsupported and reported this way', 'kenh/keychain-pkcs11#18', None),
    ('Gemalto Classic Client', 'Refused key generation on a card issued for signing only', 'PeculiarVentures/pkcs11js#51', None),
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
