"""CKR_PUBLIC_KEY_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_PUBLIC_KEY_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        "CKR_PUBLIC_KEY_INVALID: The public key fails a public key validation. For example, an EC public key fails the public key validation specified in Section 5.2.2 of [ANSI X9.62]. This error code may be returned by **C_CreateObject**, when the public key is created, or by **C_VerifyInit**, **C_VerifySignatureInit** or **C_VerifyRecoverInit**, when the public key is used. It may also be returned by **C_DeriveKey**, in preference to CKR_MECHANISM_PARAM_INVALID, if the other party's public key specified in the mechanism's parameters is invalid.",
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('EC point not on the curve, wrong length or wrong encoding (raw versus DER OCTET STRING)', None, None, None, None, None, None),
    ('Key object lacks public key information needed for the check', None, None, None, None, None, None),
    ("Peer's public key tampered with or for another curve", None, None, None, None, None, None),
    ('RSA modulus or exponent fails validation', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('openssl pkey -pubin -check on the key', None, None, None, None, None, None),
    ('Point length: 65 bytes uncompressed for P-256, first byte 0x04', None, None, None, None, None, None),
    ('Curve OID of both parties', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Re-encode the point the way the token wants it (raw for ECDH parameters, DER for CKA_EC_POINT)', None, None, None, None, None, None),
    ('Reject the peer key if it is really invalid - never disable validation', None, None, None, None, None, None),
    ('Re-import the public key', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Skipping validation enables invalid-curve attacks', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_MECHANISM_PARAM_INVALID', 'used by modules that do not distinguish the peer key'),
    ('CKR_DOMAIN_PARAMS_INVALID', 'curve parameters'),
    ('CKR_ATTRIBUTE_VALUE_INVALID', 'at object creation on older modules'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki', "Checks the EC point length and runs OpenSSL's key check", 'opencryptoki/opencryptoki:usr/lib/common/mech_ec.c', None),
    ('kryoptic versus NSS/SoftHSM', 'Accept different encodings of the ECDH peer point', 'latchset/kryoptic#66', None),
    (
        'openCryptoki',
        'C_DeriveKey of a public from a private key needs CKA_PUBLIC_KEY_INFO on the private key',
        'opencryptoki/opencryptoki:usr/lib/common/key.c',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ()

NAMES: dict[str, str | None] = {}
