"""CKR_STATE_UNSAVEABLE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_STATE_UNSAVEABLE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_STATE_UNSAVEABLE: The cryptographic operations state of the specified session cannot be saved for some reason (possibly the token is simply unable to save the current state). This return value has lower priority than CKR_OPERATION_NOT_INITIALIZED.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Mechanism or crypto library cannot export the running state (digest context of OpenSSL 3 without serialisation)', None, None, None, None, None, None),
    ('Object search active in the session', None, None, None, None, None, None),
    ('Hash clone requested by a framework (MessageDigest.clone, TLS handshake hash)', None, None, None, None, None, None),
    ('3.2: asynchronous operation that cannot outlive the session', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Is C_GetOperationState implemented at all? Does it work for another hash?', None, None, None, None, None, None),
    ('Active operations in the session', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Compute the hash in software, or buffer the data and hash again', None, None, None, None, None, None),
    ('Finish object searches before saving', None, None, None, None, None, None),
    ('Disable the digest mechanisms of that provider (SunPKCS11: disabledMechanisms) so that the framework uses its own', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_SAVED_STATE_INVALID', 'restore failed'), ('CKR_FUNCTION_NOT_SUPPORTED', 'function missing'), ('CKR_OPERATION_NOT_INITIALIZED', 'nothing to save'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('openCryptoki with OpenSSL 3', 'Digest contexts cannot be serialised, so states became unsaveable', 'openssl/openssl#14222', None),
    ('tpm2-pkcs11 via pkcs11-provider', 'C_GetOperationState errors during TLS hashing', 'openssl-projects/pkcs11-provider#300', None),
    ('openCryptoki', 'Also when a find operation is active', 'opencryptoki/opencryptoki:usr/lib/common/sess_mgr.c', None),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = ('C_GetOperationState', 'C_AsyncGetID')

NAMES: dict[str, str | None] = {}
