"""CKR_TOKEN_RESOURCE_EXCEEDED: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_TOKEN_RESOURCE_EXCEEDED.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = ()

MEANING: str | None = 'The token lacks an internal resource for this signature or verification, typically working memory: schemes that pass over the message twice (pure EdDSA and the like) must hold the whole message, so a long message or a multi-part call can exceed what the token can keep. The key, the data and the permissions are not the reason.'

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    (
        'Token cannot hold the data that the signature needs: pure EdDSA goes through the message twice, so multi-part calls must be buffered',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Temporary limit of working memory or concurrent operations on the token', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Message size, and whether multi-part calls are used (only signing and verifying functions list the code)', None, None, None, None, None, None),
    ('Other load on the token', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Use the single-part call or the pre-hash variant that the verifier accepts too', None, None, None, None, None, None),
    ('If a small message fails as well, load is the reason: start the whole operation again later', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_DEVICE_MEMORY', 'storage or general memory'), ('CKR_SESSION_COUNT', 'session limit'), ('CKR_DATA_LEN_RANGE', 'length not allowed by the mechanism'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (('kryoptic', 'EdDSA update calls fail with it when the buffered message exceeds its limit', 'latchset/kryoptic:src/ossl/eddsa.rs', None),)

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

NAMES: dict[str, str | None] = {}
