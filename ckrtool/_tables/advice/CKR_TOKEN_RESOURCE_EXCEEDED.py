"""CKR_TOKEN_RESOURCE_EXCEEDED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_RESOURCE_EXCEEDED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = 'The token lacks an internal resource for this signature or verification, typically working memory: schemes that pass over the message twice (pure EdDSA and the like) must hold the whole message, so a long message or a multi-part call can exceed what the token can keep. The key, the data and the permissions are not the reason.'

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'The message is longer than the token can hold: pure EdDSA and similar schemes read it twice, so multi-part calls must keep all of it',
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
    ('The token is busy: working memory or operation slots are taken by others at the moment', None, None, None, None, None, None, None, None, None, None),
    (
        'EdDSA with C_SignUpdate or C_VerifyUpdate over more than the module buffers',
        None,
        ('C_SignUpdate', 'C_VerifyUpdate', 'C_Sign', 'C_Verify', 'C_SignFinal', 'C_VerifyFinal'),
        'kryoptic',
        None,
        None,
        'latchset/kryoptic:src/ossl/eddsa.rs',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Length of the message, and single-part or multi-part? Only signing and verifying functions list this code',
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
    ('Does a short message work right now? If not, it is the load', None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Long message: use the single-part call, or the pre-hash variant (Ed25519ph, HashML-DSA) if the verifier takes it',
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
    ('Load: start the whole operation again a little later, with fewer sessions at once', None, None, None, None, None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not hash the message yourself and sign the hash with the pure scheme',
        'no verifier of the message accepts that signature',
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

ALSO_REPORTED_AS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = (('CKR_DEVICE_MEMORY', 'The audit log is full and must be read, or the store is full', ('yubihsm',), (), 'Yubico/yubihsm-shell:pkcs11/util_pkcs11.c'),)

MAY_MEAN: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...], str], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DEVICE_MEMORY', 'memory or storage of the device in general'),
    ('CKR_SESSION_COUNT', 'the limit is sessions'),
    ('CKR_DATA_LEN_RANGE', 'the mechanism itself forbids this length'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('kryoptic', 'EdDSA update calls over its buffer limit', 'latchset/kryoptic:src/ossl/eddsa.rs', 'kryoptic'),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecover',
    'C_Verify',
    'C_VerifyUpdate',
    'C_VerifyFinal',
    'C_VerifyRecover',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageSignFinal',
    'C_VerifyMessage',
    'C_VerifyMessageNext',
    'C_MessageVerifyFinal',
    'C_VerifySignature',
    'C_VerifySignatureUpdate',
    'C_VerifySignatureFinal',
)

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x201: CKR_TOKEN_RESOURCE_EXCEEDED',
    'Java SunPKCS11': 'PKCS11Exception: CKR_TOKEN_RESOURCE_EXCEEDED',
    'NSS (SEC_ERROR)': 'SEC_ERROR_UNKNOWN_PKCS11_ERROR',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': None,
    'PyKCS11': 'CKR_TOKEN_RESOURCE_EXCEEDED (0x00000201)',
    'libp11 (OpenSSL engine and provider)': None,
    'p11-kit': None,
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_VENDOR_DEFINED:513',
    'python-pkcs11': None,
    'rust-cryptoki': None,
}
