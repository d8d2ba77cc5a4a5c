"""CKR_SIGNATURE_LEN_RANGE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_SIGNATURE_LEN_RANGE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_SIGNATURE_LEN_RANGE: The provided signature/MAC can be seen to be invalid solely on the basis of its length. This return value has higher priority than CKR_SIGNATURE_INVALID.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('DER-encoded ECDSA signature given to C_Verify', None, None, None, None, None, None),
    ('Signature truncated or not modulus-sized (leading zero stripped)', None, None, None, None, None, None),
    ('Verification with a key of another size', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Compare signature length with modulus bytes or 2 x curve bytes', None, None, None, None, None, None),
    ('First byte 0x30 usually means DER', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Decode DER to raw r||s and pad both halves; left-pad RSA signatures', None, None, None, None, None, None),
    ('Use the right key', None, None, None, None, None, None),
    ('If the encoding is right, treat the signature as invalid and reject the data', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SIGNATURE_INVALID', 'right length, wrong value'), ('CKR_DATA_LEN_RANGE', 'message length'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        'PKCS#11 3.2',
        'The published list of C_VerifySignatureInit lacks it although the signature is supplied there; a later correction of the text adds it',
        'oasis-tcs/pkcs11#73',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_Verify', 'C_VerifyFinal', 'C_VerifyRecover', 'C_VerifyMessage', 'C_VerifyMessageNext', 'C_VerifySignature', 'C_VerifySignatureFinal')

NAMES: dict[str, str | None] = {}
