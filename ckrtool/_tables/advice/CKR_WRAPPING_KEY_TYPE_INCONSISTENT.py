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

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Wrapping key class or type does not match the mechanism (RSA private key, AES key for RSA mechanism)', None, None, None, None, None, None),
    ('Label search returned the private instead of the public key', None, None, None, None, None, None),
    ("Module's key-type rules for this mechanism are narrower", None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('CKA_CLASS, CKA_KEY_TYPE of the wrapping key', None, None, None, None, None, None), ('Mechanism in the trace', None, None, None, None, None, None))

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use the RSA public key for RSA wrapping, a secret key for AES-KW/CBC', None, None, None, None, None, None),
    ('Search with CKA_CLASS in the template', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_KEY_NOT_WRAPPABLE', 'problem is the key being wrapped'),
    ('CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT', 'unwrap side'),
    ('CKR_KEY_FUNCTION_NOT_PERMITTED', 'CKA_WRAP false'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('SoftHSM2', 'Exact class and type checks per mechanism; also returned on some unwrap paths', 'softhsm/SoftHSMv2:src/lib/SoftHSM.cpp', None),
    ('yubihsm_pkcs11', 'Wrap key without the export-wrapped capability ends here', 'Yubico/yubihsm-shell:pkcs11/yubihsm_pkcs11.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
