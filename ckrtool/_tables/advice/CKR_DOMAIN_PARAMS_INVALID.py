"""CKR_DOMAIN_PARAMS_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_DOMAIN_PARAMS_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_DOMAIN_PARAMS_INVALID: Invalid or unsupported domain parameters were supplied to the function. Which representation methods of domain parameters are supported by a given mechanism can vary from token to token.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Curve or DH/DSA parameters in a form the token does not take (explicit parameters instead of a named-curve OID)', None, None, None, None, None, None),
    ('Unsupported group or curve on modules that predate CKR_CURVE_NOT_SUPPORTED', None, None, None, None, None, None),
    ('Wrong DER in CKA_EC_PARAMS (curve name string, missing OID header)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('openssl asn1parse of CKA_EC_PARAMS: expect an OBJECT', None, None, None, None, None, None),
    ('CK_MECHANISM_INFO flags CKF_EC_NAMEDCURVE / CKF_EC_OID, CKF_EC_ECPARAMETERS, CKF_EC_F_P', None, None, None, None, None, None),
    ('Supported curves in the vendor list', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use a named curve OID (P-256: 1.2.840.10045.3.1.7)', None, None, None, None, None, None),
    ('Convert explicit-parameter keys to named curve before import', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_CURVE_NOT_SUPPORTED', 'preferred code for an unsupported curve'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'older modules'),
    ('CKR_MECHANISM_PARAM_INVALID', 'used by openCryptoki tokens earlier'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('openCryptoki (older)', 'Tokens disagreed between MECHANISM_PARAM_INVALID and ATTRIBUTE_VALUE_INVALID', 'opencryptoki/opencryptoki#186', None),)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_CreateObject', 'C_GenerateKeyPair', 'C_UnwrapKey', 'C_DeriveKey', 'C_EncapsulateKey', 'C_DecapsulateKey', 'C_UnwrapKeyAuthenticated')

NAMES: dict[str, str | None] = {}
