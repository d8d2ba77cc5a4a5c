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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Blob wrapped with another key or mechanism', None, None, None, None, None, None),
    (
        'Decrypted content is not the expected key encoding (PKCS#8 missing, trailing non-zero padding, wrong key class in the template)',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Corrupted or re-encoded blob', None, None, None, None, None, None),
    ('Externally encrypted key instead of wrapped (AES-ECB/CBC data fed to AES-KW)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Check mechanism and IV used for wrapping, and the wrapping key's check value/CKA_ID", None, None, None, None, None, None),
    ('Length modulo 8, base64 decoding', None, None, None, None, None, None),
    ('Template class and key type versus what was wrapped', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Repeat with the original mechanism, IV and key', None, None, None, None, None, None),
    ('Wrap again from the source with a standard mechanism', None, None, None, None, None, None),
    ('Keep the original blob; do not destroy the source key until the import was tested', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'If the source key is gone and the blob cannot be unwrapped the key is lost; test unwrap before deleting anything',
        None,
        None,
        None,
        None,
        'loses keys',
        None,
    ),
)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_WRAPPED_KEY_LEN_RANGE', 'length alone is wrong; treat the same'),
    ('CKR_TEMPLATE_INCONSISTENT', 'template rather than blob'),
    ('CKR_ENCRYPTED_DATA_INVALID', 'some modules report this instead'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'AWS CloudHSM SDK 3.0.0',
        'Short IVs in AES key wrap were padded with random bytes, so such blobs may never unwrap; older SDKs ignored the IV and used the default',
        'AWS CloudHSM User Guide: Known issues for the PKCS #11 library',
        None,
    ),
    ('SoftHSM2', 'AES-ECB encrypted key passed to AES-KW unwrap ended in GENERAL_ERROR', 'Pkcs11Interop/Pkcs11Interop#152', None),
    (
        'openCryptoki CCA',
        'Also returned when the template asks for something other than a secret key',
        'opencryptoki/opencryptoki:usr/lib/cca_stdll/cca_specific.c',
        None,
    ),
    ('kryoptic', 'Returned when the decrypted data is no valid PrivateKeyInfo or has non-zero trailing bytes', 'latchset/kryoptic:src/ec/mod.rs', None),
    (
        'kryoptic versus NSS softoken',
        "Each could unwrap its own RSA private keys but not the other's because the encodings differed",
        'latchset/kryoptic#236',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
