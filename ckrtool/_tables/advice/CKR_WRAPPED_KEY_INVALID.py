"""CKR_WRAPPED_KEY_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPED_KEY_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPED_KEY_INVALID: This value can only be returned by **C_UnwrapKey**. It indicates that the provided wrapped key is not valid. If a call is made to **C_UnwrapKey** to unwrap a particular type of key (i.e., some particular key type is specified in the template provided to **C_UnwrapKey**), and the wrapped key provided to **C_UnwrapKey** is recognizably not a wrapped key of the proper type, then **C_UnwrapKey** should return CKR_WRAPPED_KEY_INVALID. This return value has lower priority than CKR_WRAPPED_KEY_LEN_RANGE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The blob was wrapped with another key, mechanism or IV than the unwrap uses',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
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
        'The decrypted bytes are not the encoding expected for this class: a private key has to be a PKCS #8 PrivateKeyInfo, a secret key the bare value',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
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
        'The template asks for another class or key type than was wrapped',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
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
        'The blob was changed on the way: base64 or hex not decoded, line ends, cut off',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
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
        'This release of the module encodes or decodes the wrapped key in its own way (PKCS #8, padding): it began with an update, or another release works',
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
        'It was never wrapped: data encrypted with AES-ECB or CBC is fed to an AES key-wrap mechanism',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
        None,
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('The ciphertext does not belong to this private key or parameter set', None, ('C_DecapsulateKey',), None, None, None, None, None, None, None, None),
    (
        'AES key wrap with a custom IV: SDK 3.0.0 filled a short IV with random bytes, and SDKs up to 2.0.4 ignored it and used A6A6A6A6A6A6A6A6',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
        None,
        None,
        None,
        None,
    ),
    (
        'CCA, RSA mechanisms: the template asks for a key type other than DES, DES2, DES3 and AES, or for an AES CIPHER key; CKM_RSA_AES_KEY_WRAP takes AES CIPHER keys only, with a temporary AES key of 256 bits',
        None,
        None,
        'opencryptoki',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Mechanism, IV and parameters of the wrap, from its record or trace, against those of the unwrap',
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
        'Is it the same wrapping key? CKA_CHECK_VALUE, CKA_ID, or a test blob wrapped and unwrapped again',
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
        'Length: AES key wrap gives a multiple of 8, RSA exactly the modulus length; file <blob> shows base64 text',
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
    ('CKA_CLASS and CKA_KEY_TYPE in the template against the key that was wrapped', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Unwrap with exactly the mechanism, IV and key of the wrap', None, None, None, None, None, None, None, None, None, None),
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
        None,
        None,
    ),
    ('Decode the blob to binary and take it whole', None, None, None, None, None, None, None, None, None, None),
    (
        'Put the class and type of the wrapped key into the template (CKO_PRIVATE_KEY and CKK_RSA or CKK_EC, CKO_SECRET_KEY and CKK_AES); private key: wrap its PKCS #8 in DER, not PEM and not the PKCS #1 form',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
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
        'Data that AES-ECB or CBC encrypted: decrypt with that, or unwrap with the CBC mechanism, not with AES key wrap',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
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
        'Between different products agree on a standard form: CKM_AES_KEY_WRAP_KWP, or CKM_RSA_AES_KEY_WRAP, with PKCS #8 for private keys',
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
    ('No luck, and the source key still exists: wrap it again and test the unwrap at once', None, None, None, None, None, None, None, None, None, None),
    (
        'Unwrap with the default IV A6A6A6A6A6A6A6A6 what SDK 2.0.4 or older wrapped',
        None,
        None,
        'cloudhsm',
        None,
        None,
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library (read 2026-11)',
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not delete or retire the source key, the wrapping key or the blob before one unwrap has succeeded',
        'if none of them gives the key back, it is lost',
        None,
        None,
        None,
        'loses the key',
        None,
        None,
        None,
        None,
        None,
    ),
    (
        'Do not try one key or padding after another on blobs from outside',
        'the answers can serve an attacker as a padding oracle',
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
    ('CKR_WRAPPED_KEY_LEN_RANGE', 'the length alone is wrong; treat both alike'),
    ('CKR_TEMPLATE_INCONSISTENT', 'the template contradicts itself, the blob was not looked at'),
    ('CKR_ENCRYPTED_DATA_INVALID', 'some modules give this instead'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'AES-ECB data given to an AES-KW unwrap ended in CKR_GENERAL_ERROR', 'Pkcs11Interop/Pkcs11Interop#152', 'softhsm2'),
    ('kryoptic', 'Not a valid PrivateKeyInfo, or trailing bytes other than zero', 'latchset/kryoptic:src/ec/mod.rs', 'kryoptic'),
    ('kryoptic and NSS', 'Neither unwrapped RSA private keys that the other had wrapped (2025): encodings differ', 'latchset/kryoptic#236', 'nss'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x110: CKR_WRAPPED_KEY_INVALID',
    'Java SunPKCS11': 'PKCS11Exception: CKR_WRAPPED_KEY_INVALID',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_WRAPPED_KEY_INVALID',
    'PyKCS11': 'CKR_WRAPPED_KEY_INVALID (0x00000110)',
    'libp11 (OpenSSL engine and provider)': 'Wrapped key invalid',
    'p11-kit': 'Cannot import an invalid key',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_WRAPPED_KEY_INVALID:272',
    'python-pkcs11': 'pkcs11.exceptions.WrappedKeyInvalid',
    'rust-cryptoki': 'RvError::WrappedKeyInvalid',
}
