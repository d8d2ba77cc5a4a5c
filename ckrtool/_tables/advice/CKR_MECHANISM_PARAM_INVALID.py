"""CKR_MECHANISM_PARAM_INVALID: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_MECHANISM_PARAM_INVALID.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_MECHANISM_PARAM_INVALID: Invalid parameters were supplied to the mechanism specified to the cryptographic operation. Which parameter values are supported by a given mechanism can vary from token to token.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer', 'vendor')

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("GCM parameter structure mismatch: ulIvBits missing, uninitialised or not in the vendor's layout", None, None, None, None, None, None),
    ('HSM insists on generating the IV itself and refuses a caller-supplied one', None, None, None, None, None, None),
    ('OAEP/PSS hash, MGF or salt length unsupported by the token', None, None, None, None, None, None),
    ('Wrong IV length, NULL parameter where one is needed, or a parameter where none is allowed', None, None, None, None, None, None),
    ('ECDH public data in the wrong encoding (raw point versus DER OCTET STRING)', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ("Hex-dump the parameter and compare with the struct in the vendor's header (size, ulIvBits, packing)", None, None, None, None, None, None),
    ("Try the vendor's sample program for the mechanism", None, None, None, None, None, None),
    ('Test default parameters: 12-byte IV, 128-bit tag, SHA-256 with MGF1-SHA256, salt = hash length', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Zero the structure, then fill ulIvLen and ulIvBits (IV length times 8)', None, None, None, None, None, None),
    ('For CloudHSM-like tokens pass a zeroed IV buffer and store the IV returned', None, None, None, None, None, None),
    ('Use combinations the token supports; some require the same hash for OAEP and MGF1', None, None, None, None, None, None),
    ('Send ECDH public data as a raw uncompressed point first, DER-wrapped if the token needs it', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (('Never reuse a GCM IV while experimenting with a production key', None, None, None, None, None, None),)

CONFUSED_WITH: tuple[tuple[str, str], ...] = (
    ('CKR_ARGUMENTS_BAD', 'used instead by several modules'),
    ('CKR_MECHANISM_INVALID', 'mechanism itself unavailable'),
    ('CKR_PUBLIC_KEY_INVALID', 'peer key rejected in key agreement'),
)

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('NetHSM and Luna', 'Expect ulIvBits in CK_GCM_PARAMS', 'LudovicRousseau/PyKCS11#106', None),
    ('AWS CloudHSM', 'Accepts only a zeroed IV buffer because the HSM generates the IV', 'gamringer/php-pkcs11#73', None),
    ('SoftHSM2 versus others', 'SoftHSM used to want the DER-encoded point for ECDH, other tokens the raw point', 'OpenSC/OpenSC#901', None),
    ('OP-TEE', 'Wrong point encoding produced a wrong shared secret instead of an error', 'OP-TEE/optee_os#6715', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_EncryptInit',
    'C_DecryptInit',
    'C_DigestInit',
    'C_SignInit',
    'C_SignRecoverInit',
    'C_VerifyInit',
    'C_VerifyRecoverInit',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_MessageEncryptInit',
    'C_EncryptMessage',
    'C_EncryptMessageBegin',
    'C_EncryptMessageNext',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_DecryptMessageBegin',
    'C_DecryptMessageNext',
    'C_MessageSignInit',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageVerifyInit',
    'C_VerifyMessage',
    'C_VerifyMessageBegin',
    'C_VerifyMessageNext',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {}
