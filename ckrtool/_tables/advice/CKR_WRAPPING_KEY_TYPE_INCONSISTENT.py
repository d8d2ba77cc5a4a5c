"""CKR_WRAPPING_KEY_TYPE_INCONSISTENT: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_WRAPPING_KEY_TYPE_INCONSISTENT.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT: This value can only be returned by **C_WrapKey**. It indicates that the type of the key specified to wrap another key is not consistent with the mechanism specified for wrapping.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('A search by label alone found the RSA private key; RSA mechanisms wrap with the public key', None, None, None, None, None, None, None, None, None, None),
    (
        'Key and mechanism do not belong together: AES key with an RSA mechanism, RSA key with AES-KW, generic secret where CKK_AES is demanded',
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
    ('The module accepts fewer key types for this mechanism than the standard', None, None, None, None, None, None, None, None, None, None),
    (
        'The wrap key lacks the capability export-wrapped',
        None,
        None,
        'yubihsm',
        None,
        None,
        'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c',
        None,
        None,
        None,
        None,
    ),
    (
        'Exact class and type are demanded for each mechanism, also on some unwrap paths',
        None,
        None,
        'softhsm2',
        None,
        None,
        'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp',
        None,
        None,
        None,
        None,
    ),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('CKA_CLASS and CKA_KEY_TYPE of the wrapping key: pkcs11-tool --module MODULE -O', None, None, None, None, None, None, None, None, None, None),
    ("Mechanism in the trace, and its 'wrap' flag in pkcs11-tool --module MODULE -M", None, None, None, None, None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    ('Search with CKA_CLASS and CKA_KEY_TYPE in the template', None, None, None, None, None, None, None, None, None, None),
    ('RSA mechanisms: CKO_PUBLIC_KEY, CKK_RSA. AES-KW, AES-CBC: CKO_SECRET_KEY, CKK_AES', None, None, None, None, None, None, None, None, None, None),
    (
        'Make a wrap key with export-wrapped, log in with an authentication key that has it too, and mark the keys exportable-under-wrap',
        None,
        None,
        'yubihsm',
        None,
        None,
        None,
        None,
        None,
        None,
        None,
    ),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None, tuple[str, ...] | None, bool | None, tuple[str, ...] | None, bool | None], ...] = (
    (
        'Do not change CKA_KEY_TYPE or import the wrapping key again just to fit',
        'a second copy of a wrapping key in software undoes its protection',
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
    ('CKR_KEY_NOT_WRAPPABLE', 'the problem is the key that is to be wrapped'),
    ('CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT', 'the same on the unwrap side'),
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'the right kind of key, but CKA_WRAP is false'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Exact class and type checks per mechanism', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', 'softhsm2'),
    ('YubiHSM', 'A wrap key without export-wrapped ends here', 'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c', 'yubihsm'),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {
    'GnuTLS': 'GNUTLS_E_PKCS11_ERROR',
    'Go miekg/pkcs11': 'pkcs11: 0x115: CKR_WRAPPING_KEY_TYPE_INCONSISTENT',
    'Java SunPKCS11': 'PKCS11Exception: CKR_WRAPPING_KEY_TYPE_INCONSISTENT',
    'NSS (SEC_ERROR)': 'SEC_ERROR_INVALID_KEY',
    'OpenSC (SC_ERROR)': None,
    'Pkcs11Interop': 'CKR.CKR_WRAPPING_KEY_TYPE_INCONSISTENT',
    'PyKCS11': 'CKR_WRAPPING_KEY_TYPE_INCONSISTENT (0x00000115)',
    'libp11 (OpenSSL engine and provider)': 'Wrapping key type inconsistent',
    'p11-kit': 'Cannot export because the key is of the wrong type',
    'pkcs11-provider': None,
    'pkcs11js': 'CKR_WRAPPING_KEY_TYPE_INCONSISTENT:277',
    'python-pkcs11': 'pkcs11.exceptions.WrappingKeyTypeInconsistent',
    'rust-cryptoki': 'RvError::WrappingKeyTypeInconsistent',
}
