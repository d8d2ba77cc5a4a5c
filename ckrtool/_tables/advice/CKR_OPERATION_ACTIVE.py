"""CKR_OPERATION_ACTIVE: passages and advice.

Compiled by `python -m ckrtool._generate` from data/codes/CKR_OPERATION_ACTIVE.toml, data/bindings and the chapter; never edited by hand.
"""

from __future__ import annotations

PASSAGES: tuple[tuple[str, str, str], ...] = (
    (
        '5.1.6',
        'All other Cryptoki function return values',
        'CKR_OPERATION_ACTIVE: There is already an active operation (or combination of active operations) which prevents Cryptoki from activating the specified operation. For example, an active object-searching operation would prevent Cryptoki from activating an encryption operation with **C_EncryptInit**. Or, an active digesting operation and an active encryption operation would prevent Cryptoki from activating a signature operation. Or, on a token which doesn’t support simultaneous dual cryptographic operations in a session (see the description of the **CKF_DUAL_CRYPTO_OPERATIONS** flag in the **CK_TOKEN_INFO** structure), an active signature operation would prevent Cryptoki from activating an encryption operation.',
    ),
)

MEANING: str | None = None

WHO_CAN_FIX: tuple[str, ...] = ('application developer',)

CAUSES: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('C_FindObjectsInit without C_FindObjectsFinal (iterator abandoned, error path skips Final)', None, None, None, None, None, None),
    ('An earlier *Init was never completed because the following call failed before reaching the module', None, None, None, None, None, None),
    ('Two threads share one session', None, None, None, None, None, None),
    ('Module or driver does not cancel the operation after an error, or keeps state per token rather than per session', None, None, None, None, None, None),
    ('Random, key generation or login requested while an operation is active on that session', None, None, None, None, None, None),
)

CHECKS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('Trace one session with pkcs11-spy and pair every *Init with its final call', None, None, None, None, None, None),
    ('Log thread ID together with hSession', None, None, None, None, None, None),
    ('Does a brand-new session work? Then the old one is stuck', None, None, None, None, None, None),
    ('Token flag CKF_DUAL_CRYPTO_OPERATIONS if two operations are intended', None, None, None, None, None, None),
)

RECOVERY: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = (
    ('End the stray operation if it is your own: C_FindObjectsFinal, or the *Final with a scratch buffer', None, None, None, None, None, None),
    ('With 3.0 modules call C_SessionCancel, or the *Init function with a NULL mechanism', None, None, None, None, None, None),
    (
        'Otherwise close that session (its session objects go with it) and open a new one - keep another session open so the login survives',
        None,
        None,
        None,
        None,
        None,
        None,
    ),
    ('Give each thread its own session and always run Final in the error path', None, None, None, None, None, None),
)

WARNINGS: tuple[tuple[str, str | None, tuple[str, ...] | None, str | None, str | None, str | None, str | None], ...] = ()

CONFUSED_WITH: tuple[tuple[str, str], ...] = (('CKR_OPERATION_NOT_INITIALIZED', 'opposite'), ('CKR_OPERATION_CANCEL_FAILED', 'attempt to cancel did not work'), ('CKR_SESSION_COUNT', 'out of sessions'))

FIELD_NOTES: tuple[tuple[str, str, str | None, str | None], ...] = (
    ('python-pkcs11 (older)', 'Object search generator called C_FindObjectsFinal only when exhausted', 'pyauth/python-pkcs11#181', None),
    ('Hyperledger Fabric (older)', 'Find operation left open on the error path made pooled sessions unusable', 'hyperledger/fabric#1976', None),
    ('NSS softoken', 'Does not terminate a multi-part cipher operation after a failed update, so SunPKCS11 had to cancel explicitly', 'openjdk/jdk#1901', None),
    ('tpm2-pkcs11 (older)', 'Operation state was kept per token, so two sessions blocked each other', 'tpm2-software/tpm2-pkcs11#155', None),
    (
        'libp11 (2017 development version)',
        'Size query left the operation open, then a second C_SignInit for the fallback mechanism failed',
        'OpenSC/libp11#178',
        None,
    ),
    ('libp11 with threads but no locking callbacks registered', 'Threads mixed their operations on one session', 'OpenSC/libp11#82', None),
    (
        'AWS CloudHSM Client SDK 3',
        'A throttled (busy) HSM surfaces as this code: back off instead of looking for a stray operation',
        'AWS CloudHSM User Guide: HSM throttling',
        None,
    ),
)

NORMAL: tuple[tuple[tuple[str, ...], str], ...] = ()

FUNCTIONS: tuple[str, ...] = (
    'C_InitPIN',
    'C_SetPIN',
    'C_CloseSession',
    'C_GetSessionInfo',
    'C_GetOperationState',
    'C_SetOperationState',
    'C_Login',
    'C_Logout',
    'C_CreateObject',
    'C_CopyObject',
    'C_DestroyObject',
    'C_GetObjectSize',
    'C_GetAttributeValue',
    'C_SetAttributeValue',
    'C_FindObjectsInit',
    'C_FindObjects',
    'C_FindObjectsFinal',
    'C_EncryptInit',
    'C_Encrypt',
    'C_EncryptUpdate',
    'C_EncryptFinal',
    'C_DecryptInit',
    'C_Decrypt',
    'C_DecryptUpdate',
    'C_DecryptFinal',
    'C_DigestInit',
    'C_Digest',
    'C_DigestUpdate',
    'C_DigestKey',
    'C_DigestFinal',
    'C_SignInit',
    'C_Sign',
    'C_SignUpdate',
    'C_SignFinal',
    'C_SignRecoverInit',
    'C_SignRecover',
    'C_VerifyInit',
    'C_Verify',
    'C_VerifyUpdate',
    'C_VerifyFinal',
    'C_VerifyRecoverInit',
    'C_VerifyRecover',
    'C_DigestEncryptUpdate',
    'C_DecryptDigestUpdate',
    'C_SignEncryptUpdate',
    'C_DecryptVerifyUpdate',
    'C_GenerateKey',
    'C_GenerateKeyPair',
    'C_WrapKey',
    'C_UnwrapKey',
    'C_DeriveKey',
    'C_SeedRandom',
    'C_GenerateRandom',
    'C_GetFunctionStatus',
    'C_CancelFunction',
    'C_LoginUser',
    'C_SessionCancel',
    'C_MessageEncryptInit',
    'C_EncryptMessage',
    'C_EncryptMessageBegin',
    'C_EncryptMessageNext',
    'C_MessageEncryptFinal',
    'C_MessageDecryptInit',
    'C_DecryptMessage',
    'C_DecryptMessageBegin',
    'C_DecryptMessageNext',
    'C_MessageDecryptFinal',
    'C_MessageSignInit',
    'C_SignMessage',
    'C_SignMessageBegin',
    'C_SignMessageNext',
    'C_MessageSignFinal',
    'C_MessageVerifyInit',
    'C_VerifyMessage',
    'C_VerifyMessageBegin',
    'C_VerifyMessageNext',
    'C_MessageVerifyFinal',
    'C_EncapsulateKey',
    'C_DecapsulateKey',
    'C_VerifySignatureInit',
    'C_GetSessionValidationFlags',
    'C_WrapKeyAuthenticated',
    'C_UnwrapKeyAuthenticated',
)

NAMES: dict[str, str | None] = {}
