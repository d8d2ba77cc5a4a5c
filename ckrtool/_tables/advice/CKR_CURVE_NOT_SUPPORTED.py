"""CKR_CURVE_NOT_SUPPORTED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_CURVE_NOT_SUPPORTED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_CURVE_NOT_SUPPORTED: This curve is not supported by this token. Used with Elliptic Curve mechanisms.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'HSM administrator (SO)')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Token or firmware lacks the curve (P-224, brainpool, secp256k1, Ed25519/X25519, P-521 on TPMs)', None, None, None, None, None, None),
    ('Edwards or Montgomery curve used with the plain EC mechanism', None, None, None, None, None, None),
    ('FIPS mode restricts curves', None, None, None, None, None, None),
    ('Only some adapters/HSMs of a pool support it', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_GetMechanismInfo min/max key size for CKM_EC_KEY_PAIR_GEN; vendor curve list; tpm2_getcap ecc-curves', None, None, None, None, None, None),
    ('CKA_EC_PARAMS OID in the trace', None, None, None, None, None, None),
    ('Firmware level on all members of the cluster', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use P-256 or P-384 if interoperability matters', None, None, None, None, None, None),
    ('Use CKM_EC_EDWARDS_KEY_PAIR_GEN / CKM_EC_MONTGOMERY_KEY_PAIR_GEN for those curves', None, None, None, None, None, None),
    ('Upgrade firmware or module', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_DOMAIN_PARAMS_INVALID', 'parameters malformed or explicit'),
    ('CKR_MECHANISM_INVALID', 'mechanism for that curve family missing'),
    ('CKR_PARAMETER_SET_NOT_SUPPORTED', 'PQC analogue'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('tpm2-pkcs11', 'TPMs often offer only P-256 and BN; other curves failed badly before a check was added', 'tpm2-software/tpm2-pkcs11#199', None),
    ('SoftHSM2', 'Ed25519 OID with the ordinary EC mechanism gives GENERAL_ERROR', 'softhsm/SoftHSMv2#468', None),
    ('openCryptoki EP11', 'Import of Edwards/Montgomery keys allowed only if every adapter supports the curve', 'opencryptoki/opencryptoki#369', None),
    ('ykcs11', 'Unsupported curve or template showed up as FUNCTION_FAILED', 'Yubico/yubico-piv-tool#149', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKey', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
