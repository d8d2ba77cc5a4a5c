"""CKR_WRAPPED_KEY_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPED_KEY_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPED_KEY_LEN_RANGE: This value can only be returned by **C_UnwrapKey**. It indicates that the provided wrapped key can be seen to be invalid solely on the basis of its length. This return value has higher priority than CKR_WRAPPED_KEY_INVALID.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The blob is cut off, still base64 or hex, or begins with a header',
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
        'Another mechanism was used: AES-KW needs a multiple of 8 and at least 24 bytes, KWP at least 16, RSA exactly the modulus length',
        None,
        ('C_UnwrapKey', 'C_UnwrapKeyAuthenticated'),
        None,
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
    (
        'The unwrapped value has a length that the key type in the template cannot have, or that differs from its CKA_VALUE_LEN',
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
        'This release of the module checks the length of the wrapped key wrongly: it began with an update, or another release works',
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
    ('The ciphertext does not have the length of this parameter set', None, ('C_DecapsulateKey',), None, None, None, None, None, None, None, None),
    (
        'The blob does not have a length that the mechanism can decrypt',
        None,
        None,
        'opencryptoki',
        None,
        None,
        'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c',
        None,
        None,
        None,
        None,
    ),
    (
        'RSA-AES key wrap: the parts do not have the lengths that modulus and AES size demand',
        None,
        None,
        'optee',
        None,
        None,
        'OP-TEE/optee_os#5647',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('ulWrappedKeyLen in the trace against the rule of the mechanism; wc -c and file on the blob', None, None, None, None, None, None, None, None, None, None),
    ('CKA_VALUE_LEN and CKA_KEY_TYPE in the template', None, None, None, None, None, None, None, None, None, None),
    ('ML-KEM ciphertext: 768, 1088 or 1568 bytes for ML-KEM-512, -768, -1024', None, ('C_DecapsulateKey',), None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Hand over the complete binary blob', None, None, None, None, None, None, None, None, None, None),
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
    ('Use the mechanism of the wrap: KW, KW with padding or KWP are not interchangeable', None, None, None, None, None, None, None, None, None, None),
    ('Leave CKA_VALUE_LEN out of the template where the blob already tells the length', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Do not delete the source key or the blob before one unwrap has succeeded', None, None, None, None, 'loses the key', None, None, None, None, None),
    ('Do not pad or cut the blob to make its length fit', None, None, None, None, None, None, None, None, None, None),
)

EXAMPLE: tuple[str, str] | None = None

EXAMPLE_OF: str | None = None

EXAMPLE_WHEN: tuple[str, ...] = ()

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_WRAPPED_KEY_INVALID', 'the content; treat both alike'), ('CKR_UNWRAPPING_KEY_SIZE_RANGE', 'the size of the key that unwraps'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'AES-KW: below 24 bytes or no multiple of 8; KWP: below 16 or no multiple of 8', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
    ('openCryptoki', 'Made from CKR_ENCRYPTED_DATA_LEN_RANGE', 'opencryptoki/opencryptoki:usr/lib/common/key_mgr.c', 'opencryptoki'),
    ('OP-TEE', 'RSA-AES key wrap with lengths that do not match', 'OP-TEE/optee_os#5647', 'optee'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_UnwrapKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x112: CKR_WRAPPED_KEY_LEN_RANGE',
    'Java SunPKCS11': 'PKCS11Exception: CKR_WRAPPED_KEY_LEN_RANGE',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_WRAPPED_KEY_LEN_RANGE',
    'PyKCS11': 'CKR_WRAPPED_KEY_LEN_RANGE (0x00000112)',
    'libp11 (OpenSSL engine and provider)': 'Wrapped key len range',
    'p11-kit': 'Cannot import a key of the wrong size',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_WRAPPED_KEY_LEN_RANGE:274',
    'python-pkcs11': 'pkcs11.exceptions.WrappedKeyLenRange',
    'rust-cryptoki': 'RvError::WrappedKeyLenRange',
}
