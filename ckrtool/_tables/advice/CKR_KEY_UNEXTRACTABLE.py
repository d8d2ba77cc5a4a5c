"""CKR_KEY_UNEXTRACTABLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_KEY_UNEXTRACTABLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_KEY_UNEXTRACTABLE: The specified private or secret key can’t be wrapped because its **CKA_EXTRACTABLE** attribute is set to CK_FALSE. Compare with CKR_KEY_NOT_WRAPPABLE.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Key was generated with CKA_EXTRACTABLE=false, the default of most tools - by design it cannot be exported', None, None, None, None, None, None),
    ('YubiHSM: object lacks the exportable-under-wrap capability', None, None, None, None, None, None),
    ('Attempt to wrap a public key or certificate', None, None, None, None, None, None),
    ('Backup plan made after the keys existed', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Read CKA_EXTRACTABLE, CKA_NEVER_EXTRACTABLE, CKA_CLASS of the key', None, None, None, None, None, None),
    (
        "YubiHSM: get objectinfo and look for exportable-under-wrap on the object and in the wrap key's delegated capabilities",
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Does the vendor offer cloning/backup outside PKCS#11 (HSM backup device, security world files, DKEK)?', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Accept it if non-extractability was intended; use vendor cloning/backup within the same security domain', None, None, None, None, None, None),
    (
        'If export is required, generate a new key with CKA_EXTRACTABLE=true (still CKA_SENSITIVE=true) and re-issue certificates or re-encrypt data',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Decide the backup method before generating production keys', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('The attribute cannot be raised later; deleting the key before a replacement works loses it for good', None, None, None, None, 'loses keys', None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_KEY_NOT_WRAPPABLE', 'extractable, but not with this key or mechanism'), ('CKR_ATTRIBUTE_SENSITIVE', 'reading plaintext instead of wrapping'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'YubiHSM',
        'Capabilities cannot be added later; only a new import from the original source can carry exportable-under-wrap, so do not delete the object unless that source is at hand',
        'Yubico/yubihsm-shell#165',
        None,
    ),
    ('SoftHSM2', 'Public keys have no CKA_EXTRACTABLE and therefore also give this code', 'softhsm/SoftHSMv2#608', None),
    ('step-ca and similar tools', 'Create unextractable keys by default; an option is needed at generation time', 'smallstep/certificates#613', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_WrapKey', 'C_WrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
